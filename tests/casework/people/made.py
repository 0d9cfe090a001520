"""What the tests of a file start from: viewers with posts, moments, and a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.staff import written
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.kernel.names import name_of

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
SINCE_NEW_YEAR = Period(datetime(2026, 1, 1, tzinfo=UTC), None)


def viewer(
    role: Role, place: str = "north", account: int = 1, *, case: UUID | None = None
) -> Viewer:
    """Somebody with one post, and perhaps one case."""
    return written(_viewer(role, place, account, case))


def _viewer(role: Role, place: str, account: int, case: UUID | None = None) -> Viewer:
    cases = (Assigned(role, case, SINCE_NEW_YEAR),) if case else ()
    return Viewer(account, posts=(HeldPost(role, place, SINCE_NEW_YEAR),), assigned=cases)


ADMISSIONS = _viewer(Role.ADMISSIONS_OFFICER, "north", 1)
COLLEAGUE = _viewer(Role.ADMISSIONS_OFFICER, "north", 2)
ELSEWHERE = _viewer(Role.ADMISSIONS_OFFICER, "south", 3)
CAST = (ADMISSIONS, COLLEAGUE, ELSEWHERE)


def name(*parts: str, use: str = "recorded") -> Mapping[str, object]:
    """The value of a name."""
    return {"use": use, "parts": name_of(*parts)}


def person(*parts: str, by: Viewer = ADMISSIONS, place: str = "north", at: datetime = AT) -> Person:
    """A file with nothing but a name."""
    return actions.register_person(
        by=by, at=at, establishment=place, facts=[(Kind.NAME, name(*(parts or ("Aigerim",))))]
    )


def version(file: Person) -> int:
    """The present version of a file."""
    return Person.objects.get(id=file.id).version
