"""The facts of a file as lines in words, for a reader who has never seen a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from throughcare.casework.people.kinds import Kind, Standing
from throughcare.casework.people.queries import File
from throughcare.web.people.shown.facts import pieces_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: its kind, what it says, stated or verified, and since when it stands."""

    kind: StrOrPromise
    text: str
    standing: StrOrPromise
    recorded_at: datetime


def lines(file: File) -> list[FactLine]:
    """The facts that the file shows to its viewer, in the order of the kinds."""
    order = list(Kind)
    return [
        FactLine(
            Kind(fact.kind).label, text_of(Kind(fact.kind), fact.value),
            Standing(fact.standing).label, fact.recorded_at,
        )
        for fact in sorted(file.facts, key=lambda one: order.index(Kind(one.kind)))
    ]  # fmt: skip


def text_of(kind: Kind, value: Mapping[str, object]) -> str:
    """What a fact says, in one line: the same words as in the file that officers read."""
    return "; ".join(
        f"{label}: \u2068{text}\u2069" if label else f"\u2068{text}\u2069"
        for label, text in pieces_of(kind, dict(value))
    )
