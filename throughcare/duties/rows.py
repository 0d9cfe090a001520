"""Findings as rows: what is new is written, what is no longer so is deleted, what stays is left.

Two digests tell rows apart without reading them: `said` over all that the engine said, `answer`
over what both engines must say alike. A file of ten years has hundreds of rows; few change at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import md5
from typing import Final
from uuid import UUID

from standards.checks import Check, WithinRatio
from standards.findings import Finding
from standards.instants import Instant, to_datetime
from throughcare.duties.judging import Judgement
from throughcare.duties.kinds import KeptOfStaff, is_of_staff, kept_of
from throughcare.duties.models import KeptFinding
from throughcare.duties.rules import severities

_AT_ONCE: Final = 5_000


@dataclass(frozen=True)
class Row:
    """A finding, whom or what it is about, and the check that it comes from."""

    found: Finding
    check: Check
    person: UUID | None
    house: str = ""

    @property
    def about(self) -> str:
        """The place or the account that it is about, where it is about nobody held."""
        return self.found.who if self.person is None else ""

    @cached_property
    def answer(self) -> UUID:
        """A digest of what both engines must say alike."""
        return _digest((self.house, self.found.answer()))

    @cached_property
    def said(self) -> UUID:
        """A digest of all that was said, evidence and the beginning of the duty among it."""
        return _digest((self.house, self.found.answer(), self.found.duty, self.found.evidence))

    def as_kept(self) -> KeptFinding:
        """The row of the table."""
        one = self.found
        kept = KeptOfStaff() if is_of_staff(self.check) else kept_of(self.check)
        return KeptFinding(
            person_id=self.person, house=self.house, about=self.about, rule=one.rule,
            status=str(one.status), severity=severities()[one.rule],
            since=to_datetime(one.since, "UTC"), until=moment_of(one.until),
            flags=sorted(map(str, one.flags)), key=one.key or "",
            duty=to_datetime(one.duty, "UTC"), evidence=list(one.evidence), first=kept.first,
            within=list(kept.within), answered=list(kept.answered), cured_in=kept.cured_in,
            task=kept.task, answer=self.answer, said=self.said,
        )  # fmt: skip


def rows_of(judged: Judgement, *, person: UUID) -> list[Row]:
    """The rows of one file."""
    checks = {check.rule: check for check in judged.asked.alone}
    return [Row(one, checks[one.rule], person) for one in judged.findings]


def rows_of_house(judged: Judgement, house: str) -> list[Row]:
    """The rows of one house: about people who lay there, its places, or its staff."""
    checks = {check.rule: check for check in (*judged.asked.together, *judged.asked.of_staff)}
    return [
        Row(one, check, None if _of_nobody_held(check) else UUID(one.who), house)
        for one in judged.findings
        for check in (checks[one.rule],)
    ]


def _of_nobody_held(check: Check) -> bool:
    return isinstance(check, WithinRatio) or is_of_staff(check)


def replace_rows(before: Iterable[tuple[int, UUID]], now: Sequence[Row], *, by: str) -> None:
    """Let these rows stand in place of those before, told by number and the digest `by`."""
    wanted = Counter(getattr(row, by) for row in now)
    gone = []
    for number, said in before:
        if wanted[said] > 0:
            wanted[said] -= 1
        else:
            gone.append(number)
    new = []
    for row in now:
        if wanted[getattr(row, by)] > 0:
            wanted[getattr(row, by)] -= 1
            new.append(row.as_kept())
    if gone:
        KeptFinding.objects.filter(pk__in=gone).delete()
    KeptFinding.objects.bulk_create(new, batch_size=_AT_ONCE)


def moment_of(instant: Instant | None) -> datetime | None:
    """An instant as the tables keep it."""
    return None if instant is None else to_datetime(instant, "UTC")


def _digest(words: tuple[object, ...]) -> UUID:
    return UUID(bytes=md5(repr(words).encode(), usedforsecurity=False).digest())
