"""A personal officer is given for a time; the unit's list says whom the prison owes a contact."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from tests.casework.custody.made_moves import let_go
from tests.casework.observations.made import (
    AT,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    MINUTE,
    NOON,
    SECOND_OFFICER,
    WING,
    grown,
    holder,
    manager,
    observed,
    rows,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Post
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.observations import actions, queries
from throughcare.casework.observations.errors import BadOfficer, BadTime, NotSaid, TooLong
from throughcare.casework.observations.models import OfficerContact, PersonalOfficer
from throughcare.casework.observations.queries import OnUnit

pytestmark = pytest.mark.django_db


def appointed(person: UUID, officer: Viewer = WING, **more: Any) -> PersonalOfficer:
    said: dict[str, Any] = {"by": manager(person), "at": NOON, "officer": officer.account, **more}
    return actions.appoint_officer(person_id=person, **said)


def met(person: UUID, **more: Any) -> OfficerContact:
    said: dict[str, Any] = {"by": WING, "at": NOON, "kind": "talk", **more}
    return actions.log_contact(person_id=person, **said)


def on_unit(person: UUID, *, at: datetime, by: Viewer = WING) -> OnUnit:
    found = queries.unit_of(by, "north/a/1", at=at).people
    return next(one for one in found if one.person == person)


def test_a_personal_officer_is_appointed_by_the_case_team_from_a_moment_on() -> None:
    person = grown()
    appointed(person)
    assert on_unit(person, at=NOON - MINUTE).told.officer == ""
    assert on_unit(person, at=NOON).told.officer == str(WING.account)


def test_whoever_only_adds_or_only_reads_appoints_nobody() -> None:
    person = grown()
    for by in (WING, DIRECTOR):
        with pytest.raises(Refused):
            appointed(person, by=by)
    assert rows(PersonalOfficer) == []


def test_a_second_one_takes_the_place_of_the_first() -> None:
    person = grown()
    appointed(person)
    appointed(person, SECOND_OFFICER, at=NOON + DAY)
    assert on_unit(person, at=NOON + DAY).told.officer == str(SECOND_OFFICER.account)
    told = queries.observations_of(manager(person), person, at=NOON + DAY).officers
    assert [(one.officer, one.since, one.until) for one in told] == [
        (str(SECOND_OFFICER.account), NOON + DAY, None),
        (str(WING.account), NOON, NOON + DAY),
    ]  # fmt: skip


def test_it_ends_for_a_reason_and_only_once() -> None:
    person = grown()
    row = appointed(person)
    end: dict[str, Any] = {"by": manager(person), "at": NOON + DAY}
    ended = actions.end_officer(officer_id=row.id, why="Another shift.", **end)
    assert on_unit(person, at=NOON + DAY).told.officer == ""
    with pytest.raises(BadTime):
        actions.end_officer(officer_id=ended.id, why="Again.", **end)


@pytest.mark.parametrize("account", [ELSEWHERE.account, 999_999, "", "'; --"])
def test_only_somebody_with_a_post_in_that_prison_is_one(account: Any) -> None:
    person = grown()
    with pytest.raises(BadOfficer):
        actions.appoint_officer(by=manager(person), at=NOON, person_id=person, officer=account)


def test_it_is_over_with_the_post_of_the_officer() -> None:
    person = grown()
    appointed(person)
    Post.objects.filter(account_id=WING.account).update(ends=NOON + DAY)
    asks: dict[str, Any] = {"by": SECOND_OFFICER}
    assert on_unit(person, at=NOON + DAY - MINUTE, **asks).told.officer == str(WING.account)
    assert on_unit(person, at=NOON + DAY, **asks).told.officer == ""


def test_a_contact_is_owed_within_a_week_of_the_last_one() -> None:
    person = grown()
    met(person)
    due = NOON + 7 * DAY
    assert on_unit(person, at=NOON).due() == due
    met(person, at=due - MINUTE)
    assert on_unit(person, at=due - MINUTE).due() == due - MINUTE + 7 * DAY


def test_it_is_counted_from_the_admission_where_there_was_none() -> None:
    person = grown()
    one = on_unit(person, at=NOON)
    assert one.told.last is None and (due := one.due()) is not None
    assert AT - 2 * DAY < due - 7 * DAY <= AT


def test_a_separated_person_is_owed_one_every_day_from_the_separation_on() -> None:
    person = grown()
    met(person)
    for since, due in (
        (NOON - DAY, NOON + DAY),
        (NOON + 2 * DAY, NOON + 3 * DAY),
        (NOON + 6 * DAY + HOUR, NOON + 7 * DAY),
    ):
        assert on_unit(person, at=NOON + DAY).due(since) == due


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("talk", True), ("help", True), ("activity", True), ("in_passing", False),
     ("through_the_door", False)],
)  # fmt: skip
def test_a_greeting_or_words_through_a_door_are_written_and_do_not_count(
    kind: str, counts: bool
) -> None:
    person = grown()
    met(person, kind=kind)
    assert (on_unit(person, at=NOON).told.last == NOON) is counts
    assert len(rows(OfficerContact)) == 1


def test_an_observation_is_no_contact() -> None:
    person = grown()
    observed(person, tone="talk")
    assert on_unit(person, at=NOON).told.last is None


def test_a_contact_is_refused_ahead_of_time_unlisted_or_too_long() -> None:
    person = grown()
    for wrong, said in (
        (BadTime, {"met_at": NOON + MINUTE}), (BadTime, {"met_at": AT - 60 * DAY}),
        (NotSaid, {"kind": "score"}), (TooLong, {"words": "a" * 50_000}),
    ):  # fmt: skip
        with pytest.raises(wrong):
            met(person, **said)
    assert rows(OfficerContact) == []


def test_the_list_is_for_who_adds_or_reads_there_and_for_nobody_else() -> None:
    person = grown()
    for by in (WING, DIRECTOR, INSPECTOR):
        assert on_unit(person, at=NOON, by=by).person == person
    with pytest.raises((NotThere, Refused)):
        queries.unit_of(ELSEWHERE, "north/a/1", at=NOON)
    with pytest.raises((NotThere, Refused)):
        queries.unit_of(holder(Role.PHYSICIAN_NURSE, 964), "north/a/1", at=NOON)


def test_who_reads_only_sees_the_list_and_is_offered_no_form() -> None:
    grown()
    assert queries.unit_of(WING, "north/a/1", at=NOON).may_observe
    assert not queries.unit_of(DIRECTOR, "north/a/1", at=NOON).may_observe


def test_of_somebody_who_has_left_nothing_is_owed_and_nothing_is_written() -> None:
    person = grown()
    appointed(person)
    let_go(person, at=NOON + DAY)
    assert queries.unit_of(WING, "north/a/1", at=NOON + 2 * DAY).people == []
    for write in (met, observed):
        with pytest.raises(BadTime):
            write(person, at=NOON + 2 * DAY)
    met(person, at=NOON + 2 * DAY, met_at=NOON)  # of the days before it may still be written


def test_the_share_of_a_unit_is_told_only_where_it_tells_of_nobody() -> None:
    names = ("Arman", "Bolat", "Chingis", "Daulet", "Erlan")
    people = [grown(name, cell=f"north/a/1/0{1 + number % 2}") for number, name in enumerate(names)]
    third = holder(Role.SECURITY_OFFICER, 965)
    for person in people:
        observed(person)
        observed(person, tone="concern", by=SECOND_OFFICER)
    assert queries.unit_of(WING, "north/a/1", at=NOON).share is None  # two writers
    observed(people[0], by=third)
    share = queries.unit_of(WING, "north/a/1", at=NOON).share
    assert share is not None
    assert (share.positive, share.talks, share.concerns, share.positive_percent) == (6, 0, 5, 55)
    assert queries.unit_of(WING, "north/a/1", at=NOON + 29 * DAY).share is None  # too old


def test_four_people_are_too_few_for_a_share() -> None:
    people = [grown(name, cell="north/a/1/01") for name in ("Arman", "Bolat", "Chingis", "Daulet")]
    third = holder(Role.SECURITY_OFFICER, 965)
    for person in people:
        for by in (WING, SECOND_OFFICER, third):
            observed(person, by=by)
    assert queries.unit_of(WING, "north/a/1", at=NOON).share is None
