"""All rules with how things stand under each, to filter by instrument, kind and state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from standards.rulebook.coverage import Reach
from standards.rulebook.entry import Entry
from throughcare.duties.queries.by_rule import AtHouse, RuleState, states_at
from throughcare.duties.queries.covered import coverage_now
from throughcare.duties.rules import rulebook
from throughcare.web.duties.rules.houses import Houses, houses_of
from throughcare.web.duties.rules.shown import (
    BROKEN,
    DUE,
    JUDGED,
    KINDS,
    UNANSWERED,
    ShownRule,
    rule_shown,
)
from throughcare.web.duties.words import INSTRUMENTS
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_STATES: Final[dict[str, StrOrPromise]] = {
    BROKEN: gettext_lazy("broken now"), DUE: gettext_lazy("due"),
    JUDGED: gettext_lazy("judged"), UNANSWERED: gettext_lazy("cannot be answered"),
}  # fmt: skip


@never_cache
@require_safe
@local
def rules(request: Request) -> HttpResponse:
    """Everybody with a post reads the rules; numbers are for those who read files there."""
    need_post(request)
    houses = houses_of(request)
    stands = _stands(request, houses)
    wanted = {
        "instrument": _one_of(request, "instrument", INSTRUMENTS),
        "kind": _one_of(request, "kind", KINDS), "state": _one_of(request, "state", _STATES),
    }  # fmt: skip
    found = _found(request, wanted, stands)
    told = {
        "houses": houses, "rules": found, "wanted": wanted, "instruments": INSTRUMENTS,
        "kinds": KINDS, "states": _STATES, "stands": stands, "total": len(rulebook().entries),
        "broken": sum(one.state.broken for one in found if one.state),
        "due": sum(one.state.due for one in found if one.state),
    }  # fmt: skip
    return render(request, "duties/rules/list.html", told)


def _stands(request: Request, houses: Houses) -> AtHouse | None:
    return states_at(request.viewer, houses.here, at=request.at) if houses.here else None


def _one_of(request: Request, name: str, known: Mapping[str, object]) -> str:
    """What a filter asks for; what it cannot ask for is no filter."""
    asked = request.GET.get(name, "")
    return asked if asked in known else ""


def _found(request: Request, wanted: Mapping[str, str], stands: AtHouse | None) -> list[ShownRule]:
    reaches = {one.rule: one.reach for one in coverage_now(request.at.date()).rules}
    of = stands.rules if stands else {}
    return [
        rule_shown(
            entry, reaches.get(name), of.get(name), numbers=stands is not None
        )
        for name, entry in rulebook().entries.items()
        if _is_wanted(entry, wanted)
        and _is_in_state(wanted["state"], reaches.get(name), of.get(name))
    ]  # fmt: skip


def _is_wanted(entry: Entry, wanted: Mapping[str, str]) -> bool:
    of_instrument = entry.id.startswith(f"{wanted['instrument']}-") or not wanted["instrument"]
    return of_instrument and wanted["kind"] in ("", entry.kind)


def _is_in_state(asked: str, reach: Reach | None, state: RuleState | None) -> bool:
    if asked == UNANSWERED:
        return reach is Reach.NOT
    number = {BROKEN: state.broken, DUE: state.due, JUDGED: state.judged} if state else {}
    return not asked or number.get(asked, 0) > 0
