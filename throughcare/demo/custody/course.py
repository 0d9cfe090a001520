"""What became of the stay that goes on: untried or tried, and on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from throughcare.casework.custody.terms import Status
from throughcare.demo.chance import chance
from throughcare.demo.custody.times import Held, stays_of
from throughcare.demo.places import Establishment
from throughcare.demo.stories import story_of

_HOUR: Final = timedelta(hours=1)
# The share of untried people among those held so many days: most trials are over in a year.
_UNTRIED: Final = ((180, 0.76), (400, 0.55), (100_000, 0.19))
_CIVIL, _CIVIL_DAYS = 0.03, 180
_WITHOUT_CHARGE, _WITHOUT_CHARGE_DAYS = 0.012, 90
_APPEAL_DAYS: Final = 120
_FROM_LIBERTY: Final = 0.25  # of those sentenced: came to serve the sentence


@dataclass(frozen=True, slots=True)
class Course:
    """The stays of a person and the legal footing of the last one.

    `tried_at` is the moment of the sentence, None for those who have none. It is the admission
    itself for people who came from liberty to serve it.
    """

    stays: Sequence[Held]
    status: Status
    tried_at: datetime | None

    @property
    def admitted_at(self) -> datetime:
        """When the stay that goes on began."""
        return self.stays[-1].admitted_at


def course_of(seed: int, establishment: Establishment, number: int, *, on: datetime) -> Course:
    """The course of a person, from the number alone."""
    stays = stays_of(seed, establishment, number, on=on)
    story = story_of(establishment, number)
    if story is not None:
        ago = story.tried_days_ago
        return Course(
            stays, Status(story.status), None if ago is None else on - timedelta(days=ago, hours=1)
        )  # fmt: skip
    source = chance(seed, "course", number)
    adult = not establishment.group_of(number - establishment.first).young
    held = on - stays[-1].admitted_at
    one = source.random()
    if adult and held.days < _CIVIL_DAYS and one < _CIVIL:
        return Course(stays, Status.CIVIL, None)
    if adult and held.days < _WITHOUT_CHARGE_DAYS and one > 1 - _WITHOUT_CHARGE:
        return Course(stays, Status.WITHOUT_CHARGE, None)
    share = next(share for days, share in _UNTRIED if held.days < days)
    if source.random() < share:
        return Course(stays, Status.UNTRIED, None)
    tried = stays[-1].admitted_at
    if held.days > 20 and source.random() > _FROM_LIBERTY:
        tried += timedelta(hours=int(held / _HOUR * source.uniform(0.15, 0.8)))
    recent = (on - tried).days < _APPEAL_DAYS
    status = Status.APPEALING if recent and source.random() < 0.5 else Status.SENTENCED
    return Course(stays, status, tried)
