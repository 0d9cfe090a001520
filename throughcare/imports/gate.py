"""Before the first row: may this account take over people here, and which clock is meant?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.errors import BadInput
from throughcare.intake.nearest import did_you_mean
from throughcare.kernel.models import Place


def need_leave(by: Viewer, place: str, *, at: datetime) -> None:
    """Refuse an establishment that is not there, or an account that may not write in it."""
    known = list(Place.objects.filter(parent=None).values_list("path", flat=True))
    if place not in known:
        raise BadInput(
            f"there is no establishment '{place}'", where="--at", remedy=did_you_mean(place, known)
        )
    subject = Subject(None, place)
    for compartment in (Compartment.ID, Compartment.SEN):
        if not gate.may(by, Act.WRITE, compartment, subject, at=at):
            raise BadInput(
                f"the account may not write {compartment.value} at {place}", where="--as",
                remedy="name an account with the post of admissions officer there",
            )  # fmt: skip


def zone_of(place: str, stated: str | None) -> str:
    """The zone of the clock that the file was written by: as stated, else the establishment's."""
    return stated or Place.objects.get(path=place).zone()


def latest_of(on: date, zone: str, *, at: datetime) -> datetime:
    """The last moment that a file of that day can tell of: its end there, and not after now."""
    end = datetime.combine(on + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
    return min(end, at)
