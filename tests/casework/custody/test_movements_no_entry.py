"""No movement, release or correction without its entry: where one fails, nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from tests.casework.custody.made import ADMISSIONS, AT, COLLEAGUE, ELSEWHERE, received
from tests.casework.custody.made_moves import COURT, LATER, NOON, ORDER, RELEASE, gone, sent
from tests.staff import see_all_rows, see_no_rows
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import MovementKind, ProposedAct
from throughcare.casework.people.models import Person
from throughcare.register import actions as register

pytestmark = pytest.mark.django_db
COMPARED = (
    "custody_stay", "custody_order", "custody_movement", "custody_placement", "custody_proposal",
    "custody_legalstatus", "custody_step", "people_person", "access_caseassignment",
    "register_entry",
)  # fmt: skip
Given = Mapping[str, Any]


class FullRegister(Exception):
    """The register takes no more."""


def _gone(file: Person, _stay: Any) -> Any:
    actions.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place="north/a/1/01", since=AT)
    return gone(file.id)


def _asked(file: Person, stay: Any) -> Any:
    return actions.propose(
        by=ADMISSIONS, at=NOON, person_id=file.id, act=ProposedAct.STRIKE_OUT, stay_id=stay.id,
        why="never here",
    )  # fmt: skip


# What stands before, and the arguments of the act.
ACTS: dict[str, tuple[Callable[[Person, Any], Any], Callable[[Any, Any], Given]]] = {
    "leave": (lambda *_: None, lambda _row, _stay: {
        "kind": MovementKind.COURT, "to_place": COURT, "left_at": NOON, "hearing_at": LATER}),
    "escape": (_gone, lambda _row, _stay: {"left_at": LATER, "reason": "from the dock"}),
    "come_back": (_gone, lambda _row, _stay: {"arrived_at": LATER}),
    "depart": (lambda *_: None, lambda _row, _stay: {
        "to_place": "south", "order": ORDER, "left_at": LATER, "reason": "nearer"}),
    "arrive": (lambda file, _stay: sent(file.id), lambda _row, _stay: {
        "by": ELSEWHERE, "establishment": "south", "arrived_at": LATER, "why": "escort"}),
    "release": (_gone, lambda _row, _stay: {
        "by": COLLEAGUE, "left_at": LATER, "order": RELEASE}),
    "record_death": (_gone, lambda _row, _stay: {"died_at": LATER}),
    "correct_movement": (_gone, lambda row, _stay: {
        "movement_id": row.id, "left_at": row.left_at, "arrived_at": LATER, "expected_at": None,
        "to_place": "Lower Court", "reason": "", "why": "misread"}),
    "strike_out_entry": (_gone, lambda row, _stay: {
        "kind": "movement", "row_id": row.id, "why": "another person"}),
    "propose": (lambda *_: None, lambda _row, stay: {
        "act": ProposedAct.RELEASE, "stay_id": stay.id, "why": "alone on duty"}),
    "decide": (_asked, lambda row, _stay: {
        "by": COLLEAGUE, "proposal_id": row.id, "agree": True, "why": "seen"}),
}  # fmt: skip


def _tables() -> dict[str, list[Any]]:
    see_all_rows("SEN", "HLT")
    with connection.cursor() as cursor:
        found = {}
        for name in COMPARED:
            cursor.execute(f"SELECT t::text FROM {name} t ORDER BY 1")
            found[name] = cursor.fetchall()
    see_no_rows()
    return found


@pytest.mark.parametrize("name", sorted(ACTS))
def test_where_any_entry_of_an_act_fails_nothing_has_changed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, stay = received()
    before, arguments = ACTS[name]
    said: dict[str, Any] = {
        "by": ADMISSIONS,
        "at": LATER + timedelta(hours=1),
        "person_id": file.id,
    }
    given = {**said, **arguments(before(file, stay), stay)}
    stood, real = _tables(), register.record
    for still in range(20):
        left = [still]

        def record(*words: Any, left: list[int] = left, **named: Any) -> int:
            if not left[0]:
                raise FullRegister
            left[0] -= 1
            return real(*words, **named)

        with monkeypatch.context() as patch:
            patch.setattr("throughcare.register.actions.record", record)
            patch.setattr("throughcare.access.actions.acting.record", record)
            try:
                with transaction.atomic():
                    getattr(actions, name)(**given)
            except FullRegister:
                assert _tables() == stood, f"{name}, with entry {still + 1} refused"
                continue
        break
    after = _tables()
    assert still >= 1, f"{name} writes no entry"
    assert len(after["register_entry"]) == len(stood["register_entry"]) + still
    assert {one for one in COMPARED if after[one] != stood[one]} > {"register_entry"}
