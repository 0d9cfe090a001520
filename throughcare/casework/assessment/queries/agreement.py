"""How far raters agree on each item of each tool: kept figures, for whoever answers for raters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.hold_assessment import PSY
from throughcare.casework.assessment.models import KeptAgreement
from throughcare.casework.assessment.reliability.published import (
    Figure,
    PublishedItem,
    PublishedMean,
)
from throughcare.casework.people.files import entering
from throughcare.register.actions import record

# Numbers of the whole service, and of no person.
_EVERYWHERE = Subject(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFigures:
    """One version of a tool: what may be seen of its items, and when that was counted.

    `left_out`: some were rated with a file of it that the house has no more.
    """

    tool: str
    version: str
    counted_at: datetime
    left_out: bool
    items: Sequence[PublishedItem]
    means: Sequence[PublishedMean]


def reads_agreement(viewer: Viewer, *, at: datetime) -> bool:
    """Whether the figures are open to the viewer. Asked of the policy alone."""
    if _as_psychologist(viewer, at) is not None:
        return True
    return gate.may(viewer, Act.READ, Compartment.AGG, _EVERYWHERE, at=at)


@entering
def agreement_of_raters(viewer: Viewer, *, at: datetime) -> Sequence[ToolFigures]:
    """The figures of the last night, by tool. Leaves an entry. Raises NotThere or Refused.

    For a post that writes in the psychological file, and for who reads counts of the whole service.
    """
    gate.standing(viewer, at=at)
    leave = _as_psychologist(viewer, at) or gate.ask(
        viewer, Act.READ, Compartment.AGG, _EVERYWHERE, at=at
    )
    record(
        event="read.agreement_of_raters", by=str(viewer.account), role=leave.role,
        place=leave.place, at=at, happened_at=at, compartment=Compartment.AGG,
    )  # fmt: skip
    return [_told(row) for row in KeptAgreement.objects.order_by("tool", "tool_version")]


def _as_psychologist(viewer: Viewer, at: datetime) -> Leave | None:
    """By the first post that writes in the psychological file, with cases or without."""
    if viewer.suspended:
        return None
    for post in viewer.posts:
        writes = Act.WRITE in matrix().cells[post.role, PSY].level.lets
        if writes and post.role not in OWN_RIGHT and post.period.holds(at):
            return Leave(post.role.value, post.establishment)
    return None


def _told(row: KeptAgreement) -> ToolFigures:
    kept: Mapping[str, Any] = row.figures
    return ToolFigures(
        tool=row.tool, version=row.tool_version, counted_at=row.counted_at, left_out=row.left_out,
        items=[_item(one) for one in kept["items"]], means=[_mean(one) for one in kept["means"]],
    )  # fmt: skip


def _item(kept: Mapping[str, Any]) -> PublishedItem:
    figures = tuple(Figure(**one) for one in kept["figures"])
    cells = tuple(tuple(row) for row in kept["cells"])
    return PublishedItem(
        **{**kept, "codes": tuple(kept["codes"]), "cells": cells, "figures": figures}
    )


def _mean(kept: Mapping[str, Any]) -> PublishedMean:
    return PublishedMean(**{**kept, "figure": Figure(**kept["figure"])})
