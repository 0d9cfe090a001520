"""Entries from a device, many at once: JSON in, and the fate of each entry out.

    POST /separation/day/entries      with the session and the token of forms (X-CSRFToken)
    {"now": "2026-03-02T10:00:00Z", "place": "north/a/1", "entries": [
      {"key": "…", "person": "…", "entry": "out_of_cell", "on": "2026-03-02", "from": "09:00",
       "to": "10:00", "kind": "", "answers": "", "said_at": "2026-03-02T09:58:00Z"}, …]}

    {"clock": "…", "outcomes": [{"key": "…", "fate": "written", "said": "…"}, …]}

The hours are those of the clock on the wall of the place. Where one entry is refused nothing is
written: the device sends the others again without it, and the refused one stays with its person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.safety.actions import DayWords, Fate, Outcome, enter_day
from throughcare.casework.safety.terms import EntryTable
from throughcare.web.device.batch import NoBatch, batch_of, fates, instant, no_batch
from throughcare.web.device.clock import Clock
from throughcare.web.request import Request
from throughcare.web.safety.day.results import sentences
from throughcare.web.safety.day.slots import Typed, Unreadable, words_of


@never_cache
@require_POST
def entries(request: Request) -> JsonResponse:
    """Write down what a device sends. 200 with the fate of each entry, 422 for no batch."""
    try:
        batch = batch_of(request, at=request.at)
    except NoBatch as error:
        return no_batch(error)
    zone = zone_of(batch.place.split("/")[0])
    entries: dict[int, DayWords] = {}
    wrong: dict[int, str] = {}
    for place, one in enumerate(batch.entries):
        try:
            entries[place] = _words(one, batch.keys[place], zone, batch.clock)
        except Unreadable as error:
            wrong[place] = str(error)
    outcomes = _enter(request, entries, wrong, batch.keys)
    told = [
        {"key": str(outcome.key), "fate": outcome.fate.value, "said": said}
        for outcome, said in zip(outcomes, sentences(outcomes), strict=True)
    ]
    return fates(told, clock=batch.clock)


def _enter(
    request: Request, entries: Mapping[int, DayWords], wrong: Mapping[int, str],
    keys: Sequence[UUID],
) -> list[Outcome]:  # fmt: skip
    """All are entered, or none; the room looks at them only where each can be read."""
    if not wrong:
        whole = list(entries.values())
        return list(enter_day(by=request.viewer, at=request.at, entries=whole).outcomes)
    return [
        Outcome(key=key, fate=Fate.REFUSED if place in wrong else Fate.HELD_BACK,
                said=wrong.get(place, ""))
        for place, key in enumerate(keys)
    ]  # fmt: skip


def _words(one: Mapping[str, Any], key: UUID, zone: ZoneInfo, clock: Clock | None) -> DayWords:
    said = {name: value.strip()[:40] for name, value in one.items() if isinstance(value, str)}
    try:
        entry, on = EntryTable(said.get("entry", "")), date.fromisoformat(said.get("on", ""))
        person = UUID(said.get("person", ""))
        said_at = instant(said["said_at"]) if said.get("said_at") else None
    except ValueError:
        raise Unreadable(_("this entry cannot be read; type it again")) from None
    typed = Typed(
        person=person, entry=entry, kind=said.get("kind", ""), since=said.get("from", ""),
        until=said.get("to", ""), answers=said.get("answers", ""),
    )  # fmt: skip
    words = words_of(typed, key=key, on=on, zone=zone, said_at=said_at)
    cannot = clock.cannot_place(words.said_at, words.ends) if clock else ""
    if cannot:
        raise Unreadable(cannot)
    return words
