"""Who may be separated, on which order, and what is refused with the rule's own words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

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
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.safety import actions
from throughcare.casework.safety.errors import (
    AlreadySeparated,
    BadSeparation,
    BeyondLimit,
    HealthMayNotOrder,
    MustNotBeSeparated,
    NotSeparated,
)
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.casework.safety.queries import separations_of
from throughcare.casework.safety.terms import HealthStateKind

pytestmark = pytest.mark.django_db


def test_an_order_begins_a_spell_that_has_no_end() -> None:
    order = separated(grown())
    see_all_rows("DIS")
    spell = Separation.objects.get(id=order.separation_id)
    assert (spell.since, spell.until, spell.place.path) == (AT, None, "north/a/1/01")
    assert (order.end_at, order.ordered_by) == (AT + 3 * DAY, "901")


def test_an_officer_on_the_wing_may_order_and_reads_nothing_of_it() -> None:
    person = grown()
    separated(person, by=WING)
    with pytest.raises(Refused):
        separations_of(WING, person, at=AT)


def test_health_staff_order_nothing() -> None:
    with pytest.raises(HealthMayNotOrder, match="health staff"):
        separated(grown(), by=NURSE)
    with pytest.raises(HealthMayNotOrder, match=r"46\.1"):
        separated(grown("Marat", cell="north/a/1/02"), authority_role="health_staff")


def test_the_director_of_another_prison_finds_nobody_and_the_inspector_orders_nothing() -> None:
    person = grown()
    with pytest.raises(NotThere):
        separated(person, by=ELSEWHERE)
    with pytest.raises(Refused):
        separated(person, by=INSPECTOR)


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"reasons": " "}, "the reasons"),
        ({"legal_ground": ""}, "the article of the law"),
        ({"authority": ""}, "who orders it"),
        ({"alternatives_tried": ""}, "what was tried before"),
        ({"end_at": None}, "its end"),
        ({"review_at": None}, "its review"),
        ({"review_at": AT + 5 * DAY}, "would not fall within"),
        ({"end_at": AT - HOUR}, "end before it begins"),
        ({"ground": "because"}, "none of the list"),
        ({"only_sentence_or_offence": True}, "45"),
        ({"told_at": AT}, "in which language"),
        ({"made_at": AT + HOUR}, "not given yet"),
    ],
)
def test_an_order_that_says_too_little_is_refused(lacking: dict[str, Any], said: str) -> None:
    with pytest.raises(BadSeparation, match=said):
        separated(grown(), **lacking)
    see_all_rows("DIS")
    assert not Separation.objects.exists()


def test_a_child_is_not_separated_nor_whose_age_is_disputed_or_not_known() -> None:
    for born, name in (("2010-01-01", "Dana"), ("", "Erlan"), ("2008-12", "Ali")):
        with pytest.raises(MustNotBeSeparated, match="child"):
            separated(grown(name, born=born, cell=None))
    person = grown("Timur", cell=None)
    of_custody.dispute_age(
        by=ADMISSIONS, at=AT, person_id=person, says_birth_date="2010-01-01", happened_at=AT
    )
    with pytest.raises(MustNotBeSeparated, match="child"):
        separated(person)


def test_the_words_of_a_refusal_for_a_child_are_the_words_of_the_rule() -> None:
    with pytest.raises(MustNotBeSeparated) as refusal:
        separated(grown(born="2010-01-01"))
    assert "45.2" in str(refusal.value)


@pytest.mark.parametrize("kind", HealthStateKind.values)
def test_whom_health_protects_is_not_separated_and_the_refusal_does_not_say_why(kind: str) -> None:
    person = grown()
    actions.state_health(by=NURSE, at=AT, person_id=person, kind=kind, since=AT)
    with pytest.raises(MustNotBeSeparated) as refusal:
        separated(person, at=AT + HOUR)
    said = f"{refusal.value} {refusal.value.remedy}"
    assert "on grounds kept in the health file" in said
    assert not any(word in said for word in ("pregnan", "infant", "disab", "breast", "birth"))


@pytest.mark.parametrize(
    ("kind", "cite"), [("pregnant", "22"), ("disability_worsened_by_solitary", "45.2")]
)
def test_who_also_reads_the_health_file_is_told_the_rule(kind: str, cite: str) -> None:
    both = written(Viewer(960, posts=(*DIRECTOR.posts, *NURSE.posts)))
    person = grown()
    actions.state_health(by=NURSE, at=AT, person_id=person, kind=kind, since=AT)
    with pytest.raises(MustNotBeSeparated) as refusal:
        separated(person, at=AT + HOUR, by=both)
    assert f"({cite})" in str(refusal.value)
    assert str(HealthStateKind(kind).label) in str(refusal.value)


def test_after_the_state_of_health_ended_the_person_may_be_separated() -> None:
    person = grown()
    state = actions.state_health(by=NURSE, at=AT, person_id=person, kind="breastfeeding", since=AT)
    actions.end_health_state(
        by=NURSE, at=AT + DAY, person_id=person, state_id=state.id, until=AT + DAY
    )
    with pytest.raises(MustNotBeSeparated):
        separated(person, at=AT + DAY - MINUTE)
    assert separated(person, at=AT + DAY)


def test_who_becomes_pregnant_gets_no_further_order() -> None:
    person = grown()
    order = separated(person)
    actions.state_health(by=NURSE, at=AT + DAY, person_id=person, kind="pregnant", since=AT)
    with pytest.raises(MustNotBeSeparated):
        _continued(person, order.separation_id, AT + 2 * DAY)


def test_a_second_separation_on_another_ground_is_refused_in_words() -> None:
    person = grown()
    separated(person)
    with pytest.raises(AlreadySeparated, match="whatever the ground"):
        separated(person, at=AT + HOUR, ground="protective")


def _continued(person: UUID, spell: UUID, at: datetime, days: float = 3, **more: Any) -> Any:
    return actions.continue_separation(
        by=DIRECTOR, at=at, person_id=person, separation_id=spell, order=words(at, days, **more)
    )


def test_fifteen_days_may_be_ordered_and_a_minute_more_may_not() -> None:
    assert separated(grown(), days=15)
    with pytest.raises(BeyondLimit, match=r"43\.1\(b\)") as refusal:
        separated(grown("Marat", cell="north/a/1/02"), end_at=AT + 15 * DAY + MINUTE)
    assert "2026-03-16 10:00" in str(refusal.value.remedy)  # 09:00 UTC on the clocks of Tunis


def test_a_further_order_on_another_ground_does_not_begin_a_new_count() -> None:
    person = grown()
    order = separated(person, days=10, ground="disciplinary")
    with pytest.raises(BeyondLimit):
        _continued(person, order.separation_id, AT + 10 * DAY, 6, ground="protective")
    assert _continued(person, order.separation_id, AT + 10 * DAY, 5, ground="protective")


def test_a_gap_of_23_hours_joins_and_one_of_25_does_not() -> None:
    for hours, name, cell in ((23, "Marat", "north/a/1/02"), (25, "Aibek", "north/a/1/03")):
        person = grown(name, cell=cell)
        order = separated(person, days=10)
        ended = AT + 10 * DAY
        actions.end_separation(
            by=DIRECTOR, at=ended, person_id=person, separation_id=order.separation_id, until=ended
        )
        again = ended + hours * HOUR
        if hours == 23:
            with pytest.raises(BeyondLimit):
                separated(person, at=again, days=10)
        else:
            assert separated(person, at=again, days=10)


def test_an_earlier_spell_within_the_gap_shortens_what_may_be_ordered_to_the_minute() -> None:
    person = grown()
    first = separated(person, days=2)
    actions.end_separation(
        by=DIRECTOR, at=AT + 2 * DAY, person_id=person, separation_id=first.separation_id,
        until=AT + 2 * DAY,
    )  # fmt: skip
    again = AT + 2 * DAY + 24 * HOUR  # exactly the gap still joins
    with pytest.raises(BeyondLimit):
        separated(person, at=again, end_at=AT + 15 * DAY + MINUTE, review_at=again + DAY)
    assert separated(person, at=again, end_at=AT + 15 * DAY, review_at=again + DAY)


def test_a_stricter_country_shortens_the_limit(settings: Any) -> None:
    settings.COUNTRY = "tunisia"
    with pytest.raises(BeyondLimit):
        separated(grown(), days=11)
    assert separated(grown("Marat", cell="north/a/1/02"), days=10)


def test_an_exception_of_the_country_lets_it_pass_and_stands_on_the_order(settings: Any) -> None:
    person = grown()
    exception = {"lawful_exception": "transfer_to_single_cell", "days": 60}
    with pytest.raises(BeyondLimit, match="no such exception"):
        separated(person, **exception)
    settings.COUNTRY = "kazakhstan"
    with pytest.raises(BeyondLimit):
        separated(person, days=60)
    assert separated(person, **exception).lawful_exception == "transfer_to_single_cell"
    with pytest.raises(BeyondLimit):  # the exception has its own end
        separated(
            grown("Marat", cell="north/a/1/02"), days=300,
            lawful_exception="transfer_to_single_cell",
        )  # fmt: skip


def test_of_a_small_group_the_days_decide_and_not_the_order() -> None:
    assert separated(grown(), days=60, kind="small_group", ground="protective")


def test_a_separation_of_who_is_not_in_custody_or_to_come_is_refused() -> None:
    with pytest.raises(BadSeparation, match="not in custody"):
        actions.order_separation(
            by=DIRECTOR, at=AT + HOUR, person_id=grown(), kind="own_cell",
            since=AT - HOUR, order=words(AT + HOUR),
        )  # fmt: skip
    with pytest.raises(BadSeparation, match="has not come"):
        actions.order_separation(
            by=DIRECTOR, at=AT, person_id=grown("Marat", cell="north/a/1/02"), kind="own_cell",
            since=AT + HOUR, order=words(),
        )  # fmt: skip
    with pytest.raises(BadSeparation, match="none of the list"):
        separated(grown("Aibek", cell="north/a/1/03"), kind="hole")


def test_when_the_order_ends_the_spell_goes_on_until_somebody_writes_its_end() -> None:
    person = grown()
    order = separated(person, days=1)
    later = AT + 5 * DAY
    ended = actions.end_separation(
        by=DIRECTOR, at=later, person_id=person, separation_id=order.separation_id, until=later
    )
    assert (ended.since, ended.until, ended.spell) == (AT, later, order.separation_id)
    with pytest.raises(NotSeparated, match="ended"):
        _continued(person, order.separation_id, later)


def test_an_end_before_the_last_review_is_refused() -> None:
    person = grown()
    order = separated(person)
    _reviewed(person, order, AT + 2 * DAY)
    with pytest.raises(BadSeparation, match="reviewed on"):
        actions.end_separation(
            by=DIRECTOR, at=AT + 3 * DAY, person_id=person, separation_id=order.separation_id,
            until=AT + DAY,
        )  # fmt: skip


def _reviewed(person: UUID, order: SeparationOrder, at: datetime) -> None:
    actions.review_separation(
        by=DEPUTY, at=at, person_id=person, separation_id=order.separation_id, reviewed_at=at,
        reviewer="B. Judge", reviewer_role="judge", independent=True, outcome="continue",
        reasons="the danger goes on",
    )  # fmt: skip


def test_the_person_is_told_afterwards_and_the_order_keeps_who_gave_it() -> None:
    person = grown()
    order = separated(person)
    told = actions.tell_of_order(
        by=DEPUTY, at=AT + HOUR, person_id=person, order_id=order.id, told_at=AT + HOUR,
        told_language="kk", told_how="both", how_to_challenge="in writing to the judge",
    )  # fmt: skip
    assert (told.ordered_by, told.recorded_by, told.end_at) == ("901", "902", order.end_at)
    with pytest.raises(BadSeparation, match="challenge"):
        actions.tell_of_order(
            by=DEPUTY, at=AT + HOUR, person_id=person, order_id=told.id, told_at=AT + HOUR,
            told_language="kk", told_how="both", how_to_challenge=" ",
        )  # fmt: skip


def test_what_could_not_be_ordered_is_written_as_found_and_marked() -> None:
    child = grown(born="2011-01-01")
    spell = actions.find_separation(
        by=WING, at=AT + DAY, person_id=child, kind="segregation_cell", since=AT,
        found="on the evening round", orders=[words(AT, 30, end_at=None, legal_ground="")],
    )  # fmt: skip
    see_all_rows("DIS")
    order = SeparationOrder.objects.get(separation=spell.spell)
    assert (spell.found, order.found, order.end_at) == (
        "on the evening round", "on the evening round", None,
    )  # fmt: skip


def test_a_corrected_order_keeps_to_the_limit() -> None:
    person = grown()
    order = separated(person)
    with pytest.raises(BeyondLimit):
        actions.correct_order(
            by=DIRECTOR, at=AT + HOUR, person_id=person, order_id=order.id, order=words(AT, 16),
            why="a slip",
        )  # fmt: skip
    right = actions.correct_order(
        by=DIRECTOR, at=AT + HOUR, person_id=person, order_id=order.id, order=words(AT, 2),
        why="a slip",
    )  # fmt: skip
    assert right.replaces_id == order.id


def test_a_spell_that_carries_an_order_is_not_struck_out_before_it() -> None:
    person = grown()
    order = separated(person)
    with pytest.raises(BadSeparation, match="order of this separation"):
        actions.strike_out_entry(
            by=DIRECTOR, at=AT + HOUR, person_id=person, kind="separation",
            row_id=order.separation_id, why="the wrong person",
        )  # fmt: skip
    for kind, row in (("separation-order", order.id), ("separation", order.separation_id)):
        actions.strike_out_entry(
            by=DIRECTOR, at=AT + HOUR, person_id=person, kind=kind, row_id=row,
            why="the wrong person",
        )  # fmt: skip
    assert separated(person, at=AT + HOUR)
