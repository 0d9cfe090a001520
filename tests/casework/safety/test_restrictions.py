"""Restrictions end by themselves, and some nobody may order (Rule 43, Bangkok 23)."""

from __future__ import annotations

from typing import Any

import pytest

from standards.findings import Status
from tests.casework.safety.made import (
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
)
from tests.casework.safety.made_measures import REGIME, findings, restricted, statuses, woman
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.safety import actions, queries
from throughcare.casework.safety.measure_errors import (
    AlreadyOver,
    BadRestriction,
    ForbiddenRestriction,
    RestrictionTooLong,
    SamePersonLooks,
)
from throughcare.casework.safety.measure_terms import SCOPES, RestrictionKind

pytestmark = pytest.mark.django_db


def _lasting(**more: Any) -> dict[str, Any]:
    return {"end_at": AT + 30 * DAY, "review_at": AT + 15 * DAY, **more}


def _review(row: Any, **more: Any) -> Any:
    said: dict[str, Any] = {
        "by": DEPUTY, "at": AT + 5 * DAY, "restriction_id": row.first,
        "reviewed_at": AT + 5 * DAY, "reviewer": "B. Deputy", "outcome": "continue",
        "reasons": "nothing has changed", "next_review_at": AT + 8 * DAY,
    }  # fmt: skip
    return actions.review_restriction(**{**said, **more})


@pytest.mark.parametrize(
    ("kind", "scope"),
    [
        (kind, scope)
        for kind in RestrictionKind.values
        for scope in sorted(SCOPES[kind] - {"family_barred", "food_or_water"})
    ],
)
def test_each_restriction_ends_by_itself_at_its_end(kind: str, scope: str) -> None:
    person = grown()
    said = REGIME if scope == "special_regime" else {"kind": kind, "scope": scope}
    row = restricted(person, **said)
    assert row.end_at is not None
    for at, runs in (
        (AT, True), (row.end_at - MINUTE, True), (row.end_at, False), (row.end_at + DAY, False),
    ):  # fmt: skip
        read = queries.measures_of(INSPECTOR, person, at=at)
        assert (read.running == [row]) is runs, (scope, at)


def test_a_limit_of_contact_that_has_ended_is_met_and_not_due() -> None:
    person = grown()
    restricted(person)
    assert statuses("nmr-43-3-limit", person, AT + 2 * DAY) == {Status.DUE}
    assert statuses("nmr-43-3-limit", person, AT + 12 * DAY) == {Status.MET}


def test_nobody_may_bar_all_contact_with_the_family() -> None:
    with pytest.raises(ForbiddenRestriction, match=r"43\.3 \(nmr-43-3-ban\): .*ban family contact"):
        restricted(grown(), scope="family_barred")


def test_nobody_may_cut_food_or_water() -> None:
    with pytest.raises(ForbiddenRestriction, match=r"nmr-43-1-d-diet.*food or drinking water"):
        restricted(grown(), kind="regime", scope="food_or_water")


def test_a_woman_is_not_barred_from_her_children_as_a_sanction() -> None:
    with pytest.raises(ForbiddenRestriction, match="Bangkok Rules 23 "):
        restricted(woman(grown()), scope="children_barred", ground="sanction")


def test_nor_is_anybody_else() -> None:
    with pytest.raises(ForbiddenRestriction, match="nmr-43-3-ban"):
        restricted(grown(), scope="children_barred", ground="sanction")


def test_the_last_means_of_contact_is_not_barred_either() -> None:
    person = grown()
    restricted(person, scope="visits_barred")
    restricted(person, scope="calls_barred")
    with pytest.raises(ForbiddenRestriction, match="nmr-43-3-ban"):
        restricted(person, scope="letters_barred")
    at = AT + 10 * DAY
    assert restricted(person, scope="letters_barred", at=at, since=at)


def test_health_staff_order_no_restriction() -> None:
    with pytest.raises(ForbiddenRestriction, match="nmr-46-1-role"):
        restricted(grown(), authority_role="health_staff")


def test_contact_is_limited_for_thirty_days_and_not_a_minute_longer() -> None:
    with pytest.raises(RestrictionTooLong, match=r"43\.3"):
        restricted(grown(), **_lasting(end_at=AT + 30 * DAY + MINUTE))
    assert restricted(grown("Marat", cell="north/a/1/02"), **_lasting())


def test_a_second_limit_within_a_day_is_counted_with_the_first() -> None:
    person = grown()
    restricted(person, end_at=AT + 20 * DAY)
    at = AT + 21 * DAY
    with pytest.raises(RestrictionTooLong, match="until"):
        restricted(person, at=at, since=at, end_at=at + 10 * DAY)
    later = at + MINUTE
    assert restricted(person, at=later, since=later, end_at=later + 10 * DAY)


def test_a_restriction_has_its_words_and_its_days() -> None:
    person = grown()
    for lacking in ("legal_ground", "reasons", "authority"):
        with pytest.raises(BadRestriction, match=lacking.replace("_", " ")):
            restricted(person, **{lacking: " "})
    for wrong in (
        {"end_at": AT}, {"review_at": AT - MINUTE}, {"review_at": AT + 11 * DAY},
        {"kind": "property"}, {"scope": "air"}, {"since": AT - 11 * DAY, "end_at": AT - DAY},
    ):  # fmt: skip
        with pytest.raises(BadRestriction):
            restricted(person, **wrong)


def test_who_only_adds_to_the_register_orders_no_restriction() -> None:
    person = grown()
    for by in (WING, NURSE):
        with pytest.raises(Refused):
            restricted(person, by=by)
    with pytest.raises(NotThere):
        restricted(person, by=ELSEWHERE)


def test_it_is_told_and_ended_before_its_day_once() -> None:
    person = grown()
    row = restricted(person)
    actions.tell_restriction(
        by=DIRECTOR, at=AT + HOUR, restriction_id=row.first, told_at=AT + HOUR, language="ar",
        how="oral", how_to_challenge="to the judge within ten days",
    )  # fmt: skip
    said: dict[str, Any] = {"by": DIRECTOR, "restriction_id": row.first, "why": "no longer needed"}
    ended = actions.end_restriction(**said, at=AT + DAY, ended_at=AT + DAY)
    assert ended.told_language == "ar"
    assert queries.measures_of(INSPECTOR, person, at=AT + DAY).running == []
    with pytest.raises(AlreadyOver):
        actions.end_restriction(**said, at=AT + 2 * DAY, ended_at=AT + 2 * DAY)
    limits = findings("nmr-43-3-limit", person, AT + 3 * DAY)
    assert [one.until for one in limits] == [one.since + 86_400_000_000 for one in limits]


def test_what_is_over_by_itself_is_neither_ended_nor_reviewed() -> None:
    row = restricted(grown())
    at = AT + 10 * DAY
    with pytest.raises(AlreadyOver):
        actions.end_restriction(
            by=DIRECTOR, at=at, restriction_id=row.first, ended_at=at, why="tidying"
        )
    with pytest.raises(AlreadyOver):
        _review(row, at=at, reviewed_at=at)


def test_who_ordered_it_does_not_review_it() -> None:
    row = restricted(grown())
    with pytest.raises(SamePersonLooks):
        _review(row, by=DIRECTOR)
    with pytest.raises(SamePersonLooks):
        _review(row, reviewer=" a. DIRECTOR")
    assert _review(row)


def test_a_review_moves_the_next_one_or_ends_the_restriction() -> None:
    person = grown()
    row = restricted(person)
    with pytest.raises(BadRestriction):
        _review(row, next_review_at=AT + 11 * DAY)
    with pytest.raises(BadRestriction):
        _review(row, next_review_at=None)
    _review(row)
    (read,) = queries.measures_of(INSPECTOR, person, at=AT + 6 * DAY).restrictions
    assert read.runs and read.row.review_at == AT + 8 * DAY and len(read.reviews) == 1
    _review(row, at=AT + 8 * DAY, reviewed_at=AT + 8 * DAY, outcome="end")
    assert queries.measures_of(INSPECTOR, person, at=AT + 8 * DAY).running == []
