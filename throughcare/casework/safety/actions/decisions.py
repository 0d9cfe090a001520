"""To decide a disciplinary case with its sanctions, and to decide on the appeal against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.disciplining import (
    Part,
    imposing,
    need_another_decider,
    need_fair,
    need_lawful,
)
from throughcare.casework.safety.holding_measures import hold_standing, need_said
from throughcare.casework.safety.measure_errors import (
    BadCase,
    BadSanction,
    ReporterDecides,
    StepDone,
    StepTooEarly,
)
from throughcare.casework.safety.measure_terms import AppealOutcome, CaseOutcome
from throughcare.casework.safety.models import DisciplinaryCase, Sanction
from throughcare.casework.safety.refusals import acts_apart


@entering
def decide_case(
    *, by: Viewer, at: datetime, case_id: UUID, decided_at: datetime, decider: str,
    decider_role: str, outcome: CaseOutcome, reasons: str,
    parts: Sequence[Part] = (), collective: bool = False,
) -> DisciplinaryCase:  # fmt: skip
    """Decide a case; what is imposed is written with it. Nobody decides on what he reported.

    Raises StepTooEarly, StepDone, ReporterDecides, OtherHandNeeded, ForbiddenSanction,
    SecondSanction, SanctionTooLong, BadSanction, BadCase, BadMoment, NotThere, Refused.
    """
    holding, case = hold_standing(DisciplinaryCase, case_id, by=by, at=at)
    _need_open(case.decided_at)
    need_said(BadCase, decider=decider, reasons=reasons)
    need_past(decided_at, at=at)
    need_another_decider(case, by, decider, decider_role)
    need_fair(holding, case, decided_at)
    _need_fitting(outcome, parts)
    need_lawful(holding, case, parts, decided_at, collective=collective)
    decided = anew(
        case, decided_at=decided_at, decider=decider.strip(), decided_by=str(by.account),
        decider_role=decider_role, outcome=outcome, reasons=reasons.strip(),
    )  # fmt: skip
    with acts_apart():
        put(holding, decided, event="safety.case_decided", happened_at=decided_at, replaces=case)
    _impose(holding, decided, parts, decided_at, decider, decider_role, reasons)
    return decided


@entering
def decide_appeal(
    *, by: Viewer, at: datetime, case_id: UUID, decided_at: datetime, decider: str,
    decider_role: str, outcome: AppealOutcome, reasons: str,
    parts: Sequence[Part] = (),
) -> DisciplinaryCase:  # fmt: skip
    """Decide on an appeal. What is set aside no longer stands; another may take its place.

    Raises as `decide_case`.
    """
    holding, case = hold_standing(DisciplinaryCase, case_id, by=by, at=at, why=reasons)
    _need_open(case.appeal_decided_at)
    need_said(BadCase, decider=decider, reasons=reasons)
    need_past(decided_at, at=at)
    _need_appeal(case, by, decider, decided_at)
    need_another_decider(case, by, decider, decider_role)
    if (outcome == AppealOutcome.REPLACED) != bool(parts):
        raise BadSanction(
            _("a sanction takes the place of another where an appeal says so, and only there"),
            remedy=_("choose what the appeal came to, and its sanction"),
        )
    after = anew(
        case, appeal_decided_at=decided_at, appeal_decider=decider.strip(),
        appeal_decided_by=str(by.account), appeal_outcome=outcome, appeal_reasons=reasons.strip(),
    )  # fmt: skip
    with acts_apart():
        put(holding, after, event="safety.appeal_decided", happened_at=decided_at, replaces=case)
    if outcome != AppealOutcome.UPHELD:
        _set_aside(holding, case, decided_at, reasons)
    need_lawful(holding, after, parts, decided_at)
    _impose(holding, after, parts, decided_at, decider, decider_role, reasons, on_appeal=True)
    return after


def _need_open(decided_at: datetime | None) -> None:
    if decided_at is not None:
        raise StepDone(_("this was decided already"), remedy=_("look at the decision that stands"))


def _need_fitting(outcome: str, parts: Sequence[Part]) -> None:
    if outcome not in CaseOutcome.values:
        raise BadCase(_("this is no outcome of a case"), remedy=_("choose one of the list"))
    if parts and outcome != CaseOutcome.PROVEN:
        raise BadSanction(
            _("nobody is sanctioned for what was not proven"),
            remedy=_("take the sanction out, or say that the act is proven"),
        )


def _need_appeal(case: DisciplinaryCase, by: Viewer, decider: str, decided_at: datetime) -> None:
    if case.appealed_at is None or decided_at < case.appealed_at:
        raise StepTooEarly(
            _("nobody has appealed against this decision"), remedy=_("write the appeal first")
        )
    same = case.decider.strip().lower() == decider.strip().lower()
    if same or case.decided_by == str(by.account):
        raise ReporterDecides(
            _("whoever decided does not decide on the appeal"),
            remedy=_("let somebody else decide, and sign in to write it down"),
        )


def _impose(
    holding: Holding, case: DisciplinaryCase, parts: Sequence[Part], imposed_at: datetime,
    decider: str, decider_role: str, reasons: str, *, on_appeal: bool = False,
) -> None:  # fmt: skip
    for part in parts:
        row = Sanction(
            case_id=case.first, incident=case.incident, kind=part.kind,
            offence=case.rule_broken or case.act, reasons=reasons.strip(), since=part.since,
            until=part.until, no_end_why=part.no_end_why.strip(), imposed_at=imposed_at,
            decider=decider.strip(), decider_role=decider_role,
            decided_by=str(holding.by.account), separation_id=part.separation_id,
            on_appeal=on_appeal,
        )  # fmt: skip
        with imposing():
            put(holding, row, event="safety.sanction_imposed", happened_at=imposed_at)


def _set_aside(holding: Holding, case: DisciplinaryCase, at: datetime, why: str) -> None:
    rows = rows_of(Sanction, holding.person.id, known_at=holding.at)
    for stands in rows.filter(case_id=case.first, set_aside_at=None, imposed_at__lt=at):
        aside = anew(stands, set_aside_at=at, set_aside_why=why.strip())
        put(holding, aside, event="safety.sanction_set_aside", happened_at=at, replaces=stands)
