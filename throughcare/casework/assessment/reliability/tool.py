"""The reliability desk for a whole tool: each item apart, and the average item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughcare.casework.assessment.reliability.desk import agreement_on
from throughcare.casework.assessment.reliability.errors import BadRatings
from throughcare.casework.assessment.reliability.over_items import OverItems, over_items
from throughcare.casework.assessment.reliability.ratings import ItemRatings
from throughcare.casework.assessment.reliability.results import Agreement, Name, RawTable


@dataclass(frozen=True, slots=True)
class ToolAgreement:
    """Each item apart, in the order handed in, and each coefficient that any item has."""

    tool: str
    items: tuple[RawTable | Agreement, ...]
    over_items: Mapping[Name, OverItems]


def agreement_on_tool(given: Sequence[ItemRatings]) -> ToolAgreement:
    """How far raters agree on each item of one tool, and on the average item.

    An item below the least number of cases has no coefficient, so it is in no mean. Takes about a
    quarter of a second for each coefficient of each item: call it from a job.

    Raises BadRatings when there is no item, one comes twice, or they are of several tools.
    """
    if len({one.tool for one in given}) != 1:
        raise BadRatings("Hand in the items of one tool.")
    if len({one.item for one in given}) < len(given):
        raise BadRatings("An item is handed in twice.", where=given[0].tool)
    items = tuple(agreement_on(one) for one in given)
    return ToolAgreement(given[0].tool, items, over_items(given, items))
