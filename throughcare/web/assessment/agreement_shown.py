"""The kept figures beside the names that the tool's own file gives to items and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.queries import ToolFigures
from throughcare.casework.assessment.reliability.published import (
    Figure,
    PublishedItem,
    PublishedMean,
)
from throughcare.casework.assessment.tools import in_language, tools
from throughcare.web.assessment.agreement_words import NAMES, WHY


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A coefficient in words; without a value it says why."""

    name: str
    figure: Figure
    why: str


@dataclass(frozen=True, slots=True)
class ShownMean:
    """A coefficient over the items of a tool."""

    shown: ShownFigure
    mean: PublishedMean


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One item. `rows`: each answer, with each answer of the other rater and how often that was."""

    called: str
    item: PublishedItem
    answers: Sequence[str]
    rows: Sequence[tuple[str, Sequence[tuple[str, int | None]]]]
    figures: Sequence[ShownFigure]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTool:
    """One tool; `file` None: the house has it not. `unrated`: items that nobody rated twice yet."""

    called: str
    file: Instrument | None
    validated: bool
    told: ToolFigures
    items: Sequence[ShownItem]
    unrated: Sequence[str]
    means: Sequence[ShownMean]


def tool_shown(told: ToolFigures, language: str) -> ShownTool:
    """A tool in the words of this language, where the house has its file."""
    known = (one for one in tools() if (one.id, one.version) == (told.tool, told.version))
    file = next((in_language(one, language) for one in known), None)
    names = _names(file)
    return ShownTool(
        called=file.title if file else told.tool, file=file,
        validated=file is not None and file.status.validated, told=told,
        items=[_item(one, names, _answers(file, one)) for one in told.items if one.cases != 0],
        unrated=[names.get(one.item, one.item) for one in told.items if one.cases == 0],
        means=[ShownMean(_figure(one.figure), one) for one in told.means],
    )  # fmt: skip


def _item(one: PublishedItem, names: Mapping[str, str], answers: Mapping[str, str]) -> ShownItem:
    said = [answers.get(code, code) for code in one.codes]
    rows = [
        (answer, list(zip(said, cells, strict=True)))
        for answer, cells in zip(said, one.cells, strict=True)
    ]
    return ShownItem(
        names.get(one.item, one.item), one, said, rows,
        [_figure(figure) for figure in one.figures],
    )  # fmt: skip


def _figure(one: Figure) -> ShownFigure:
    return ShownFigure(str(NAMES[one.name]), one, str(WHY[one.why]) if one.why else "")


def _names(file: Instrument | None) -> Mapping[str, str]:
    """Items by their id; with their title too, unless the words of the tool are licensed."""
    if file is None or file.licence.licensed:
        return {}
    return {one.id: f"{one.id} {one.title.shown}" for one in file.items()}


def _answers(file: Instrument | None, one: PublishedItem) -> Mapping[str, str]:
    """What each code of the item's scale says, unless the words of the tool are licensed."""
    if file is None or file.licence.licensed:
        return {}
    return {
        rating.code: f"{rating.code}: {rating.label.shown}"
        for domain in file.domains if any(item.id == one.item for item in domain.items)
        for rating in domain.scale.ratings
    }  # fmt: skip
