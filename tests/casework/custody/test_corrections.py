"""What is corrected stays readable with its time, and each day knows what was known on it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    MINUTE,
    received,
    viewer,
)
from tests.casework.custody.made_moves import LATER, NOON, arrived, gone, let_go, sent
from throughcare.access.errors import NotThere
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.entries import ENTRIES
from throughcare.casework.custody.errors import (
    AlreadyDecided,
    BadCorrection,
    BadMoment,
    BadPlace,
    NeedsAnother,
)
from throughcare.casework.custody.models import DecreeEffect, Movement, Proposal
from throughcare.casework.custody.terms import ProposedAct, Stage, StepKind
from throughcare.casework.people.errors import NoReason
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.casework.rows.record import Record

pytestmark = pytest.mark.django_db
FIRST, SECOND = AT + DAY, AT + 5 * DAY


def mended(row: Movement, *, at: datetime = SECOND, **more: Any) -> Movement:
    said: dict[str, Any] = {
        "by": ADMISSIONS, "movement_id": row.id, "left_at": row.left_at, "why": "the wrong hour",
        "arrived_at": row.arrived_at, "expected_at": row.expected_at, "to_place": row.to_place,
        "reason": row.reason,
    }  # fmt: skip
    return actions.correct_movement(**{**said, "at": at, "person_id": row.person_id, **more})


def proposed(person_id: UUID, stay_id: UUID, act: ProposedAct, **more: Any) -> Proposal:
    said: dict[str, Any] = {"by": ADMISSIONS, "at": LATER, "why": "the clock was wrong"}
    return actions.propose(**{**said, "person_id": person_id, "act": act, "stay_id": stay_id,
                              **more})  # fmt: skip


def decided(row: Proposal, *, agree: bool = True, **more: Any) -> Proposal:
    said: dict[str, Any] = {"by": COLLEAGUE, "at": LATER, "why": "seen", "agree": agree}
    return actions.decide(**{**said, "person_id": row.person_id, "proposal_id": row.id, **more})


def test_two_days_give_the_two_answers_that_were_known_on_them() -> None:
    file, _stay = received()
    out = gone(file.id, at=NOON)
    mended(out, left_at=NOON - HOUR)
    for day, left in ((FIRST, NOON), (SECOND, NOON - HOUR)):
        found = queries.whereabouts_of(ADMISSIONS, file.id, at=LATER, known_at=day)
        assert [one.left_at for one in found.movements] == [left]
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=LATER, known_at=AT).movements == []


def test_each_version_stays_readable_with_who_when_and_why() -> None:
    file, _stay = received()
    out = gone(file.id, why="summons 4")
    new = mended(out, left_at=NOON - HOUR)
    found = queries.earlier_of(ADMISSIONS, file.id, at=LATER)
    moves = [one for one in found.versions if one.kind == "movement"]
    assert [(one.row.id, one.stands, one.replaced_by, one.why) for one in moves] == [
        (new.id, True, None, "the wrong hour"), (out.id, False, new.id, "summons 4"),
    ]  # fmt: skip
    assert {one.row.recorded_by for one in moves} == {"1"}
    assert {one.kind for one in found.versions} == {"stay", "order", "movement"}


def test_earlier_entries_of_a_closed_part_are_not_shown() -> None:
    file, _stay = received()
    guard = viewer(Role.SECURITY_OFFICER, "north", 8)
    assert {one.kind for one in queries.earlier_of(guard, file.id, at=LATER).versions} == {"stay"}
    with pytest.raises(NotThere):
        queries.earlier_of(ELSEWHERE, file.id, at=LATER)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"left_at": NOON + HOUR, "arrived_at": NOON + 2 * HOUR}, None),
        ({"why": " "}, NoReason),
        ({"left_at": SECOND + MINUTE, "arrived_at": None}, BadMoment),
        ({"left_at": NOON + HOUR, "arrived_at": NOON}, BadMoment),
        ({"to_place": " "}, BadPlace),
        ({"by": ELSEWHERE}, NotThere),
        ({"movement_id": uuid4()}, NotThere),
    ],
)
def test_a_movement_is_corrected_to_what_can_be(
    more: dict[str, Any], error: type[Exception] | None
) -> None:
    file, _stay = received()
    out = gone(file.id)
    if error is None:
        assert mended(out, **more).replaces == out
    else:
        with pytest.raises(error):
            mended(out, **more)


def test_a_correction_that_contradicts_another_entry_is_refused_in_words() -> None:
    file, _stay = received()
    out = gone(file.id, at=NOON)
    first = gone(file.id, at=NOON, left_at=AT + HOUR, arrived_at=AT + 2 * HOUR)
    with pytest.raises(BadCorrection, match="two movements at one time"):
        mended(first, arrived_at=NOON + MINUTE)
    assert mended(first, arrived_at=NOON).arrived_at == NOON
    assert out.arrived_at is None


def test_what_was_corrected_is_not_corrected_again() -> None:
    file, _stay = received()
    out = gone(file.id)
    newer = mended(out)
    with pytest.raises(AlreadyReplaced):
        mended(out)
    mended(newer)


def test_a_movement_that_never_was_is_struck_out_and_stays_readable() -> None:
    file, _stay = received()
    out = gone(file.id)
    said: dict[str, Any] = {"by": ADMISSIONS, "at": FIRST, "person_id": file.id, "kind": "movement"}
    with pytest.raises(NoReason):
        actions.strike_out_entry(**said, row_id=out.id, why="")
    actions.strike_out_entry(**said, row_id=out.id, why="another person with this name")
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=FIRST).movements == []
    before = queries.whereabouts_of(ADMISSIONS, file.id, at=FIRST, known_at=NOON)
    assert [one.id for one in before.movements] == [out.id]
    (version,) = (one for one in queries.earlier_of(ADMISSIONS, file.id, at=FIRST).versions
                  if one.kind == "movement")  # fmt: skip
    assert version.struck and version.row.struck_why == "another person with this name"


def test_the_journey_of_a_file_is_not_taken_back_by_a_correction() -> None:
    file, _stay = received()
    sent(file.id)
    there = arrived(file.id)
    said: dict[str, Any] = {"by": ELSEWHERE, "at": SECOND}
    for wrong in ({"to_place": "north"}, {"arrived_at": None}):
        with pytest.raises(BadCorrection, match="the file moves"):
            mended(there, **said, **wrong)
    with pytest.raises(BadCorrection, match="has moved"):
        actions.strike_out_entry(
            **said, person_id=file.id, kind="movement", row_id=there.id, why="w"
        )
    assert mended(there, **said, arrived_at=NOON + 2 * HOUR).arrived_at == NOON + 2 * HOUR


def test_a_stay_is_neither_struck_out_nor_corrected_by_one_person_alone() -> None:
    file, stay = received()
    said: dict[str, Any] = {
        "by": COLLEAGUE,
        "at": LATER,
        "person_id": file.id,
        "row_id": stay.id,
        "why": "w",
    }
    with pytest.raises(NeedsAnother):
        actions.strike_out_entry(**said, kind="stay")
    asked = proposed(file.id, stay.id, ProposedAct.STRIKE_OUT)
    with pytest.raises(NeedsAnother):
        decided(asked, by=ADMISSIONS)
    decided(asked)
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=LATER).stays == []


def test_a_release_written_by_mistake_is_taken_back_by_two() -> None:
    file, _stay = received()
    ended = let_go(file.id)
    later = LATER + HOUR
    asked = proposed(
        file.id,
        ended.id,
        ProposedAct.CORRECT,
        at=later,
        changes={"left_at": None, "left_how": None},
    )
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=later).stay is None
    decided(asked, at=later)
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=later).stay is not None
    then = queries.whereabouts_of(ADMISSIONS, file.id, at=later, known_at=LATER)
    assert then.stay is None and then.stays[0].left_at == LATER


def test_a_proposal_that_is_refused_changes_nothing() -> None:
    file, stay = received()
    asked = proposed(
        file.id, stay.id, ProposedAct.CORRECT, changes={"admitted_at": (AT - HOUR).isoformat()}
    )
    decided(asked, agree=False)
    assert queries.whereabouts_of(ADMISSIONS, file.id, at=LATER).stays == [stay]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"admitted_at": (AT - HOUR).isoformat()}, None),
        ({}, BadCorrection),
        ({"establishment": "south"}, BadCorrection),
        ({"admitted_at": None}, BadCorrection),
        ({"left_at": LATER.isoformat()}, BadCorrection),
        ({"left_at": LATER.isoformat(), "left_how": "vanished"}, BadCorrection),
        ({"left_at": (AT - HOUR).isoformat(), "left_how": "release"}, BadMoment),
        ({"admitted_at": (LATER + HOUR).isoformat()}, BadMoment),
        ({"admitted_at": "yesterday"}, BadMoment),
        ({"admitted_at": "2026-03-01T09:00"}, BadMoment),
    ],
)
def test_a_stay_is_corrected_to_what_can_be(
    changes: dict[str, str | None], error: type[Exception] | None
) -> None:
    file, stay = received()
    if error is None:
        decided(proposed(file.id, stay.id, ProposedAct.CORRECT, changes=changes))
        (now,) = queries.whereabouts_of(ADMISSIONS, file.id, at=LATER).stays
        assert now.admitted_at == AT - HOUR
    else:
        with pytest.raises(error):
            proposed(file.id, stay.id, ProposedAct.CORRECT, changes=changes)


def test_a_proposal_is_about_the_stay_as_it_stood() -> None:
    file, stay = received()
    asked = proposed(file.id, stay.id, ProposedAct.STRIKE_OUT)
    with pytest.raises(AlreadyDecided):
        proposed(file.id, stay.id, ProposedAct.STRIKE_OUT)
    let_go(file.id)
    with pytest.raises(AlreadyReplaced):
        decided(asked)


def test_what_has_a_section_of_its_own_is_corrected_there() -> None:
    file, _stay = received()
    (order,) = (one for one in queries.earlier_of(ADMISSIONS, file.id, at=LATER).versions
                if one.kind == "order")  # fmt: skip
    said: dict[str, Any] = {
        "by": ADMISSIONS,
        "at": LATER,
        "person_id": file.id,
        "row_id": order.row.id,
        "why": "w",
    }
    with pytest.raises(BadCorrection, match="not struck out here"):
        actions.strike_out_entry(**said, kind="order")
    with pytest.raises(NotThere):
        actions.strike_out_entry(**said, kind="rumour")


def test_a_step_is_struck_out_by_whoever_may_write_there_and_by_nobody_else() -> None:
    file, _stay = received()
    common: dict[str, Any] = {
        "by": ADMISSIONS,
        "at": NOON,
        "person_id": file.id,
        "stage": Stage.TRANSFER,
    }
    kept = actions.take_step(
        **common, kind=StepKind.HANDOVER, value={"files": ["legal file"]}, happened_at=NOON
    )
    closed = actions.take_step(
        **common, kind=StepKind.FITNESS, value={"fit": True, "by": "nurse"}, happened_at=NOON
    )
    said: dict[str, Any] = {
        "by": ADMISSIONS,
        "at": LATER,
        "person_id": file.id,
        "kind": "step",
        "why": "w",
    }
    actions.strike_out_entry(**said, row_id=kept.id)
    with pytest.raises(NotThere):
        actions.strike_out_entry(**said, row_id=closed.id)
    nurse = viewer(Role.PHYSICIAN_NURSE, "north", 8)
    actions.strike_out_entry(**{**said, "by": nurse}, row_id=closed.id)


def test_every_table_of_records_has_its_name_among_the_entries() -> None:
    # A decree that was carried out is no entry of its own: it wrote an adjustment or an order.
    rows = apps.get_app_config("custody").get_models()
    said = {model for model in rows if issubclass(model, Record)} - {DecreeEffect}
    assert {entry.model for entry in ENTRIES.values()} == said
