"""One line of the list of people, of a search, of a choice between two files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import Fact, Found, Listed
from throughcare.casework.people.values import name_in
from throughcare.web.people.shown.facts import pieces_of
from throughcare.web.people.shown.header import ShownAlert, alert_shown, numbers_of
from throughcare.web.people.shown.names import Called, called
from throughcare.web.people.shown.places import names_of_places


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What fits in a line. `matched` says what a search found, and in which spelling."""

    id: UUID
    called: Called
    numbers: Sequence[str]
    sex: str
    born: str
    place: str
    alerts: Sequence[ShownAlert]
    redacted: bool
    matched: str = ""


def lines_of(rows: Sequence[Listed], found: Sequence[Found] = ()) -> list[Line]:
    """The lines of these rows; of a search, in the order of what was found."""
    places = names_of_places(row.held_at for row in rows)
    matched = {hit.id: _matched(hit) for hit in found}
    return [_line(row, places, matched.get(row.id, "")) for row in rows]


def _line(row: Listed, places: dict[str, str], matched: str) -> Line:
    return Line(
        id=row.id, called=called(row.facts), numbers=numbers_of(row.facts),
        sex=_last(row.facts, Kind.SEX), born=_last(row.facts, Kind.BIRTH_DATE),
        place=places.get(row.held_at or "", ""), alerts=[alert_shown(one) for one in row.alerts],
        redacted=row.redacted, matched=matched,
    )  # fmt: skip


def _last(facts: Sequence[Fact], kind: Kind) -> str:
    """The latest of a kind, a verified one before the others."""
    of_kind = sorted(
        (fact for fact in facts if fact.kind == kind),
        key=lambda fact: (fact.standing == "verified", fact.recorded_at, fact.made_in),
    )
    return pieces_of(kind, of_kind[-1].value)[0][1] if of_kind else ""


def _matched(hit: Found) -> str:
    fact = hit.matched
    if fact.kind == Kind.IDENTIFIER:
        return _("the number %(number)s") % {"number": f"\u2068{fact.value['number']}\u2069"}
    shown = " / ".join(f"\u2068{one}\u2069" for one in name_in(fact.value).spelled())
    if hit.likeness >= 1:
        return _("the name %(name)s") % {"name": shown}
    return _("a name that sounds alike: %(name)s") % {"name": shown}
