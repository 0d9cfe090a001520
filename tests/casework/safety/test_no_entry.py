"""No change of a separation without its entry: where one is not written, nothing has happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.casework.safety.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    HOUR,
    NURSE,
    SECOND_OFFICER,
    WING,
    grown,
    out,
    separated,
    words,
)
from tests.staff import see_all_rows
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import DayConflict
from throughcare.register import actions as register

pytestmark = pytest.mark.django_db
LATER = AT + DAY
Call = Callable[[], object]
TABLES = (
    "safety_separation", "safety_separationorder", "safety_separationreview",
    "safety_mitigationplan", "safety_healthstate", "safety_healthopinion",
    "safety_healthrecommendation", "safety_directoranswer", "safety_outofcell", "safety_contact",
    "safety_healthrequest", "safety_healthvisit", "safety_dayconflict", "register_entry",
)  # fmt: skip


class NoEntry(Exception):
    """The register takes no entry: a full disk, a broken trigger."""


def _order(person: UUID) -> Call:
    return lambda: separated(person)


def _find(person: UUID) -> Call:
    return lambda: actions.find_separation(
        by=WING, at=LATER, person_id=person, kind="own_cell", since=AT, found="x", orders=[words()]
    )


def _with_order(act: Callable[..., object], **said: Any) -> Callable[[UUID], Call]:
    def build(person: UUID) -> Call:
        order = separated(person)
        ids = {"separation_id": order.separation_id, "order_id": order.id}
        told = {name: ids[name] for name in said.pop("ids", ("separation_id",))}
        return lambda: act(person_id=person, **{"by": DIRECTOR, "at": LATER, **told, **said})

    return build


def _state(person: UUID) -> Call:
    return lambda: actions.state_health(
        by=NURSE, at=LATER, person_id=person, kind="pregnant", since=AT
    )


def _end_state(person: UUID) -> Call:
    row = actions.state_health(by=NURSE, at=AT, person_id=person, kind="pregnant", since=AT)
    return lambda: actions.end_health_state(
        by=NURSE, at=LATER, person_id=person, state_id=row.id, until=LATER
    )


def _opinion(person: UUID) -> Call:
    return lambda: actions.give_opinion(
        by=NURSE, at=LATER, person_id=person, said_at=AT, fitness="must_not", said_by="N. Nurse"
    )


def _advice(person: UUID) -> Call:
    return lambda: actions.advise_director(
        by=NURSE, at=LATER, person_id=person, said_at=AT, advice="end", said_by="N. Nurse"
    )


def _answer(person: UUID) -> Call:
    row = actions.advise_director(
        by=NURSE, at=AT, person_id=person, said_at=AT, advice="end", said_by="N. Nurse"
    )
    return lambda: actions.answer_advice(
        by=DIRECTOR, at=LATER, person_id=person, advice_id=row.id, decided_at=LATER,
        decision="ends", reasons="x",
    )  # fmt: skip


def _day(person: UUID) -> Call:
    separated(person)
    return lambda: actions.enter_day(by=WING, at=LATER, entries=[out(person, AT, AT + HOUR)])


def _settle(person: UUID) -> Call:
    _day(person)()
    actions.enter_day(by=SECOND_OFFICER, at=LATER, entries=[out(person, AT, AT + 2 * HOUR)])
    see_all_rows("DIS")
    conflict = DayConflict.objects.get().id
    return lambda: actions.settle_conflict(
        by=DIRECTOR, at=LATER, person_id=person, conflict_id=conflict, outcome="replaced", why="x"
    )


def _strike(person: UUID) -> Call:
    order = separated(person)
    return lambda: actions.strike_out_entry(
        by=DIRECTOR, at=LATER, person_id=person, kind="separation-order", row_id=order.id, why="x"
    )


CALLS: dict[str, Callable[[UUID], Call]] = {
    "order_separation": _order,
    "find_separation": _find,
    "continue_separation": _with_order(actions.continue_separation, order=words(LATER)),
    "find_order": _with_order(actions.find_order, order=words(LATER), found="x"),
    "end_separation": _with_order(actions.end_separation, until=LATER),
    "correct_separation": _with_order(
        actions.correct_separation, kind="own_cell", since=AT, until=None, why="x"
    ),
    "correct_order": _with_order(
        actions.correct_order, order=words(days=2), why="x", ids=("order_id",)
    ),
    "tell_of_order": _with_order(
        actions.tell_of_order, told_at=LATER, told_language="kk", told_how="oral",
        how_to_challenge="in writing", ids=("order_id",),
    ),
    "review_separation": _with_order(
        actions.review_separation, by=DEPUTY, reviewed_at=LATER, reviewer="B. Judge",
        reviewer_role="judge", independent=True, outcome="continue", reasons="x",
    ),
    "plan_relief": _with_order(actions.plan_relief, planned_at=LATER, measures="x"),
    "state_health": _state,
    "end_health_state": _end_state,
    "give_opinion": _opinion,
    "advise_director": _advice,
    "answer_advice": _answer,
    "enter_day": _day,
    "settle_conflict": _settle,
    "strike_out_entry": _strike,
}  # fmt: skip


def _rows() -> dict[str, list[str]]:
    see_all_rows("DIS", "HLT")
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            found[table] = [text for (text,) in cursor.fetchall()]
    return found


@pytest.mark.parametrize("name", CALLS)
def test_where_any_entry_of_a_change_fails_nothing_has_changed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = CALLS[name](grown())
    still, left = 0, 0
    before = _rows()

    def failing(write: Callable[..., Any]) -> Callable[..., Any]:
        def written(*args: Any, **said: Any) -> Any:
            nonlocal left
            if left == 0:
                raise NoEntry
            left -= 1
            return write(*args, **said)

        return written

    for writer in ("record", "record_many"):
        monkeypatch.setattr(register, writer, failing(getattr(register, writer)))
    while True:
        left = still
        try:
            call()
            break
        except NoEntry:
            assert _rows() == before, f"{name}, with entry {still + 1} refused"
        still += 1
    after = _rows()
    assert still >= 1, f"{name} writes no entry"
    assert {table for table in TABLES if after[table] != before[table]} > {"register_entry"}


def test_every_action_on_separation_stands_in_the_table() -> None:
    of_separation = {name for name in actions.__all__ if name in CALLS or _module_of(name) in _OURS}
    assert {name for name in of_separation if name.islower()} == set(CALLS)


_OURS = ("conflicts", "daily", "found", "health", "mending", "reviews", "separations")


def _module_of(name: str) -> str:
    return str(getattr(actions, name).__module__).rpartition(".")[2]
