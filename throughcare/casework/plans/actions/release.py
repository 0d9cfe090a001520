"""The formal plan for release, and its handover to care after release and to probation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, parts_of
from throughcare.casework.plans.checks import need_not_before, need_of, need_said, need_short
from throughcare.casework.plans.errors import NotSaid, SameHand, WrongState
from throughcare.casework.plans.groups import groups_of
from throughcare.casework.plans.holding import hold_plan, hold_row
from throughcare.casework.plans.models import Handover, ReleasePlan
from throughcare.casework.plans.rules import WOMEN
from throughcare.casework.plans.terms import HandedTo, HandoverState
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def write_release_plan(
    *, by: Viewer, at: datetime, person_id: UUID, made_at: datetime, needs: str, measures: str,
    contacts: str, partners: str = "", first_meeting: str = "",
    first_meeting_at: datetime | None = None, crisis: str = "", women_needs: str = "",
) -> ReleasePlan:  # fmt: skip
    """Write the plan for release, or write it anew; the earlier one stays readable.

    Of a woman it says what her needs ask for (Bangkok Rule 46). Raises NotSaid, TooMuchSaid,
    BadMoment, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at)
    need_past(made_at, at=at)
    said = need_said(needs=needs, measures=measures, contacts=contacts)
    said |= need_short(
        partners=partners, first_meeting=first_meeting, crisis=crisis, women_needs=women_needs
    )
    if WOMEN in groups_of(holding.person.id, at=at):
        need_said(what_her_needs_ask_for=women_needs)
    if bool(said["first_meeting"]) != (first_meeting_at is not None):
        raise NotSaid(
            _("the first appointment has a place and an hour, or none of both"),
            remedy=_("write both, or leave both empty"),
        )
    before = ReleasePlan.objects.filter(
        person__in=parts_of(holding.person.id), stood_until=None
    ).first()
    row = ReleasePlan(made_at=made_at, first_meeting_at=first_meeting_at, **said)
    if before is not None:
        row.first = before.first
    return put(
        holding, row, event="plans.release_plan_written", happened_at=made_at, replaces=before
    )  # fmt: skip


@entering
def hand_over(
    *, by: Viewer, at: datetime, person_id: UUID, to: HandedTo | str, agency: str, handed: str,
    asked_at: datetime,
) -> Handover:  # fmt: skip
    """Hand the plan to probation, or ask an agency to care for the person after release.

    `handed`: what went there, by consent or on which ground of law. Raises NotSaid, BadMoment,
    NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at)
    need_of(to, HandedTo.values)
    need_past(asked_at, at=at)
    row = Handover(
        to=to, asked_at=asked_at, state=HandoverState.ASKED,
        **need_said(agency=agency, handed=handed),
    )  # fmt: skip
    return put(holding, row, event="plans.handed_over", happened_at=asked_at)


@entering
def write_answer(
    *, by: Viewer, at: datetime, handover_id: UUID, state: HandoverState | str,
    answered_at: datetime, answer: str,
) -> Handover:  # fmt: skip
    """Write an agency's answer: accepted, declined by it, or declined by the person.

    Raises NotSaid, BadMoment, BadDay, WrongState, NotThere, Refused.
    """
    holding, row = hold_row(Handover, handover_id, by=by, at=at)
    need_of(state, [HandoverState.ACCEPTED, HandoverState.REFUSED, HandoverState.DECLINED])
    _need_asked(row, HandedTo.AFTERCARE)
    said = need_said(answer=answer)
    need_past(answered_at, at=at)
    need_not_before(answered_at, row.asked_at, what=_("nobody answers before it was asked"))
    answered = anew(
        row, state=state, answered_at=answered_at, answered_by=str(by.account), **said
    )  # fmt: skip
    return put(
        holding, answered, event="plans.handover_answered", happened_at=answered_at, replaces=row
    )  # fmt: skip


@entering
def receive_handover(*, by: Viewer, at: datetime, handover_id: UUID, answer: str) -> Handover:
    """A probation officer whose case it is says that assessment and plan were received.

    Never who handed them over. Raises SameHand, WrongState, NotSaid, NotThere, Refused.
    """
    holding, row = hold_row(Handover, handover_id, by=by, at=at)
    _need_asked(row, HandedTo.PROBATION)
    said = need_said(answer=answer)
    if Role(holding.leave.role) is not Role.PROBATION_OFFICER:
        raise _not_probation()
    received = anew(
        row, state=HandoverState.RECEIVED, answered_at=at, answered_by=str(by.account), **said
    )  # fmt: skip
    with refusing({"plans_probation_receives_itself": _not_probation()}):
        return put(
            holding, received, event="plans.handover_received", happened_at=at, replaces=row
        )  # fmt: skip


def _need_asked(row: Handover, to: str) -> None:
    if row.state != HandoverState.ASKED or row.to != to:
        raise WrongState(
            _("this was answered already, or is for somebody else to answer"),
            remedy=_("look at the plan again as it stands now"),
        )


def _not_probation() -> SameHand:
    return SameHand(
        _("a probation officer says that it was received, and not who handed it over"),
        remedy=_("let the probation officer of this case sign in"),
    )
