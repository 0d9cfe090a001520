"""Decrees of an establishment, what one would change, and for whom it was carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.gate import ask
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.decrees import DecreeText, Preview, preview_of, text_of
from throughcare.casework.custody.inside import inside
from throughcare.casework.custody.models import Decree, DecreeEffect
from throughcare.casework.people.files import entering
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidDecree:
    """A decree with the list it would change, or with whom it has changed once carried out."""

    decree: Decree
    preview: Preview | None
    effects: Sequence[DecreeEffect]


@entering
def preview_decree(
    viewer: Viewer, establishment: str, text: DecreeText, *, at: datetime
) -> Preview:
    """What a decree would change, before anything is written. Raises NotThere or Refused."""
    preview = _preview(viewer, establishment, text, at=at)
    _enter(viewer, establishment, preview, at=at)
    return preview


@entering
def decrees_at(viewer: Viewer, establishment: str, *, at: datetime) -> list[Decree]:
    """The decrees laid down there, the latest first. Raises NotThere or Refused."""
    leave = ask(viewer, Act.READ, Compartment.SEN, Subject(None, establishment), at=at)
    found = list(Decree.objects.filter(establishment=establishment).order_by("-proposed_at"))
    record(
        event="read.decrees", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.SEN,
    )  # fmt: skip
    return found


@entering
def decree_of(viewer: Viewer, decree_id: UUID, *, at: datetime) -> LaidDecree:
    """One decree: its list as it is now, or what it did. Raises NotThere or Refused."""
    decree = Decree.objects.filter(id=decree_id).first()
    if decree is None:
        raise NotThere
    if decree.confirmed_at is not None:
        effects = list(DecreeEffect.objects.filter(decree=decree).select_related("adjustment"))
        _enter_ids(viewer, decree.establishment, [one.person_id for one in effects], at=at)
        return LaidDecree(decree=decree, preview=None, effects=effects)
    preview = _preview(viewer, decree.establishment, text_of(decree), at=at)
    _enter(viewer, decree.establishment, preview, at=at)
    return LaidDecree(decree=decree, preview=preview, effects=())


def _preview(viewer: Viewer, establishment: str, text: DecreeText, *, at: datetime) -> Preview:
    ask(viewer, Act.WRITE, Compartment.SEN, Subject(None, establishment), at=at)
    people = inside(viewer, establishment, Act.WRITE, at=at)[establishment]
    return preview_of(text, people, establishment, at=at)


def _enter(viewer: Viewer, establishment: str, preview: Preview, *, at: datetime) -> None:
    listed = [*(one.person for one in preview.concerned), *(one.person for one in preview.others)]
    _enter_ids(viewer, establishment, listed, at=at)


def _enter_ids(viewer: Viewer, establishment: str, listed: list[UUID], *, at: datetime) -> None:
    leave = ask(viewer, Act.READ, Compartment.SEN, Subject(None, establishment), at=at)
    record(
        event="read.decree", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.SEN, content={"listed": listed},
    )  # fmt: skip
