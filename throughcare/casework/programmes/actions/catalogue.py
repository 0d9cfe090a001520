"""What a prison offers: programmes, outside workers, groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import entering
from throughcare.casework.programmes.data import kind_rules
from throughcare.casework.programmes.errors import NotSaid, NotVetted
from throughcare.casework.programmes.house import Desk, desk_at, standing_row
from throughcare.casework.programmes.models import Group, HouseRow, Programme, Worker
from throughcare.casework.programmes.terms import ForAge, ForSex, Kind
from throughcare.casework.programmes.words import need_of, need_said

H = TypeVar("H", bound=HouseRow)
MOST_PLACES: Final = 1_000


@entering
def offer_programme(
    *, by: Viewer, at: datetime, place: str, kind: str, name: str, provider: str, places: int,
    languages: Sequence[str], for_sex: str, for_age: str, for_whom: str, evidence: str = "",
    aims_at_beliefs: bool = False, from_outside: bool = False, instead_of: UUID | None = None,
) -> Programme:  # fmt: skip
    """Put a programme into the catalogue of a prison, or say anew what it is.

    `evidence` left empty says that it is not known whether it helps. Raises NotSaid, NotThere.
    """
    desk = desk_at(by, place, Act.WRITE, at=at)
    need_of(Kind.values, kind=kind)
    need_of(ForSex.values, for_sex=for_sex)
    need_of(ForAge.values, for_age=for_age)
    need_said(name=name, provider=provider, for_whom=for_whom)
    if not 0 < places <= MOST_PLACES:
        raise NotSaid(_("a programme has places"), remedy=_("type how many can take part at once"))
    row = Programme(
        kind=kind, name=name.strip(), provider=provider.strip(), places=places,
        languages=sorted(set(languages)), for_sex=for_sex, for_age=for_age,
        for_whom=for_whom.strip(), evidence=evidence.strip(), aims_at_beliefs=aims_at_beliefs,
        from_outside=from_outside, on_request=kind_rules()[kind].on_request,
    )  # fmt: skip
    was = None if instead_of is None else _of_house(Programme, instead_of, desk)
    if was is not None and (was.kind, was.aims_at_beliefs) != (kind, aims_at_beliefs):
        raise NotSaid(
            _("a programme keeps its kind, and whether it is one of disengagement"),
            remedy=_("put another programme into the catalogue"),
        )
    return desk.put(row, "programmes.offered_here", replaces=was)


@entering
def name_worker(
    *, by: Viewer, at: datetime, place: str, name: str, comes_from: str,
    vetted_on: date | None = None, inducted_on: date | None = None,
    valid_until: date | None = None, instead_of: UUID | None = None,
) -> Worker:  # fmt: skip
    """Write down who comes from outside, vetted and inducted when, until when. Every vetting ends.

    Raises NotSaid, NotThere.
    """
    desk = desk_at(by, place, Act.WRITE, at=at)
    need_said(name=name, comes_from=comes_from)
    if (vetted_on is None) != (valid_until is None):
        raise NotSaid(
            _("a vetting has a day and an end"), remedy=_("give both, or neither where none was")
        )
    if vetted_on is not None and valid_until is not None and valid_until <= vetted_on:
        raise NotSaid(_("a vetting ends after its day"), remedy=_("look at both days"))
    row = Worker(
        name=name.strip(), comes_from=comes_from.strip(), vetted_on=vetted_on,
        inducted_on=inducted_on, valid_until=valid_until,
    )  # fmt: skip
    was = None if instead_of is None else _of_house(Worker, instead_of, desk)
    return desk.put(row, "programmes.worker_named", replaces=was)


@entering
def form_group(
    *, by: Viewer, at: datetime, programme_id: UUID, name: str, starts_on: date, ends_on: date,
    weekday: int, begins_at: str, ends_at: str, room: str, leader: str = "",
    worker_id: UUID | None = None, instead_of: UUID | None = None,
) -> Group:  # fmt: skip
    """Form a group of a programme. It has a leader, of staff or from outside.

    Raises NotSaid, NotVetted, NotThere.
    """
    programme = standing_row(Programme, programme_id, at=at)
    desk = desk_at(by, programme.place, Act.WRITE, at=at)
    need_said(name=name, room=room)
    if not kind_rules()[programme.kind].attendance:
        raise NotSaid(
            _("of this kind it is only kept that it was offered, accepted or declined"),
            remedy=_("no group is kept of it here"),
        )
    if ends_on < starts_on or not 0 <= weekday <= 6 or ends_at <= begins_at:
        raise NotSaid(_("a group ends after it begins"), remedy=_("look at the days and the hours"))
    if bool(leader) == (worker_id is not None):
        raise NotSaid(
            _("a group has one leader"), remedy=_("choose one: of staff, or from outside")
        )
    worker = None if worker_id is None else _of_house(Worker, worker_id, desk)
    if worker is not None:
        need_vetted(worker, starts_on)
    row = Group(
        programme_id=programme.first, name=name.strip(), starts_on=starts_on, ends_on=ends_on,
        weekday=weekday, begins_at=begins_at, ends_at=ends_at, room=room.strip(), leader=leader,
        worker_id=worker.first if worker else None,
    )  # fmt: skip
    was = None if instead_of is None else _of_house(Group, instead_of, desk)
    return desk.put(row, "programmes.group_formed", replaces=was)


def need_vetted(worker: Worker, day: date) -> None:
    """Refuse whoever is not vetted and inducted on that day. Raises NotVetted."""
    vetted, inducted, until = worker.vetted_on, worker.inducted_on, worker.valid_until
    if vetted and inducted and until and max(vetted, inducted) <= day < until:
        return
    raise NotVetted(
        _("%(name)s is not vetted and inducted on that day") % {"name": worker.name},
        remedy=_("have it done first, or let another lead"),
    )


def _of_house(model: type[H], row_id: UUID, desk: Desk) -> H:
    row = standing_row(model, row_id, at=desk.at)
    if row.place != desk.place:
        raise NotThere
    return row
