"""No role can make an entry leave the list of people held without an order without curing it.

Every action of the room is tried in every role, with arguments that are made from its signature:
so an action that somebody adds later is tried too.
"""

from __future__ import annotations

import inspect
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.casework.custody.made import ADMISSIONS, AT, DAY, HOUR, person, viewer
from tests.staff import see_all_rows
from throughcare.access.models import CaseAssignment
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, models, queries
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import HOLDING

pytestmark = pytest.mark.django_db
NOW = AT + 2 * DAY

# What an action is given where its argument has one of these names; others by their type.
_WORDS: dict[str, Any] = {
    "kind": "remand", "stage": "stay", "value": {"issued": True}, "establishment": "north",
    "place": "north/a/1/01", "to_place": "south", "left_how": "release", "how": "release",
    "issued_on": date(2026, 3, 1), "valid_to": None, "iccs": "0501", "bed": None,
}  # fmt: skip


class _Undone(Exception):
    """Let the savepoint go."""


@pytest.fixture
def file() -> UUID:
    """Somebody whose only order has lapsed, with a row of each kind that this room corrects."""
    whom = person()
    said: dict[str, Any] = {"by": ADMISSIONS, "at": AT, "person_id": whom.id}
    order = actions.register_order(
        **said, kind="remand", authority="Court", number="1", issued_on=date(2026, 3, 1),
        valid_from=AT, valid_to=AT + DAY,
    )  # fmt: skip
    actions.receive(**said, establishment="north", admitted_at=AT)
    actions.add_charge(**said, words="theft", order_id=order.id)
    actions.set_status(**said, value="untried", since=AT)
    actions.place_in(**said, place="north/a/1/01", since=AT)
    return whom.id


def test_every_role_and_every_action_leaves_the_entry_until_it_is_cured(file: UUID) -> None:
    done: dict[str, set[Role]] = {}
    for number, role in enumerate(Role):
        for who in (_somebody(role, file, 100 + number), _stranger(role, 200 + number)):
            for name, moment in product(actions.__all__, (NOW, AT)):
                if _tried(who, name, file, moment):
                    done.setdefault(name, set()).add(role)
    expected = {
        "add_charge", "correct_charge", "correct_order", "correct_status", "register_order",
        "set_status", "strike_out_charge", "strike_out_order", "strike_out_status", "take_case",
    }  # fmt: skip
    assert expected <= set(done), "these were refused to everybody: the test tries nothing"
    assert done["register_order"] == {Role.ADMISSIONS_OFFICER, Role.JUDGE_PROSECUTOR}


def test_the_stay_is_struck_out_by_nobody_alone() -> None:
    """Where an action strikes out or corrects a stay, it names a second person."""
    for name in actions.__all__:
        given = inspect.signature(getattr(actions, name)).parameters
        if "stay_id" in given and ("correct" in name or "strike" in name):
            assert {"second", "confirmed_by", "agreed_by", "proposal_id", "witness"} & set(given), (
                name
            )


def _somebody(role: Role, file: UUID, account: int) -> Viewer:
    viewer(role, "north", account, case=None if role is Role.PRISONER else file)
    return viewer_of(account, at=NOW)


def _stranger(role: Role, account: int) -> Viewer:
    """The same role without the case."""
    viewer(role, "north", account)
    return viewer_of(account, at=NOW)


def _tried(who: Viewer, name: str, file: UUID, moment: datetime) -> bool:
    """Whether it was done; then the list is looked at. Afterwards all is as before."""
    done = False
    try:
        with transaction.atomic():
            try:
                with transaction.atomic():
                    getattr(actions, name)(**_arguments(who, name, file, moment))
                done = True
            except Exception:  # refused, or the arguments do not fit: nothing was done
                return False
            listed = [
                one.person_id for one in queries.held_without(_director(), "north", at=NOW + HOUR)
            ]
            see_all_rows("SEN")
            assert (file in listed) != _cured(file), f"{name} by {who.posts[0].role} hides it"
            raise _Undone
    except _Undone:
        return done


def _director() -> Viewer:
    return viewer(Role.PRISON_DIRECTOR, "north", 99)


def _cured(file: UUID) -> bool:
    """A valid order stands, or a stay that ended. That a stay was struck out cures nothing."""
    at = NOW + HOUR
    orders = Order.objects.filter(person=file, stood_until=None, kind__in=HOLDING)
    covered = any(
        one.valid_from <= at and (one.valid_to is None or at < one.valid_to) for one in orders
    )
    left = Stay.objects.filter(person=file, stood_until=None, left_at__isnull=False).exists()
    return covered or left


def _arguments(who: Viewer, name: str, file: UUID, moment: datetime) -> dict[str, Any]:
    see_all_rows("SEN", "INC")
    given: dict[str, Any] = {}
    for key, one in inspect.signature(getattr(actions, name)).parameters.items():
        given[key] = _argument(key, str(one.annotation), who, file, moment)
    if name == "take_step":
        given.update(kind="bedding")
    if name in ("set_status", "correct_status"):
        given.update(value="sentenced")
        given["since"] = NOW - HOUR if name == "set_status" else AT
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.reach', '', false)")
    return given


def _argument(key: str, kind: str, who: Viewer, file: UUID, moment: datetime) -> Any:
    if key == "by":
        return who
    if key == "at":
        return NOW
    if key == "person_id":
        return file
    if key in _WORDS:
        return _WORDS[key]
    if key.endswith("_id"):
        return _row(key, file)
    if "bool" in kind:
        return True
    if "datetime" in kind:
        return moment
    return timedelta(days=1) if "timedelta" in kind else "said by somebody"


def _row(key: str, file: UUID) -> Any:
    """The latest standing row of the person in the table that the argument names."""
    names = {name.lower(): getattr(models, name) for name in models.__all__}
    names["status"] = models.LegalStatus
    model = names.get(key.removesuffix("_id").replace("_", ""))
    if not isinstance(model, type):
        return None
    row = model.objects.filter(person=file, stood_until=None).order_by("-recorded_at").first()
    return row.id if row else None


def test_the_director_who_ends_the_judges_case_does_not_end_the_judges_list(file: UUID) -> None:
    who = _stranger(Role.JUDGE_PROSECUTOR, 50)
    actions.take_case(by=who, at=NOW, person_id=file)
    CaseAssignment.objects.filter(account=50).update(ends=NOW + HOUR)
    later = NOW + DAY
    listed = queries.held_without(viewer_of(50, at=later), "north", at=later)
    assert [one.person_id for one in listed] == [file]
