"""The steps of a disciplinary case: report, notice, inquiry, mind, hearing, decision, appeal."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.discipline import (
    AppealDecisionForm,
    DecisionForm,
    HearingForm,
    MindForm,
    NoticeForm,
    QuestioningForm,
    ReportForm,
    StepForm,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, took
from throughcare.casework.safety import actions

router = Router(tags=["discipline"])


@router.post("/people/{person}/cases", response=making(Written), **named("report_act"))
def report_act(request: HttpRequest, person: UUID, said: ReportForm) -> Status[Written]:
    """An act of which a person is accused."""
    call = took(request)
    row = actions.report_act(
        by=call.viewer, at=call.at, person_id=person, act=said.act, rule_broken=said.rule_broken,
        happened_at=said.happened_at, reported_at=said.reported_at, reporter=said.reporter,
        incident=said.incident, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/cases/{case}/notice", response=changing(Written), **named("give_notice"))
def give_notice(request: HttpRequest, case: UUID, said: NoticeForm) -> Written:
    """The person was told of the accusation, in a language understood."""
    call = took(request)
    row = actions.give_notice(
        by=call.viewer, at=call.at, case_id=case, given_at=said.given_at, language=said.language
    )
    return Written(id=row.id)


@router.post("/cases/{case}/waiver", response=changing(Written), **named("waive_time"))
def waive_time(request: HttpRequest, case: UUID, said: StepForm) -> Written:
    """The person gave up in writing the time to prepare."""
    call = took(request)
    row = actions.waive_time(by=call.viewer, at=call.at, case_id=case, waived_at=said.at)
    return Written(id=row.id)


@router.post("/cases/{case}/inquiry", response=changing(Written), **named("close_investigation"))
def close_investigation(request: HttpRequest, case: UUID, said: StepForm) -> Written:
    """The inquiry into the act is closed."""
    call = took(request)
    row = actions.close_investigation(by=call.viewer, at=call.at, case_id=case, closed_at=said.at)
    return Written(id=row.id)


@router.post("/cases/{case}/mind", response=changing(Written), **named("weigh_mind"))
def weigh_mind(request: HttpRequest, case: UUID, said: MindForm) -> Written:
    """Whether illness or disability had a part in the act, without a diagnosis (Rule 39(3))."""
    call = took(request)
    row = actions.weigh_mind(
        by=call.viewer, at=call.at, case_id=case, weighed_at=said.weighed_at,
        weighed_by=said.weighed_by, finding=said.finding,
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/cases/{case}/hearing", response=changing(Written), **named("hear"))
def hear(request: HttpRequest, case: UUID, said: HearingForm) -> Written:
    """The hearing. Not before notice, nor before there was time to prepare (Rule 41)."""
    call = took(request)
    row = actions.hear(
        by=call.viewer, at=call.at, case_id=case, heard_at=said.heard_at,
        person_heard=said.person_heard, legal_help=said.legal_help, interpreter=said.interpreter,
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/cases/{case}/decision", response=changing(Written), **named("decide_case"))
def decide_case(request: HttpRequest, case: UUID, said: DecisionForm) -> Written:
    """Decide a case; what is imposed is written with it. Nobody decides on what he reported."""
    call = took(request)
    row = actions.decide_case(
        by=call.viewer, at=call.at, case_id=case, decided_at=said.decided_at, decider=said.decider,
        decider_role=said.decider_role, outcome=said.outcome, reasons=said.reasons,
        parts=[one.as_part() for one in said.parts], collective=said.collective,
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/cases/{case}/telling", response=changing(Written), **named("tell_of_review"))
def tell_of_review(request: HttpRequest, case: UUID, said: StepForm) -> Written:
    """The person was told how to appeal and to ask a court."""
    call = took(request)
    row = actions.tell_of_review(by=call.viewer, at=call.at, case_id=case, told_at=said.at)
    return Written(id=row.id)


@router.post("/cases/{case}/appeal", response=changing(Written), **named("appeal"))
def appeal(request: HttpRequest, case: UUID, said: StepForm) -> Written:
    """The person appeals."""
    call = took(request)
    row = actions.appeal(by=call.viewer, at=call.at, case_id=case, appealed_at=said.at)
    return Written(id=row.id)


@router.post("/cases/{case}/appeal-decision", response=changing(Written), **named("decide_appeal"))
def decide_appeal(request: HttpRequest, case: UUID, said: AppealDecisionForm) -> Written:
    """Decide on an appeal. What is set aside no longer stands; another may take its place."""
    call = took(request)
    row = actions.decide_appeal(
        by=call.viewer, at=call.at, case_id=case, decided_at=said.decided_at, decider=said.decider,
        decider_role=said.decider_role, outcome=said.outcome, reasons=said.reasons,
        parts=[one.as_part() for one in said.parts],
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/cases/{case}/questioning", response=changing(Written), **named("question_on_charge"))
def question_on_charge(request: HttpRequest, case: UUID, said: QuestioningForm) -> Written:
    """The act is prosecuted: the person was questioned, and offered a lawyer before (41(5))."""
    call = took(request)
    row = actions.question_on_charge(
        by=call.viewer, at=call.at, case_id=case, questioned_at=said.questioned_at,
        lawyer_offered_at=said.lawyer_offered_at,
    )  # fmt: skip
    return Written(id=row.id)
