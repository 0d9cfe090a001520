"""How far a rater has come, item by item, in the order of the tool. Answers are words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.queries import Assessed, Rating


@dataclass(frozen=True, slots=True)
class Asked:
    """One item, and the rater's own answer in the words of the tool; empty where none is given."""

    id: str
    title: str
    answer: str


@dataclass(frozen=True, slots=True)
class Part:
    """One domain with its items. `protective`: strengths, which are asked like all else."""

    title: str
    protective: bool
    items: Sequence[Asked]


@dataclass(frozen=True, slots=True)
class Progress:
    """All parts that may be asked about; `next_item` is the first without an answer."""

    parts: Sequence[Part]
    next_item: str

    @property
    def whole(self) -> bool:
        """Whether each item has an answer."""
        return not self.next_item


def progress_of(seen: Assessed, tool: Instrument, me: str) -> Progress:
    """What this rater has answered of an assessment."""
    allowed, own = domains_of(tool, seen.row.extent), seen.ratings.get(me, {})
    parts = [
        Part(
            domain.title.shown, domain.protective,
            [
                Asked(item.id, item.title.shown, _answer(domain.scale, own.get(item.id)))
                for item in domain.items
            ],
        )
        for domain in tool.domains if domain.id in allowed
    ]  # fmt: skip
    left = (item.id for part in parts for item in part.items if not item.answer)
    return Progress(parts, next(left, ""))


def _answer(scale: Scale, rating: Rating | None) -> str:
    code = rating.code if rating is not None else ""
    return next((one.label.shown for one in scale.ratings if one.code == code), "")
