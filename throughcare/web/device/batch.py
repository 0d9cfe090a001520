"""Entries from a device, many at once: JSON in, and the fate of each entry out.

    {"now": "2026-03-02T10:00:00Z", "place": "north/a/1", "entries": [{"key": "…", …}, …]}

    {"clock": "…", "outcomes": [{"key": "…", "fate": "written", "said": "…"}, …]}

`now` is what the clock of the device shows as it sends. What an entry holds is for its page to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from throughcare.web.device.clock import Clock, measured

MOST: Final = 2_000  # entries at once; the actions take as many


class NoBatch(Exception):
    """What was sent is no list of entries; the words say what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a device sends of one place. `keys` are those of the entries, in their order."""

    place: str
    clock: Clock | None
    entries: Sequence[Mapping[str, Any]]
    keys: Sequence[UUID]


def batch_of(request: HttpRequest, *, at: datetime) -> Batch:
    """What was sent. Raises NoBatch."""
    try:
        read = json.loads(request.body)
    except (ValueError, RecursionError):
        read = None
    told = read.get("entries") if isinstance(read, dict) else None
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise NoBatch(_("This is no list of entries."))
    if len(told) > MOST:
        raise NoBatch(_("These are more than 2,000 entries. Send them in parts."))
    return Batch(
        place=str(read.get("place", "")), clock=_clock(read.get("now"), at), entries=told,
        keys=[key_in(one.get("key")) for one in told],
    )  # fmt: skip


def key_in(said: object) -> UUID:
    """A key as a device sends it. Raises NoBatch."""
    try:
        return UUID(str(said))
    except ValueError:
        raise NoBatch(_("An entry has no key. Load the page again.")) from None


def instant(said: str) -> datetime:
    """A moment with its zone. Raises ValueError."""
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None or not 1900 < moment.year < 2200:
        raise ValueError(said)
    return moment


def no_batch(error: NoBatch) -> JsonResponse:
    """The answer to what is none: 422, in words."""
    return JsonResponse({"said": str(error)}, status=422)


def fates(outcomes: Iterable[Mapping[str, Any]], *, clock: Clock | None = None) -> JsonResponse:
    """The answer: what became of each entry. `clock` where the device's own is worth a word."""
    said = clock.said() if clock else ""
    return JsonResponse({"clock": said, "outcomes": list(outcomes)})


def _clock(now: object, at: datetime) -> Clock | None:
    if not now:
        return None
    try:
        return measured(instant(str(now)), at=at)
    except (ValueError, OverflowError):
        raise NoBatch(_("The clock of this device shows no time.")) from None
