"""Two files that may be of one person: to propose, to compare, to decide, to separate again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import IDENTITY
from throughcare.web.drafts.sending import key_in, sending_of
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.acts import DecisionForm, ProposalForm, ReasonForm, SearchForm
from throughcare.web.people.listing import found, need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.comparison import compared
from throughcare.web.people.shown.lines import lines_of
from throughcare.web.people.shown.staff import names_of
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def waiting(request: Request) -> HttpResponse:
    """The proposals that this viewer may decide, the oldest first."""
    need_post(request)
    proposed = queries.open_proposals(request.viewer, at=request.at)
    names = names_of(one.proposal.proposed_by for one in proposed)
    told = [
        {"id": one.proposal.id, "lines": lines_of([one.one, one.other]),
         "why": one.proposal.why, "at": one.proposal.proposed_at,
         "by": names.get(one.proposal.proposed_by, "")}
        for one in proposed
    ]  # fmt: skip
    return render(request, "people/duplicates.html", {"proposals": told})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def propose(request: Request, person_id: UUID) -> HttpResponse:
    """Choose the other file by search, and say why."""
    file = queries.file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
    search = SearchForm(request.GET)
    text = search.cleaned_data["q"] if search.is_valid() else ""
    lines = [] if not text else [line for line in found(request, text) if line.id != file.id]
    chosen = key_in(request.POST.get("other") or request.GET.get("other"))
    rows = queries.listed(request.viewer, [chosen] if chosen else [], at=request.at)
    asked = Asked(
        request=request, file=file, here="identity", title=_("The same person has another file"),
        button=_("Propose"), template="people/propose.html",
    )  # fmt: skip

    def act(form: ProposalForm, _sending: object) -> str:
        proposal = actions.propose_duplicate(
            by=request.viewer, at=request.at, one=file.id, other=form.cleaned_data["other"],
            why=form.cleaned_data["why"],
        )  # fmt: skip
        return f"/people/duplicates/{proposal.id}?done=proposed"

    return asked.answer(
        lambda typed: ProposalForm(typed, initial={"other": chosen}), act,
        search=search, typed=request.GET.get("q", "")[:1000], lines=lines, searched=bool(text),
        chosen=lines_of(rows),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def decide(request: Request, proposal_id: UUID) -> HttpResponse:
    """Both files side by side, and the decision: one person, or two."""
    proposal = queries.proposal_of(request.viewer, proposal_id, at=request.at)
    one, other = queries.side_by_side(request.viewer, proposal_id, at=request.at, why="")
    if proposal.decided_at is None and one.id == other.id:
        return HttpResponseRedirect(f"/people/{one.id}?done=merged")
    sending = sending_of(request, _("Decide on two files"))
    form = DecisionForm(sending.typed)
    if sending.typed is not None and not sending.judged:
        form.quiet()
    trouble: Trouble | None = None
    if sending.judged and form.is_valid():
        pair = one, other
        way, sending, trouble = attempt(
            request, sending, lambda: _decide(request, proposal_id, pair, form)
        )
        if way is not None:
            return HttpResponseRedirect(way)
    names = names_of([proposal.proposed_by, proposal.decided_by or ""])
    told = {
        **compared(one, other), "proposal": proposal, "form": form, "sending": sending,
        "trouble": trouble, "proposed_by": names.get(proposal.proposed_by, ""),
        "decided_by": names.get(proposal.decided_by or "", ""),
        "proposed_now": request.GET.get("done") == "proposed",
    }  # fmt: skip
    return render(request, "people/compare.html", told, status=422 if sending.judged else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def separate(request: Request, person_id: UUID) -> HttpResponse:
    """Separate a file again that was joined: each entry goes back to where it was written."""
    file = queries.file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
    history = queries.history_of(request.viewer, person_id, at=request.at)
    joined = {merge.merged_id for merge in history.merges}
    if person_id not in joined and request.method != "POST":
        raise NotThere
    asked = Asked(
        request=request, file=file, here="history", title=_("Separate a file again"),
        button=_("Separate the files"),
    )  # fmt: skip

    def act(form: ReasonForm, _sending: object) -> str:
        actions.unmerge(
            by=request.viewer, at=request.at, merged=person_id, why=form.cleaned_data["why"]
        )
        return f"/people/{person_id}?done=separated"

    return asked.answer(lambda typed: ReasonForm(typed), act)


def _decide(
    request: Request, proposal_id: UUID, pair: tuple[queries.File, queries.File],
    form: DecisionForm,
) -> str:  # fmt: skip
    why, decision = form.cleaned_data["why"], form.cleaned_data["decision"]
    if decision == "two":
        actions.refuse_duplicate(by=request.viewer, at=request.at, proposal_id=proposal_id, why=why)
        return f"/people/{pair[0].id}?done=apart"
    kept, merged = pair if decision == "one" else pair[::-1]
    actions.merge(by=request.viewer, at=request.at, kept=kept.id, merged=merged.id, why=why)
    return f"/people/{kept.id}?done=joined"
