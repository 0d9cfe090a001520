"""The day of release of everybody in custody within reach, kept from the last time it was computed.

Computed again where anything was written about the person since, or where the profile changed: see
migration 0012. Behind the wall; asks nobody, and leaves no entry.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.release_dates import Profile, Unsupported, profile_of_zone
from throughcare.casework.custody.sentenced import Sentenced, all_sentenced, profile_at
from throughcare.casework.custody.terms import DateKind
from throughcare.kernel.models import Place, PlaceKind

# Another number where the computation itself gives another day than before.
RECKONING: Final = 1
# Whose day is far off, and who has none, stays in the database where what is kept still counts.
_ASK: Final = """
SELECT * FROM custody_release_days(%s, %s)
WHERE profile IS NULL OR profile IS DISTINCT FROM %s::jsonb ->> held_at OR asks OR final <= %s
"""
_KEEP: Final = "SELECT custody_keep_release_days(%s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDay:
    """When somebody is to be released. `final` None: no date; `asks`: one must be set by hand.

    `hour` is that of the day itself, where the profile knows one.
    """

    person: UUID
    held_at: str
    final: date | None
    hour: time | None
    by_hand: bool
    confirmed: bool
    asks: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """What the database keeps of one person. `profile` is None where nothing counts any more."""

    person: UUID
    held_at: str
    changes: int
    settled: bool
    profile: str | None
    final: date | None
    hour: time | None
    by_hand: bool
    confirmed: bool
    asks: bool


def release_days(
    viewer: Viewer, establishment: str | None, *, at: datetime, until: date
) -> list[ReleaseDay]:
    """Up to the day `until`, of those held at an establishment (None: anywhere within reach).

    With those who are under a sentence and have no day; by person.
    """
    reach = scope_of(viewer, Compartment.SEN, Act.READ_REDACTED, at=at)
    profiles = _profiles(establishment)
    keys = {place: key_of(profile) for place, profile in profiles.items()}
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [establishment, at, json.dumps(keys), until])
        rows = [_Row(*row) for row in cursor.fetchall()]
    rows = [row for row in rows if reach.admits(row.person, row.held_at)]
    for place in {row.held_at for row in rows} - set(profiles):  # no establishment of the tree
        profiles[place] = profile_at(place)
        keys[place] = key_of(profiles[place])
    stale = [row for row in rows if row.profile != keys[row.held_at]]
    anew = _computed(stale, profiles, at=at)
    _keep([(row, anew[row.person], keys[row.held_at]) for row in stale if row.settled])
    days = [anew.get(row.person) or _day(row) for row in rows]
    return [day for day in days if day.asks or (day.final is not None and day.final <= until)]


def _profiles(establishment: str | None) -> dict[str, Profile]:
    """The profile of each establishment of which days are asked."""
    places = Place.objects.filter(kind=PlaceKind.ESTABLISHMENT)
    if establishment is not None:
        places = places.filter(path=establishment)
    return {place.path: profile_of_zone(ZoneInfo(place.zone()).key) for place in places}


def key_of(profile: Profile) -> str:
    """What a kept day rests on: the profile to the letter, and how it is computed."""
    return f"{RECKONING} {profile.code} {sha256(repr(profile).encode()).hexdigest()[:16]}"


def _day(row: _Row) -> ReleaseDay:
    return ReleaseDay(
        person=row.person, held_at=row.held_at, final=row.final, hour=row.hour,
        by_hand=row.by_hand, confirmed=row.confirmed, asks=row.asks,
    )  # fmt: skip


def _computed(
    rows: Sequence[_Row], profiles: dict[str, Profile], *, at: datetime
) -> dict[UUID, ReleaseDay]:
    if not rows:
        return {}
    told = all_sentenced([row.person for row in rows], known_at=at)
    return {row.person: _reckoned(row, told[row.person], profiles[row.held_at]) for row in rows}


def _reckoned(row: _Row, told: Sentenced, profile: Profile) -> ReleaseDay:
    dates = told.dates(profile)
    final = told.final(dates)
    by_hand = told.by_hand.get(DateKind.FINAL) is not None
    lacks = bool(told.terms) and dates.unsupported not in (None, Unsupported.NO_SENTENCE)
    return ReleaseDay(
        person=row.person, held_at=row.held_at, final=final, hour=dates.hour, by_hand=by_hand,
        confirmed=by_hand or dates.confirmed, asks=final is None and lacks,
    )  # fmt: skip


def _keep(computed: Sequence[tuple[_Row, ReleaseDay, str]]) -> None:
    """Keep what was computed after the last change, so that it is only read next time."""
    if not computed:
        return
    kept = [
        {
            "person": str(row.person), "changes": row.changes, "profile": key,
            "final": _text(day.final), "hour": _text(day.hour), "by_hand": day.by_hand,
            "confirmed": day.confirmed, "asks": day.asks,
        }
        for row, day, key in computed
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [json.dumps(kept)])


def _text(one: date | time | None) -> str | None:
    return None if one is None else one.isoformat()
