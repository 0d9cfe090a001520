"""An instrument as the service knows it. Typed and unchangeable; what it may hold is in `demands`.

Text of items, ratings and judgements is `Wording`, so that licensed text is not written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.instruments.standing import (
    Licence,
    SecondRater,
    Status,
    Training,
    Translation,
)
from throughcare.casework.assessment.instruments.wording import Wording

ASSESSOR: Final = "assessor"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `not_evidence` never counts; `anchors` say what each level looks like."""

    id: str
    title: Wording
    ask: Wording
    look_for: tuple[Wording, ...]
    not_evidence: tuple[Wording, ...]
    anchors: Mapping[str, Wording]
    help: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of an instrument. The protective one must be rated whole before anything is final."""

    id: str
    title: Wording
    protective: bool
    scale: Scale
    items: tuple[Item, ...]


class Form(StrEnum):
    """How a final judgement is given: in words, as a list, or as one of some words."""

    TEXT = "text"
    LIST = "list"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the assessor says in the end. `may_be`: how it may stay empty, such as declined."""

    id: str
    title: Wording
    form: Form
    required: bool
    prompts: tuple[Wording, ...] = ()
    fields: tuple[Wording, ...] = ()
    options: tuple[Wording, ...] = ()
    rule: Wording
    chosen_by: str = ""
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One instrument. `digest` is the SHA-256 of its file; `for_untried`, ids of domains.

    With a `translation` it is the same instrument, of the same digest, in other words.
    """

    id: str
    version: str
    language: str
    title: str
    status: Status
    licence: Licence
    training: Training
    second_rater: SecondRater
    validity_days: int
    not_for: tuple[str, ...]
    for_untried: tuple[str, ...]
    never_evidence: tuple[str, ...]
    ratings: Scale
    strength_ratings: Scale
    domains: tuple[Domain, ...]
    judgements: tuple[Judgement, ...]
    digest: str
    translation: Translation | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other one: id, version and language."""
        return self.id, self.version, self.language

    def items(self) -> Iterator[Item]:
        """Every item, in the order of the file."""
        for domain in self.domains:
            yield from domain.items
