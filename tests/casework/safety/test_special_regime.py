"""A special regime says its facts and measures, is told, and another human being looks at it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from standards.findings import Status
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import AT, DAY, DEPUTY, DIRECTOR, HOUR, INSPECTOR, WING, grown
from tests.casework.safety.made_measures import REGIME, findings, restricted, statuses
from tests.casework.safety.test_measures_database import put, refused, restriction
from tests.staff import see_all_rows, written
from throughcare.access.models import Account
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.safety import actions, queries
from throughcare.casework.safety.measure_errors import BadRestriction, SamePersonLooks
from throughcare.casework.safety.models import Restriction, RestrictionReview
from throughcare.duties import queries as duties

pytestmark = pytest.mark.django_db
LONG = {**REGIME, "end_at": AT + 60 * DAY, "review_at": AT + 20 * DAY}


def reviewed(row: Restriction, by: Viewer = DEPUTY, days: int = 20, **more: Any) -> Any:
    """Somebody else looked at it, and it goes on."""
    said: dict[str, Any] = {
        "by": by, "at": AT + days * DAY, "restriction_id": row.first,
        "reviewed_at": AT + days * DAY, "reviewer": "B. Deputy", "outcome": "continue",
        "reasons": "the drawing was found again", "next_review_at": AT + (days + 9) * DAY,
    }  # fmt: skip
    return actions.review_restriction(**{**said, **more})


def told(row: Restriction, hours: int) -> None:
    """The person was told, some hours after the beginning."""
    at = AT + hours * HOUR
    actions.tell_restriction(
        by=DIRECTOR, at=at, restriction_id=row.first, told_at=at, language="ar", how="oral",
        how_to_challenge="to the judge",
    )  # fmt: skip


def found(person: UUID, **more: Any) -> Restriction:
    """A regime that was seen, and that nobody had ordered."""
    said: dict[str, Any] = {
        "by": WING, "at": AT, "person_id": person, "kind": "regime", "scope": "special_regime",
        "ground": "security", "since": AT, "found": "seen on a round", "said_by": "W. Officer",
    }  # fmt: skip
    return actions.record_what_happened_restriction(**{**said, **more})


def other_account_of_the_director() -> Viewer:
    """The director with a second account."""
    holder = Account.objects.get(pk=DIRECTOR.account).holder
    Account.objects.create(pk=981, name="account 981", holder=holder)
    return written(Viewer(981, posts=(HeldPost(Role.PRISON_DIRECTOR, "north", SINCE_NEW_YEAR),)))


@pytest.mark.parametrize("lacking", ["facts", "measures"])
def test_it_is_not_ordered_without_its_facts_or_its_measures(lacking: str) -> None:
    with pytest.raises(BadRestriction, match="on which facts it rests"):
        restricted(grown(), **{**REGIME, lacking: " "})


@pytest.mark.parametrize("given", ["facts", "measures"])
def test_no_other_restriction_has_them(given: str) -> None:
    person = grown()
    with pytest.raises(BadRestriction, match="only a special regime"):
        restricted(person, **{given: "words"})
    with pytest.raises(BadRestriction, match="only a special regime"):
        found(person, kind="contact", scope="visits_barred", **{given: "words"})


def test_the_database_asks_for_them_too_and_lets_what_was_found_lack_them() -> None:
    person = grown()
    see_all_rows("DIS")
    regime = {"kind": "regime", "scope": "special_regime"}
    for lacking in ("facts", "measures"):
        said = {"facts": "f", "measures": "m", lacking: ""}
        refused("says its facts and its measures", restriction, person, **regime, **said)
        given = {lacking: "words"}
        refused("facts_and_measures_of_a_special_regime", restriction, person, **given)
    assert found(person).facts == ""


def test_what_was_ordered_before_facts_were_asked_for_can_still_be_told_and_ended() -> None:
    person = grown()
    see_all_rows("DIS")
    old = restriction(person, kind="regime", scope="special_regime", facts="f", measures="m")
    # As a row of before: the trigger looks at what begins, not at its later versions.
    newer = {"first": old.first, "replaces_id": old.id, "facts": "", "measures": ""}
    assert restriction(person, kind="regime", scope="special_regime", **newer)


def test_the_decision_is_whole_once_the_person_was_told_within_a_day() -> None:
    person = grown()
    row = restricted(person, **REGIME)
    assert statuses("vep-04", person, AT + HOUR) == {Status.DUE}
    told(row, 24)
    assert statuses("vep-04", person, AT + 2 * DAY) == {Status.MET}


def test_told_an_hour_too_late_is_a_breach_of_an_hour() -> None:
    person = grown()
    told(restricted(person, **REGIME), 25)
    (one,) = findings("vep-04", person, AT + 2 * DAY)
    assert (one.status, (one.until or 0) - one.since) == (Status.BREACHED, 3_600_000_000)


def test_a_review_does_not_fill_again_what_was_filled_before() -> None:
    person = grown()
    row = restricted(person, **LONG)
    told(row, 1)
    reviewed(row)
    assert statuses("vep-04", person, AT + 30 * DAY) == {Status.MET}


def test_another_restriction_is_no_decision_on_a_regime_and_its_review_is_none_of_one() -> None:
    person = grown()
    row = restricted(person, kind="property", scope="things_limited", end_at=AT + 60 * DAY)
    reviewed(row, days=5)
    assert findings("vep-04", person, AT + 40 * DAY) == []
    regime = restricted(person, **LONG)
    assert statuses("vep-03", person, AT + 31 * DAY) == {Status.BREACHED}
    reviewed(regime, days=32)
    assert statuses("vep-03", person, AT + 33 * DAY) == {Status.BREACHED, Status.DUE}


def test_a_review_by_another_puts_the_next_one_off_for_thirty_days() -> None:
    person = grown()
    row = restricted(person, **LONG)
    assert statuses("vep-03", person, AT + 30 * DAY) == {Status.DUE}
    reviewed(row)
    assert statuses("vep-03", person, AT + 50 * DAY) == {Status.DUE}
    assert statuses("vep-03", person, AT + 50 * DAY + HOUR) == {Status.BREACHED}


def test_who_ordered_it_does_not_review_it_with_another_account_either() -> None:
    row = restricted(grown(), **LONG)
    again = other_account_of_the_director()
    with pytest.raises(SamePersonLooks):
        reviewed(row, by=again)
    see_all_rows("DIS")
    said = {"restriction_id": row.first, "at": AT + HOUR, "reviewer": "B", "outcome": "end"}
    refused("does not review it", put, RestrictionReview, row.person_id, **said, reasons="r",
            recorded_by=str(again.account))  # fmt: skip


def test_a_review_counts_only_where_it_is_known_who_imposed_the_regime() -> None:
    named, unnamed = grown("Aigerim"), grown("Marat", cell="north/a/1/02")
    rows = found(named, authority="A. Director"), found(unnamed)
    for row in rows:
        reviewed(row)
    assert statuses("vep-03", named, AT + 31 * DAY) == {Status.DUE}
    assert statuses("vep-03", unnamed, AT + 31 * DAY) == {Status.BREACHED}


def test_the_next_page_of_duties_knows_of_a_review_that_was_struck_out() -> None:
    person = grown()
    review = reviewed(restricted(person, **LONG))

    def open_now() -> list[Status]:
        kept = duties.of_person(INSPECTOR, person, at=AT + 35 * DAY)
        return [one.status for one in kept if one.rule == "vep-03"]

    assert open_now() == [Status.DUE]
    actions.strike_out_entry(
        by=DIRECTOR, at=AT + 35 * DAY, person_id=person, kind="restriction-review",
        row_id=review.id, why="it was of another person",
    )  # fmt: skip
    assert open_now() == [Status.BREACHED]


def test_the_register_shows_the_facts_and_measures() -> None:
    person = grown()
    restricted(person, **REGIME)
    (one,) = queries.measures_of(INSPECTOR, person, at=AT).restrictions
    assert (one.row.facts, one.row.measures) == (REGIME["facts"], REGIME["measures"])


def test_a_row_is_not_changed_afterwards() -> None:
    row = restricted(grown(), **REGIME)
    see_all_rows("DIS")
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Restriction.objects.filter(id=row.id).update(facts="others")
