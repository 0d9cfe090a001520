"""What the clock of a device has to do with what is typed on it.

Hours are typed by a person, who reads them from a clock on the wall or from the device itself:
nobody can know which. So the hours stand as they are typed, and are never moved by the service.
With each batch the device says what its clock shows now; compared with the clock of the service
that gives its error, which serves for two things:

- whoever sends from a device that is more than five minutes off is told, with the error and in
  which direction, so that a person looks whether the hours were read from it;
- when each entry was typed (`said_at`) is corrected by the error. An entry that would then have
  been typed before it ended, or after it was sent, cannot be placed: the clock was changed while it
  waited, or somebody wrote in advance. It is refused, stays on the device, and a person decides.

Where nobody typed an hour ("just now"), it is counted back from when the entry came, by how long it
waited on the device: no setting of a clock is trusted, only that it went on evenly. Where it cannot
have, the entry is refused too, and a person types the hour.

`said_at` is kept in the row as the device showed it: evidence is not corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _

from throughcare.web.lengths import unit_words

# Our own choice: a clock that nobody sets drifts by minutes in a year, and a line may be slow.
TOLERATED: Final = timedelta(minutes=5)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A device's clock beside ours. `ahead`: by how much it is fast; negative where it is slow."""

    shown: datetime
    ahead: timedelta

    @property
    def off(self) -> bool:
        """Whether a person should look at it."""
        return abs(self.ahead) > TOLERATED

    def said(self) -> str:
        """What the person at the device is told; empty where nothing is wrong with it."""
        if not self.off:
            return ""
        told = {"time": _length(abs(self.ahead))}
        if self.ahead > timedelta():
            error = _("The clock of this device is fast by %(time)s.") % told
        else:
            error = _("The clock of this device is slow by %(time)s.") % told
        look = _(
            "Hours were kept as they were typed: look whether you read them from this device, "
            "and have the clock set."
        )
        return f"{error} {look}"

    def typed_at(self, said_at: datetime) -> datetime:
        """When something was typed that the device says was typed then, by our clock."""
        return said_at - self.ahead

    def cannot_place(self, said_at: datetime | None, ends: datetime) -> str:
        """Why what was over at `ends` cannot have been typed then, in a sentence; else empty."""
        if said_at is None:
            return ""
        advance = self.typed_at(said_at) < ends - TOLERATED
        if advance or self._not_yet(said_at):
            return _(
                "by the clock of the device this was typed before it happened, or the clock was "
                "changed; look at the hours, and send them again"
            )
        return ""

    def changed_since(self, said_at: datetime, opened: datetime) -> bool:
        """Whether the clock was surely set anew while something waited.

        `opened`: when the service gave out the page on which it was typed.
        """
        return self._not_yet(said_at) or self.typed_at(said_at) < opened - TOLERATED

    def _not_yet(self, said_at: datetime) -> bool:
        return said_at > self.shown + TOLERATED


def measured(shown: datetime, *, at: datetime) -> Clock:
    """The clock of a device that shows this at the moment."""
    return Clock(shown, shown - at)


def _length(time: timedelta) -> str:
    minutes = round(time / _MINUTE)
    hours, rest = divmod(minutes, 60)
    parts = [unit_words(hours, "hour")] if hours else []
    return ", ".join([*parts, unit_words(rest, "minute")] if rest or not hours else parts)
