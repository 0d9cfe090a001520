"""Who stands on the page: each person separated that day, by cell, with what is written already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from throughcare.casework.custody import queries as custody
from throughcare.casework.safety.queries.unit_day import Entered, PersonDay, UnitDay, unit_day
from throughcare.casework.safety.terms import AskedBy, EntryTable
from throughcare.web.custody.places.shown import called_by, label_of
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request
from throughcare.web.safety.day import kinds
from throughcare.web.safety.day.results import Kept, Result
from throughcare.web.safety.day.slots import PARTS, SLOTS, Typed, fresh_key, name_of

# A screen that can still be walked by Tab; with at most 17 fields in a row it also stays under the
# 1,000 fields of one form that Django reads. Our own choice.
ON_A_PAGE: Final = 50
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The fields of one entry in a row: their names, and what stands in them."""

    slot: str
    names: Mapping[str, str]
    typed: Typed
    wrong: str = ""


@dataclass(slots=True, kw_only=True)
class Row:
    """One person on the page."""

    person: UUID
    called: Called
    cell: str
    day: int
    written: list[str]
    waiting: list[tuple[str, str]]
    slots: Mapping[str, Slot]
    results: Sequence[Result] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A part of the list: `people` in the order of their cells."""

    unit: UnitDay
    people: Sequence[PersonDay]
    cells: Mapping[UUID, str]
    number: int
    pages: int
    of: int
    first: int
    last: int


def day_bounds(on: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The day [begins, ends) by the clock on the wall."""
    after = on + _A_DAY
    return (
        datetime(on.year, on.month, on.day, tzinfo=zone),
        datetime(after.year, after.month, after.day, tzinfo=zone),
    )


def page_of(request: Request, place: str, on: date, zone: ZoneInfo, *, number: int) -> Page:
    """One page of the list. Raises NotThere, Refused."""
    begins, ends = day_bounds(on, zone)
    unit = unit_day(
        request.viewer, place.split("/")[0], begins=begins, ends=ends, at=request.at
    )  # fmt: skip
    lying = custody.people_in(request.viewer, place, at=request.at)
    cells = {one.person: one.path for one in lying}
    here = [one for one in unit.people if one.person in cells or "/" not in place]
    here.sort(key=lambda one: (cells.get(one.person, ""), one.since, str(one.person)))
    pages = max(1, -(-len(here) // ON_A_PAGE))
    number = min(max(number, 1), pages)
    first = (number - 1) * ON_A_PAGE
    people = here[first : first + ON_A_PAGE]
    return Page(
        unit=unit, people=people, cells=cells, number=number, pages=pages, of=len(here),
        first=first + 1 if people else 0, last=first + len(people),
    )  # fmt: skip


def rows_of(
    request: Request, page: Page, *, kept: Kept, results: Sequence[Result]
) -> list[Row]:  # fmt: skip
    """The rows of a page, with what stays typed in them and what became of what was sent."""
    names = called_by(request, [one.person for one in page.people])
    cells = names_of_places(page.cells[one.person] for one in page.people
                            if one.person in page.cells)  # fmt: skip
    by = names_of(entry.by for one in page.people for entry in one.entered)
    return [
        Row(
            person=one.person, called=names[one.person], day=one.day,
            cell=_cell(page.cells.get(one.person), cells),
            written=[said(entry, by) for entry in one.entered],
            waiting=[(str(ask.id), _asked(ask.asked_by, ask.at)) for ask in one.asked],
            slots={
                slot: _slot(slot, one.person, kept.get((one.person, slot)))
                for slot in SLOTS
                if slot != "visit" or page.unit.may_visit
            },
            results=[result for result in results if result.person == one.person],
        )
        for one in page.people
        if one.person in names
    ]  # fmt: skip


def _slot(slot: str, person: UUID, kept: tuple[Typed, str] | None) -> Slot:
    fresh = Typed(person=person, entry=SLOTS[slot], key=fresh_key())
    typed, wrong = kept or (fresh, "")
    names = {part: name_of(slot, part, person) for part in PARTS}
    return Slot(slot=slot, typed=typed, wrong=wrong, names=names)


def said(entry: Entered, names: Mapping[str, str]) -> str:
    """An entry that stands, in a line; for who may not read it, that it is there."""
    who = names.get(entry.by, entry.by)
    what = str(entry.entry.label)
    if entry.entry == EntryTable.CONTACT and entry.kind:
        what = kinds.words_of(entry.kind)
    if entry.entry == EntryTable.HEALTH_REQUEST:
        what = f"{what}, {AskedBy(entry.kind).label}"
    told = {"what": what, "who": who}
    if entry.since is None:
        return _("%(what)s: hours are written by %(who)s") % told
    told["when"] = hours(entry.since, entry.until)
    return _("%(what)s %(when)s, written by %(who)s") % told


def hours(since: datetime, until: datetime | None) -> str:
    """From when to when by the clock on the wall, the same way round in every language."""
    first = localtime(since).strftime("%H:%M")
    text = first if until is None else f"{first}–{localtime(until):%H:%M}"
    return f"\u2066{text}\u2069"


def _asked(by: str, at: datetime) -> str:
    told = {"who": AskedBy(by).label, "when": hours(at, None), "day": f"{localtime(at):%d.%m.}"}
    return _("asked for by %(who)s, %(day)s %(when)s") % told


def _cell(path: str | None, names: dict[str, str]) -> str:
    return label_of(path, names) if path else ""
