"""The tools of this house, read once: ours, and those that it has a licence for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from throughcare.casework.assessment.assess_errors import NoSuchTool
from throughcare.casework.assessment.instruments.catalogue import Catalogue, find_instruments

if TYPE_CHECKING:
    from throughcare.casework.assessment.instruments.model import Instrument, Item
    from throughcare.casework.assessment.instruments.scale import Scale
    from throughcare.casework.assessment.models import Assessment


@cache
def _all(folder: Path | None) -> Catalogue:
    return find_instruments(folder)


def tools() -> tuple[Instrument, ...]:
    """Every sound tool of this house. One that is not sound is left out; `doctor` names it."""
    return _all(settings.INSTRUMENTS).instruments


def in_language(instrument: Instrument, language: str) -> Instrument:
    """The same tool for a reader of this language; as it was written where nobody translated it.

    Ids, codes and digest are those of the original, so nothing that is kept depends on the reader.
    """
    if instrument.language == language:
        return instrument
    others = _all(settings.INSTRUMENTS).in_other_words(instrument)
    return next((one for one in others if one.language == language), instrument)


def tool(instrument_id: str, version: str = "") -> Instrument:
    """A tool by its id, in this version where the house has it. Raises NoSuchTool."""
    found = [one for one in tools() if one.id == instrument_id]
    if not found:
        raise NoSuchTool(
            _("the house has no tool of this name"),
            remedy=_("choose one of the list; a licensed tool is put in place by its holder"),
        )
    return next((one for one in found if one.version == version), found[-1])


def tool_of(row: Assessment) -> Instrument:
    """The very file that an assessment was begun with. Raises NoSuchTool where it has changed."""
    for one in tools():
        if one.digest == row.tool_digest:
            return one
    raise NoSuchTool(
        _("the file of the tool was changed or removed since this assessment began"),
        remedy=_("let the holder put the same file back, or stop this one and begin anew"),
    )


def scales_of(instrument: Instrument, allowed: frozenset[str]) -> dict[str, Scale]:
    """The scale of each item of these domains, by the item's id."""
    return {
        item.id: domain.scale
        for domain in instrument.domains if domain.id in allowed
        for item in domain.items
    }  # fmt: skip


def item_of(instrument: Instrument, item_id: str) -> Item:
    """An item by its id. Raises NoSuchTool."""
    for one in instrument.items():
        if one.id == item_id:
            return one
    raise NoSuchTool(_("the tool has no such item"), remedy=_("choose an item of its list"))
