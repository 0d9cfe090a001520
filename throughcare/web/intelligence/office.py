"""The desk and the queue of the office; the receipts of whoever only writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.intelligence import queries
from throughcare.casework.intelligence.queries import Due, Waiting
from throughcare.casework.people.queries import listed
from throughcare.web.intelligence.words import RULES, STATES, done
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import called
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Line:
    """A report on the desk, and whose file it lies in."""

    due: Due
    name: str
    rule: StrOrPromise
    state: StrOrPromise


@dataclass(frozen=True, slots=True)
class Open:
    """A person in the queue, by name; `count`: how many items wait."""

    waiting: Waiting
    name: str
    count: int


@never_cache
@require_safe
@local
def desk(request: Request) -> HttpResponse:
    """What is to be looked at again, by when, and under which rule. For the office alone."""
    found = queries.desk_of(request.viewer, at=request.at)
    names = _names(request, [one.person_id for one in found.rows])
    lines = [
        Line(
            one, names.get(one.person_id, ""), RULES.get(one.rule, ""),
            STATES.get(one.status, STATES[""]),
        )
        for one in found.rows
    ]  # fmt: skip
    kept = [RULES[rule] for rule in found.kept]
    told = {"lines": lines, "kept": kept, "done": done(request)}
    return render(request, "intelligence/desk.html", told)


@never_cache
@require_safe
@local
def queue(request: Request) -> HttpResponse:
    """Whose items wait for an answer, and before what. For the office alone."""
    found = queries.queue_of(request.viewer, at=request.at)
    every = (*found.left, *found.soon, *found.rest)
    names = _names(request, [one.person_id for one in every])
    told = {
        "left": _open(found.left, names), "soon": _open(found.soon, names),
        "rest": _open(found.rest, names), "mine": found.mine, "done": done(request),
    }  # fmt: skip
    return render(request, "intelligence/queue.html", told)


@never_cache
@require_safe
@local
def received(request: Request) -> HttpResponse:
    """That the own reports were received, and nothing of them."""
    found = queries.received(request.viewer, at=request.at)
    told = {"receipts": found, "done": done(request)}
    return render(request, "intelligence/received.html", told)


def _names(request: Request, persons: Iterable[UUID]) -> dict[UUID, str]:
    ids = list(dict.fromkeys(persons))
    return {one.id: called(one.facts).own for one in listed(request.viewer, ids, at=request.at)}


def _open(rows: Sequence[Waiting], names: dict[UUID, str]) -> list[Open]:
    return [Open(one, names.get(one.person_id, ""), len(one.items)) for one in rows]
