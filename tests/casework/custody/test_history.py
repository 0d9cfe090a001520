"""What another register says of the past is taken over whole, or refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.casework.custody.made import ADMISSIONS, AT, DAY, ELSEWHERE, HOUR, person, remanded
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import (
    AlreadyInCustody,
    BadMoment,
    BadOrder,
    NotInCustody,
    NotInUse,
    SamePlace,
    Taken,
)
from throughcare.casework.custody.models import LegalStatus, Movement, Order, Placement, Stay
from throughcare.casework.custody.queries import open_without_order
from throughcare.casework.custody.terms import LeftHow, MovementKind, OrderKind, Status
from throughcare.casework.people.errors import NoReason
from throughcare.casework.rows.errors import AlreadyReplaced

pytestmark = pytest.mark.django_db

NOW = AT + 100 * DAY
WHY = "taken over from list.csv"


def act(name: str, **more: Any) -> Any:
    more = {"by": ADMISSIONS, "at": NOW, "why": WHY, **more}
    return getattr(actions, name)(**more)


def held(**more: Any) -> UUID:
    """A file with an order and an open stay since AT."""
    file = person()
    remanded(file.id, valid_to=AT + 300 * DAY)
    act("take_over_stay", person_id=file.id, establishment="north", admitted_at=AT, **more)
    return file.id


def test_a_past_stay_and_the_present_one_stand_beside_one_another() -> None:
    file = person()
    ended = {"left_at": AT + 20 * DAY, "left_how": LeftHow.RELEASE, "without_order": "not in it"}
    stay = {"person_id": file.id, "establishment": "north"}
    act("take_over_stay", admitted_at=AT, **ended, **stay)
    act("take_over_stay", admitted_at=AT + 30 * DAY, without_order="not in it", **stay)
    with pytest.raises(AlreadyInCustody):
        act("take_over_stay", admitted_at=AT + 40 * DAY, without_order="not in it", **stay)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"without_order": ""}, BadOrder),
        ({"admitted_at": NOW + HOUR}, BadMoment),
        ({"left_at": AT - HOUR, "left_how": LeftHow.RELEASE}, BadMoment),
        ({"left_at": AT + HOUR}, BadOrder),
        ({"establishment": "south"}, NotInUse),
        ({"why": " "}, NoReason),
        ({"by": ELSEWHERE}, NotThere),
    ],
)
def test_a_stay_is_refused_in_clear_words(more: dict[str, Any], error: type[Exception]) -> None:
    given = {"person_id": person().id, "establishment": "north", "admitted_at": AT,
             "without_order": "not in it"}  # fmt: skip
    with pytest.raises(error):
        act("take_over_stay", **{**given, **more})
    assert act("take_over_stay", **given).without_order == "not in it"


def test_with_an_order_in_force_nobody_is_said_to_be_held_without_one() -> None:
    held(without_order="not in it")
    see_all_rows()
    assert Stay.objects.get().without_order == ""


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"place": "north/a/1/99"}, NotInUse),
        ({"place": "south/a/1/01"}, NotInUse),
        ({"since": AT - DAY}, NotInCustody),
        ({"since": NOW + HOUR}, BadMoment),
        ({"until": AT}, BadMoment),
        ({"bed": "Z"}, NotInUse),
    ],
)
def test_a_placement_is_refused_in_clear_words(
    more: dict[str, Any], error: type[Exception]
) -> None:
    given = {"person_id": held(), "place": "north/a/1/01", "since": AT}
    with pytest.raises(error):
        act("take_over_placement", **{**given, **more})
    assert act("take_over_placement", **given).until is None


def test_a_later_placement_ends_the_open_one_and_an_overlapping_one_is_refused() -> None:
    file = held()
    for day, place in ((0, "01"), (10, "02")):
        act("take_over_placement", person_id=file, place=f"north/a/1/{place}",
            since=AT + day * DAY)  # fmt: skip
    with pytest.raises(Taken, match="another placement of this person"):
        act("take_over_placement", person_id=file, place="north/a/1/03", since=AT + 5 * DAY,
            until=AT + 12 * DAY)  # fmt: skip
    see_all_rows()
    standing = Placement.objects.filter(stood_until=None).order_by("since")
    assert [one.until for one in standing] == [AT + 10 * DAY, None]


def test_a_transfer_needs_an_order_and_another_place() -> None:
    file = held()
    away = {"person_id": file, "kind": MovementKind.TRANSFER, "from_place": "north",
            "left_at": AT + DAY, "arrived_at": AT + 2 * DAY}  # fmt: skip
    with pytest.raises(BadOrder):
        act("take_over_movement", to_place="south", **away)
    order = act(
        "register_order", person_id=file, kind=OrderKind.TRANSFER, authority="Court", number="9",
        issued_on=date(2026, 3, 1), valid_from=AT,
    )  # fmt: skip
    with pytest.raises(SamePlace):
        act("take_over_movement", to_place="north", order_id=order.id, **away)
    assert act("take_over_movement", to_place="south", order_id=order.id, **away).order == order


def test_a_new_status_ends_the_one_before() -> None:
    file = held()
    act("take_over_status", person_id=file, value=Status.UNTRIED, since=AT)
    act("take_over_status", person_id=file, value=Status.SENTENCED, since=AT + DAY)
    with pytest.raises(Taken):
        act("take_over_status", person_id=file, value=Status.APPEALING, since=AT)
    see_all_rows("SEN")
    standing = LegalStatus.objects.filter(stood_until=None).order_by("since")
    assert [(one.value, one.until) for one in standing] == [
        ("untried", AT + DAY), ("sentenced", None),
    ]  # fmt: skip


def test_a_correction_replaces_the_row_once() -> None:
    file = held()
    old = act("take_over_placement", person_id=file, place="north/a/1/01", since=AT)
    right = {"placement_id": old.id, "place": "north/a/1/02", "since": AT, "until": None}
    with pytest.raises(NotThere):
        act("correct_taken_over_placement", by=ELSEWHERE, **right)
    new = act("correct_taken_over_placement", **right)
    assert new.replaces == old
    with pytest.raises(AlreadyReplaced):
        act("correct_taken_over_placement", **right)


def test_the_list_of_those_without_an_order_names_them_until_one_is_registered() -> None:
    with_order = held()
    file = person("Sami")
    act("take_over_stay", person_id=file.id, establishment="north", admitted_at=AT,
        without_order="not in it")  # fmt: skip
    asked = {"at": NOW, "why": WHY}
    assert open_without_order(ADMISSIONS, [with_order, file.id], **asked) == {file.id}
    assert open_without_order(ELSEWHERE, [with_order, file.id], **asked) == set()
    remanded(file.id, valid_to=AT + 300 * DAY, number="18/2026")
    assert open_without_order(ADMISSIONS, [with_order, file.id], **asked) == set()


def _stay() -> tuple[str, dict[str, Any]]:
    return "take_over_stay", {"person_id": person().id, "establishment": "north",
                              "admitted_at": AT, "without_order": "not in it"}  # fmt: skip


def _placement() -> tuple[str, dict[str, Any]]:
    return "take_over_placement", {"person_id": held(), "place": "north/a/1/01", "since": AT}


def _movement() -> tuple[str, dict[str, Any]]:
    return "take_over_movement", {"person_id": held(), "kind": MovementKind.COURT,
                                  "from_place": "north", "left_at": AT + DAY}  # fmt: skip


def _status() -> tuple[str, dict[str, Any]]:
    return "take_over_status", {"person_id": held(), "value": Status.UNTRIED, "since": AT}


def _correct_order() -> tuple[str, dict[str, Any]]:
    order = remanded(person().id)
    return "correct_taken_over_order", {
        "order_id": order.id, "kind": OrderKind.REMAND, "authority": "Court", "number": "8",
        "issued_on": date(2026, 3, 1), "valid_from": AT, "valid_to": None,
    }  # fmt: skip


def _correct_placement() -> tuple[str, dict[str, Any]]:
    name, given = _placement()
    row = act(name, **given)
    return "correct_taken_over_placement", {"placement_id": row.id, "place": "north/a/1/02",
                                            "since": AT, "until": None}  # fmt: skip


def _correct_movement() -> tuple[str, dict[str, Any]]:
    name, given = _movement()
    row = act(name, **given)
    return "correct_taken_over_movement", {
        "movement_id": row.id, "kind": MovementKind.HOSPITAL, "to_place": "", "left_at": AT + DAY,
        "arrived_at": None,
    }  # fmt: skip


def _correct_status() -> tuple[str, dict[str, Any]]:
    name, given = _status()
    row = act(name, **given)
    return "correct_taken_over_status", {"status_id": row.id, "value": Status.CIVIL, "since": AT,
                                         "until": None}  # fmt: skip


ACTS = (_stay, _placement, _movement, _status, _correct_order, _correct_placement,
        _correct_movement, _correct_status)  # fmt: skip


def _rows() -> list[tuple[str, str, Any]]:
    see_all_rows("SEN")
    return [
        (model.__name__, str(row.pk), row.stood_until)
        for model in (Stay, Order, Placement, Movement, LegalStatus)
        for row in model.objects.order_by("id")
    ]


@pytest.mark.parametrize("made", ACTS, ids=[one.__name__ for one in ACTS])
def test_where_the_entry_fails_nothing_of_the_past_is_written(
    made: Callable[[], tuple[str, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, given = made()
    before = _rows()

    def full(**_entry: Any) -> int:
        raise RuntimeError("the register is full")

    with monkeypatch.context() as broken:
        broken.setattr("throughcare.register.actions.record", full)
        with pytest.raises(RuntimeError, match="the register is full"):
            act(name, **given)
    assert _rows() == before
    act(name, **given)
    assert _rows() != before


def test_a_place_that_a_later_move_has_ended_is_corrected_and_keeps_its_end() -> None:
    file = held()
    first = act("take_over_placement", person_id=file, place="north/a/1/01", since=AT)
    act("take_over_placement", person_id=file, place="north/a/1/02", since=AT + DAY)
    right = act(
        "correct_taken_over_placement", placement_id=first.id, place="north/a/1/03", since=AT,
        until=None,
    )  # fmt: skip
    assert (right.place.path, right.until) == ("north/a/1/03", AT + DAY)
