"""An entry before it is written: what a room hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.register.encoding import Said, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be recorded. The fields are those of `actions.record`, and mean the same."""

    event: str
    by: str
    role: str
    place: str
    happened_at: datetime
    at: datetime
    about: UUID | None = None
    compartment: str = ""
    table: str = ""
    row: str = ""
    why: str = ""
    content: Mapping[str, object] | None = None

    def said(self) -> Said:
        """The same with the digest in the place of the content. Raises NotCanonical."""
        return Said(
            event=self.event, about=self.about, compartment=self.compartment, table=self.table,
            row=self.row, by=self.by, role=self.role, place=self.place,
            happened_at=self.happened_at, recorded_at=self.at, why=self.why,
            digest=digest_of(self.content or {}),
        )  # fmt: skip
