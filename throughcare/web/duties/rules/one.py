"""One rule: its words, the numbers in force and who set them, and how things stand under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from standards.durations import BadDuration, parse_duration
from standards.rulebook.coverage import RuleCoverage
from standards.rulebook.entry import Entry
from throughcare.access.errors import NotThere
from throughcare.duties.queries.by_rule import states_at
from throughcare.duties.queries.covered import coverage_now
from throughcare.duties.rules import rulebook
from throughcare.duties.wording import says_of, term_of
from throughcare.web.duties.rules.houses import houses_of
from throughcare.web.duties.rules.shown import rule_shown
from throughcare.web.duties.words import limit_words, number_words
from throughcare.web.lengths import unit_words
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Which numbers of a check are shown, and as what. The names of records are shown apart.
_NUMBERS: Final[dict[str, StrOrPromise]] = {
    "limit": gettext_lazy("within"), "first_within": gettext_lazy("the first within"),
    "merge_gap": gettext_lazy("shorter gaps do not count"), "min": gettext_lazy("at least"),
    "max": gettext_lazy("at most"), "grace": gettext_lazy("a delay that is let pass"),
    "accept_early": gettext_lazy("may be done before by"), "age": gettext_lazy("age"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number in force. `before`: the instrument's own, where a country is stricter."""

    label: StrOrPromise
    said: str
    before: str = ""


@never_cache
@require_safe
@local
def rule(request: Request, rule: str) -> HttpResponse:
    """The rule as everybody with a post reads it; numbers of cases as on the list."""
    need_post(request)
    entry = rulebook().entries.get(rule)
    if entry is None:
        raise NotThere
    houses, day = houses_of(request), request.at.date()
    stands = states_at(request.viewer, houses.here, at=request.at) if houses.here else None
    reach = next((one for one in coverage_now(day).rules if one.rule == rule), None)
    language = get_language() or "en"
    told = {
        "entry": entry, "houses": houses, "stands": stands, "says": says_of(rule, language),
        "one": rule_shown(
            entry, reach.reach if reach else None, stands.rules.get(rule) if stands else None,
            numbers=stands is not None,
        ),
        "numbers": numbers_of(entry, day), "since": _since(entry, day),
        "set_by": _set_by(entry), "country": rulebook().profile,
        "missing": missing_words(reach, language),
        "related": [one for one in entry.related if one in rulebook().entries],
    }  # fmt: skip
    return render(request, "duties/rules/one.html", told)


def numbers_of(entry: Entry, day: date) -> list[Number]:
    """The numbers in force on a day, each beside what a stricter country replaced."""
    now, written = entry.effective_on(day) or {}, entry.written_on(day) or {}
    found = []
    for name, label in _NUMBERS.items():
        if name in now:
            said, before = _said(now[name], now), _said(written.get(name), written)
            found.append(Number(label=label, said=said, before=before if before != said else ""))
    return found


def missing_words(reach: RuleCoverage | None, language: str) -> Sequence[str]:
    """What records are missing for an answer, in the officer's words."""
    return [term_of(name, language) for name in reach.missing] if reach else []


def _said(value: Any, check: Mapping[str, Any]) -> str:
    """A length in words, a number with what it counts."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        unit = _UNITS.get(str(check.get("unit", "")))
        return unit_words(int(value), unit) if unit else number_words(value)
    try:
        return limit_words(parse_duration(str(value)))
    except BadDuration:
        return str(value)


_UNITS: Final = {"minutes": "minute", "hours": "hour", "days": "day"}


def _since(entry: Entry, day: date) -> date | None:
    dated = entry.values_on(day)
    return None if dated is None else dated.since


def _set_by(entry: Entry) -> str:
    if not entry.set_by:
        return ""
    if entry.set_by == "rule":
        return _("the instrument itself")
    return _("policy, to be confirmed locally")
