"""Children and family of the person, and who cares for them (Rule 7(f), Bangkok Rules 2, 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.arrival import yes
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import EMPTY, NONE, Sheet
from throughcare.casework.custody.models import Step

# A field of the rule, and the words by which a child in the list may say it.
_OF_CHILD: Final[Mapping[str, tuple[str, ...]]] = {
    "child_name": ("name",),
    "child_age": ("age", "born"),
    "child_place": ("place", "with", "cared_for_by"),
    "guardianship": ("guardianship", "cared_for_by"),
}


def dependants(sheet: Sheet, step: Step, key: object) -> None:
    """Family and children as they were written down, and that their care is arranged."""
    fields = {
        "family_record.members": sheet.filling(step, "members"),
        "family_record.children": sheet.filling(step, "children"),
        **{f"family_record.{name}": _of_children(sheet, step, name) for name in _OF_CHILD},
    }
    sheet.event("family_record", step.id, step.happened_at, known(step), key=key, fields=fields)
    if yes(step.value.get("arranged")):
        at = sheet.moment(step.value.get("arranged_at")) or step.happened_at
        sheet.event("childcare_arrangement_recorded", step.id, at, known(step))


def children_of(step: Step) -> list[object]:
    """The children named, or counted; none where there are none or the step does not say."""
    said = step.value.get("children")
    if isinstance(said, int):
        return [None] * said
    return list(said) if isinstance(said, list) else []


def _of_children(sheet: Sheet, step: Step, name: str) -> Filling:
    """Filled where it is told of every child; 'no children' meets the rule, as its note says."""
    said = step.value.get("children")
    entered = from_datetime(sheet.told.of_steps.entered_at(step, "children", of_value=True))
    if said in ([], NONE, 0):
        return Filling(entered, unknown=True, reasoned=True)
    children = children_of(step)
    if not children:
        return EMPTY
    if name == "guardianship" and step.value.get("guardianship"):
        return sheet.filling(step, "guardianship")
    told = all(_says(child, _OF_CHILD[name]) for child in children)
    return Filling(entered) if told else EMPTY


def _says(child: object, words: tuple[str, ...]) -> bool:
    if not isinstance(child, Mapping):
        return words == ("name",) and bool(child)
    return any(child.get(word) for word in words)
