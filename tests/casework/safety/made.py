"""What the tests of safety start from: who acts, and somebody grown up, in a cell."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from tests.casework.custody.made import ADMISSIONS, AT, DAY, HOUR, MINUTE, received, say
from tests.casework.people.made import CAST as OF_CUSTODY
from tests.casework.people.made import SINCE_NEW_YEAR
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.safety import actions
from throughcare.casework.safety.actions import DayWords, OrderWords
from throughcare.casework.safety.models import SeparationOrder
from throughcare.casework.safety.terms import EntryTable

__all__ = [
    "ADMISSIONS", "AT", "CAST", "DAY", "DEPUTY", "DIRECTOR", "ELSEWHERE", "HOUR", "INSPECTOR",
    "MINUTE", "NURSE", "SECOND_OFFICER", "WING", "contact", "grown", "key", "of_age", "out",
    "say", "separated", "words",
]  # fmt: skip


def _holder(role: Role, account: int, place: str = "north") -> Viewer:
    return Viewer(account, posts=(HeldPost(role, place, SINCE_NEW_YEAR),))


DIRECTOR = _holder(Role.PRISON_DIRECTOR, 901)
DEPUTY = _holder(Role.PRISON_DIRECTOR, 902)
WING = _holder(Role.SECURITY_OFFICER, 903)
SECOND_OFFICER = _holder(Role.SECURITY_OFFICER, 904)
NURSE = _holder(Role.PHYSICIAN_NURSE, 905)
INSPECTOR = _holder(Role.NPM_INSPECTOR, 906)
ELSEWHERE = _holder(Role.PRISON_DIRECTOR, 907, "south")
CAST = (*OF_CUSTODY, DIRECTOR, DEPUTY, WING, SECOND_OFFICER, NURSE, INSPECTOR, ELSEWHERE)


def grown(*parts: str, born: str = "1985-05-05", cell: str | None = "north/a/1/01") -> UUID:
    """Somebody of that birth date, received at AT and put into a cell, where one is named."""
    file, _stay = received(*parts)
    if born:
        of_age(file.id, born)
    if cell:
        of_custody.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place=cell, since=AT)
    return file.id


def of_age(person_id: UUID, born: str, at: datetime = AT) -> None:
    """Say when the person was born."""
    say(Person(id=person_id), Kind.BIRTH_DATE, {"date": born}, at=at)


def key() -> UUID:
    """A key as a device makes one for each entry."""
    return uuid4()


def words(at: datetime = AT, days: float = 3, **more: Any) -> OrderWords:
    """The words of a sound order that begins at the moment."""
    said: dict[str, Any] = {
        "ground": "security", "authority": "A. Director", "authority_role": "director",
        "legal_ground": "article 12", "reasons": "a fight in the yard",
        "alternatives_tried": "talks, another wing", "made_at": at, "valid_from": at,
        "end_at": at + days * DAY, "review_at": at + min(days, 1) * DAY,
    }  # fmt: skip
    return OrderWords(**{**said, **more})


def separated(
    person: UUID, at: datetime = AT, *, by: Viewer = DIRECTOR, days: float = 3,
    kind: str = "segregation_cell", **more: Any,
) -> SeparationOrder:  # fmt: skip
    """Separated from this moment on a sound order."""
    return actions.order_separation(
        by=by, at=at, person_id=person, kind=kind, order=words(at, days, **more)
    )


def out(person: UUID, since: datetime, until: datetime, **more: Any) -> DayWords:
    """Out of the cell."""
    said = {"entry": EntryTable.OUT_OF_CELL, "key": key(), **more}
    return DayWords(person_id=person, since=since, until=until, **said)


def contact(
    person: UUID, since: datetime, until: datetime, kind: str = "programme", **more: Any
) -> DayWords:  # fmt: skip
    """With others."""
    said = {"entry": EntryTable.CONTACT, "key": key(), "kind": kind, **more}
    return DayWords(person_id=person, since=since, until=until, **said)
