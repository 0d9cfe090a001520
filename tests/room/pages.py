"""The pages of the test room."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from tests.room import actions, queries
from tests.room.whom import About
from throughcare.access.terms import Compartment
from throughcare.web.request import Request


def about_of(whom: str) -> About:
    """A person by id, or nobody at a place."""
    try:
        return About(UUID(whom))
    except ValueError:
        return About(None, whom)


def page(request: Request, compartment: str, whom: str) -> HttpResponse:
    """GET reads, POST adds, or writes where it names a row."""
    code, about = Compartment(compartment), about_of(whom)
    if request.method == "POST":
        given = {"by": request.viewer, "at": request.at, "compartment": code, "about": about}
        if row := request.POST.get("row"):
            actions.write(**given, row=UUID(row), text=request.POST["text"])
        else:
            actions.append(**given, text=request.POST["text"])
        return HttpResponse(status=204)
    reading = queries.read(request.viewer, code, about, at=request.at)
    return render(request, "room/page.html", {"reading": reading})


def search(request: Request, compartment: str) -> HttpResponse:
    """The texts found."""
    found = queries.search(
        request.viewer, Compartment(compartment), request.GET["q"], at=request.at
    )
    return render(request, "room/page.html", {"reading": {"texts": found}})


def export(request: Request, compartment: str) -> HttpResponse:
    """One line for each text within reach."""
    lines = queries.export(request.viewer, Compartment(compartment), at=request.at)
    return HttpResponse("\n".join("\t".join(line) for line in lines), content_type="text/plain")


def count(request: Request, compartment: str) -> HttpResponse:
    """How many."""
    number = queries.count(request.viewer, Compartment(compartment), at=request.at)
    return HttpResponse(str(number), content_type="text/plain")
