"""The algebra of stretches: half-open `[start, end)`, joined, cut and taken away (1.1, 1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from standards.durations import ZERO, Duration
from standards.findings import Flag
from standards.instants import ALWAYS, OPEN, Instant

NO_FLAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which something held; `end` OPEN means it holds at `as_of`.

    `inferred` tells that the end was not written but follows from a later record. `plan` is
    the written end of an open spell. `zone` is that of the place where it began.
    """

    start: Instant
    end: Instant
    zone: str
    inferred: bool = False
    plan: Instant | None = None
    flags: frozenset[str] = NO_FLAGS
    evidence: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.end == OPEN

    @property
    def has_beginning(self) -> bool:
        return self.start != ALWAYS


@dataclass(frozen=True, slots=True)
class Joined:
    """A joined spell: from the first beginning to the last end, the gaps included (1.3).

    `reach` is the last instant at which a further part would still join.
    """

    start: Instant
    end: Instant
    zone: str
    inferred: bool
    plan: Instant | None
    flags: frozenset[str]
    reach: Instant
    parts: tuple[Stretch, ...]

    @property
    def is_open(self) -> bool:
        return self.end == OPEN

    @property
    def evidence(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for part in self.parts for name in part.evidence))

    def end_flags(self) -> frozenset[str]:
        """The flags of a finding that ends where the spell ends."""
        return self.flags | {Flag.INFERRED_END} if self.inferred else self.flags


def join(parts: Iterable[Stretch], gap: Duration = ZERO) -> list[Joined]:
    """Join what overlaps, touches or lies at most `gap` apart."""
    joined: list[Joined] = []
    chain: list[Stretch] = []
    reach = ALWAYS
    for part in sorted(parts, key=_order):
        if chain and part.start > reach:
            joined.append(_close(chain, reach))
            chain = []
            reach = ALWAYS
        chain.append(part)
        reach = max(reach, part.end if part.is_open else gap.after(part.end, part.zone))
    if chain:
        joined.append(_close(chain, reach))
    return joined


def union(parts: Iterable[Stretch]) -> list[Stretch]:
    """The same time as stretches that neither overlap nor touch."""
    return [
        Stretch(j.start, j.end, j.zone, j.inferred, j.plan, j.flags, j.evidence)
        for j in join(parts)
    ]


def cut(parts: Iterable[Stretch], by: Sequence[Stretch]) -> list[Stretch]:
    """The common part of each stretch with each of `by`; parts are not joined.

    Its end is inferred only if whatever ends there is inferred: a written end wins (4.22).
    """
    common = []
    for part in parts:
        for other in by:
            start, end = max(part.start, other.start), min(part.end, other.end)
            if start < end:
                common.append(
                    replace(
                        part,
                        start=start,
                        end=end,
                        inferred=(part.end > end or part.inferred)
                        and (other.end > end or other.inferred),
                        plan=part.plan if end == OPEN else None,
                        flags=part.flags | other.flags,
                        evidence=part.evidence + other.evidence,
                    )
                )
    return common


def without(parts: Iterable[Stretch], taken: Sequence[Stretch]) -> list[Stretch]:
    """What is left of each stretch when `taken` is left out."""
    left = list(parts)
    for away in taken:
        left = [piece for part in left for piece in _pieces(part, away)]
    return left


def _pieces(part: Stretch, away: Stretch) -> list[Stretch]:
    if away.start >= part.end or away.end <= part.start:
        return [part]
    pieces = []
    if part.start < away.start:
        pieces.append(replace(part, end=away.start, inferred=False, plan=None))
    if away.end < part.end:
        pieces.append(replace(part, start=away.end))
    return pieces


def _order(part: Stretch) -> tuple[Instant, str]:
    return (part.start, part.zone)


def _close(chain: list[Stretch], reach: Instant) -> Joined:
    end = max(part.end for part in chain)
    plans = [part.plan for part in chain if part.plan is not None]
    return Joined(
        start=chain[0].start,
        end=end,
        zone=chain[0].zone,
        # A written end that coincides with an inferred one is written (4.22).
        inferred=all(part.inferred for part in chain if part.end == end),
        plan=max(plans) if plans and end == OPEN else None,
        flags=frozenset[str]().union(*(part.flags for part in chain)),
        reach=reach,
        parts=tuple(chain),
    )
