"""Restrictions, restraints and disciplinary cases as officers write them, for the tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from standards.findings import Finding, Status
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from tests.casework.safety.made import AT, DAY, DEPUTY, DIRECTOR, HOUR, WING, say
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.safety import actions
from throughcare.casework.safety.limits import rulebook
from throughcare.casework.safety.models import DisciplinaryCase, Restraint, Restriction

NOON = AT + 3 * HOUR


# A special regime says besides what it rests on and what it changes.
REGIME: dict[str, str] = {
    "kind": "regime", "scope": "special_regime", "facts": "a drawing of the roof in the own hand",
    "measures": "an escort to the yard",
}  # fmt: skip


def restricted(person: UUID, **more: Any) -> Restriction:
    """A restriction of contact from AT on, for ten days."""
    at = more.get("at", AT)
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": at, "person_id": person, "kind": "contact",
        "scope": "family_limited", "ground": "security", "legal_ground": "article 12",
        "reasons": "a telephone was found", "authority": "A. Director",
        "authority_role": "director", "since": at, "end_at": at + 10 * DAY,
        "review_at": at + 5 * DAY,
    }  # fmt: skip
    return actions.order_restriction(**{**said, **more})


def restrained(person: UUID, **more: Any) -> Restraint:
    """Handcuffs for a transfer, written by the officer who put them on."""
    at = more.get("at", NOON)
    said: dict[str, Any] = {
        "by": WING, "at": at, "person_id": person, "instrument": "handcuffs",
        "purpose": "transfer", "lawful_ground": "article 30", "reason": "escaped once on the road",
        "lesser_means_tried": "a second escort", "since": at,
    }  # fmt: skip
    return actions.restrain(**{**said, **more})


def looked(use: Restraint, what: str, done_at: datetime, **more: Any) -> Any:
    """One thing done about restraints, written at that moment."""
    said: dict[str, Any] = {"by": WING, "at": done_at, "person_id": use.person_id}
    said["done_at"] = done_at
    return actions.look_after_restrained(
        **{**said, "restraint_id": use.first, "what": what, **more}
    )


def reported(person: UUID, **more: Any) -> DisciplinaryCase:
    """An act reported by the officer of the wing at once."""
    said: dict[str, Any] = {
        "by": WING, "at": AT, "person_id": person, "act": "broke a window",
        "rule_broken": "rule 4: damage", "happened_at": AT, "reported_at": AT,
        "reporter": "W. Officer",
    }  # fmt: skip
    return actions.report_act(**{**said, **more})


def ready(person: UUID, **more: Any) -> DisciplinaryCase:
    """A case that can be decided two days after AT: told, inquired, weighed, heard."""
    case = reported(person, **more)
    said: dict[str, Any] = {"by": DIRECTOR, "case_id": case.first}
    actions.give_notice(**said, at=AT + HOUR, given_at=AT + HOUR, language="ar")
    actions.close_investigation(**said, at=AT + DAY, closed_at=AT + DAY)
    actions.weigh_mind(
        **said, at=AT + DAY, weighed_at=AT + DAY, weighed_by="Dr. Saïd", finding="no_part"
    )
    return actions.hear(
        **said, at=AT + 26 * HOUR, heard_at=AT + 26 * HOUR, person_heard=True,
        legal_help="lawyer", interpreter="not_needed",
    )  # fmt: skip


WARNING = actions.Part(kind="warning", since=AT + 2 * DAY, no_end_why="a warning has no end")


def decided(case: DisciplinaryCase, *parts: actions.Part, **more: Any) -> DisciplinaryCase:
    """A warning by the director, two days after AT."""
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": AT + 2 * DAY, "case_id": case.first, "decided_at": AT + 2 * DAY,
        "decider": "A. Director", "decider_role": "director", "outcome": "proven",
        "reasons": "three officers saw it", "parts": parts or (WARNING,),
    }  # fmt: skip
    return actions.decide_case(**{**said, **more})


def appealed(case: DisciplinaryCase, *parts: actions.Part, **more: Any) -> DisciplinaryCase:
    """The deputy decides on the appeal, four days after AT."""
    at = AT + 3 * DAY
    actions.appeal(by=DIRECTOR, at=at, case_id=case.first, appealed_at=at)
    said: dict[str, Any] = {
        "by": DEPUTY, "at": AT + 4 * DAY, "case_id": case.first, "decided_at": AT + 4 * DAY,
        "decider": "B. Deputy", "decider_role": "deputy", "outcome": "set_aside",
        "reasons": "one of them was elsewhere", "parts": parts,
    }  # fmt: skip
    return actions.decide_appeal(**{**said, **more})


def findings(rule: str, person: UUID, at: datetime) -> list[Finding]:
    """What the engine finds of one rule about one person, of all that was known at a moment."""
    see_all_rows("DIS", "HLT", "SEN", "INC")
    check = rulebook().checks(at.date())[rule]
    moment = from_datetime(at)
    return evaluate_archive(
        archive_of(person, known_at=at), [check], as_of=moment, known_at=moment,
        derivations=rulebook().derivations,
    )  # fmt: skip


def statuses(rule: str, person: UUID, at: datetime) -> set[Status]:
    """The answers of one rule about one person."""
    return {one.status for one in findings(rule, person, at)}


def woman(person: UUID) -> UUID:
    """The same person, known as a woman."""
    say(Person(id=person), Kind.SEX, {"sex": "female"})
    return person
