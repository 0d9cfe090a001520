"""The section Religion of a file: what is asked and wished, and what was offered."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment
from throughcare.casework.chaplaincy import queries
from throughcare.duties.queries import of_person
from throughcare.web.custody.sections import section_page
from throughcare.web.duties.sentences import sentence
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def religion(request: Request, person_id: UUID) -> HttpResponse:
    """For the chaplain and the person; whoever may only add is led to the form, and reads nothing.

    For all others it is as if it were not there.
    """
    file = read(request, person_id)
    about, at = Subject(file.id, file.held_at), request.at
    leave = gate.ask(request.viewer, Act.APPEND, Compartment.REL, about, at=at)
    reads = gate.may(request.viewer, Act.READ, Compartment.REL, about, at=at)
    told = {
        **section_page(request, file, "religion"), "role": leave.role,
        "found": queries.faith_of(request.viewer, file.id, at=at) if reads else None,
        "open": _open(request, file.id) if reads else [],
    }  # fmt: skip
    return render(request, "chaplaincy/religion.html", told)


def _open(request: Request, person: UUID) -> list[str]:
    """What the rules on religion leave open about the person, in sentences."""
    found = of_person(request.viewer, person, at=request.at)
    return [
        sentence(one, request.at) for one in found
        if one.is_open and one.first == Compartment.REL
    ]  # fmt: skip
