"""A file held for one change: asked for, locked, and at the version the caller has seen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.sheaf import Sheaf
from throughcare.casework.people.errors import Change, ChangedMeanwhile, NoReason
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.models import Fact, Person
from throughcare.casework.people.rows import content_of, table_of
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A whole file, locked until the transaction ends, and by whom, when and why.

    Where there is a `sheaf`, new rows and their entries are gathered there and written with it.
    """

    person: Person
    by: doors.Viewer
    at: datetime
    why: str
    leave: doors.Leave
    compartment: str
    sheaf: Sheaf | None = None

    def put(self, row: models.Model) -> None:
        """Write a new row."""
        if self.sheaf is None:
            row.save(force_insert=True)
        else:
            self.sheaf.put(row)

    def enter(self, event: str, row: models.Model, *, happened_at: datetime | None = None) -> None:
        """Write the register entry of a row, as it is now."""
        told: dict[str, Any] = {
            "event": event, "by": self.by, "leave": self.leave, "at": self.at, "why": self.why,
            "happened_at": happened_at or self.at, "about": self.person.id,
            "compartment": self.compartment, "table": table_of(row), "row": str(row.pk),
            "content": content_of(row),
        }  # fmt: skip
        if self.sheaf is None:
            doors.record(**told)
        else:
            self.sheaf.enter(doors.draft(**told))

    def expect(self, version: int, *, typed: object) -> None:
        """Refuse a change of what the caller has not seen. Raises ChangedMeanwhile."""
        if version == self.person.version:
            return
        changes = _changes_since(self.person, version)
        raise ChangedMeanwhile(changes=changes, typed=typed, version=self.person.version)

    def next_version(self) -> int:
        """The file's new version, written."""
        self.person.version += 1
        self.person.save(update_fields=["version"])
        return self.person.version


def hold(
    *, person_id: UUID, act: doors.Act, compartment: str, by: doors.Viewer, at: datetime, why: str
) -> Holding:
    """Lock the whole file that holds this person, and ask whether the viewer may do this.

    Raises access's NotThere (also for a file that does not exist) and Refused.
    """
    person = _locked(person_id)
    leave = doors.ask(
        by, act, compartment, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    return Holding(person=person, by=by, at=at, why=why, leave=leave, compartment=compartment)


def fresh_id(at: datetime) -> UUID:
    """An id for a new row."""
    return sortable_id(at, os.urandom(RANDOM_BYTES))


def need_reason(why: str) -> None:
    """Raises NoReason where nothing was written."""
    if not why.strip():
        raise NoReason(
            _("this act needs a reason, and none was written"),
            remedy=_("write in a sentence why; it stands in the register"),
        )


def _locked(person_id: UUID) -> Person | None:
    while True:
        whole = whole_file(person_id)
        person = Person.objects.select_for_update().filter(id=whole).first()
        # A merge may have come between the reading and the lock.
        if person is None or whole_file(person_id) == whole:
            return person


def _changes_since(person: Person, version: int) -> list[Change]:
    facts = Fact.objects.filter(person__in=parts_of(person.id)).order_by("made_in")
    changed = facts.filter(Q(made_in__gt=version) | Q(voided_in__gt=version))
    told = [_change(fact) for fact in changed]
    return told or [Change(_("joined with another or separated again"), "file", _("unknown"))]


def _change(fact: Fact) -> Change:
    if fact.voided_by is not None:
        return Change(_("struck out"), fact.kind, fact.voided_by)
    done = _("stated") if fact.supersedes_id is None else _("corrected or verified")
    return Change(done, fact.kind, fact.recorded_by)
