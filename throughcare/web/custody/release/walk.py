"""The walk of a release: what must be ready, the release on an order; and a death."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import OrderKind, ProposedAct, Stage
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.acting import Step
from throughcare.web.custody.known import known_of
from throughcare.web.custody.other_person import insisting
from throughcare.web.custody.release.forms import DeathForm, ReleaseForm
from throughcare.web.custody.release.proposals import shown_proposals
from throughcare.web.custody.sections import section_page
from throughcare.web.custody.stage_pages import shown_steps, step_page
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request

_FORM_PAGE = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@local
def release(request: Request, person_id: UUID) -> HttpResponse:
    """What is ready for the release, what is missing, and who agrees to it."""
    return _walk(request, person_id, Stage.RELEASE, "custody/release/walk.html")


@never_cache
@require_safe
@local
def death(request: Request, person_id: UUID) -> HttpResponse:
    """Who must be told after a death."""
    return _walk(request, person_id, Stage.DEATH, "custody/release/death.html")


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def step(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """One step of the release."""
    return step_page(request, person_id, Stage.RELEASE, kind)


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def death_step(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """One step after a death."""
    return step_page(request, person_id, Stage.DEATH, kind)


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def go(request: Request, person_id: UUID) -> HttpResponse:
    """The person is let go, on an order."""
    file = _file(request, person_id)
    orders = queries.orders_for(request.viewer, file.id, OrderKind.RELEASE, at=request.at)
    page = Step(
        request=request, file=file, section="release", back=f"/people/{file.id}/custody/release",
        title=_("Release the person"), button=_("The person is let go"),
    )  # fmt: skip

    def write(form: ReleaseForm, _sending: Sending) -> str:
        said = form.cleaned_data
        with insisting(form):
            actions.release(
                by=request.viewer, at=request.at, person_id=file.id, left_at=said["left_at"],
                order=form.order_said(), abroad=bool(said["abroad"]), why=said["why"],
            )  # fmt: skip
        return f"{page.back}?done=released"

    return page.answer(
        lambda typed: ReleaseForm(typed, at=request.at, orders=orders), write,
        hint=_("Nobody is held because a step is missing. What is missing stays on the list."),
    )  # fmt: skip


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def record_death(request: Request, person_id: UUID) -> HttpResponse:
    """The person has died."""
    file = _file(request, person_id)
    page = Step(
        request=request, file=file, section="release", back=f"/people/{file.id}/custody/death",
        title=_("Record a death"), button=_("Save the death"),
    )  # fmt: skip

    def write(form: DeathForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.record_death(
            by=request.viewer, at=request.at, person_id=file.id, died_at=said["died_at"],
            why=said["why"],
        )  # fmt: skip
        return f"{page.back}?done=death"

    return page.answer(
        lambda typed: DeathForm(typed, at=request.at), write,
        hint=_("Tell the next of kin at once, and an authority outside of the prison that looks "
               "into every death in custody."),
    )  # fmt: skip


def _walk(request: Request, person_id: UUID, stage: Stage, template: str) -> HttpResponse:
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    asked: dict[str, datetime] = {"at": request.at, "known_at": known.at}
    walk = queries.stage_walk(request.viewer, file.id, stage, **asked)
    steps = shown_steps(walk, file.id, known)
    proposals = queries.proposals_of(request.viewer, file.id, **asked)
    told = {
        **section_page(request, file, "release", known), "walk": walk, "steps": steps,
        "missing": [one for one in steps if not one.taken],
        "proposals": [
            one for one in shown_proposals(request, proposals)
            if one.act == ProposedAct.RELEASE and walk.stay and one.stay == walk.stay.id
        ],
        "held": walk.stay is not None and walk.stay.left_at is None,
        "may_write": file.lets.write and known.day is None,
    }  # fmt: skip
    return render(request, template, told)


def _file(request: Request, person_id: UUID) -> File:
    return file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
