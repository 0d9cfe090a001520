"""What is reached, read in one pass, is what the one question about one person answers."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PLACES: Final = ("north", "north-east", "north/annex")
PERSONS: Final = tuple(UUID(int=number) for number in (1, 2, 3, 17))
CODES: Final = ("ID", "HLT", "INT")
HOWS: Final = ("full", "redacted", "add", "emergency")

keys = st.builds("{}.{}".format, st.sampled_from(CODES), st.sampled_from(HOWS))
lines = st.one_of(
    st.builds("!{}".format, st.sampled_from(PERSONS)),
    st.builds("*{}".format, keys),
    st.builds("@{}/{}".format, keys, st.sampled_from(PLACES)),
    st.builds("={}/{}".format, keys, st.sampled_from(PERSONS)),
    st.builds("~{}/{}".format, keys, st.sampled_from(PERSONS)),
)
reaches = st.one_of(
    st.just(""),
    st.lists(lines, max_size=12).map(lambda said: "\n" + "".join(f"{x}\n" for x in said)),
)
_ONE_BY_ONE: Final = """
    SELECT p, c, h FROM unnest(%(persons)s::uuid[]) p, unnest(%(codes)s::text[]) c,
        unnest(%(hows)s::text[]) h
    WHERE access_admits(p, %(place)s, c, h)
"""
_AT_ONCE: Final = """
    SELECT p, a.compartment, a.how FROM access_at(%(place)s) a, unnest(%(persons)s::uuid[]) p
    WHERE p <> ALL (access_barred())
    UNION SELECT person, compartment, how FROM access_named()
"""


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reach=reaches, place=st.sampled_from(PLACES))
def test_whom_a_reach_opens_at_once_is_whom_it_opens_one_by_one(reach: str, place: str) -> None:
    asked = {"place": place, "persons": list(PERSONS), "codes": list(CODES), "hows": list(HOWS)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.reach', %s, true)", [reach])
        cursor.execute(_ONE_BY_ONE, asked)
        one_by_one = set(cursor.fetchall())
        cursor.execute(_AT_ONCE, asked)
        assert set(cursor.fetchall()) == one_by_one
