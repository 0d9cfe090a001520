"""What a change answers: which row, and the file's new version. Nothing of what was written."""

from __future__ import annotations

from uuid import UUID

from throughcare.api.fields import Shown


class Written(Shown):
    """A new or changed row."""

    id: UUID


class FactWritten(Shown):
    """A new or changed fact. `version` is the file's new one, for the next `expected`."""

    id: UUID
    version: int


class PersonWritten(Shown):
    """A new file."""

    id: UUID
    version: int


class MergeWritten(Shown):
    """Two files were joined, or separated again. `version` is the new one of both."""

    id: UUID
    kept: UUID
    merged: UUID
    version: int
