"""The page of the plan, in full or in short; and its versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.people.queries import File
from throughcare.casework.plans import queries
from throughcare.casework.plans.terms import RELEASE
from throughcare.duties.queries import plan_called_for
from throughcare.web.custody.printed.words import LANGUAGES
from throughcare.web.people.file import page_of, read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.plans.shown import call_words, shown_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def plan(request: Request, person_id: UUID) -> HttpResponse:
    """In full for whoever reads plans, the person among them; in short for a role it concerns."""
    file = read(request, person_id)
    if not reads(request, file):
        short = queries.plan_in_short(request.viewer, file.id, at=request.at)
        told = {**page_of(request, file, "plan"), "short": short}
        return render(request, "plans/short.html", told)
    found = queries.plans_of(request.viewer, file.id, at=request.at)
    shown = shown_of(found, at=request.at)
    told = {
        **page_of(request, file, "plan"), "found": found,
        "now": next((one for one in shown if one.seen.holds), None),
        "draft": next((one for one in shown if one.seen.row.state == "draft"), None),
        "several": len(shown) > 1, "languages": _languages(),
        "caring": [
            (one, names_of([one.account]).get(one.account, one.account)) for one in found.caring
        ],
        "probation": _is_probation(request, file), "way": f"/people/{file.id}/plan",
        "release": _release(found), "calls": calls_of(request, file, found.own),
    }  # fmt: skip
    return render(request, "plans/plan.html", told)


@never_cache
@require_safe
@local
def versions(request: Request, person_id: UUID) -> HttpResponse:
    """The last two versions side by side, and those before; for whoever reads plans in full."""
    file = read(request, person_id)
    if not reads(request, file):
        raise NotThere
    found = queries.plans_of(request.viewer, file.id, at=request.at)
    told: dict[str, Any] = {
        **page_of(request, file, "plan"), "found": found,
        "versions": shown_of(found, at=request.at),
    }  # fmt: skip
    return render(request, "plans/versions.html", told)


def reads(request: Request, file: File) -> bool:
    """Whether the viewer reads the plan of this file in full."""
    about = Subject(file.id, file.held_at)
    return gate.may(request.viewer, Act.READ, Compartment.PLN, about, at=request.at)


def _is_probation(request: Request, file: File) -> bool:
    about = Subject(file.id, file.held_at)
    if not gate.may(request.viewer, Act.WRITE, Compartment.PLN, about, at=request.at):
        return False
    leave = gate.ask(request.viewer, Act.WRITE, Compartment.PLN, about, at=request.at)
    return Role(leave.role) is Role.PROBATION_OFFICER


def calls_of(request: Request, file: File, own: bool) -> Sequence[tuple[str, datetime]]:
    """What calls for a look at the plan, in words. Nothing for the person and the lawyer."""
    if own:
        return []
    calls = plan_called_for(request.viewer, file.id, at=request.at)
    return [(call_words(one.trigger), one.at) for one in calls]


def _release(found: queries.Plans) -> list[tuple[object, str]]:
    """What the plan for release says, each with its label."""
    row = found.release
    return [
        (label, said) for name, label in RELEASE.items() if row and (said := getattr(row, name))
    ]


def _languages() -> list[tuple[str, str]]:
    """The languages of the paper, each by its own name."""
    return [(code, dict(settings.LANGUAGES)[code]) for code in LANGUAGES]
