"""Of which kind charges are, by the first digits of the international code. Asks nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.custody.models import Charge
from throughcare.casework.people.files import whole_by_part
from throughcare.casework.rows.record import known

_SECTION: Final = 2  # digits of a section of the ICCS


def sections_of(people: Collection[UUID], *, known_at: datetime) -> Mapping[UUID, set[str]]:
    """The sections of the charges of these whole files; without a code a person has none."""
    wholes = whole_by_part(people)
    found: dict[UUID, set[str]] = {}
    rows = Charge.objects.filter(known(known_at), person__in=list(wholes)).exclude(iccs="")
    for person, code in rows.values_list("person", "iccs"):
        found.setdefault(wholes[person], set()).add(code[:_SECTION])
    return found
