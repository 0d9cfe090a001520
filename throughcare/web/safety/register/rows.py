"""The people of the register, the longest first, each with the count in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from throughcare.casework.safety.queries import Counter
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.shown.names import Called
from throughcare.web.request import Request
from throughcare.web.safety.separation.order_forms import kind_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody who is separated now."""

    counter: Counter
    called: Called
    day: int
    kind: str
    beyond: bool
    review_late: bool


def rows_of(request: Request, counters: Sequence[Counter]) -> list[Row]:
    """Those whose files the viewer may open, in the order in which they came."""
    names = called_by(request, [one.person for one in counters])
    return [
        Row(
            counter=one, called=names[one.person], day=one.full_days + 1,
            kind=kind_words(one.kind), beyond=one.beyond(request.at),
            review_late=one.next_review_at is not None and one.next_review_at < request.at,
        )
        for one in counters
        if one.person in names
    ]  # fmt: skip
