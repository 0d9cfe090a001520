"""To propose what takes two people, and to decide on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import LeftHow, ProposedAct
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.queries import file_to_change
from throughcare.web.custody.acting import Step
from throughcare.web.custody.release.forms import DecideForm, StayForm
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_FIELDS: Final = {
    "admitted_at": gettext_lazy("received"),
    "left_at": gettext_lazy("end of the stay"),
    "left_how": gettext_lazy("how it ended"),
}
_TITLES: Final = {
    ProposedAct.RELEASE: gettext_lazy("Ask for agreement to a release"),
    ProposedAct.CORRECT: gettext_lazy("Propose a correction of a stay"),
    ProposedAct.STRIKE_OUT: gettext_lazy("Propose to strike out a stay"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProposal:
    """A proposal in words. `fate` is empty while it waits; `mine`: proposed by the viewer."""

    id: UUID
    stay: UUID
    act: str
    label: str
    changes: Sequence[tuple[str, str]]
    reason: str
    by: str
    at: datetime
    fate: str
    fate_by: str
    fate_at: datetime | None
    fate_why: str
    mine: bool


def shown_proposals(
    request: Request, proposals: Sequence[queries.Proposal]
) -> list[ShownProposal]:  # fmt: skip
    """The proposals in words, in the order given."""
    accounts = [one.proposed_by for one in proposals]
    names = names_of([*accounts, *(one.decided_by or "" for one in proposals)])
    return [_shown(request, one, names) for one in proposals]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def propose(request: Request, person_id: UUID, stay_id: UUID, act: str) -> HttpResponse:
    """Ask a second person: for a release, a correction of a stay, or to strike it out."""
    wanted = next((one for one in ProposedAct if one.replace("_", "-") == act), None)
    if wanted is None:
        raise NotThere
    file = file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
    found = queries.version_of(request.viewer, file.id, "stay", stay_id, at=request.at)
    stay = found.row
    if not (found.stands and isinstance(stay, queries.Stay)):
        raise NotThere
    section = "release" if wanted is ProposedAct.RELEASE else "movements"
    back = "release" if wanted is ProposedAct.RELEASE else "earlier"
    page = Step(
        request=request, file=file, section=section, back=f"/people/{file.id}/custody/{back}",
        title=_TITLES[wanted], button=gettext_lazy("Ask a second person"),
    )  # fmt: skip

    def make(typed: Any) -> StayForm | ReasonForm:
        if wanted is not ProposedAct.CORRECT:
            return ReasonForm(typed)
        initial = {
            "admitted_at": timezone.localtime(stay.admitted_at),
            "left_at": timezone.localtime(stay.left_at) if stay.left_at else None,
            "left_how": stay.left_how or "",
        }
        return StayForm(typed, at=request.at, initial=initial)

    def write(form: StayForm | ReasonForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.propose(
            by=request.viewer, at=request.at, person_id=file.id, act=wanted, stay_id=stay_id,
            why=said["why"], changes=_changes(said) if wanted is ProposedAct.CORRECT else None,
        )  # fmt: skip
        return f"{page.back}?done=asked-another"

    return page.answer(make, write, beside=_stay_said(stay))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def decide(request: Request, person_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Decide on what somebody else has proposed."""
    file = file_to_change(
        request.viewer, person_id, act=Act.READ, compartment=IDENTITY, at=request.at
    )
    found = queries.proposals_of(request.viewer, file.id, at=request.at)
    row = next((one for one in shown_proposals(request, found) if one.id == proposal_id), None)
    if row is None:
        raise NotThere
    back = "release" if row.act == ProposedAct.RELEASE else "earlier"
    page = Step(
        request=request, file=file, section="release", back=f"/people/{file.id}/custody/{back}",
        title=gettext_lazy("Decide as a second person"), button=gettext_lazy("Save the decision"),
    )  # fmt: skip

    def write(form: DecideForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.decide(
            by=request.viewer, at=request.at, person_id=file.id, proposal_id=proposal_id,
            agree=said["decision"] == "yes", why=said["why"],
        )  # fmt: skip
        return f"{page.back}?done=second-decided"

    beside = [
        (_("proposed"), row.label), *row.changes, (_("reason"), row.reason), (_("by"), row.by),
    ]  # fmt: skip
    return page.answer(lambda typed: DecideForm(typed), write, beside=beside)


def _changes(said: Mapping[str, Any]) -> dict[str, str | None]:
    left = said["left_at"]
    return {
        "admitted_at": said["admitted_at"].isoformat(),
        "left_at": left.isoformat() if left else None,
        "left_how": said["left_how"] or None,
    }


def _stay_said(stay: queries.Stay) -> list[tuple[str, str]]:
    values = {"admitted_at": stay.admitted_at, "left_at": stay.left_at, "left_how": stay.left_how}
    return [(str(_FIELDS[name]), _words(one)) for name, one in values.items()]


def _shown(
    request: Request, one: queries.Proposal, names: Mapping[str, str]
) -> ShownProposal:  # fmt: skip
    fate = "" if one.agreed is None else _("agreed") if one.agreed else _("not agreed")
    return ShownProposal(
        id=one.id, stay=one.row, act=one.act, label=str(ProposedAct(one.act).label),
        changes=[(str(_FIELDS[name]), _words(said)) for name, said in one.changes.items()
                 if name in _FIELDS],
        reason=one.reason, by=names.get(one.proposed_by, one.proposed_by), at=one.proposed_at,
        fate=fate, fate_by=names.get(one.decided_by or "", ""), fate_at=one.decided_at,
        fate_why=one.decided_why or "", mine=one.proposed_by == str(request.viewer.account),
    )  # fmt: skip


def _words(said: object) -> str:
    """A moment, a way to leave, or nothing, in words."""
    if said in (None, ""):
        return _("not ended")
    if said in LeftHow.values:
        return str(LeftHow(said).label)
    moment = said if isinstance(said, datetime) else datetime.fromisoformat(str(said))
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
