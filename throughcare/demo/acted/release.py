"""Before a release: one who is prepared, with probation and an agency, and one who is not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.custody.actions.manual_dates import confirm_date, propose_date
from throughcare.casework.custody.sentenced import all_sentenced, profile_at
from throughcare.casework.custody.terms import DateKind
from throughcare.casework.people.files import entering
from throughcare.casework.plans import actions
from throughcare.casework.plans.terms import HandedTo, HandoverState
from throughcare.demo.acted import plan_words, plans
from throughcare.demo.acted.cast import DAY, Cast

# From so many days before the release on somebody is chosen for this.
NEAR: Final = (timedelta(days=20), timedelta(days=85))
_PLAN: Final[dict[str, Any]] = {
    "needs": "A room, an identity card, the tools of the trade, and a debt to be shared out.",
    "measures": "Two days of leave with his brother, then three nights, then the release.",
    "contacts": "His brother; the housing office of the district; the foreman of the workshop.",
    "partners": "Probation of the region and the housing office, who came and sat with him.",
    "crisis": "He calls the duty telephone of probation, at any hour.",
}
_HERS: Final[dict[str, Any]] = {
    **_PLAN,
    "measures": "A day of leave each month with her daughter, then a week.",
    "contacts": "The grandmother; the house for mothers of the district.",
    "partners": "Probation of the region and the social service, who spoke with her.",
    "women_needs": "A place where her daughter may live too, and a doctor who is a woman.",
}
_PROBATION, _AGENCY = "Probation of the region", "House of Return (invented)"
_REASON: Final = "Reckoned on paper from the judgment, day by day: it is the same day."


@entering
def days_of_release(
    viewer: Viewer, persons: Collection[UUID], where: str, *, at: datetime
) -> dict[UUID, date]:
    """The day of release of each of these, as the sentence gives it; without those who have none.

    It chooses whom something is told of, while the country is built: no reading, and no entry.
    """
    profile, found = profile_at(where), {}
    for person, told in all_sentenced(persons, known_at=at).items():
        day = told.final(told.dates(profile))
        if day is not None:
            found[person] = day
    return found


def day_set(cast: Cast, person: UUID, day: date, *, at: datetime) -> None:
    """Two of the records office say which day it is; from then on the release is planned."""
    row = propose_date(
        by=cast.viewer("records", at), at=at, person_id=person, kind=DateKind.FINAL, on=day,
        reason=_REASON,
    )  # fmt: skip
    confirm_date(
        by=cast.viewer("records_second", at + DAY), at=at + DAY, person_id=person, date_id=row.id
    )


def prepared(cast: Cast, person: UUID, day: date) -> None:
    """A plan, a plan for release with services, and both handovers answered in time."""
    plans.signed(
        cast, person, plan_words.BEFORE_RELEASE, at=cast.morning(82), lasts=86 * DAY
    )  # fmt: skip
    at = cast.morning(60)
    day_set(cast, person, day, at=at)
    _written(cast, person, day, _PLAN, at=at + 3 * DAY)
    _handed(cast, person, at=at + 8 * DAY)


def woman(cast: Cast, person: UUID, day: date) -> None:
    """What she needs, planned long before."""
    at = cast.morning(40)
    day_set(cast, person, day, at=at)
    _written(cast, person, day, _HERS, at=at + 5 * DAY)


def unprepared(cast: Cast, person: UUID, day: date) -> None:
    """The day is known since two months, and nobody has prepared anything."""
    day_set(cast, person, day, at=cast.morning(60))


def _written(cast: Cast, person: UUID, day: date, said: dict[str, Any], *, at: datetime) -> None:
    """The plan for release, with an appointment on the third morning after it."""
    actions.write_release_plan(
        by=cast.viewer("manager", at), at=at, person_id=person, made_at=at,
        first_meeting="Probation of the region, second floor",
        first_meeting_at=datetime.combine(day + 3 * DAY, time(9), UTC), **said,
    )  # fmt: skip


def _handed(cast: Cast, person: UUID, *, at: datetime) -> None:
    said: dict[str, Any] = {
        "by": cast.viewer("manager", at),
        "at": at,
        "person_id": person,
        "asked_at": at,
    }
    probation = actions.hand_over(
        to=HandedTo.PROBATION, agency=_PROBATION,
        handed="The assessment in short and the plan for release, as the law says.", **said,
    )  # fmt: skip
    house = actions.hand_over(
        to=HandedTo.AFTERCARE, agency=_AGENCY,
        handed="Name, day of release and what is needed, as he agreed to.", **said,
    )  # fmt: skip
    actions.receive_handover(
        by=cast.viewer("probation", at + 3 * DAY), at=at + 3 * DAY, handover_id=probation.id,
        answer="Read, and the first appointment is set.",
    )  # fmt: skip
    actions.write_answer(
        by=cast.viewer("manager", at + 6 * DAY), at=at + 6 * DAY, handover_id=house.id,
        state=HandoverState.ACCEPTED, answered_at=at + 5 * DAY,
        answer="They keep a bed for the first month.",
    )  # fmt: skip
