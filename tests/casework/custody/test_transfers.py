"""A person is moved to another prison on an order, and the file goes along on arrival."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    MINUTE,
    person,
    places,
    received,
    remanded,
    viewer,
)
from tests.casework.custody.made_moves import LATER, NOON, arrived, gone, let_go, sent
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.errors import NotThere
from throughcare.access.models import CaseAssignment
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import (
    AlreadyAway,
    BadMoment,
    BadOrder,
    BadPlace,
    NotAway,
    NotInCustody,
    SamePlace,
)
from throughcare.casework.custody.models import Movement, Order, Placement
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.errors import NoReason
from throughcare.casework.people.models import Person
from throughcare.casework.people.queries import file_of
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
THERE = NOON + HOUR


def test_the_file_stays_with_the_sender_until_the_other_prison_confirms_the_arrival() -> None:
    file, _stay = received()
    sent(file.id)
    assert file_of(ADMISSIONS, file.id, at=NOON, why="").held_at == "north"
    with pytest.raises(NotThere):
        file_of(ELSEWHERE, file.id, at=NOON, why="")
    arrived(file.id)
    assert file_of(ELSEWHERE, file.id, at=THERE, why="").held_at == "south"
    with pytest.raises(NotThere):
        file_of(ADMISSIONS, file.id, at=THERE, why="")


def test_the_place_at_the_sender_ends_when_the_person_leaves() -> None:
    file, _stay = received()
    actions.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place="north/a/1/01", since=AT)
    sent(file.id)
    see_all_rows()
    assert Placement.objects.get(stood_until=None).until == NOON
    see_no_rows()
    arrived(file.id)
    actions.place_in(by=ELSEWHERE, at=THERE, person_id=file.id, place="south/a/1/01", since=THERE)


def test_cases_of_the_senders_staff_end_with_the_arrival() -> None:
    file, _stay = received()
    manager = viewer(Role.CASE_MANAGER, "north", 7, case=file.id)
    sent(file.id)
    assert file_of(manager, file.id, at=NOON, why="")
    arrived(file.id)
    assert CaseAssignment.objects.get(account=7).ends == THERE


def test_a_second_transfer_needs_a_second_order() -> None:
    file, _stay = received()
    order = actions.register_order(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=OrderKind.TRANSFER, authority="Service",
        number="8", issued_on=AT.date(), valid_from=AT,
    )  # fmt: skip
    sent(file.id, order=order.id)
    actions.come_back(by=ADMISSIONS, at=THERE, person_id=file.id, arrived_at=THERE)
    with pytest.raises(BadOrder, match="carried out already"):
        sent(file.id, at=LATER, order=order.id)
    sent(file.id, at=LATER)


def test_only_an_order_of_transfer_of_this_person_that_is_in_force_moves_anybody() -> None:
    file, _stay = received()
    remand = remanded(file.id, number="18")
    later = actions.register_order(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=OrderKind.TRANSFER, authority="Service",
        number="8", issued_on=AT.date(), valid_from=NOON + MINUTE,
    )  # fmt: skip
    for wrong, says in ((remand.id, "no such"), (uuid4(), "no such"), (later.id, "later time")):
        with pytest.raises(BadOrder, match=says):
            sent(file.id, order=wrong)
    sent(file.id, at=NOON + MINUTE, order=later.id)


@pytest.mark.parametrize(
    ("to_place", "error"),
    [("south", None), ("north", SamePlace), ("nowhere", BadPlace), ("south/a", BadPlace),
     ("", BadPlace)],
)  # fmt: skip
def test_a_transfer_goes_to_another_prison_in_use(
    to_place: str, error: type[Exception] | None
) -> None:
    file, _stay = received()
    if error is None:
        sent(file.id, to_place=to_place)
    else:
        with pytest.raises(error):
            sent(file.id, to_place=to_place)


def test_nobody_is_transferred_who_is_free_away_or_without_a_reason() -> None:
    file, _stay = received()
    with pytest.raises(NoReason):
        sent(file.id, reason=" ")
    gone(file.id)
    with pytest.raises(AlreadyAway):
        sent(file.id, at=NOON + HOUR)
    actions.come_back(by=ADMISSIONS, at=THERE, person_id=file.id, arrived_at=THERE)
    sent(file.id, at=THERE)
    with pytest.raises(NotInCustody):
        sent(person("Free").id)


def test_a_transfer_that_is_refused_registers_no_order() -> None:
    file, _stay = received()
    with pytest.raises(SamePlace):
        sent(file.id, to_place="north")
    see_all_rows("SEN")
    assert not Order.objects.filter(kind="transfer").exists()
    assert not Entry.objects.filter(row=str(file.id), event="custody.departed").exists()


@pytest.mark.parametrize(("minutes", "error"), [(0, None), (1, None), (-1, BadMoment)])
def test_nobody_arrives_before_leaving(minutes: int, error: type[Exception] | None) -> None:
    file, _stay = received()
    sent(file.id)
    then = NOON + minutes * MINUTE
    if error is None:
        assert arrived(file.id, at=THERE, arrived_at=then).arrived_at == then
        return
    with pytest.raises(error, match="before the departure"):
        arrived(file.id, at=THERE, arrived_at=then)
    see_all_rows()
    assert Person.objects.get(id=file.id).held_at == "north"


def test_nobody_arrives_in_the_future() -> None:
    file, _stay = received()
    sent(file.id)
    with pytest.raises(BadMoment, match="has not come"):
        arrived(file.id, at=THERE, arrived_at=THERE + MINUTE)


def test_nobody_arrives_twice() -> None:
    file, _stay = received()
    sent(file.id)
    arrived(file.id)
    with pytest.raises(NotAway, match="nobody"):
        arrived(file.id, at=LATER)


def test_nobody_arrives_who_was_not_sent_or_was_sent_elsewhere() -> None:
    places("west")
    file, _stay = received()
    with pytest.raises(NotThere):
        arrived(file.id)
    sent(file.id, to_place="west")
    with pytest.raises(NotThere):
        arrived(file.id)
    with pytest.raises(NotThere):
        arrived(file.id, establishment="west")
    west = viewer(Role.ADMISSIONS_OFFICER, "west", 9)
    assert arrived(file.id, by=west, establishment="west").arrived_at == THERE


@pytest.mark.parametrize(
    ("role", "place"),
    [(Role.PRISON_DIRECTOR, "south"), (Role.SECURITY_OFFICER, "south"),
     (Role.ADMISSIONS_OFFICER, "north"), (Role.NPM_INSPECTOR, "south"),
     (Role.CASE_MANAGER, "south")],
)  # fmt: skip
def test_only_the_reception_of_the_other_prison_confirms_an_arrival(role: Role, place: str) -> None:
    file, _stay = received()
    sent(file.id)
    with pytest.raises(Exception) as refused:
        arrived(file.id, by=viewer(role, place, 9))
    assert type(refused.value).__name__ in {"Refused", "NotThere"}
    assert arrived(file.id)


def test_the_other_prison_sees_who_is_on_the_way_and_nothing_else() -> None:
    file, _stay = received("Aigerim", "Bek")
    assert queries.arriving(ELSEWHERE, "south", at=NOON) == []
    sent(file.id, expected_at=NOON + DAY)
    (coming,) = queries.arriving(ELSEWHERE, "south", at=NOON)
    assert (coming.person, coming.from_place, coming.left_at, coming.expected_at) == (
        file.id, "north", NOON, NOON + DAY,
    )  # fmt: skip
    assert (
        coming.name is not None and coming.name.display() == "\u2068Aigerim\u2069 \u2068Bek\u2069"
    )
    entry = Entry.objects.filter(event="read.arriving").latest("id")
    assert (entry.by, entry.role, entry.place) == ("3", "admissions_officer", "south")
    arrived(file.id)
    assert queries.arriving(ELSEWHERE, "south", at=THERE) == []


@pytest.mark.parametrize(
    ("role", "place"),
    [(Role.ADMISSIONS_OFFICER, "north"), (Role.PRISON_DIRECTOR, "south"),
     (Role.NPM_INSPECTOR, "south"), (Role.CASE_MANAGER, "south"),
     (Role.SYSTEM_ADMINISTRATOR, "south")],
)  # fmt: skip
def test_who_is_on_the_way_is_told_only_to_the_reception_there(role: Role, place: str) -> None:
    file, _stay = received()
    sent(file.id)
    with pytest.raises(Exception) as refused:
        queries.arriving(viewer(role, place, 9), "south", at=NOON)
    assert type(refused.value).__name__ in {"Refused", "NotThere"}
    assert [one.person for one in queries.arriving(ELSEWHERE, "south", at=NOON)] == [file.id]


TRANSFERS = [("south", True, None), ("west", True, None), ("north", True, "another_place"),
             ("south", False, "has_an_order")]  # fmt: skip


@pytest.mark.parametrize(("to_place", "ordered", "refused"), TRANSFERS)
def test_the_database_refuses_a_transfer_to_where_one_is_or_without_an_order(
    to_place: str, ordered: bool, refused: str | None
) -> None:
    file, _stay = received()
    order = remanded(file.id, number="19")
    see_all_rows("SEN")
    row = Movement(
        id=uuid4(), person_id=file.id, kind="transfer", from_place="north", to_place=to_place,
        left_at=AT, order=order if ordered else None, recorded_at=AT, recorded_by="1",
    )  # fmt: skip
    if refused is None:
        row.save(force_insert=True)
    else:
        with pytest.raises(IntegrityError, match=refused):
            row.save(force_insert=True)


def test_after_the_transfer_the_other_prison_releases() -> None:
    file, _stay = received()
    sent(file.id)
    arrived(file.id)
    with pytest.raises(NotThere):
        let_go(file.id, by=COLLEAGUE)
    assert let_go(file.id, by=ELSEWHERE).left_at == LATER
