"""A section of the morning: what a part of the room gives to have its list shown there.

A part adds its section by one line in `sections.SECTIONS`. The maker is given the request and the
code of an establishment (None: all within reach) and answers with a `Section`, or with None where
the list is not for this viewer: `open_to` turns a refusal into None.

    def overdue(request: Request, place: str | None) -> Section | None:
        found = open_to(lambda: queries.release_due(request.viewer, place, at=request.at))
        return None if found is None else Section(
            key="overdue", title=_("Release overdue"), why=_("Rule 118: ..."), way="/releases",
            rows=rows_of(request, [(one.person_id, _("due since"), one.due) for one in found]),
        )
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.people import queries as people
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: somebody, or something at a place.

    `line` is the person as lists show people, `label` what it is called where it is nobody, or
    nobody whose file opens. `way` leads to where it is cured; empty where nothing opens.
    """

    said: StrOrPromise
    at: datetime | None = None
    line: Line | None = None
    label: StrOrPromise = ""
    way: str = ""
    more: StrOrPromise = ""
    take: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A list of the morning. `why` says on which rule it stands, `way` leads to the whole list."""

    key: str
    title: StrOrPromise
    rows: Sequence[Row]
    why: StrOrPromise
    way: str = ""


Maker = Callable[[Request, str | None], Section | None]


def open_to(ask: Callable[[], T]) -> T | None:
    """What a list answers, or None where it is not for this viewer."""
    try:
        return ask()
    except (NotThere, Refused):
        return None


def rows_of(
    request: Request, found: Sequence[tuple[UUID, StrOrPromise, datetime | None]], *,
    rest: str = "/custody",
) -> list[Row]:  # fmt: skip
    """Rows of people: who, what is said of them, and since or until when. `rest`: where to."""
    lines = lines_by_id(request, [person for person, _said, _at in found])
    return [
        Row(
            said=said, at=at, line=lines.get(person),
            way=f"/people/{person}{rest}" if person in lines else "",
        )
        for person, said, at in found
    ]  # fmt: skip


def lines_by_id(request: Request, ids: Sequence[UUID]) -> dict[UUID, Line]:
    """The people of a list, as far as the viewer may see who they are."""
    listed = people.listed(request.viewer, ids, at=request.at)
    return {line.id: line for line in lines_of(listed)}
