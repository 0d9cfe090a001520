"""The same header on every page of a file, and the parts of the file that this viewer may open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import Alert, AlertCode, Fact, File
from throughcare.web.people.shown.names import Called, called
from throughcare.web.people.shown.numbers import system_called
from throughcare.web.people.shown.places import names_of_places

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """An alert that is active: what to know, what to do, until when."""

    id: UUID
    what: str
    text: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of the file."""

    name: str
    label: str
    way: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Who this is about. A short reading tells no number, no place and no alerts."""

    id: UUID
    called: Called
    numbers: Sequence[str]
    place: str
    photo: str
    alerts: Sequence[ShownAlert]
    redacted: bool
    tabs: Sequence[Tab]


def header_of(file: File, *, here: str) -> Header:
    """The header of a file, on the page named `here`."""
    held = file.held_at
    return Header(
        id=file.id, called=called(file.facts), numbers=numbers_of(file.facts),
        place=names_of_places([held]).get(held or "", ""), photo=photo_of(file.facts),
        alerts=[alert_shown(one) for one in file.alerts], redacted=file.redacted,
        tabs=_tabs(file, here),
    )  # fmt: skip


def numbers_of(facts: Sequence[Fact]) -> list[str]:
    """The numbers as they were typed, each with whose number it is."""
    known = [fact.value for fact in facts if fact.kind == Kind.IDENTIFIER]
    return [
        f"\u2068{value['number']}\u2069 (\u2068{system_called(str(value['system']))}\u2069)"
        for value in known
    ]


def photo_of(facts: Sequence[Fact]) -> str:
    """What the latest photo is kept under; empty without one."""
    photos = [str(fact.value["reference"]) for fact in facts if fact.kind == Kind.PHOTO]
    return photos[-1] if photos else ""


def alert_shown(alert: Alert) -> ShownAlert:
    """An alert in words."""
    return ShownAlert(alert.id, str(AlertCode(alert.code).label), alert.text, alert.expires_at)


def _tabs(file: File, here: str) -> list[Tab]:
    known = [("identity", _("Identity"), ""), ("notes", _("Notes"), "/notes")]
    if not file.redacted:
        known.insert(1, ("alerts", _("Alerts"), "/alerts"))
        known.append(("custody", _("Custody"), "/custody"))
        known.insert(1, ("duties", _("Duties"), "/duties"))
        known.append(("timeline", _("Timeline"), "/timeline"))
        known.append(("history", _("Earlier entries"), "/history"))
    if file.lets.open_plan:
        known.append(("plan", _("Plan"), "/plan"))
    if file.lets.read_contacts and not file.redacted:
        known.insert(1, ("contacts", _("Contacts"), "/contacts"))
    return [Tab(name, label, f"/people/{file.id}{way}", name == here) for name, label, way in known]
