"""On what legal footing: untried, sentenced, civil, and the same of children (Rules 11, 112)."""

from __future__ import annotations

from typing import Final

from standards.instants import OPEN
from throughcare.casework.custody.facts.ages import (
    is_child,
    of_age_at,
)
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.models import LegalStatus
from throughcare.casework.custody.terms import Status

# Who is held without charge has the same protection as an untried prisoner (Rule 122). Who appeals
# has been tried.
UNTRIED: Final = frozenset({Status.UNTRIED, Status.WITHOUT_CHARGE})
SENTENCED: Final = frozenset({Status.SENTENCED, Status.APPEALING})
CRIMINAL: Final = frozenset({Status.UNTRIED, Status.SENTENCED, Status.APPEALING})


def footing(sheet: Sheet) -> None:
    """The groups that a legal status makes a person belong to, and the beginning of each duty."""
    for status in sheet.told.statuses:
        for group in _groups(status.value):
            sheet.spell(group, status.id, status.since, status.until, known(status))
        _of_stays(sheet, status)
        _of_child(sheet, status)


def _groups(value: str) -> list[str]:
    said = {
        "untried": value in UNTRIED,
        "sentenced": value in SENTENCED,
        "civil": value == Status.CIVIL,
        "criminal": value in CRIMINAL,
    }
    return [group for group, belongs in said.items() if belongs]


def _of_stays(sheet: Sheet, status: LegalStatus) -> None:
    """Who is admitted untried; how long somebody sentenced is in custody."""
    for stay in sheet.told.stays:
        both = known(status).meet(known(stay))
        if both is None:
            continue
        root = sheet.told.of_stays.first(stay).id
        began = status.since <= stay.admitted_at
        lasts = status.until is None or stay.admitted_at < status.until
        if status.value in UNTRIED and began and lasts:
            at = stay.admitted_at
            sheet.event("admission_untried", status.id, at, both, key=root)
            sheet.event("untried_without_lawyer", status.id, at, both, key=root)
        if status.value in SENTENCED:
            since = max(status.since, stay.admitted_at)
            ends = [end for end in (status.until, stay.left_at) if end is not None]
            sheet.spell("sentenced_in_custody", status.id, since, min(ends, default=None), both)


def _of_child(sheet: Sheet, status: LegalStatus) -> None:
    """The same groups among children; untried custody of a child, and its beginning."""
    group = _childrens_group(status.value)
    if group is None:
        return
    for span, identity in sheet.identities:
        both = known(status).meet(span)
        if both is None or not is_child(sheet.told, identity, status.since):
            continue
        of_age = of_age_at(sheet.told, identity)
        grown = None if of_age == OPEN else sheet.when(of_age)
        ends = [end for end in (status.until, grown) if end is not None]
        sheet.spell(group, status.id, status.since, min(ends, default=None), both)
        if status.value not in UNTRIED:
            continue
        for stay in sheet.told.stays:
            held = both.meet(known(stay))
            since = max(status.since, stay.admitted_at)
            until = min([*ends, *([stay.left_at] if stay.left_at else [])], default=None)
            if held is None or (until is not None and until <= since):
                continue
            sheet.spell("untried_child_in_custody", status.id, since, until, held)
            if not _goes_on(sheet, status, stay.admitted_at):
                sheet.event("untried_custody_of_child_started", status.id, since, held)


def _goes_on(sheet: Sheet, status: LegalStatus, admitted: object) -> bool:
    """Whether another untried status of the same stay ends as this one begins."""
    return any(
        other.value in UNTRIED and other.until == status.since and status.since != admitted
        and other.stood_until is None
        for other in sheet.told.statuses
    )  # fmt: skip


def _childrens_group(value: str) -> str | None:
    if value in UNTRIED:
        return "untried_children"
    return "sentenced_children" if value in SENTENCED else None
