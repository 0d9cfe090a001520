"""`quota` over a rolling window: how much in the T before each instant? (patterns.md 2.8)"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standards.checks import Quota
from standards.findings import Finding, Status
from standards.instants import OPEN, Instant
from standards.person.answer import about, subjects
from standards.person.file import ANY_KEY, PersonFile
from standards.spells import Joined, Stretch, cut, join

if TYPE_CHECKING:
    from standards.person.quota import Amounts


def quota_rolling(check: Quota, file: PersonFile) -> list[Finding]:
    """Breached while the amount in the window is above the maximum and the state holds."""
    from standards.person.quota import amounts_of  # the two halves of one pattern

    findings = []
    for subject in subjects(check, file, check.state):
        holding = _holding(check, file, subject)
        if not holding:
            continue
        amounts = amounts_of(check, file, subject)
        above = _above(check, file, amounts)
        for spell in holding:
            for part in cut(above, [_as_stretch(spell)]):
                flags = spell.end_flags() if part.end == spell.end else spell.flags
                findings.append(
                    about(
                        check, file, subject, Status.BREACHED, part.start, part.end,
                        duty=part.start, flags=flags,
                        evidence=_evidence(check, file, spell, amounts, part),
                    )
                )  # fmt: skip
    return findings


def _holding(check: Quota, file: PersonFile, subject: object) -> list[Joined]:
    """The spells of the state, those without a recorded beginning too (4.19)."""
    parts = [p for key, p in file.state(check.state) if subject is ANY_KEY or key == subject]
    return join(cut(parts, file.group(check.group)) if check.group is not None else parts)


def _as_stretch(spell: Joined) -> Stretch:
    return Stretch(spell.start, spell.end, spell.zone)


def _evidence(
    check: Quota, file: PersonFile, spell: Joined, amounts: Amounts, part: Stretch
) -> tuple[str, ...]:
    """The records of the state, and those of the amount in any window of the stretch."""
    assert check.rolling is not None
    end = min(part.end, file.as_of)
    added = amounts.names_in(part.start - check.rolling.as_elapsed() + 1, end + 1)
    return tuple(dict.fromkeys((*spell.evidence, *added)))


def _above(check: Quota, file: PersonFile, amounts: Amounts) -> list[Stretch]:
    """Where the amount in (t - T, t] is more than the maximum, up to `as_of`.

    The amount changes in straight lines between the instants at which a spell or an event
    enters or leaves the window. Spells being joined, at most one enters while one leaves, so
    the line rises or falls by one microsecond a microsecond, or stays.
    """
    assert check.rolling is not None and check.max is not None
    length = check.rolling.as_elapsed()
    most = check.max * amounts.scale
    slopes: dict[Instant, int] = {}
    jumps: dict[Instant, float] = {}
    for part in amounts.spells:
        for moment, change in (
            (part.start, 1), (part.end, -1), (part.start + length, -1), (part.end + length, 1)
        ):  # fmt: skip
            slopes[moment] = slopes.get(moment, 0) + change
    for when, size, _ in amounts.events:
        jumps[when] = jumps.get(when, 0.0) + size
        jumps[when + length] = jumps.get(when + length, 0.0) - size

    pieces: list[tuple[Instant, Instant]] = []
    level, slope, last = 0.0, 0, None
    for moment in sorted({*slopes, *jumps}):
        if last is not None:
            pieces += _line(last, moment, level, slope, most, file.as_of)
            level += slope * (moment - last)
        if moment > file.as_of:
            break
        level += jumps.get(moment, 0.0)
        slope += slopes.get(moment, 0)
        last = moment
        if moment == file.as_of and level > most:
            pieces.append((moment, OPEN))
    return _stretches(pieces, file)


def _line(
    start: Instant, end: Instant, level: float, slope: int, most: float, as_of: Instant
) -> list[tuple[Instant, Instant]]:
    """The part of [start, end) where level + slope * (t - start) > most; OPEN at `as_of`."""
    stop = min(end, as_of)
    at_stop = level + slope * (stop - start)
    if start >= stop or (level <= most and at_stop <= most):
        return []
    since = start if level > most else start + round(most - level)
    until = stop if at_stop > most else start + round(level - most)
    if end > as_of and at_stop > most:
        until = OPEN
    return [(since, until)]


def _stretches(pieces: list[tuple[Instant, Instant]], file: PersonFile) -> list[Stretch]:
    """Pieces that touch are one; which records filled the window is told by the file."""
    return [
        Stretch(j.start, j.end, j.zone)
        for j in join(Stretch(start, end, file.zone) for start, end in pieces)
    ]
