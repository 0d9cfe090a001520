"""All rows of the room about one person, in every version, and what they are rows of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from throughcare.casework.custody.facts.above import Told as OfRoom
from throughcare.casework.custody.facts.above import told_from
from throughcare.casework.custody.facts.told import Told as OfCustody
from throughcare.casework.programmes.models import (
    Attendance,
    Consent,
    LiteracyCheck,
    Note,
    Programme,
    Referral,
    RefusalReview,
    Session,
    Withdrawal,
)
from throughcare.casework.rows.record import Record

TABLES: Final[tuple[type[Record], ...]] = (
    *(Referral, Consent, Withdrawal, Attendance),
    *(Note, LiteracyCheck, RefusalReview),
)


@dataclass(frozen=True)
class Told(OfRoom):
    """Besides: programmes by their first row, whose kind and aim stay, and sessions."""

    programmes: Mapping[UUID, Programme] = field(default_factory=dict)
    sessions: Mapping[UUID, Session] = field(default_factory=dict)

    def programme_of(self, referral: UUID) -> Programme | None:
        """The programme of a referral, by its first row."""
        row = next((one for one in self.rows(Referral) if one.first == referral), None)
        return self.programmes.get(row.programme_id) if row else None


def told_of(
    custody: Sequence[OfCustody], parts: Mapping[UUID, UUID],
    some: Collection[type[Record]] | None = None,
) -> list[Told]:  # fmt: skip
    """Every row of the room about these whole files, from their parts: of tables that hold any."""
    found = told_from(TABLES, custody, parts, some)
    programmes = {row.programme_id for one in found for row in one.rows(Referral)}
    sessions = {row.session_id for one in found for row in one.rows(Attendance)}
    by_programme = Programme.objects.in_bulk(programmes) if programmes else {}
    by_session = Session.objects.in_bulk(sessions) if sessions else {}
    return [
        Told(one.custody, one.of, programmes=by_programme, sessions=by_session) for one in found
    ]
