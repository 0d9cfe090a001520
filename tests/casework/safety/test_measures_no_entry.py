"""No change of a measure without its entry; and every name that the registers keep is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.casework.safety.made import AT, DAY, DEPUTY, DIRECTOR, HOUR, NURSE, WING, grown
from tests.casework.safety.made_measures import (
    REGIME,
    decided,
    looked,
    ready,
    reported,
    restrained,
    restricted,
    woman,
)
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of
from throughcare.casework.safety import actions
from throughcare.casework.safety.facts.kept import MEASURES
from throughcare.casework.safety.models import EVERY
from throughcare.register import actions as register

pytestmark = pytest.mark.django_db
LATER = AT + DAY
LATE = AT + 9 * DAY
Call = Callable[[], object]
TABLES = ("register_entry", *(model._meta.db_table for model in EVERY))
FOUND: dict[str, Any] = {"by": WING, "at": LATE, "found": "told by two", "said_by": "a judge"}
AS_IT_WAS: dict[str, Any] = {**FOUND, "since": AT}
GONE = actions.Went(heard_at=AT)


class NoEntry(Exception):
    """The register takes no entry: a full disk, a broken trigger."""


def _case(act: Callable[..., object], **said: Any) -> Callable[[UUID], Call]:
    def build(person: UUID) -> Call:
        case = reported(person)
        actions.give_notice(by=DIRECTOR, at=AT, case_id=case.first, given_at=AT, language="ar")
        return lambda: act(**{"by": DIRECTOR, "at": LATER, "case_id": case.first, **said})

    return build


def _notice(person: UUID) -> Call:
    case = reported(person)
    return lambda: actions.give_notice(
        by=DIRECTOR, at=LATER, case_id=case.first, given_at=LATER, language="ar"
    )


def _after_decision(act: Callable[..., object], name: str) -> Callable[[UUID], Call]:
    def build(person: UUID) -> Call:
        case = decided(ready(person))
        said: dict[str, Any] = {"by": DIRECTOR, "at": LATE, "case_id": case.first, name: LATE}
        return lambda: act(**said)

    return build


def _appeal(person: UUID) -> Call:
    case = decided(ready(person))
    actions.appeal(by=DIRECTOR, at=AT + 3 * DAY, case_id=case.first, appealed_at=AT + 3 * DAY)
    part = actions.Part(kind="loss_of_privilege", since=LATE, until=LATE + DAY)
    return lambda: actions.decide_appeal(
        by=DEPUTY, at=LATE, case_id=case.first, decided_at=LATE, decider="B", reasons="r",
        decider_role="deputy", outcome="replaced", parts=[part],
    )  # fmt: skip


def _decide(person: UUID) -> Call:
    case = ready(person)
    return lambda: decided(case)


def _look(person: UUID) -> Call:
    use = restrained(person)
    return lambda: looked(use, "checked", LATER)


def _restriction(act: Callable[..., object], **said: Any) -> Callable[[UUID], Call]:
    def build(person: UUID) -> Call:
        row = restricted(person)
        return lambda: act(**{"by": DIRECTOR, "at": LATER, "restriction_id": row.first, **said})

    return build


def _end_mind(person: UUID) -> Call:
    row = actions.say_mental_condition(by=NURSE, at=AT, person_id=person, since=AT)
    return lambda: actions.end_mental_condition(
        by=NURSE, at=LATER, condition_id=row.id, until=LATER, why="x"
    )


CALLS: dict[str, Callable[[UUID], Call]] = {
    "report_act": lambda person: lambda: reported(person),
    "give_notice": _notice,
    "waive_time": _case(actions.waive_time, waived_at=LATER),
    "close_investigation": _case(actions.close_investigation, closed_at=LATER),
    "weigh_mind": _case(
        actions.weigh_mind, weighed_at=LATER, weighed_by="D", finding="no_part"
    ),
    "hear": _case(
        actions.hear, heard_at=LATER, person_heard=True, legal_help="lawyer", interpreter="given"
    ),
    "question_on_charge": _case(
        actions.question_on_charge, questioned_at=LATER, lawyer_offered_at=AT
    ),
    "decide_case": _decide,
    "tell_of_review": _after_decision(actions.tell_of_review, "told_at"),
    "appeal": _after_decision(actions.appeal, "appealed_at"),
    "decide_appeal": _appeal,
    "restrain": lambda person: lambda: restrained(person),
    "look_after_restrained": _look,
    "order_restriction": lambda person: lambda: restricted(person),
    "tell_restriction": _restriction(
        actions.tell_restriction, told_at=LATER, language="ar", how="oral", how_to_challenge="x"
    ),
    "end_restriction": _restriction(actions.end_restriction, ended_at=LATER, why="x"),
    "review_restriction": _restriction(
        actions.review_restriction, by=DEPUTY, reviewed_at=LATER, reviewer="B", outcome="end",
        reasons="x",
    ),
    "say_mental_condition": lambda person: lambda: actions.say_mental_condition(
        by=NURSE, at=LATER, person_id=person, since=AT
    ),
    "end_mental_condition": _end_mind,
    "record_what_happened_case": lambda person: lambda: actions.record_what_happened_case(
        **FOUND, person_id=person, act="x", went=GONE
    ),
    "record_what_happened_in_case": _case(
        actions.record_what_happened_in_case, went=GONE, found="x", said_by="y"
    ),
    "record_what_happened_restriction": lambda person: (
        lambda: actions.record_what_happened_restriction(
            **AS_IT_WAS, person_id=person, kind="contact", scope="family_barred", ground="other"
        )
    ),
    "record_what_happened_restraint": lambda person: (
        lambda: actions.record_what_happened_restraint(
            **AS_IT_WAS, person_id=person, instrument="chains", purpose="other"
        )
    ),
    "record_what_happened_sanction": lambda person: (
        lambda: actions.record_what_happened_sanction(
            **FOUND, person_id=person, kind="corporal_punishment", imposed_at=AT
        )
    ),
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
    before, left, still = _rows(), [0], 0
    write = register.record

    def written(*args: Any, **said: Any) -> Any:
        if left[0] == 0:
            raise NoEntry
        left[0] -= 1
        return write(*args, **said)

    monkeypatch.setattr(register, "record", written)
    while True:
        left[0] = still
        try:
            call()
            break
        except NoEntry:
            assert _rows() == before, f"{name}, with entry {still + 1} refused"
        still += 1
    after = _rows()
    assert still >= 1, f"{name} writes no entry"
    assert {table for table in TABLES if after[table] != before[table]} > {"register_entry"}


def test_every_action_on_measures_stands_in_the_table() -> None:
    modules = {
        "cases_as_they_were", "decisions", "discipline", "mind", "restraints", "restrictions",
        "what_happened",
    }  # fmt: skip
    of_measures = {
        name for name in actions.__all__
        if name.islower() and getattr(actions, name).__module__.rpartition(".")[2] in modules
    }  # fmt: skip
    assert of_measures == set(CALLS)


def test_every_name_that_the_registers_keep_is_told_of_somebody() -> None:
    person = woman(grown(born="2010-05-05"))
    for name, scope, kind in (
        ("security", "family_barred", "contact"), ("sanction", "children_barred", "contact"),
        ("security", "food_or_water", "regime"), ("security", "special_regime", "regime"),
    ):  # fmt: skip
        actions.record_what_happened_restriction(
            **AS_IT_WAS, person_id=person, kind=kind, scope=scope, ground=name
        )
    regime = restricted(person, **REGIME)
    actions.review_restriction(
        by=DEPUTY, at=LATER, restriction_id=regime.first, reviewed_at=LATER, reviewer="B",
        outcome="end", reasons="calm",
    )  # fmt: skip
    use = actions.record_what_happened_restraint(
        **AS_IT_WAS, person_id=person, instrument="chains", purpose="harm", as_sanction=True,
        at_appearance=True, ordered_by="D", ordered_at=AT, until=AT + HOUR,
    )  # fmt: skip
    for what in ("checked", "doctor_alerted", "headquarters_told"):
        looked(use, what, AT + HOUR)
    restrained(person)
    actions.say_mental_condition(by=NURSE, at=AT, person_id=person, since=AT)
    case = decided(ready(person))
    said: dict[str, Any] = {"by": DIRECTOR, "at": LATE, "case_id": case.first}
    went = actions.Went(
        time_waived_at=AT, review_told_at=LATE, questioned_at=LATE, lawyer_offered_at=AT
    )
    actions.record_what_happened_in_case(**said, went=went, found="x", said_by="y")
    for collective in (True, False):
        actions.record_what_happened_sanction(
            **FOUND, person_id=person, kind="corporal_punishment", imposed_at=LATE,
            case_id=case.first, collective=collective,
        )  # fmt: skip
    see_all_rows("SEN", "HLT", "INC", "DIS")
    told = {one.type for one in archive_of(person, known_at=LATE).records}
    assert MEASURES - told == set()
