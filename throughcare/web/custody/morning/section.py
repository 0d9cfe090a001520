"""A section of the morning: what a part of the room gives to have its list shown there.

A part adds its section by one line in `sections`, to what stands there at once or what follows. The
maker is given the morning of one place and answers with a `Section`, or with None where the list is
not for this viewer: `open_to` turns a refusal into None. Who the people are is asked once for all.

    def overdue(morning: Morning) -> Section | None:
        found = morning.releases
        return None if found is None else Section(
            key="overdue", title=_("Release overdue"), why=_("Rule 118: ..."), way="/releases",
            rows=[Row(person=one.person, said=_("due since"), at=one.due) for one in found],
        )
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote
from uuid import UUID

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.custody import queries
from throughcare.casework.people import queries as people
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

T = TypeVar("T")
# Rows of one list on the page of the morning: there may be hundreds, and the page is printed.
MOST: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: somebody, or something at a place.

    `person` is whose file opens at `rest`; `line` is that person as lists show people, once asked.
    `label` is what it is called where it is nobody, or nobody whose file opens. `way` leads to
    where it is cured; empty where nothing opens.
    """

    said: StrOrPromise
    at: datetime | None = None
    person: UUID | None = None
    rest: str = "/custody"
    line: Line | None = None
    label: StrOrPromise = ""
    way: str = ""
    more: StrOrPromise = ""
    take: UUID | None = None

    def shown(self, lines: Mapping[UUID, Line]) -> Row:
        """With who it is, where the viewer may see that, and the way to the file."""
        if self.person is None or self.person not in lines:
            return self
        way = f"/people/{self.person}{self.rest}"
        return replace(self, line=lines[self.person], way=way)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A list of the morning. `why` says on which rule it stands, `way` leads to the whole list.

    `further`: how many stand in the whole list alone.
    """

    key: str
    title: StrOrPromise
    rows: Sequence[Row]
    why: StrOrPromise
    way: str = ""
    further: int = 0

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows) + self.further

    def cut(self, place: str | None) -> Section:
        """With the first rows alone, where the whole list has a page."""
        way = self.way or (f"/morning/{self.key}?at={quote(place)}" if place else "")
        if not way:
            return self
        further = self.further + len(self.rows[MOST:])
        return replace(self, rows=self.rows[:MOST], further=further, way=way)


class Morning:
    """The morning at one place (None: all within reach): what several sections ask, once."""

    def __init__(self, request: Request, place: str | None) -> None:
        self.request, self.place = request, place

    @cached_property
    def releases(self) -> queries.ReleaseDue | None:
        """Whose release is overdue or near."""
        viewer, at = self.request.viewer, self.request.at
        return open_to(lambda: queries.release_due(viewer, self.place, at=at))

    @cached_property
    def held(self) -> queries.HeldLists | None:
        """Who is held without an order, and whose order ends soon."""
        viewer, at = self.request.viewer, self.request.at
        return open_to(lambda: queries.held_lists(viewer, self.place, at=at))


Maker = Callable[[Morning], Section | None]


def open_to(ask: Callable[[], T]) -> T | None:
    """What a list answers, or None where it is not for this viewer."""
    try:
        return ask()
    except (NotThere, Refused):
        return None


def shown(request: Request, sections: Sequence[Section]) -> list[Section]:
    """The sections with who is in them, as far as the viewer may see who they are."""
    ids = {row.person for one in sections for row in one.rows if row.person is not None}
    listed = people.listed(request.viewer, sorted(ids), at=request.at) if ids else []
    lines = {line.id: line for line in lines_of(listed)}
    return [replace(one, rows=[row.shown(lines) for row in one.rows]) for one in sections]
