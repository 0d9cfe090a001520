"""The database spells a time as we do, to the microsecond, whichever way is quicker for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import connection

from throughcare.register.encoding import microseconds, microseconds_in_sql

pytestmark = pytest.mark.django_db
_EDGES = (
    datetime(1970, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC),
    datetime(2041, 5, 10, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC),
)  # fmt: skip
_ASK = f"""
SELECT {microseconds_in_sql("one")}
FROM unnest(%s::timestamptz[]) WITH ORDINALITY AS t(one, n) ORDER BY n
"""
_NEVER = f"""
SELECT {microseconds_in_sql("one")} FROM unnest('{{infinity,-infinity}}'::timestamptz[]) one
"""


def _spelled(moments: list[datetime]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [moments])
        return [number for (number,) in cursor.fetchall()]


def test_the_database_spells_every_microsecond_of_four_centuries_as_we_do() -> None:
    source, first = Random(11), datetime(1900, 1, 1, tzinfo=UTC)
    span = (datetime(2300, 1, 1, tzinfo=UTC) - first) // timedelta(microseconds=1)
    moments = [first + timedelta(microseconds=source.randrange(span)) for _ in range(20_000)]
    moments += [edge + timedelta(microseconds=n) for edge in _EDGES for n in range(-500, 500)]
    assert _spelled(moments) == [microseconds(one) for one in moments]


def test_what_is_no_instant_has_no_spelling() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_NEVER)
        assert cursor.fetchall() == [(None,), (None,)]
