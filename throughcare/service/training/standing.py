"""Which certificates stand at a moment, and how long each holds with its boosters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from throughcare.service.training.models import Certificate, Kind
from throughcare.service.training.validity import Days, with_boosters


def known(at: datetime) -> Q:
    """What was written down by then."""
    return Q(recorded_at__lte=at)


def stands(row: Certificate, at: datetime) -> bool:
    """Whether it was not withdrawn by then: what is withdrawn counts up to that moment."""
    return row.withdrawn_at is None or at < row.withdrawn_at


def days_with_boosters(row: Certificate, boosters: Iterable[Certificate]) -> Days:
    """The days of a certificate with those boosters."""
    return with_boosters(_days(row), [_days(one) for one in boosters])


def together(rows: Iterable[Certificate]) -> Iterator[tuple[Certificate, list[Certificate]]]:
    """Each certificate of these rows with its boosters among them, in the order of the rows."""
    held, of = [], dict[UUID, list[Certificate]]()
    for row in rows:
        if row.kind == Kind.CERTIFICATE:
            held.append(row)
        elif row.certificate_id is not None:
            of.setdefault(row.certificate_id, []).append(row)
    for row in held:
        yield row, of.get(row.id, [])


def counting(rows: Iterable[Certificate]) -> list[Certificate]:
    """Of a certificate and its boosters those that count, where no others stand.

    None where the certificate is not among them; a booster only while the rest still held.
    """
    found: list[Certificate] = []
    for first, boosters in together(rows):
        found, whole = [first], _days(first)
        for one in sorted(boosters, key=lambda row: row.passed_on):
            if whole.holds(one.passed_on):
                found.append(one)
                whole = days_with_boosters(first, found[1:])
    return found


def _days(row: Certificate) -> Days:
    return Days(row.passed_on, row.valid_until)
