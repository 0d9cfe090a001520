"""A person is let go on an order, by another officer than the one who received the person."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    MINUTE,
    person,
    received,
    remanded,
    viewer,
    with_status,
)
from tests.casework.custody.made_moves import LATER, NOON, RELEASE, gone, let_go, sent
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import (
    AlreadyDecided,
    BadMoment,
    BadOrder,
    NeedsAnother,
    NotInCustody,
)
from throughcare.casework.custody.models import (
    LegalStatus,
    Movement,
    Order,
    Placement,
    Proposal,
    Stay,
)
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import ProposedAct, Stage, StepKind
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_release_ends_the_stay_the_place_the_movement_and_the_legal_status() -> None:
    file, stay = received()
    with_status(file.id)
    actions.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place="north/a/1/01", since=AT)
    gone(file.id)
    ended = let_go(file.id)
    assert (ended.left_at, ended.left_how, ended.replaces) == (LATER, "release", stay)
    see_all_rows("SEN")
    assert Placement.objects.get(stood_until=None).until == LATER
    assert Movement.objects.get(stood_until=None).arrived_at == LATER
    assert LegalStatus.objects.get(stood_until=None).until == LATER
    assert Order.objects.filter(kind="release", number=RELEASE.number).exists()


def test_the_file_stays_with_the_last_prison() -> None:
    file, _stay = received()
    let_go(file.id)
    see_all_rows()
    assert Person.objects.get(id=file.id).held_at == "north"


def test_whoever_received_a_person_does_not_release_the_same_person_alone() -> None:
    file, _stay = received(by=ADMISSIONS)
    with pytest.raises(NeedsAnother):
        let_go(file.id, by=ADMISSIONS)
    let_go(file.id, by=COLLEAGUE)


def test_a_second_account_of_the_same_human_being_is_no_second_person() -> None:
    file, _stay = received(by=ADMISSIONS)
    holder = Account.objects.get(pk=ADMISSIONS.account).holder
    Account.objects.create(pk=12, name="the same officer", holder=holder)
    with pytest.raises(NeedsAnother):
        let_go(file.id, by=viewer(Role.ADMISSIONS_OFFICER, "north", 12))
    let_go(file.id, by=viewer(Role.ADMISSIONS_OFFICER, "north", 13))


@pytest.mark.parametrize("second", [COLLEAGUE, None])
def test_with_the_agreement_of_a_colleague_or_the_director_the_receiver_releases(
    second: Any,
) -> None:
    file, stay = received(by=ADMISSIONS)
    asked = actions.propose(
        by=ADMISSIONS, at=NOON, person_id=file.id, act=ProposedAct.RELEASE, stay_id=stay.id,
        why="nobody else is on duty",
    )  # fmt: skip
    said: dict[str, Any] = {
        "at": NOON,
        "person_id": file.id,
        "proposal_id": asked.id,
        "agree": True,
        "why": "seen",
    }
    with pytest.raises(NeedsAnother, match="yourself"):
        actions.decide(by=ADMISSIONS, **said)
    with pytest.raises(NeedsAnother):
        let_go(file.id, by=ADMISSIONS)
    actions.decide(by=second or viewer(Role.PRISON_DIRECTOR, "north", 8), **said)
    assert let_go(file.id, by=ADMISSIONS).left_how == "release"


def test_an_agreement_that_was_refused_is_none() -> None:
    file, stay = received(by=ADMISSIONS)
    asked = actions.propose(
        by=ADMISSIONS, at=NOON, person_id=file.id, act=ProposedAct.RELEASE, stay_id=stay.id,
        why="nobody else is on duty",
    )  # fmt: skip
    said: dict[str, Any] = {
        "at": NOON,
        "person_id": file.id,
        "proposal_id": asked.id,
        "why": "no order seen",
    }
    actions.decide(by=COLLEAGUE, agree=False, **said)
    with pytest.raises(NeedsAnother):
        let_go(file.id, by=ADMISSIONS)
    with pytest.raises(AlreadyDecided):
        actions.decide(by=COLLEAGUE, agree=True, **said)


@pytest.mark.parametrize("role", [Role.SECURITY_OFFICER, Role.NPM_INSPECTOR])
def test_who_only_reads_agrees_to_nothing(role: Role) -> None:
    file, stay = received(by=ADMISSIONS)
    asked = actions.propose(
        by=ADMISSIONS, at=NOON, person_id=file.id, act=ProposedAct.RELEASE, stay_id=stay.id,
        why="nobody else is on duty",
    )  # fmt: skip
    said: dict[str, Any] = {
        "at": NOON,
        "person_id": file.id,
        "proposal_id": asked.id,
        "agree": True,
        "why": "w",
    }
    with pytest.raises(Exception) as refused:
        actions.decide(by=viewer(role, "north", 8), **said)
    assert type(refused.value).__name__ == "Refused"
    actions.decide(by=COLLEAGUE, **said)


def test_nobody_is_released_who_is_free() -> None:
    file, _stay = received()
    let_go(file.id)
    with pytest.raises(NotInCustody, match="free already"):
        let_go(file.id, at=LATER + HOUR)
    with pytest.raises(NotInCustody):
        let_go(person("Free").id)
    see_all_rows("SEN")
    assert Order.objects.filter(kind="release").count() == 1


@pytest.mark.parametrize(
    ("left", "error"),
    [(AT, None), (AT + MINUTE, None), (AT - MINUTE, BadMoment), (LATER + MINUTE, BadMoment)],
)
def test_a_release_is_neither_before_the_admission_nor_in_the_future(
    left: datetime, error: type[Exception] | None
) -> None:
    file, _stay = received()
    if error is None:
        assert let_go(file.id, left_at=left).left_at == left
    else:
        with pytest.raises(error):
            let_go(file.id, left_at=left)


def test_a_release_is_not_before_what_was_recorded_of_the_person() -> None:
    file, _stay = received()
    actions.place_in(by=ADMISSIONS, at=NOON, person_id=file.id, place="north/a/1/01", since=NOON)
    with pytest.raises(BadMoment, match="given a place"):
        let_go(file.id, left_at=NOON - MINUTE)
    gone(file.id, at=NOON + HOUR)
    with pytest.raises(BadMoment, match="movement"):
        let_go(file.id, left_at=NOON + MINUTE)
    let_go(file.id, left_at=NOON + HOUR)


def test_a_release_needs_an_order_with_an_authority_and_a_number() -> None:
    file, _stay = received()
    remand = remanded(file.id, number="18")
    nameless = PrintedOrder(authority=" ", number="1", issued_on=AT.date())
    for wrong in (remand.id, uuid4(), nameless):
        with pytest.raises(BadOrder):
            let_go(file.id, order=wrong)
    let_go(file.id)


def test_who_is_on_the_way_elsewhere_may_be_released_and_has_not_arrived() -> None:
    file, _stay = received()
    sent(file.id)
    let_go(file.id)
    see_all_rows()
    assert Movement.objects.get(stood_until=None).kind == "absence"
    assert queries.arriving(ELSEWHERE, "south", at=LATER) == []


def test_nobody_is_held_for_a_checklist_and_what_is_missing_stays_on_the_list() -> None:
    file, _stay = received()
    actions.take_step(
        by=COLLEAGUE, at=NOON, person_id=file.id, stage=Stage.RELEASE, kind=StepKind.PAPERS,
        value={"ready": True}, happened_at=NOON,
    )  # fmt: skip
    before = queries.stage_walk(COLLEAGUE, file.id, Stage.RELEASE, at=NOON)
    let_go(file.id)
    after = queries.stage_walk(COLLEAGUE, file.id, Stage.RELEASE, at=LATER)
    assert [one.kind for one in before.missing] == [one.kind for one in after.missing]
    assert StepKind.PAPERS not in {one.kind for one in after.missing} and len(after.missing) == 8
    actions.take_step(
        by=COLLEAGUE, at=LATER, person_id=file.id, stage=Stage.RELEASE, kind=StepKind.MONEY,
        value={"amount": "120"}, happened_at=NOON,
    )  # fmt: skip
    assert len(queries.stage_walk(COLLEAGUE, file.id, Stage.RELEASE, at=LATER).missing) == 7


def test_another_prison_releases_nobody_here() -> None:
    file, _stay = received()
    with pytest.raises(NotThere):
        let_go(file.id, by=ELSEWHERE)


def test_a_death_ends_the_stay_and_leaves_who_must_be_told_on_the_list() -> None:
    file, _stay = received()
    died = actions.record_death(by=ADMISSIONS, at=NOON, person_id=file.id, died_at=NOON)
    assert (died.left_at, died.left_how) == (NOON, "death")
    walk = queries.stage_walk(ADMISSIONS, file.id, Stage.DEATH, at=NOON)
    assert [one.kind for one in walk.missing] == ["family", "authority", "property"]
    actions.take_step(
        by=ADMISSIONS, at=NOON, person_id=file.id, stage=Stage.DEATH, kind=StepKind.AUTHORITY,
        value={"told_whom": "judge on duty", "told_at": NOON.isoformat()}, happened_at=NOON,
    )  # fmt: skip
    walk = queries.stage_walk(ADMISSIONS, file.id, Stage.DEATH, at=NOON)
    assert [one.kind for one in walk.missing] == ["family", "property"]
    with pytest.raises(NotInCustody):
        actions.record_death(by=ADMISSIONS, at=NOON, person_id=file.id, died_at=NOON)


# The database keeps the same, whoever writes the row: right, right, wrong.
def write(person_id: UUID, begins: datetime, ends: datetime | None) -> None:
    Stay.objects.create(
        id=uuid4(), person_id=person_id, establishment="north", admitted_at=begins, left_at=ends,
        left_how="release" if ends else None, recorded_at=LATER, recorded_by="1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "refused"),
    [(AT + DAY, None), (AT, None), (AT - MINUTE, "custody_stay_ends_after_it_begins")],
)
def test_the_database_refuses_a_release_before_the_admission(
    ends: datetime, refused: str | None
) -> None:
    file = person()
    see_all_rows()
    if refused is None:
        write(file.id, AT, ends)
    else:
        with pytest.raises(IntegrityError, match=refused):
            write(file.id, AT, ends)


@pytest.mark.parametrize(
    ("second", "refused"),
    [(AT + DAY, None), (AT + 2 * DAY, None), (AT + HOUR, "custody_one_stay_at_a_time")],
)
def test_the_database_refuses_two_custodies_at_one_time(
    second: datetime, refused: str | None
) -> None:
    file = person()
    see_all_rows()
    write(file.id, AT, AT + DAY)
    if refused is None:
        write(file.id, second, None)
    else:
        with pytest.raises(IntegrityError, match=refused):
            write(file.id, second, None)


@pytest.mark.parametrize(
    ("by", "why", "refused"),
    [("2", "seen", None), ("3", "seen", None), ("1", "seen", "decided_by_another"),
     ("2", "", "decided_whole")],
)  # fmt: skip
def test_the_database_refuses_a_decision_by_the_one_who_proposed(
    by: str, why: str, refused: str | None
) -> None:
    file, stay = received()
    asked = actions.propose(
        by=ADMISSIONS, at=NOON, person_id=file.id, act=ProposedAct.RELEASE, stay_id=stay.id, why="w"
    )
    see_all_rows()
    change: dict[str, Any] = {
        "decided_by": by,
        "decided_at": NOON,
        "agreed": True,
        "decided_why": why,
    }
    if refused is None:
        Proposal.objects.filter(id=asked.id).update(**change)
    else:
        with pytest.raises(IntegrityError, match=refused):
            Proposal.objects.filter(id=asked.id).update(**change)
