"""The moments a person writes on the command line: a day, or a day and a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from standards.instants import Instant, from_datetime, zone_info


class BadMoment(ValueError):
    """A text that is neither a day nor a time."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as written. Its instant depends on the zone where no offset was written."""

    written: datetime

    def instant(self, zone: str) -> Instant:
        """A day stands for the midnight at which it begins on the clock of the zone."""
        if self.written.tzinfo is not None:
            return from_datetime(self.written)
        return from_datetime(self.written.replace(tzinfo=zone_info(zone)))


def read_moment(text: str) -> Moment:
    """Read 2019-01-01 or 2019-01-01T10:00+01:00. Raises BadMoment."""
    try:
        return Moment(datetime.combine(date.fromisoformat(text), time()))
    except ValueError:
        pass
    try:
        return Moment(datetime.fromisoformat(text))
    except ValueError as error:
        raise BadMoment(f"'{text}' is not a day or a time") from error
