"""What stands on the timeline, in the words of the page: one mark for each thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from standards.findings import Status
from throughcare.duties.queries import Duty
from throughcare.duties.queries.timeline import (
    CUSTODY,
    LANES,
    OTHER,
    PLACES,
    RESTRICTIONS,
    SEPARATION,
    STATUS,
    Event,
    Limit,
    Spell,
    Timeline,
)
from throughcare.duties.wording import term_of, title_of
from throughcare.web.lengths import length
from throughcare.web.people.shown.places import names_of_places

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

EVENTS, FINDINGS = "events", "findings"
ROWS: Final[dict[str, StrOrPromise]] = {
    CUSTODY: gettext_lazy("In custody"),
    PLACES: gettext_lazy("Places"),
    STATUS: gettext_lazy("Orders and status"),
    SEPARATION: gettext_lazy("Separation"),
    RESTRICTIONS: gettext_lazy("Restrictions"),
    OTHER: gettext_lazy("Other stretches"),
    EVENTS: gettext_lazy("Events"),
    FINDINGS: gettext_lazy("Deadlines and breaches"),
}
assert set(LANES) < set(ROWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing. `shape`: bar, dot, deadline, breach or limit. `until` None of a bar: goes on."""

    row: str
    shape: str
    since: datetime
    until: datetime | None
    said: str
    kind: str = ""
    way: str = ""
    lengthy: bool = False

    @property
    def last(self) -> datetime:
        """The last moment that is known of it."""
        return self.until or self.since


def marks_of(found: Timeline, *, at: datetime) -> list[Mark]:
    """Everything that was found, the oldest first."""
    names = names_of_places(
        {one.place for one in found.spells} | {one.place for one in found.events}
    )
    language = get_language() or "en"
    said = cache(lambda kind: _first_up(term_of(kind, language)))
    marks = [_spell(one, said(one.kind), names) for one in found.spells]
    marks += [_event(one, said(one.kind), names) for one in found.events]
    marks += [_limit(one) for one in found.limits]
    for one in found.findings:
        marks += _finding(one, language, at)
    return sorted(marks, key=lambda mark: (mark.since, mark.row))


def _spell(one: Spell, said: str, names: dict[str, str]) -> Mark:
    words = _placed(said, one.place, names)
    if one.parts > 1:
        joined = _("entries joined: %(n)s") % {"n": one.parts}
        words = f"{words} ({joined})"
    return Mark(
        row=one.lane, shape="bar", since=one.since, until=one.until, said=words, kind=one.kind,
        lengthy=True,
    )  # fmt: skip


def _event(one: Event, said: str, names: dict[str, str]) -> Mark:
    words = _placed(said, one.place, names)
    shape = "plan" if one.planned else "dot"
    return Mark(row=EVENTS, shape=shape, since=one.at, until=one.at, said=words, kind=said)


def _limit(one: Limit) -> Mark:
    words = _("Solitary confinement must end here: %(lasting)s since it began")
    said = words % {"lasting": length(months=one.limit.months, days=one.limit.days)}
    return Mark(row=SEPARATION, shape="limit", since=one.at, until=one.at, said=said)


def _finding(one: Duty, language: str, at: datetime) -> Iterator[Mark]:
    """What is due at its hour, what is or was broken while it was. What was met says nothing."""
    said = title_of(one.rule, language) if one.rule else _("To be done on grounds of health")
    page = one.page(at)
    way = f"/people/{one.person}{page}" if one.person and page else ""
    if one.status == Status.DUE and one.until is not None:
        yield Mark(
            row=FINDINGS, shape="deadline", since=one.until, until=one.until, said=said,
            kind=one.rule or "", way=way,
        )  # fmt: skip
    elif one.status == Status.BREACHED and (one.since or one.until):
        since = one.since or one.until
        assert since is not None
        yield Mark(
            row=FINDINGS, shape="breach", since=since, until=one.until, said=said,
            kind=one.rule or "", way=way, lengthy=True,
        )  # fmt: skip


def _placed(said: str, place: str, names: dict[str, str]) -> str:
    return f"{said}: \u2068{names.get(place, place)}\u2069" if place else said


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
