"""No change of orders, charges or status without its entry: else nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from tests.casework.custody.made import ADMISSIONS, AT, DAY, HOUR, person, remanded, viewer
from tests.staff import see_all_rows
from throughcare.access.models import CaseAssignment
from throughcare.access.queries import viewer_of
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import Charge, LegalStatus, Order, Stay
from throughcare.register import actions as register
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
NOW = AT + DAY
ORDER: dict[str, Any] = {
    "kind": "remand", "authority": "Court", "number": "1", "issued_on": date(2026, 3, 1),
    "valid_from": AT, "valid_to": AT + HOUR,
}  # fmt: skip


def _order(file: UUID) -> UUID:
    return remanded(file).id


def _charge(file: UUID) -> UUID:
    return actions.add_charge(by=ADMISSIONS, at=AT, person_id=file, words="theft").id


def _status(file: UUID) -> UUID:
    said: dict[str, Any] = {"by": ADMISSIONS, "at": AT, "person_id": file, "since": AT}
    return actions.set_status(**said, value="untried").id


def _received(file: UUID) -> None:
    actions.receive(
        by=ADMISSIONS, at=AT, person_id=file, establishment="north", admitted_at=AT,
        without_order="nothing in writing",
    )  # fmt: skip


def _lapsed(file: UUID) -> dict[str, Any]:
    said: dict[str, Any] = {"by": ADMISSIONS, "at": AT, "person_id": file}
    actions.register_order(**said, **ORDER)
    actions.receive(**said, establishment="north", admitted_at=AT)
    return {"by": viewer_of(9, at=NOW), "person_id": file}


ACTS: dict[str, Callable[[UUID], dict[str, Any]]] = {
    "register_order": lambda file: {"person_id": file, **ORDER},
    "correct_order": lambda file: {"order_id": _order(file), "why": "misread", **ORDER},
    "strike_out_order": lambda file: {"order_id": _order(file), "why": "another person"},
    "add_charge": lambda file: {"person_id": file, "words": "theft"},
    "correct_charge": lambda file: {"charge_id": _charge(file), "words": "fraud", "why": "read"},
    "strike_out_charge": lambda file: {"charge_id": _charge(file), "why": "another person"},
    "set_status": lambda file: {
        "person_id": file if _status(file) else None, "value": "sentenced", "since": NOW,
    },
    "correct_status": lambda file: {
        "status_id": _status(file), "value": "civil", "since": AT, "why": "misread",
    },
    "strike_out_status": lambda file: {"status_id": _status(file), "why": "another person"},
    "receive": lambda file: {
        "person_id": file, "establishment": "north", "admitted_at": AT, "without_order": "none",
    },
    "take_case": _lapsed,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ACTS))
def test_where_any_entry_fails_nothing_has_changed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer(Role.JUDGE_PROSECUTOR, account=9)  # to be told where an order falls away
    file = person()
    given = {"by": ADMISSIONS, "at": NOW, **ACTS[name](file.id)}
    if name.endswith("_order") and name != "register_order":
        actions.receive(
            by=ADMISSIONS, at=AT, person_id=file.id, establishment="north", admitted_at=AT
        )
    before, written = _rows(), 0
    while True:
        with monkeypatch.context() as broken, transaction.atomic():
            _refuse_after(broken, written)
            try:
                with transaction.atomic():
                    getattr(actions, name)(**given)
                break
            except RuntimeError as error:
                assert str(error) == "the register is full"
        assert _rows() == before, f"{name}, with entry {written + 1} refused"
        written += 1
    after = _rows()
    assert written >= 1 and len(after["Entry"]) == len(before["Entry"]) + written
    assert {table for table in after if after[table] != before[table]} > {"Entry"}


def _refuse_after(broken: pytest.MonkeyPatch, still: int) -> None:
    """The register refuses an entry once so many were written; a reading asks nothing here."""
    real, left = register.record, [still]

    def record(**said: Any) -> int:
        if left[0] == 0:
            raise RuntimeError("the register is full")
        left[0] -= 1
        return real(**said)

    broken.setattr(register, "record", record)
    broken.setattr("throughcare.access.actions.acting.record", record)


def _rows() -> dict[str, list[Any]]:
    see_all_rows("SEN")
    tables = (Entry, Order, Charge, LegalStatus, Stay, CaseAssignment)
    return {one.__name__: list(one._default_manager.order_by("pk").values()) for one in tables}
