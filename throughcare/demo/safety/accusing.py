"""Disciplinary cases from the report to the decision, and what was imposed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from throughcare.casework.safety.measure_terms import (
    CaseOutcome,
    Interpreter,
    LegalHelp,
    MentalFinding,
)
from throughcare.casework.safety.models import DisciplinaryCase, Sanction
from throughcare.casework.safety.terms import AuthorityRole
from throughcare.demo.row import new
from throughcare.demo.safety.file import DAY, HOUR, File
from throughcare.demo.safety.words import Act, Decision, words
from throughcare.demo.staff import Member

_REPORTER, _DECIDER = "the officer on duty", "the director of the prison"
_BY_WHOM = "the clerk of the director"


def accuse(file: File, act: Act, at: datetime, decision: Decision | None) -> None:
    """An act, its report and the notice; two days later the hearing and the decision, or neither.

    Without a decision the case is open: notice was given, and nobody has heard the person yet.
    """
    hands, found = file.hands, decision.found if decision else ""
    case = _Case(file, file.pen.fresh_id(at))
    case.step(
        hands.officer, at + HOUR, act=act.act, rule_broken=f"{words().law} {act.rule}",
        happened_at=at, reported_at=at + HOUR, reporter=_REPORTER,
        reported_by=str(hands.officer.number), found=found, said_by=_BY_WHOM if found else "",
    )  # fmt: skip
    notice = at + (decision.notice_after_hours if decision else 5) * HOUR
    if file.past(notice):
        case.step(
            hands.officer, notice, notice_at=notice, notice_language=file.one.language,
            investigation_closed_at=notice,
        )  # fmt: skip
    if decision is not None:
        _decided(file, case, act, decision, notice + 2 * DAY)


def _decided(file: File, case: _Case, act: Act, decision: Decision, at: datetime) -> None:
    hearing: dict[str, Any] = {
        "heard_at": at, "person_heard": True, "legal_help": LegalHelp.OTHER_HELP,
        "interpreter": Interpreter.NOT_NEEDED,
    }  # fmt: skip
    decider = file.hands.director
    decided_at = at + HOUR
    proven = decision.outcome == CaseOutcome.PROVEN
    case.step(
        decider, decided_at, **({} if decision.unheard else hearing),
        mind_weighed_at=None if decision.unheard else at,
        mind_weighed_by="" if decision.unheard else "the doctor",
        mind_finding="" if decision.unheard else MentalFinding.NO_PART,
        decided_at=decided_at, decider=_DECIDER, decider_role=AuthorityRole.DIRECTOR,
        decided_by=str(decider.number), outcome=decision.outcome,
        reasons="two officers saw it" if proven else "nobody saw who it was",
        review_told_at=None if decision.unheard else decided_at,
    )  # fmt: skip
    if not proven:
        return
    until = decided_at + decision.days * DAY if decision.days else None
    row = new(
        Sanction, case=case.first, incident=case.incident, kind=decision.sanction,
        offence=act.offence, reasons="two officers saw it", since=decided_at, until=until,
        no_end_why="" if until else "a warning has no length", imposed_at=decided_at,
        decider=_DECIDER, decider_role=AuthorityRole.DIRECTOR, decided_by=str(decider.number),
        found=decision.found, said_by=_BY_WHOM if decision.found else "",
    )  # fmt: skip
    file.pen.put(row, by=decider, at=decided_at)


class _Case:
    """One row that grows: each step writes it anew in the place of the one before."""

    def __init__(self, file: File, incident: UUID) -> None:
        self.incident = incident
        self._file, self._said = file, dict[str, Any](incident=incident)
        self._rows: list[DisciplinaryCase] = []

    @property
    def first(self) -> DisciplinaryCase:
        """To which others point."""
        return self._rows[0]

    def step(self, by: Member, at: datetime, **said: Any) -> None:
        """What is known from this step on."""
        self._said |= said
        before = self._rows[-1] if self._rows else None
        row = new(DisciplinaryCase, **self._said)
        self._rows.append(self._file.pen.put(row, by=by, at=at, replaces=before))
