"""What follows from several steps together: arrival complete, clothes and means, savings, needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.arrival import yes
from throughcare.casework.custody.facts.contact import stay_root
from throughcare.casework.custody.facts.household import children_of
from throughcare.casework.custody.facts.knowing import Known, known, through
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.models import Stay, Step
from throughcare.casework.custody.terms import LeftHow, Stage, StepKind
from throughcare.casework.people.kinds import Kind

_ARRIVAL: Final = frozenset({StepKind.FAMILY, StepKind.LAWYER, StepKind.INFORMATION})
_MEANS: Final = frozenset({StepKind.CLOTHING, StepKind.TRANSPORT})

OF_MOTHER: Final = "admission_of_woman_with_dependent_children"
_ADMISSIONS: Final[Mapping[str, Callable[[Step], bool]]] = {
    "admission_of_foreign_national": lambda step: _says(step, StepKind.CONSUL, "foreign"),
    "admission_of_refugee_or_stateless_person": lambda step: _says(
        step, StepKind.CONSUL, "refugee_or_stateless"
    ),
    OF_MOTHER: lambda step: step.kind == StepKind.DEPENDANTS and bool(children_of(step)),
}


def _says(step: Step, kind: StepKind, name: str) -> bool:
    return step.kind == kind and yes(step.value.get(name))


def together(sheet: Sheet) -> None:
    """For each stay, what its steps make together."""
    by_stay: dict[UUID | None, list[Step]] = {}
    for step in sheet.told.steps:
        by_stay.setdefault(stay_root(sheet, step), []).append(step)
    for root, steps in by_stay.items():
        if root is not None:
            _when_all(sheet, root, steps, "arrival_support_complete", _arrived)
            _when_all(sheet, root, steps, "clothes_and_means_ready", _equipped)
            _savings(sheet, root, steps)
            _of_whom(sheet, root, steps)
    _needs(sheet)


def _when_all(
    sheet: Sheet, root: UUID, steps: list[Step], kind: str,
    complete: Callable[[list[Step]], datetime | None],
) -> None:  # fmt: skip
    for span, at in through(_leading(steps), complete):
        sheet.event(kind, root, at, span, key=root if kind == "arrival_support_complete" else None)


def _leading(steps: list[Step]) -> list[Step]:
    """Without those that can never be the first of their kind: one that stands was known before.

    What was done for the first time counts, and a file of ten years has hundreds that were not.
    """
    kept: list[Step] = []
    first: dict[str, datetime] = {}
    for step in sorted(steps, key=lambda one: (one.recorded_at, one.id)):
        if step.kind not in _ARRIVAL and not (step.kind in _MEANS and _ready(step)):
            if step.kind == StepKind.CONSUL:
                kept.append(step)
            continue
        if step.kind in first and first[step.kind] <= step.happened_at:
            continue
        kept.append(step)
        if step.stood_until is None:
            first[step.kind] = step.happened_at
    return kept


def _arrived(standing: list[Step]) -> datetime | None:
    """When family, lawyer and information were there, and for a foreigner the consulate."""
    needed = set(_ARRIVAL)
    if any(s.kind == StepKind.CONSUL and yes(s.value.get("foreign")) for s in standing):
        needed.add(StepKind.CONSUL)
    return _last_of_first(standing, needed)


def _equipped(standing: list[Step]) -> datetime | None:
    return _last_of_first([s for s in standing if _ready(s)], set(_MEANS))


def _ready(step: Step) -> bool:
    if step.kind == StepKind.CLOTHING:
        return bool(step.value.get("given") or step.value.get("own"))
    return step.kind == StepKind.TRANSPORT


def _last_of_first(standing: list[Step], needed: set[StepKind]) -> datetime | None:
    """When the last of the kinds was done for the first time; None while one is missing."""
    first: dict[str, datetime] = {}
    for step in standing:
        if step.kind in needed:
            first[step.kind] = min(step.happened_at, first.get(step.kind, step.happened_at))
    return max(first.values()) if len(first) == len(needed) else None


def _savings(sheet: Sheet, root: UUID, steps: list[Step]) -> None:
    """Whoever has savings is owed them on release (Rule 103(3))."""
    kept = [
        step for step in steps
        if step.kind == StepKind.MONEY and step.stage != Stage.RELEASE and step.value.get("savings")
    ]  # fmt: skip
    for stay in sheet.told.stays:
        if sheet.told.of_stays.first(stay).id != root or stay.left_how != LeftHow.RELEASE:
            continue
        for span, _some in through(kept, _any):
            both = known(stay).meet(span)
            if both is not None:
                sheet.event("release_with_savings", stay.id, stay.left_at, both, key=root)


def _of_whom(sheet: Sheet, root: UUID, steps: list[Step]) -> None:
    """Admissions of whom a rule speaks, as any of the steps says: each admission once."""
    for kind, says in _ADMISSIONS.items():
        saying = [step for step in steps if says(step)]
        for span, _some in through(saying, _any):
            for stay in sheet.told.stays:
                both = span.meet(known(stay))
                if both is None or sheet.told.of_stays.first(stay).id != root:
                    continue
                if kind == OF_MOTHER:
                    _mother(sheet, stay, root, both)
                else:
                    at, where = stay.admitted_at, stay.establishment
                    sheet.event(kind, stay.id, at, both, key=root, place=where)


def _any(standing: list[Step]) -> bool | None:
    return bool(standing) or None


def _mother(sheet: Sheet, stay: Stay, root: UUID, known_while: Known) -> None:
    for span, identity in sheet.identities:
        both = known_while.meet(span)
        if both is not None and identity.sex == FEMALE:
            at, where = stay.admitted_at, stay.establishment
            sheet.event(OF_MOTHER, stay.id, at, both, key=root, place=where)


def _needs(sheet: Sheet) -> None:
    """Who cannot read, or needs an adjustment, is told in another way (Rule 55(2))."""
    said = sheet.told.history.said
    reads = any(one.kind == Kind.LANGUAGE and one.value.get("reads") is True for one in said)
    needs = [
        one for one in said
        if one.kind == Kind.ADJUSTMENT
        or (one.kind == Kind.LANGUAGE and one.value.get("reads") is False and not reads)
    ]  # fmt: skip
    if not needs:
        return
    ends = [one.gone_at for one in needs]
    last = None if None in ends else max(end for end in ends if end is not None)
    for stay in sheet.told.stays:
        both = known(stay).meet(Known(needs[0].recorded_at, last))
        if both is not None:
            sheet.event(
                "admission_of_person_needing_adapted_information", stay.id, stay.admitted_at,
                both, key=sheet.told.of_stays.first(stay).id, place=stay.establishment,
            )  # fmt: skip
