"""What somebody passed, under the names of the rules, for as long as it covers.

Each certificate and each booster covers from its day up to its end, and no longer than training may
be old that the rule asks for. What is withdrawn, and a booster that lost the one before it, covers
up to that moment: what was done before was allowed (ADR 0037).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from standards.durations import Duration
from standards.instants import Instant, from_datetime
from throughcare.service.training.facts.sheet import Known, Sheet, begins
from throughcare.service.training.facts.told import Told
from throughcare.service.training.models import Certificate
from throughcare.service.training.standing import counting, stands, together
from throughcare.service.training.units import COURSE_OF

_SPECIALISED: Final = "specialised_training_valid"
# The guards of the rules, by the course that stands for them.
OF_COURSE: Final = {
    "induction": "induction_passed", "in_service": "in_service_training",
    "women": "women_specific_training_valid", "vep_unit": "vep_staff_training_valid",
}  # fmt: skip
_UNIT_OF: Final = {course: kind.value for kind, course in COURSE_OF.items()}
GUARDS: Final = frozenset({*OF_COURSE.values(), _SPECIALISED})


def training(sheet: Sheet, told: Told, ages: Mapping[str, Duration]) -> None:
    """Every certificate with its boosters, under each name that a rule gives it."""
    for first, boosters in together(told.certificates):
        rows = [first, *boosters]
        for name, key in _guards(first.topic):
            for row in rows:
                for until, known in _covers(row, rows, ages.get(name), sheet.zone):
                    sheet.spell(name, row.id, begins(row.passed_on), until, known, key=key)


def _guards(topic: str) -> Iterator[tuple[str, str | None]]:
    if topic in OF_COURSE:
        yield OF_COURSE[topic], None
    if topic in _UNIT_OF:
        yield _SPECIALISED, _UNIT_OF[topic]


def _covers(
    row: Certificate, rows: Sequence[Certificate], age: Duration | None, zone: str
) -> Iterator[tuple[Instant, Known]]:
    """Up to when the row covers, as it was known from each change on."""
    whole = begins(row.valid_until)
    if age is not None:
        whole = min(whole, age.after(begins(row.passed_on), zone))
    turns: list[datetime | None] = [*_turns(rows), None]
    counted, ceased = False, None
    for since, until in pairwise(turns):
        assert since is not None
        now = row in counting([one for one in rows if _stood(one, since)])
        if counted and not now:
            ceased = min(whole, from_datetime(since))
        counted = now
        end = whole if now else ceased
        if end is not None:
            yield end, Known(since, until)


def _turns(rows: Sequence[Certificate]) -> list[datetime]:
    """When what is known of them changed."""
    moments = {row.recorded_at for row in rows} | {row.withdrawn_at for row in rows}
    return sorted(one for one in moments if one is not None)


def _stood(row: Certificate, at: datetime) -> bool:
    return row.recorded_at <= at and stands(row, at)
