"""Whether the entries of a day can be written: each by itself, in its file, beside the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.terms import Role
from throughcare.casework.people.files import Holding
from throughcare.casework.safety.day import PERIODS, DayWords, unsound
from throughcare.casework.safety.requests import Waiting, requests_of
from throughcare.casework.safety.spells import Known, spells_of_all
from throughcare.casework.safety.terms import EntryTable
from throughcare.casework.safety.written_hours import Standing, standing_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What the entries are checked against, asked for once for all of them."""

    at: datetime
    holdings: Mapping[UUID, Holding]
    spells: Mapping[UUID, Sequence[Known]]  # by the whole file
    stands: Mapping[UUID, Sequence[Standing]]  # by the key of an entry
    waiting: Mapping[UUID, Waiting]

    def sent_before(self, words: DayWords) -> bool:
        """Whether this very entry was written already: it is not judged again."""
        return any(one.known for one in self.stands.get(words.key, ()))


def unit_of(entries: Sequence[DayWords], holdings: Mapping[UUID, Holding], at: datetime) -> Unit:
    """Ask the doors about all these entries."""
    wholes = {asked: one.person.id for asked, one in holdings.items()}
    within = [one for one in entries if one.person_id in holdings]
    answering = {wholes[one.person_id] for one in within if one.answers is not None}
    asked = requests_of(sorted(answering), known_at=at) if answering else []
    return Unit(
        at=at, holdings=holdings, spells=spells_of_all(sorted(set(wholes.values())), known_at=at),
        stands=standing_for(within, wholes), waiting={one.id: one for one in asked},
    )  # fmt: skip


def wrong_entries(entries: Sequence[DayWords], unit: Unit) -> dict[int, str]:
    """What is wrong with which entry, by its place; empty where all can be written."""
    said = {place: _wrong(one, unit) for place, one in enumerate(entries)}
    for place, what in _twice(entries).items():
        said[place] = said[place] or what
    return {place: what for place, what in said.items() if what}


def _wrong(words: DayWords, unit: Unit) -> str:
    holding = unit.holdings.get(words.person_id)
    if holding is None:
        return _("this person is not within your reach")
    if unit.sent_before(words):
        return ""
    wrong = unsound(words, at=unit.at)
    if wrong:
        return wrong
    if words.entry == EntryTable.HEALTH_VISIT:
        return _wrong_visit(words, holding, unit)
    spells = unit.spells.get(holding.person.id, ())
    during = any(one.meets(words.since, words.ends) or one.holds(words.since) for one in spells)
    return "" if during else _("the person was not separated at that time")


def _wrong_visit(words: DayWords, holding: Holding, unit: Unit) -> str:
    if holding.leave.role != Role.PHYSICIAN_NURSE:
        return _("only health staff write this down")
    if words.answers is None:
        return ""
    asked = unit.waiting.get(words.answers)
    if asked is None or asked.person != holding.person.id:
        return _("there is no such request, or it is answered")
    return _("the visit would lie before the request") if words.since < asked.at else ""


def _twice(entries: Sequence[DayWords]) -> dict[int, str]:
    """Entries of one sending that contradict each other: the same person at the same time."""
    by_person: dict[tuple[UUID, str], list[tuple[int, DayWords]]] = defaultdict(list)
    for place, one in enumerate(entries):
        if one.entry in PERIODS:
            by_person[one.person_id, one.entry].append((place, one))
    wrong: dict[int, str] = {}
    for some in by_person.values():
        some.sort(key=lambda each: (each[1].since, each[0]))
        for (_place, before), (place, one) in pairwise(some):
            if one.key != before.key and one.since < before.ends:
                wrong[place] = _("the same hours are said twice")
    return wrong
