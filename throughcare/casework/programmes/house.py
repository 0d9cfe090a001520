"""Who may see and change what a prison offers: it is about nobody, so posts decide, not cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Act, Compartment, Level, Scope
from throughcare.casework.people import doors
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.rows import content_of, table_of
from throughcare.casework.programmes.models import HouseRow, Session
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.kernel.models import Place, PlaceKind

H = TypeVar("H", bound=HouseRow)
PRG = Compartment.PRG


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A prison whose programmes somebody works on: by whom, when, in which role."""

    place: str
    by: Viewer
    at: datetime
    leave: Leave

    def put(self, row: H, event: str, *, replaces: H | None = None) -> H:
        """Write a row of the prison, in place of another where one is given, with its entry."""
        if replaces is not None:
            self._end(replaces)
            row.first = replaces.first
        row.id, row.place = fresh_id(self.at), self.place
        row.recorded_at, row.recorded_by = self.at, str(self.by.account)
        row.replaces = replaces
        row.save(force_insert=True)
        self.enter(event, row)
        return row

    def enter(self, event: str, row: HouseRow | Session) -> None:
        """Write the register entry of a row, as it is now."""
        doors.record(
            event=event, by=self.by, leave=self.leave, at=self.at, why="", happened_at=self.at,
            about=None, compartment=PRG, table=table_of(row), row=str(row.pk),
            content=content_of(row),
        )  # fmt: skip

    def told(self, event: str, content: Mapping[str, object] | None = None) -> None:
        """Write the entry of a reading."""
        doors.record(
            event=event, by=self.by, leave=self.leave, at=self.at, why="", happened_at=self.at,
            about=None, compartment=PRG, content=content or {},
        )  # fmt: skip

    def _end(self, row: HouseRow) -> None:
        if row.stood_until is not None:
            raise AlreadyReplaced(
                _("this entry was corrected or continued meanwhile"),
                remedy=_("look at the entry that stands now, and change that one"),
            )
        row.stood_until = max(self.at, row.recorded_at)
        row.save(update_fields=["stood_until"])
        self.enter("programmes.stood_until_now", row)


def desk_at(viewer: Viewer, place: str, act: Act | None, *, at: datetime) -> Desk:
    """The prison, for whoever holds a post that lets do this there; None is to look. NotThere."""
    for post in viewer.posts:
        if _lets(viewer, post, place, act, at) and _is_house(place):
            return Desk(place=place, by=viewer, at=at, leave=Leave(post.role.value, place))
    raise NotThere


def may_at(viewer: Viewer, place: str, act: Act | None, *, at: datetime) -> bool:
    """Whether any post of the viewer lets do this with the programmes of the prison."""
    return any(_lets(viewer, post, place, act, at) for post in viewer.posts)


def houses_of(viewer: Viewer, *, at: datetime) -> Sequence[str]:
    """The prisons whose programmes the viewer may look at."""
    posts = [post for post in viewer.posts if _lets(viewer, post, None, None, at)]
    everywhere = any(matrix().cells[post.role, PRG].scope is Scope.SERVICE for post in posts)
    tree = Place.objects.in_use(at).filter(kind=PlaceKind.ESTABLISHMENT)
    some = tree if everywhere else tree.filter(path__in=[post.establishment for post in posts])
    return list(some.order_by("path").values_list("path", flat=True))


def standing_row(model: type[H], row_id: UUID, *, at: datetime) -> H:
    """The row that stands of what began with this id, or has it. Raises NotThere."""
    named = model._default_manager.filter(id=row_id, recorded_at__lte=at).first()
    rows = model._default_manager.filter(first=named.first) if named else None
    found = rows.filter(_known(at)).first() if rows is not None else None
    if found is None:
        raise NotThere
    return found


def standing_rows(model: type[H], place: str, *, at: datetime) -> Sequence[H]:
    """Every row of the prison that stood at the moment, in the order in which they began."""
    return list(model._default_manager.filter(_known(at), place=place).order_by("first"))


def _known(at: datetime) -> Q:
    return (Q(stood_until=None) | Q(stood_until__gt=at)) & Q(recorded_at__lte=at)


def _is_house(place: str) -> bool:
    return Place.objects.filter(path=place, kind=PlaceKind.ESTABLISHMENT).exists()


def _lets(viewer: Viewer, post: HeldPost, place: str | None, act: Act | None, at: datetime) -> bool:
    cell = matrix().cells[post.role, PRG]
    if without_post(viewer, at) or not post.period.holds(at) or cell.level is Level.NONE:
        return False
    if act is not None and (act not in cell.level.lets or post.role in OWN_RIGHT):
        return False
    return place is None or cell.scope is Scope.SERVICE or post.establishment == place
