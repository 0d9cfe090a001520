"""Requests, wishes, visits and services, under the names of the rules (Rule 65, vep-11).

A group of a faith is there for a person while he or she wishes to attend its services and lies in a
unit; a service answers for the unit and faith in which it was open to the person.
"""

from __future__ import annotations

from typing import Final

from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.casework.chaplaincy.terms import Outcome, VisitKind, WishKind
from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.knowing import Chains, Known, known
from throughcare.casework.custody.facts.sheet import Sheet

GROUP, SERVICE = "faith_group_present", "religious_service"
ASKED, OFFERED = "religious_visit_requested", "religious_visit_offered"
AGAINST, COUNSELLED = (
    "religious_visit_despite_objection", "religious_counselling_despite_objection"
)  # fmt: skip
KEPT: Final = frozenset({GROUP, SERVICE, ASKED, OFFERED, AGAINST, COUNSELLED})
_UNIT: Final = 3  # establishment, premises, unit


def visits(sheet: Sheet, told: Told) -> None:
    """Who asked, what was offered, and what took place although the person objected."""
    requests = Chains(told.rows(Request))
    for asked in told.rows(Request):
        root = requests.first(asked).id
        sheet.event(ASKED, asked.id, asked.asked_at, known(asked), key=root)
    for row in told.rows(Visit):
        if row.outcome != Outcome.NOT_HELD:
            key = requests.root(row.request_id)
            sheet.event(OFFERED, row.id, row.at, known(row), key=key)
        if row.outcome == Outcome.HELD:
            _against(sheet, row, told)


def groups(sheet: Sheet, told: Told) -> None:
    """While the person wishes to attend services of a faith and lies in a unit; the services."""
    for wish in told.rows(Wish):
        if wish.kind == WishKind.SERVICES:
            _group(sheet, wish)
    for row in told.rows(Service):
        sheet.event(SERVICE, row.id, row.at, known(row), key=_key(row.unit, row.faith))


def _against(sheet: Sheet, row: Visit, told: Told) -> None:
    names = (AGAINST, COUNSELLED) if row.kind == VisitKind.COUNSELLING else (AGAINST,)
    for wish in told.rows(Wish):
        over = wish.until is not None and wish.until <= row.at
        if wish.kind != WishKind.NO_VISITS or row.at < wish.since or over:
            continue
        both = known(row).meet(known(wish))
        if both is not None:
            for name in names:
                sheet.event(name, row.id, row.at, both)


def _group(sheet: Sheet, wish: Wish) -> None:
    for lay in sheet.told.placements:
        path = sheet.told.ground.paths.get(lay.place_id, "")
        both: Known | None = known(wish).meet(known(lay))
        if both is None or not path:
            continue
        since = max(wish.since, lay.since)
        until = min((one for one in (wish.until, lay.until) if one is not None), default=None)
        unit = "/".join(path.split("/")[:_UNIT])
        sheet.spell(GROUP, wish.id, since, until, both, key=_key(unit, wish.faith))


def _key(unit: str, faith: str) -> str:
    return f"{unit}|{faith.strip().casefold()}"
