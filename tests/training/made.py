"""What the tests of training start from: a director, the staff of two prisons, an inspector."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.staff import written
from throughcare.access.models import Account
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.kernel.models import Place
from throughcare.service.training import actions
from throughcare.service.training.models import Certificate, Posting, Supervision

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = AT.date()
TOOL = "A tool"
SINCE = Period(datetime(2026, 1, 1, tzinfo=UTC), None)


def holder(role: Role, account: int, place: str = "north") -> Viewer:
    """Somebody with one post since new year."""
    return Viewer(account, posts=(HeldPost(role, place, SINCE),))


DIRECTOR = holder(Role.PRISON_DIRECTOR, 801)
DEPUTY = holder(Role.PRISON_DIRECTOR, 802)
ELSEWHERE = holder(Role.PRISON_DIRECTOR, 803, "south")
OFFICER = holder(Role.SECURITY_OFFICER, 804)
PSYCHOLOGIST = holder(Role.PSYCHOLOGIST, 805)
FAR_OFFICER = holder(Role.SECURITY_OFFICER, 806, "south")
INSPECTOR = holder(Role.NPM_INSPECTOR, 807, "service")
CAST = (DIRECTOR, DEPUTY, ELSEWHERE, OFFICER, PSYCHOLOGIST, FAR_OFFICER, INSPECTOR)


def places() -> None:
    """Two prisons."""
    for code in ("north", "south"):
        Place.objects.create(
            kind="establishment", code=code, path=code, time_zone="Asia/Almaty",
            used_from=AT - 1000 * DAY,
        )  # fmt: skip


def account(viewer: Viewer) -> Account:
    """The account that somebody signs in with."""
    return Account.objects.get(pk=viewer.account)


def another_account(of: Viewer, number: int, role: Role, place: str = "north") -> Viewer:
    """A second account of the same human being, with a post of its own."""
    Account.objects.create(pk=number, name=f"account {number}", holder=account(of).holder)
    return written(holder(role, number, place))


def passed(of: Viewer = OFFICER, **more: Any) -> Certificate:
    """A sound certificate, written down on the day it was passed."""
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": AT, "topic": "restraint", "passed_on": TODAY,
        "issued_by": "School of the North",
    }  # fmt: skip
    return actions.record_certificate(**{**said, "account": account(of), **more})


def assessor(of: Viewer = PSYCHOLOGIST, **more: Any) -> Certificate:
    """A certificate for a tool that lets it hold for 730 days."""
    return passed(of, **{"topic": "assessor", "tool": TOOL, "valid_days": 730, **more})


def boosted(row: Certificate, on: date, **more: Any) -> Certificate:
    """A booster, written down on the day it was passed."""
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": noon(on), "certificate_id": row.id, "passed_on": on,
        "issued_by": "School of the North",
    }  # fmt: skip
    return actions.record_booster(**{**said, **more})


def noon(day: date) -> datetime:
    """The middle of a day in UTC."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def raw(**more: Any) -> Certificate:
    """A sound row, put into the table past the actions."""
    said: dict[str, Any] = {
        "id": uuid4(), "kind": "certificate", "account_id": OFFICER.account, "topic": "restraint",
        "passed_on": TODAY, "valid_until": TODAY + DAY, "issued_by": "somebody",
        "recorded_at": AT, "recorded_by": str(DIRECTOR.account),
    }  # fmt: skip
    return Certificate.objects.create(**{**said, **more})


@contextmanager
def refused_by(constraint: str) -> Iterator[None]:
    """The database refuses what is done here by this constraint of the room."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    name = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name == f"training_{constraint}", name


def posted(of: Viewer = OFFICER, kind: str = "vep", **more: Any) -> Posting:
    """Posted from that day on, written down on it."""
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": AT, "establishment": "north", "unit_kind": kind, "since": TODAY,
    }  # fmt: skip
    return actions.post_to_unit(**{**said, "account": account(of), **more})


def supervised(*who: Viewer, **more: Any) -> list[Supervision]:
    """Somebody talked with them that day."""
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": AT, "establishment": "north", "meeting": "supervision",
        "held_on": TODAY, "led_by": "Dr. Saïd",
    }  # fmt: skip
    accounts = [account(one) for one in who or (OFFICER,)]
    return actions.record_supervision(**{**said, "accounts": accounts, **more})
