"""What every row of a register shows of itself: read off the row, unknown and unsaid as null."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self, TypeAlias
from uuid import UUID

from pydantic import BeforeValidator, ConfigDict, Field

from throughcare.api.fields import Shown

Told: TypeAlias = Annotated[str | None, BeforeValidator(lambda said: said or None)]


class RecordShown(Shown):
    """A row that stands. `recorded_by` is the number of the account that wrote it down."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)
    id: UUID
    recorded_at: datetime
    recorded_by: str

    @classmethod
    def of(cls, row: object) -> Self:
        """The row as it goes out."""
        return cls.model_validate(row, from_attributes=True)


class VersionShown(RecordShown):
    """A row that grows by steps. `first` names it, whichever version stands."""

    first: UUID


Found: TypeAlias = Annotated[
    Told, Field(description="Why it stands here though nobody could have ordered it")
]
