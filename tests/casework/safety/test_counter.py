"""One count of days over cells, orders, grounds, prisons and short gaps, and who may read it."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.casework.custody.made_moves import arrived, sent
from tests.casework.people.made import ELSEWHERE as SOUTH_DOOR
from tests.casework.safety.made import (
    ADMISSIONS,
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    MINUTE,
    NURSE,
    WING,
    grown,
    separated,
    words,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Assigned, Viewer
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.safety import actions
from throughcare.casework.safety.queries import (
    Counter,
    counter_of,
    counters_for,
    marked_at,
    separated_at,
    separations_of,
)

pytestmark = pytest.mark.django_db


def counted(person: UUID, at: object, by: Viewer = INSPECTOR) -> Counter:
    """The count, which is there."""
    found = counter_of(by, person, at=at)  # type: ignore[arg-type]
    assert found is not None
    return found


def ended(person: UUID, spell: UUID, at: object, by: Viewer = DIRECTOR) -> None:
    """Let out to the others."""
    actions.end_separation(
        by=by, at=at, person_id=person, separation_id=spell, until=at  # type: ignore[arg-type]
    )  # fmt: skip


def test_who_is_not_separated_has_no_count() -> None:
    assert counter_of(INSPECTOR, grown(), at=AT) is None


def test_the_days_are_full_days_on_the_clock_and_the_limit_is_an_instant() -> None:
    person = grown()
    separated(person, days=15)
    assert counted(person, AT).full_days == 0
    assert counted(person, AT + DAY - MINUTE).full_days == 0
    assert counted(person, AT + DAY).full_days == 1
    last = counted(person, AT + 15 * DAY)
    assert (last.full_days, last.limit_days, last.limit_at) == (15, 15, AT + 15 * DAY)
    assert not last.beyond(AT + 15 * DAY)
    assert last.beyond(AT + 15 * DAY + MINUTE)


def test_an_order_that_ended_leaves_a_spell_without_an_order() -> None:
    person = grown()
    separated(person, days=2)
    before, after = counted(person, AT + 2 * DAY - MINUTE), counted(person, AT + 2 * DAY)
    assert (before.without_order, after.without_order) == (False, True)
    assert after.runs


def test_three_cells_and_two_prisons_are_one_count() -> None:
    person = grown()
    first = separated(person, days=5)
    of_custody.place_in(
        by=ADMISSIONS, at=AT + 2 * DAY, person_id=person, place="north/a/1/03", since=AT + 2 * DAY
    )
    ended(person, first.separation_id, AT + 4 * DAY)
    sent(person, at=AT + 4 * DAY)
    arrived(person, at=AT + 4 * DAY + 3 * HOUR)
    again = AT + 4 * DAY + 6 * HOUR
    of_custody.place_in(
        by=SOUTH_DOOR, at=again, person_id=person, place="south/a/1/01", since=again
    )
    second = separated(person, at=again, by=ELSEWHERE, days=5, ground="protective")
    ended(person, second.separation_id, again + 3 * DAY, by=ELSEWHERE)
    third = separated(person, at=again + 3 * DAY + HOUR, by=ELSEWHERE, days=3, kind="own_cell")
    now = AT + 8 * DAY + 12 * HOUR
    count = counted(person, now)
    assert (count.since, count.full_days, count.separation_id) == (AT, 8, third.separation_id)
    assert count.limit_at == AT + 15 * DAY


def test_in_a_short_gap_the_count_waits_and_after_it_is_gone() -> None:
    person = grown()
    order = separated(person)
    ended(person, order.separation_id, AT + 2 * DAY)
    waiting = counted(person, AT + 2 * DAY + 23 * HOUR)
    assert (waiting.runs, waiting.full_days) == (False, 2)
    assert waiting.joins_until == AT + 3 * DAY
    assert counter_of(INSPECTOR, person, at=AT + 3 * DAY + MINUTE) is None


def test_the_next_review_is_the_rulebooks_or_the_promised_one_if_that_is_earlier() -> None:
    person = grown()
    order = separated(person, days=10, review_at=AT + 5 * DAY)
    assert counted(person, AT).next_review_at == AT + 3 * DAY
    actions.review_separation(
        by=DEPUTY, at=AT + 2 * DAY, person_id=person, separation_id=order.separation_id,
        reviewed_at=AT + 2 * DAY, reviewer="B. Judge", reviewer_role="judge", independent=True,
        outcome="continue", reasons="goes on", next_review_at=AT + 4 * DAY,
    )  # fmt: skip
    assert counted(person, AT + 2 * DAY).next_review_at == AT + 4 * DAY


def test_those_who_only_add_to_the_register_read_the_count_and_nothing_else() -> None:
    person = grown()
    separated(person)
    for one in (WING, NURSE):
        assert counted(person, AT + DAY, by=one).full_days == 1
        with pytest.raises(Refused):
            separations_of(one, person, at=AT + DAY)
    with pytest.raises(NotThere):
        counter_of(ELSEWHERE, person, at=AT)
    with pytest.raises(Refused):
        counter_of(ADMISSIONS, person, at=AT)


def test_a_redacted_reading_shows_when_and_nothing_else() -> None:
    from tests.casework.people.made import SINCE_NEW_YEAR
    from tests.staff import written
    from throughcare.access.question import HeldPost
    from throughcare.access.terms import Role

    person = grown()
    separated(person)
    probation = written(
        Viewer(
            950, posts=(HeldPost(Role.PROBATION_OFFICER, "north", SINCE_NEW_YEAR),),
            assigned=(Assigned(Role.PROBATION_OFFICER, person, SINCE_NEW_YEAR),),
        )
    )  # fmt: skip
    assert counted(person, AT + DAY, by=probation).full_days == 1
    seen = separations_of(probation, person, at=AT + DAY)
    assert (seen.whole, list(seen.spells), len(seen.times)) == (False, [], 1)


def test_a_prison_lists_who_is_separated_the_longest_first() -> None:
    short, long = grown(), grown("Marat", cell="north/a/1/02")
    separated(long)
    separated(short, at=AT + DAY)
    listed = separated_at(WING, "north", at=AT + 2 * DAY)
    assert [one.person for one in listed] == [long, short]
    assert set(counters_for(WING, [short, long, grown("Aibek", cell=None)], at=AT + 2 * DAY)) == {
        short, long,
    }  # fmt: skip
    assert counters_for(ELSEWHERE, [short, long], at=AT + 2 * DAY) == {}
    with pytest.raises((NotThere, Refused)):
        separated_at(ELSEWHERE, "north", at=AT + 2 * DAY)


def test_a_list_of_many_asks_once(django_assert_max_num_queries: object) -> None:
    people = [grown(f"N{one}", cell=None) for one in range(5)]
    for one in people:
        separated(one)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert len(separated_at(DIRECTOR, "north", at=AT + DAY)) == len(people)


def test_the_inspector_sees_what_was_found_and_what_an_exception_let_pass(settings: object) -> None:
    settings.COUNTRY = "kazakhstan"  # type: ignore[attr-defined]
    child = grown("Dana", born="2011-01-01", cell=None)
    actions.find_separation(
        by=WING, at=AT, person_id=child, kind="own_cell", since=AT, found="on a round",
        orders=[words(AT, 20)],
    )  # fmt: skip
    person = grown()
    separated(person, days=60, lawful_exception="transfer_to_single_cell")
    marked = marked_at(INSPECTOR, "north", at=AT + DAY)
    assert [one.person_id for one in marked.exceptions] == [person]
    assert [one.person_id for one in marked.found] == [child]
    assert [one.person_id for one in marked.orders_found] == [child]
