"""What the tests of programmes start from: who acts, a course with a group, somebody on its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.lodged import GROWN, somebody
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import AT, DAY, HOUR, INSPECTOR, WING
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.models import Account
from throughcare.access.question import Assigned, HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.actions import Entry
from throughcare.casework.programmes.models import Group, Programme, Referral

__all__ = ["AT", "DAY", "HOUR", "INSPECTOR", "WING"]

TUNIS = ZoneInfo("Africa/Tunis")
MANAGER, TEACHER, SECOND = 951, 952, 953


def staff(role: Role, account: int, *persons: UUID, place: str = "north") -> Viewer:
    """Somebody with a post at the prison, whose cases these are."""
    return written(
        Viewer(
            account, posts=(HeldPost(role, place, SINCE_NEW_YEAR),),
            assigned=tuple(Assigned(role, one, SINCE_NEW_YEAR) for one in persons),
        )
    )  # fmt: skip


def manager(*persons: UUID) -> Viewer:
    """The case manager who refers and enrols."""
    return staff(Role.CASE_MANAGER, MANAGER, *persons)


def teacher(*persons: UUID) -> Viewer:
    """The teacher who holds the group and certifies."""
    return staff(Role.TEACHER_INSTRUCTOR, TEACHER, *persons)


def prisoner(person: UUID, account: int = 954) -> Viewer:
    """The person, with an account of his or her own."""
    return written(
        Viewer(account, person=person, posts=(HeldPost(Role.PRISONER, "north", SINCE_NEW_YEAR),))
    )


def another_account(of: Viewer, number: int, *persons: UUID) -> Viewer:
    """A second account of the same human being, with the same post and cases."""
    holder = Account.objects.get(pk=of.account).holder
    Account.objects.create(pk=number, name=f"account {number}", holder=holder)
    return staff(of.posts[0].role, number, *persons)


def programme(*, at: datetime = AT, **more: Any) -> Programme:
    """A course of reading for twelve."""
    said: dict[str, Any] = {
        "by": manager(), "place": "north", "kind": "education", "name": "Reading",
        "provider": "Ministry of Education", "places": 12, "languages": ["ar", "fr"],
        "for_sex": "any", "for_age": "any", "for_whom": "Whoever wishes to read better.",
    }  # fmt: skip
    return actions.offer_programme(at=at, **{**said, **more})


def day_of(moment: datetime) -> date:
    """The day that it is then in the north."""
    return moment.astimezone(TUNIS).date()


def group(of: Programme, *, at: datetime = AT, **more: Any) -> Group:
    """A group that meets each week on the weekday of AT, from then for half a year."""
    on = day_of(AT)
    said: dict[str, Any] = {
        "by": manager(), "programme_id": of.id, "name": "Reading A", "starts_on": on,
        "ends_on": on + timedelta(days=180), "weekday": on.weekday(), "begins_at": "09:00",
        "ends_at": "11:00", "room": "School 1", "leader": str(TEACHER),
    }  # fmt: skip
    return actions.form_group(at=at, **{**said, **more})


def referred(person: UUID, to: Programme, *, at: datetime = AT, **more: Any) -> Referral:
    """A sound referral."""
    said: dict[str, Any] = {
        "by": manager(person), "asked_by": "staff", "why": "He wishes to write to his children.",
    }  # fmt: skip
    return actions.refer_to_programme(
        at=at, person_id=person, programme_id=to.id, **{**said, **more}
    )


def offered(person: UUID, to: Programme, *, at: datetime = AT, **more: Any) -> Referral:
    """A place is offered."""
    row = referred(person, to, at=at, **more)
    return actions.answer_referral(by=manager(person), at=at, referral_id=row.id, offer=True)


def said_yes(row: Referral, *, at: datetime = AT, **more: Any) -> Referral:
    """The person consents, shares with those who hold it, and is on the list."""
    said: dict[str, Any] = {
        "by": manager(row.person_id), "given": True, "said_at": at, "language": "ar",
        "told_how": "oral", "told_what": "What it is, that it is free, who reads what of it.",
        "shares": ["givers", "case_manager"],
    }  # fmt: skip
    return actions.write_consent(at=at, referral_id=row.id, **{**said, **more})


def waiting(person: UUID, to: Programme, *, at: datetime = AT, **more: Any) -> Referral:
    """On the list."""
    return said_yes(offered(person, to, at=at), at=at, **more)


def enrolled(
    person: UUID, to: Programme, into: Group, *, at: datetime = AT, **more: Any
) -> Referral:
    """Takes part from this moment."""
    row = waiting(person, to, at=at, **more)
    return actions.enrol_in_programme(
        by=manager(person), at=at, referral_id=row.id, group_id=into.id
    )


def entry(person: UUID, came: str = "attended", **more: Any) -> Entry:
    """One line of a register."""
    return Entry(person_id=person, key=more.pop("key", None) or uuid4(), came=came, **more)


def grown(born: str = GROWN, **more: Any) -> UUID:
    """Somebody in custody in the north, grown up and untried if nothing else is said."""
    see_all_rows("SEN")
    made = somebody(born, **more).id
    see_no_rows()
    return made


def people(number: int) -> Sequence[UUID]:
    """So many grown men in the north."""
    return [grown(name=f"Samir{one}") for one in range(number)]


def rows(model: Any, **where: Any) -> list[Any]:
    """What stands in a table, seen with all eyes."""
    see_all_rows("PRG")
    return list(model._default_manager.filter(stood_until=None, **where).order_by("id"))


@contextmanager
def refused_by(*constraints: str) -> Iterator[None]:
    """The database refuses what is done here by one of these constraints of the room."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    name = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name in {f"programmes_{one}" for one in constraints}, name
