"""Sentences of suitable length, for which reports and a programme are made (Rules 92.2 and 94).

The length is the one that was passed: of sentences that follow one another together. What was
credited or remitted since makes no sentence shorter here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Final
from uuid import UUID

import yaml

from standards.durations import Duration
from standards.instants import from_datetime
from throughcare.casework.custody.facts.knowing import known, through
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.models import Order, Sentence
from throughcare.casework.custody.terms import SentenceKind

ADMITTED: Final = "admission_with_sentence_of_suitable_length"
SERVES: Final = "sentence_of_suitable_length"
_FILE: Final = Path(__file__).parent.with_name("suitable.yaml")


def lengths(sheet: Sheet) -> None:
    """From judgment or admission, whichever is later, until the person leaves."""
    sentences = sheet.told.sentences
    if not sentences:
        return
    orders = {row.id: row for row in sheet.told.orders}
    for span, (since, first) in through(sentences, partial(_suitable, sheet, orders)):
        for stay in sheet.told.stays:
            both = span.meet(known(stay))
            begins = max(since, stay.admitted_at)
            if both is None or (stay.left_at is not None and stay.left_at <= begins):
                continue
            root = sheet.told.of_stays.first(stay).id
            sheet.event(ADMITTED, first, begins, both, key=root)
            sheet.spell(SERVES, first, begins, stay.left_at, both)


@cache
def suitable() -> Duration:
    """From this length on."""
    held = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Duration(months=int(held["from"]["months"]))


def _suitable(
    sheet: Sheet, orders: dict[UUID, Order], standing: list[Sentence]
) -> tuple[datetime, UUID] | None:
    """Since when one that is long enough was passed, and its row; the earliest of several."""
    found = [
        (sheet.start_of(max(row.starts_on, _passed(row, orders))), row.id)
        for row in standing if row.after_id is None and _is_long(sheet, row, standing)
    ]  # fmt: skip
    return min(found, default=None)


def _passed(row: Sentence, orders: dict[UUID, Order]) -> date:
    order = orders.get(row.order_id)
    return row.starts_on if order is None else order.issued_on


def _is_long(sheet: Sheet, row: Sentence, standing: Sequence[Sentence]) -> bool:
    chain, following = [row], {one.after_id: one for one in standing if one.after_id}
    while (later := following.get(chain[-1].id)) is not None and later not in chain:
        chain.append(later)
    if any(one.kind == SentenceKind.LIFE for one in chain):
        return True
    begins, zone = from_datetime(sheet.start_of(row.starts_on)), sheet.told.zone
    whole = Duration(
        months=sum(12 * one.years + one.months for one in chain),
        days=sum(one.days for one in chain),
    )  # fmt: skip
    return whole.after(begins, zone) >= suitable().after(begins, zone)
