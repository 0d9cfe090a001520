"""Custody: from admission to release or death, the default life of a duty (1.5, 4.19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standards.instants import ALWAYS, OPEN, Instant
from standards.spells import Stretch, union

if TYPE_CHECKING:
    from standards.person.file import PersonFile

ADMISSION = "admission"
CUSTODY_ENDS = ("release", "death", "death_in_custody")
CUSTODY_SPELLS = ("in_custody", "custody")


def custody(file: PersonFile) -> list[Stretch]:
    """The stretches of custody; without any record of it, custody throughout."""
    written = [
        file.stretch(record)
        for kind in CUSTODY_SPELLS
        for record in file.of_type(kind)
        if record.since is not None and (record.until is None or record.until > record.since)
    ]
    admissions = [(t, file.zone_of(r), r.id) for t, r in file.events(ADMISSION)]
    ends = sorted((t, r.id) for kind in CUSTODY_ENDS for t, r in file.events(kind))
    walked = _walk(admissions, ends, file.zone)
    if not written and not admissions:
        return [_before(ends[0] if ends else (OPEN, ""), file.zone)]
    if not written and ends and ends[0][0] < admissions[0][0]:
        # Released before the first admission on file: the earlier beginning is not recorded.
        walked.append(_before(ends[0], file.zone))
    return union([*written, *walked])


def _before(end: tuple[Instant, str], zone: str) -> Stretch:
    return Stretch(ALWAYS, end[0], zone, evidence=(end[1],) if end[1] else ())


def _walk(
    admissions: list[tuple[Instant, str, str]], ends: list[tuple[Instant, str]], zone: str
) -> list[Stretch]:
    """Each admission opens custody until the first strictly later end."""
    stretches = []
    for start, where, admitted in admissions:
        end, by = next(((t, name) for t, name in ends if t > start), (OPEN, ""))
        evidence = (admitted, by) if by else (admitted,)
        stretches.append(Stretch(start, end, where or zone, evidence=evidence))
    return stretches
