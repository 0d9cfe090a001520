"""A person's past, held while it is written down: what may be written beside what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.access.walls.entering import behind
from throughcare.casework.custody.actions.orders import need_sound_order
from throughcare.casework.custody.actions.periods import (
    need_free,
    need_past,
    need_sound_period,
    need_within_stay,
)
from throughcare.casework.custody.errors import AlreadyInCustody, BadOrder, NotInUse, SamePlace
from throughcare.casework.custody.legality import in_force
from throughcare.casework.custody.models import Bed, LegalStatus, Movement, Order, Placement, Stay
from throughcare.casework.custody.terms import LeftHow, MovementKind, OrderKind, Status
from throughcare.casework.people.doors import ENTER
from throughcare.casework.people.files import (
    Holding,
    Sheaf,
    hold,
    need_reason,
    parts_of,
)
from throughcare.casework.rows.record import Record, known
from throughcare.casework.rows.writing import put
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of

R = TypeVar("R", bound=Record)
P = TypeVar("P", Placement, LegalStatus)
Find = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class Past:
    """A file that is held while its past is written down: its identity, and its sentence.

    `find` looks a place up by its path. `told` keeps the rows that stand, once they were asked for.
    """

    identity: Holding
    sentence: Holding
    parts: list[UUID]
    find: Find
    told: dict[type[Record], list[Any]] = field(default_factory=dict)

    def rows(self, model: type[R]) -> list[R]:
        """The rows of the whole file that stand now."""
        if model not in self.told:
            standing = model._default_manager.filter(known(self.identity.at))
            self.told[model] = list(standing.filter(person__in=self.parts))
        return self.told[model]

    def stay(
        self, *, establishment: str, admitted_at: datetime, left_at: datetime | None = None,
        left_how: LeftHow | None = None, without_order: str = "",
    ) -> Stay:  # fmt: skip
        """See `take_over_stay`."""
        need_past(admitted_at, left_at, at=self.identity.at)
        need_sound_period(admitted_at, left_at)
        _need_end_said(left_at, left_how)
        _need_where_it_is_held(self.identity.person.held_at, establishment, left_at)
        need_free(
            self.rows(Stay), "admitted_at", "left_at", admitted_at, left_at,
            error=AlreadyInCustody, said=_("the person was in custody already at that time"),
        )  # fmt: skip
        covered = bool(in_force(self.rows(Order), self.rows(Stay), at=admitted_at))
        if not covered and not without_order.strip():
            raise BadOrder(
                _("no order was in force when the person was admitted, and nothing says so"),
                remedy=_("register the order, or say that the other register has none"),
            )
        stay = Stay(
            establishment=establishment, admitted_at=admitted_at, left_at=left_at,
            left_how=left_how, without_order="" if covered else without_order.strip(),
        )  # fmt: skip
        return self._put(self.identity, stay, "custody.stay_taken_over", admitted_at)

    def placement(
        self, *, place: str, since: datetime, until: datetime | None = None,
        bed: str | None = None, reason: str = "",
    ) -> Placement:  # fmt: skip
        """See `take_over_placement`."""
        need_past(since, until, at=self.identity.at)
        need_sound_period(since, until)
        where = known_place(place, self.identity, since, self.find)
        lying = known_bed(where, bed) if bed else None
        need_within_stay(self.rows(Stay), since, until)
        self._end_open_placement(since)
        need_place_free(self.rows(Placement), since, until, bed=lying)
        row = Placement(place=where, bed=lying, since=since, until=until, reason=reason.strip())
        return self._put(self.identity, row, "custody.placement_taken_over", since)

    def movement(
        self, *, kind: MovementKind, from_place: str, left_at: datetime, to_place: str = "",
        arrived_at: datetime | None = None, expected_at: datetime | None = None,
        order_id: UUID | None = None, reason: str = "",
    ) -> Movement:  # fmt: skip
        """See `take_over_movement`."""
        need_past(left_at, arrived_at, at=self.identity.at)
        need_sound_period(left_at, arrived_at)
        need_within_stay(self.rows(Stay), left_at, arrived_at)
        order = next((one for one in self.rows(Order) if one.id == order_id), None)
        need_sound_transfer(kind, from_place, to_place, order)
        need_free(
            self.rows(Movement), "left_at", "arrived_at", left_at, arrived_at,
            said=_("the person was away on another movement at that time"),
        )  # fmt: skip
        row = Movement(
            kind=kind, from_place=from_place, to_place=to_place, left_at=left_at,
            arrived_at=arrived_at, expected_at=expected_at, order=order, reason=reason.strip(),
        )  # fmt: skip
        return self._put(self.identity, row, "custody.movement_taken_over", left_at)

    def status(
        self, *, value: Status, since: datetime, until: datetime | None = None
    ) -> LegalStatus:
        """See `take_over_status`."""
        need_past(since, until, at=self.identity.at)
        need_sound_period(since, until)
        for one in self._open_before(LegalStatus, since):
            ended = LegalStatus(value=one.value, since=one.since, until=since)
            self._put(self.sentence, ended, "custody.status_ended", since, replaces=one)
        need_free(
            self.rows(LegalStatus), "since", "until", since, until,
            said=_("another legal status stands for that time"),
        )  # fmt: skip
        row = LegalStatus(value=value, since=since, until=until)
        return self._put(self.sentence, row, "custody.status_taken_over", since)

    def order(
        self, *, kind: OrderKind, authority: str, number: str, issued_on: date,
        valid_from: datetime, valid_to: datetime | None = None, reason: str = "",
    ) -> Order:  # fmt: skip
        """See `register_order`, whose event it is: an order is an order, whenever it came."""
        need_sound_order(
            authority, number, issued_on, valid_from, valid_to,
            place=self.identity.person.held_at, at=self.identity.at,
        )  # fmt: skip
        row = Order(
            kind=kind, authority=authority.strip(), number=number.strip(), issued_on=issued_on,
            valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
        )  # fmt: skip
        return self._put(self.sentence, row, "custody.order_registered", self.identity.at)

    def _end_open_placement(self, since: datetime) -> None:
        for before in self._open_before(Placement, since):
            ended = Placement(
                place_id=before.place_id, bed_id=before.bed_id, since=before.since, until=since,
                reason=before.reason,
            )  # fmt: skip
            self._put(self.identity, ended, "custody.moved_out", since, replaces=before)

    def _open_before(self, model: type[P], since: datetime) -> list[P]:
        return [one for one in self.rows(model) if one.until is None and one.since < since]

    def _put(
        self, holding: Holding, row: R, event: str, happened_at: datetime, replaces: R | None = None
    ) -> R:
        standing = self.rows(type(row))
        put(holding, row, event=event, happened_at=happened_at, replaces=replaces)
        standing[:] = [*(one for one in standing if one is not replaces), row]
        return row


def place_at(path: str) -> Place | None:
    """The place of that path, if there is one."""
    return Place.objects.filter(path=path).first()


@contextmanager
def past_of(
    *, by: Viewer, at: datetime, person_id: UUID, why: str, find: Find, sheaf: Sheaf
) -> Iterator[Past]:
    """The past of one person held for several rows at once, which stand once the block ends.

    Within the transaction and behind the wall of the caller: for an import, whose rows are many.
    """
    with transaction.atomic(), behind(by, at=at, enter=ENTER):
        held = hold_past(by=by, at=at, why=why, person_id=person_id)
        identity = replace(held.identity, sheaf=sheaf)
        sentence = replace(held.sentence, sheaf=sheaf)
        yield replace(held, identity=identity, sentence=sentence, find=find)
        sheaf.write()


def past_of_new(identity: Holding, *, find: Find) -> Past:
    """The past of a file that is being opened: nothing is told of it yet. As `begin_file`."""
    past = _past(identity, [identity.person.id])
    nothing: dict[type[Record], list[Any]] = {
        model: [] for model in (Order, Stay, LegalStatus, Placement, Movement)
    }
    return replace(past, find=find, told=nothing)


def hold_past(*, by: Viewer, at: datetime, person_id: UUID, why: str) -> Past:
    """Lock the file for both compartments. Raises NoReason, NotThere, Refused."""
    identity = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    return _past(identity, parts_of(identity.person.id))


def _past(identity: Holding, parts: list[UUID]) -> Past:
    need_reason(identity.why)
    subject = Subject(identity.person.id, identity.person.held_at)
    leave = gate.ask(identity.by, Act.WRITE, Compartment.SEN, subject, at=identity.at)
    sentence = replace(identity, leave=leave, compartment=Compartment.SEN)
    return Past(identity, sentence, parts, place_at)


def known_place(
    path: str, holding: Holding, since: datetime, find: Find = place_at
) -> Place:  # fmt: skip
    """A place of the establishment that holds the file, in use then or now. Raises NotInUse."""
    where = find(path)
    inside = where is not None and establishment_of(path) == holding.person.held_at
    # A tree made when the service came says nothing of the years before: in use now is enough.
    if where is None or not inside or not _used(where, since, holding.at):
        raise NotInUse(
            _("%(place)s is no place in use here") % {"place": path},
            remedy=_("correct the name of the place, or open the place first"),
        )
    return where


def known_bed(where: Place, code: str) -> Bed:
    """A bed of the place. Raises NotInUse."""
    bed = Bed.objects.filter(place=where, code=code).first()
    if bed is None:
        raise NotInUse(
            _("there is no bed %(bed)s there") % {"bed": code},
            remedy=_("choose one of the beds of this place, or open the bed first"),
        )
    return bed


def need_place_free(
    own: Iterable[Placement], since: datetime, until: datetime | None, *, bed: Bed | None,
    but: UUID | None = None,
) -> None:  # fmt: skip
    """Refuse two places at one time, and two people in one bed. Raises Taken.

    `but` is the placement that is being corrected.
    """
    need_free(
        [one for one in own if one.id != but], "since", "until", since, until,
        said=_("another placement of this person stands for that time"),
    )  # fmt: skip
    if bed is not None:
        lying = Placement.objects.filter(Q(until=None) | Q(until__gt=since), bed=bed)
        lying = lying.filter(stood_until=None)
        need_free(
            lying.exclude(id=but) if but else lying, "since", "until", since, until,
            said=_("somebody lies in bed %(bed)s at that time") % {"bed": bed.code},
        )  # fmt: skip


def need_sound_transfer(
    kind: str, from_place: str, to_place: str, order: Order | None
) -> None:  # fmt: skip
    """A transfer has an order and goes elsewhere. Raises SamePlace, BadOrder."""
    if kind != MovementKind.TRANSFER:
        return
    if to_place == from_place:
        raise SamePlace(
            _("the transfer would go to where the person is"),
            remedy=_("look at the name of the other prison"),
        )
    if order is None:
        raise BadOrder(
            _("nothing says who ordered the transfer"),
            remedy=_("give the order of the transfer in the same row"),
        )


def _need_end_said(left_at: datetime | None, left_how: LeftHow | None) -> None:
    if (left_at is None) != (left_how is None):
        raise BadOrder(
            _("the end of a stay needs both: when the person left, and how"),
            remedy=_("give both, or neither while the person is held"),
        )


def _need_where_it_is_held(
    held_at: str | None, establishment: str, left_at: datetime | None
) -> None:  # fmt: skip
    if left_at is None and establishment != held_at:
        raise NotInUse(
            _("an open stay is where the file is, and this file is not at %(place)s")
            % {"place": establishment},
            remedy=_("take the stay over at the establishment that holds the person"),
        )


def _used(where: Place, *moments: datetime) -> bool:
    return any(
        where.used_from <= one and (where.used_until is None or one < where.used_until)
        for one in moments
    )
