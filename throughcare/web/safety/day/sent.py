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

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.safety.actions import DayWords, Fate, Outcome, enter_day
from throughcare.casework.safety.terms import EntryTable
from throughcare.web.request import Request
from throughcare.web.safety.day.clock import Clock, measured
from throughcare.web.safety.day.results import sentences
from throughcare.web.safety.day.slots import Typed, Unreadable, words_of

MOST: Final = 2_000  # entries at once; the action takes as many


class NoBatch(Exception):
    """What was sent is no list of entries; the words say what is wrong with it."""


@never_cache
@require_POST
def entries(request: Request) -> JsonResponse:
    """Write down what a device sends. 200 with the fate of each entry, 422 for no batch."""
    try:
        sent = _read(request)
        clock = _clock(sent, request.at)
        told = _listed(sent)
        zone = zone_of(str(sent.get("place", "")).split("/")[0])
        keys = [_key(one) for one in told]
    except NoBatch as error:
        return JsonResponse({"said": str(error)}, status=422)
    entries: dict[int, DayWords] = {}
    wrong: dict[int, str] = {}
    for place, one in enumerate(told):
        try:
            entries[place] = _words(one, keys[place], zone, clock)
        except Unreadable as error:
            wrong[place] = str(error)
    outcomes = _enter(request, entries, wrong, keys)
    return JsonResponse(
        {
            "clock": clock.said() if clock else "",
            "outcomes": [
                {"key": str(outcome.key), "fate": outcome.fate.value, "said": said}
                for outcome, said in zip(outcomes, sentences(outcomes), strict=True)
            ],
        }
    )


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
        said_at = _instant(said["said_at"]) if said.get("said_at") else None
    except ValueError:
        raise Unreadable(_("this entry cannot be read; type it again")) from None
    typed = Typed(
        person=person, entry=entry, kind=said.get("kind", ""), since=said.get("from", ""),
        until=said.get("to", ""), answers=said.get("answers", ""),
    )  # fmt: skip
    words = words_of(typed, key=key, on=on, zone=zone, said_at=said_at)
    cannot = clock.cannot_place(words) if clock else ""
    if cannot:
        raise Unreadable(cannot)
    return words


def _read(request: HttpRequest) -> Mapping[str, Any]:
    try:
        read = json.loads(request.body)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise NoBatch(_("This is no list of entries."))
    return read


def _listed(sent: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    told = sent.get("entries")
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise NoBatch(_("This is no list of entries."))
    if len(told) > MOST:
        raise NoBatch(_("These are more than 2,000 entries. Send them in parts."))
    return told


def _key(one: Mapping[str, Any]) -> UUID:
    try:
        return UUID(str(one.get("key", "")))
    except ValueError:
        raise NoBatch(_("An entry has no key. Load the page again.")) from None


def _clock(sent: Mapping[str, Any], at: datetime) -> Clock | None:
    now = sent.get("now")
    if not now:
        return None
    try:
        return measured(_instant(str(now)), at=at)
    except (ValueError, OverflowError):
        raise NoBatch(_("The clock of this device shows no time.")) from None


def _instant(said: str) -> datetime:
    """A moment with its zone. Raises ValueError."""
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None or not 1900 < moment.year < 9000:
        raise ValueError(said)
    return moment
