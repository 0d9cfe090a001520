"""The steps of a disciplinary case: report, notice, investigation, hearing, decision, appeal."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, fresh_id
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.disciplining import need_time_to_prepare
from throughcare.casework.safety.holding_measures import hold_register, hold_standing, need_said
from throughcare.casework.safety.measure_errors import BadCase, StepDone, StepTooEarly
from throughcare.casework.safety.measure_terms import Interpreter, LegalHelp, MentalFinding
from throughcare.casework.safety.models import DisciplinaryCase


@entering
def report_act(
    *, by: Viewer, at: datetime, person_id: UUID, act: str, rule_broken: str,
    happened_at: datetime, reported_at: datetime, reporter: str, incident: UUID | None = None,
    why: str = "",
) -> DisciplinaryCase:  # fmt: skip
    """An act of which a person is accused. For whoever may add to the register.

    `incident`: the act as it stands in the case of another who had a part in it. Raises BadCase,
    BadMoment, NotThere, Refused.
    """
    holding = hold_register(person_id, act=Act.APPEND, by=by, at=at, why=why)
    need_said(BadCase, act=act, rule_broken=rule_broken, reporter=reporter)
    need_past(happened_at, reported_at, at=at)
    if reported_at < happened_at:
        raise BadCase(
            _("the act would be reported before it happened"), remedy=_("look at both hours")
        )
    row = DisciplinaryCase(
        incident=incident or fresh_id(at), act=act.strip(), rule_broken=rule_broken.strip(),
        happened_at=happened_at, reported_at=reported_at, reporter=reporter.strip(),
        reported_by=str(by.account),
    )  # fmt: skip
    with refusing({"safety_one_case_for_one_act": one_case()}):
        return put(holding, row, event="safety.act_reported", happened_at=happened_at)


@entering
def give_notice(
    *, by: Viewer, at: datetime, case_id: UUID, given_at: datetime, language: str
) -> DisciplinaryCase:
    """The person was told of what he or she is accused, in a language understood.

    Raises StepDone, StepTooEarly, BadCase, BadMoment, NotThere, Refused.
    """
    holding, case = _open(case_id, by, at)
    need_said(BadCase, language=language)
    _need_first(case.notice_at)
    _need_after(case.reported_at, given_at)
    return _step(
        holding, case, "notice_given", given_at, notice_at=given_at,
        notice_language=language.strip(),
    )  # fmt: skip


@entering
def waive_time(*, by: Viewer, at: datetime, case_id: UUID, waived_at: datetime) -> DisciplinaryCase:
    """The person gave up in writing the time to prepare. Raises as `give_notice`."""
    holding, case = _open(case_id, by, at)
    _need_first(case.time_waived_at)
    _need_after(case.notice_at, waived_at)
    return _step(holding, case, "time_waived", waived_at, time_waived_at=waived_at)


@entering
def close_investigation(
    *, by: Viewer, at: datetime, case_id: UUID, closed_at: datetime
) -> DisciplinaryCase:
    """The inquiry into the act is closed. Raises as `give_notice`."""
    holding, case = _open(case_id, by, at)
    _need_first(case.investigation_closed_at)
    _need_after(case.reported_at, closed_at)
    return _step(
        holding, case, "investigation_closed", closed_at, investigation_closed_at=closed_at
    )


@entering
def weigh_mind(
    *, by: Viewer, at: datetime, case_id: UUID, weighed_at: datetime, weighed_by: str,
    finding: MentalFinding,
) -> DisciplinaryCase:  # fmt: skip
    """Whether illness or disability had a part in the act, in one word and without a diagnosis.

    May be weighed again until the decision. Raises StepDone, BadCase, BadMoment, NotThere, Refused.
    """
    holding, case = _open(case_id, by, at)
    need_said(BadCase, weighed_by=weighed_by)
    _need_first(case.decided_at)
    _need_after(case.reported_at, weighed_at)
    return _step(
        holding, case, "mind_weighed", weighed_at, mind_weighed_at=weighed_at,
        mind_weighed_by=weighed_by.strip(), mind_finding=MentalFinding(finding),
    )  # fmt: skip


@entering
def hear(
    *, by: Viewer, at: datetime, case_id: UUID, heard_at: datetime, person_heard: bool,
    legal_help: LegalHelp, interpreter: Interpreter,
) -> DisciplinaryCase:  # fmt: skip
    """The hearing: whether the person spoke, with whose help, and whether somebody translated.

    Raises StepTooEarly, StepDone, BadMoment, NotThere, Refused.
    """
    holding, case = _open(case_id, by, at)
    _need_first(case.heard_at)
    need_past(heard_at, at=at)
    need_time_to_prepare(holding, case, heard_at)
    return _step(
        holding, case, "heard", heard_at, heard_at=heard_at, person_heard=person_heard,
        legal_help=LegalHelp(legal_help), interpreter=Interpreter(interpreter),
    )  # fmt: skip


@entering
def tell_of_review(
    *, by: Viewer, at: datetime, case_id: UUID, told_at: datetime
) -> DisciplinaryCase:
    """The person was told how to appeal and to ask a court. Raises as `give_notice`."""
    holding, case = _open(case_id, by, at)
    _need_first(case.review_told_at)
    _need_after(case.decided_at, told_at)
    return _step(holding, case, "review_told", told_at, review_told_at=told_at)


@entering
def appeal(*, by: Viewer, at: datetime, case_id: UUID, appealed_at: datetime) -> DisciplinaryCase:
    """The person appeals. Raises as `give_notice`."""
    holding, case = _open(case_id, by, at)
    _need_first(case.appealed_at)
    _need_after(case.decided_at, appealed_at)
    return _step(holding, case, "appealed", appealed_at, appealed_at=appealed_at)


@entering
def question_on_charge(
    *, by: Viewer, at: datetime, case_id: UUID, questioned_at: datetime,
    lawyer_offered_at: datetime,
) -> DisciplinaryCase:  # fmt: skip
    """The act is prosecuted: the person was questioned, and offered a lawyer before that (41(5)).

    Raises as `give_notice`.
    """
    holding, case = _open(case_id, by, at)
    _need_first(case.questioned_at)
    _need_after(lawyer_offered_at, questioned_at)
    return _step(
        holding, case, "questioned", questioned_at, questioned_at=questioned_at,
        lawyer_offered_at=lawyer_offered_at,
    )  # fmt: skip


def one_case() -> BadCase:
    """The answer to a second case for one act of one person."""
    return BadCase(
        _("this act of this person has its case already"),
        remedy=_("go on with that case; nobody is tried twice for one act"),
    )


def _open(case_id: UUID, by: Viewer, at: datetime) -> tuple[Holding, DisciplinaryCase]:
    return hold_standing(DisciplinaryCase, case_id, by=by, at=at)


def _need_first(done_at: datetime | None) -> None:
    """Refuse a step that was taken, or that comes too late. Raises StepDone."""
    if done_at is not None:
        raise StepDone(
            _("this step was taken already, or the case is decided"),
            remedy=_("look at the case as it stands; a wrong entry is corrected with a reason"),
        )


def _need_after(before: datetime | None, moment: datetime) -> None:
    """Refuse a step before the one that it needs. Raises StepTooEarly."""
    if before is None or moment < before:
        raise StepTooEarly(
            _("a step before this one is missing, or came later"),
            remedy=_("write that step first, and look at days and hours"),
        )


def _step(
    holding: Holding, case: DisciplinaryCase, event: str, moment: datetime, **changes: Any
) -> DisciplinaryCase:
    need_past(moment, at=holding.at)
    row = anew(case, **changes)
    return put(holding, row, event=f"safety.{event}", happened_at=moment, replaces=case)
