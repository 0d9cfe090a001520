"""Records that no room writes yet, put among those of a file: the pages read them like the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest

from standards.instants import from_datetime
from standards.records import Archive, Record
from throughcare.access.terms import Compartment
from throughcare.duties.kinds import Kind, kinds

PLANNED = frozenset({"separation", "contact_log", "out_of_cell_log"})


def spell(
    kind: str, who: object, since: datetime, until: datetime | None, /, **more: Any
) -> Record:  # fmt: skip
    """A record of a spell, entered when it began."""
    end = None if until is None else from_datetime(until)
    begun = from_datetime(since)
    return Record(
        id=f"{kind}:{begun}", type=kind, who=str(who), since=begun, until=end, recorded_at=begun,
        **more,
    )  # fmt: skip


def event(kind: str, who: object, at: datetime, /, **more: Any) -> Record:
    """A record of a moment, entered then."""
    when = from_datetime(at)
    name = f"{kind}:{when}:{len(more)}"
    return Record(id=name, type=kind, who=str(who), at=when, recorded_at=when, **more)


def add_records(
    monkeypatch: pytest.MonkeyPatch, module: Any, records: Sequence[Record],
) -> None:  # fmt: skip
    """Let this module read these records beside those of the rooms, in the separation register."""
    before: Callable[..., Archive] = module.archive_of_some

    def archive_of_some(wholes: Sequence[Any], **named: Any) -> Archive:
        archive = before(wholes, **named)
        archive.records += [one for one in records if one.who in {str(w) for w in wholes}]
        archive.kept = (archive.kept or frozenset()) | PLANNED
        return archive

    known = {**{name: Kind(Compartment.DIS, "") for name in PLANNED}, **kinds()}
    monkeypatch.setattr(module, "archive_of_some", archive_of_some)
    monkeypatch.setattr(module, "kinds", lambda: known)
