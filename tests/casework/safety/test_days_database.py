"""The database too lets nobody be separated longer in a row than rules and country allow."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from tests.casework.safety.made import AT, DAY, HOUR, grown, separated
from tests.casework.safety.test_database import order, refused, spell
from tests.staff import see_all_rows
from throughcare.casework.safety.day_limit import day_limits
from throughcare.casework.safety.errors import BeyondLimit
from throughcare.casework.safety.limits import Spell, latest_end, limit_on

pytestmark = pytest.mark.django_db
TOO_LONG, MINUTE = "longer in a row than is allowed", timedelta(minutes=1)


@pytest.fixture
def person() -> UUID:
    found = grown()
    see_all_rows("DIS", "HLT", "SEN")
    return found


def test_the_table_of_the_database_is_that_of_the_rulebook() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT exception, longest, gap FROM safety_daylimit")
        held = {name: (longest, gap) for name, longest, gap in cursor.fetchall()}
        cursor.execute(
            "SELECT a, b::interval, c::interval FROM unnest(%s::text[], %s::text[], %s::text[])"
            " u(a, b, c)", [list(column) for column in zip(*day_limits(), strict=True)],
        )  # fmt: skip
        assert held == {name: (longest, gap) for name, longest, gap in cursor.fetchall()}


def test_one_order_ends_within_the_days_to_the_minute(person: UUID) -> None:
    limit = limit_on(AT.date())
    begins = Spell(AT, None, "Africa/Tunis")
    last = latest_end([], begins, limit.longest, limit.gap)
    own = spell(person)
    refused(TOO_LONG, order, own, end_at=last + MINUTE)
    assert order(own, end_at=last).end_at == last


def test_spells_that_join_are_counted_as_one_and_others_are_not(person: UUID) -> None:
    spell(person, until=AT + 5 * DAY)
    spell(person, since=AT + 5 * DAY + HOUR, until=AT + 9 * DAY, kind="small_group")
    joins = spell(person, since=AT + 9 * DAY + HOUR)
    refused(TOO_LONG, order, joins, end_at=AT + 15 * DAY + MINUTE)
    assert order(joins, end_at=AT + 15 * DAY)
    other = grown("Karim")
    see_all_rows("DIS", "HLT", "SEN")
    spell(other, until=AT + 5 * DAY)
    apart = spell(other, since=AT + 12 * DAY)
    assert order(apart, end_at=AT + 27 * DAY), "a week between them joins nothing"


def test_what_was_found_to_be_so_and_small_groups_are_let_through(person: UUID) -> None:
    own = spell(person)
    assert order(own, end_at=AT + 40 * DAY, found="written by the inspector")
    other = grown("Karim")
    see_all_rows("DIS", "HLT", "SEN")
    assert order(spell(other, kind="small_group"), end_at=AT + 40 * DAY)


def test_whoever_races_past_the_action_is_told_in_its_words(
    person: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "throughcare.casework.safety.actions.separations.need_limit", lambda *_a, **_k: None
    )
    with pytest.raises(BeyondLimit, match="longer in a row"):
        separated(person, days=16)
