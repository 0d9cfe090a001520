"""A director writes down who works in which unit, and who had supervision; never the own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.staff import written
from tests.training.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    FAR_OFFICER,
    INSPECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    account,
    another_account,
    holder,
    posted,
    supervised,
)
from throughcare.access.errors import Already, NoReason, NotThere, Refused
from throughcare.access.models import Post
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.service.training import actions
from throughcare.service.training.errors import BadDay, BadEnd, NotSaid
from throughcare.service.training.models import Posting, Supervision

pytestmark = pytest.mark.django_db


def ended(row: Posting, **more: Any) -> Posting:
    """Ended on the tenth day, written down on the ninth."""
    said: dict[str, Any] = {"by": DIRECTOR, "at": AT + 9 * DAY, "ended_on": TODAY + 10 * DAY}
    return actions.end_posting(**{**said, "posting_id": row.id, **more})


def struck(row: Posting, **more: Any) -> Posting:
    """Struck out the next day."""
    said: dict[str, Any] = {"by": DIRECTOR, "at": AT + DAY, "why": "it was somebody else"}
    return actions.strike_posting(**{**said, "posting_id": row.id, **more})


def test_a_posting_is_written_down_with_its_entry() -> None:
    row = posted()
    entry = Entry.objects.get(event="training.posted")
    assert (entry.row, entry.place, entry.role) == (str(row.id), "north", "prison_director")
    assert (row.unit_kind, row.since, row.until) == ("vep", TODAY, None)


WAYS: dict[str, Callable[..., object]] = {
    "post": lambda by, of: posted(of, by=by),
    "supervision": lambda by, of: supervised(of, by=by),
}


@pytest.mark.parametrize("way", sorted(WAYS))
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PRISON_DIRECTOR}))
def test_nobody_but_a_director_writes(role: Role, way: str) -> None:
    who = written(holder(role, 870))
    with pytest.raises(Refused):
        WAYS[way](who, OFFICER)


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_director_writes_of_the_own_staff_alone_and_never_of_oneself(way: str) -> None:
    for by, of in ((ELSEWHERE, OFFICER), (DIRECTOR, FAR_OFFICER), (DIRECTOR, INSPECTOR)):
        with pytest.raises(NotThere):
            WAYS[way](by, of)
    second = another_account(DIRECTOR, 880, Role.PSYCHOLOGIST)
    for of in (DIRECTOR, second):
        with pytest.raises(Refused):
            WAYS[way](DIRECTOR, of)
    assert WAYS[way](DEPUTY, DIRECTOR)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kind": "tower"}, NotSaid), ({"until": TODAY}, BadDay), ({"until": TODAY - DAY}, BadDay),
        ({"establishment": "south"}, NotThere), ({"establishment": "nowhere"}, NotThere),
    ],
)  # fmt: skip
def test_a_posting_that_cannot_be_is_refused(wrong: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        posted(**wrong)
    assert not Posting.objects.exists()


def test_nobody_is_posted_twice_to_such_a_unit_at_one_time_with_any_account() -> None:
    posted(until=TODAY + 10 * DAY)
    other = another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR)
    for since, until in ((TODAY + 9 * DAY, None), (TODAY - DAY, TODAY + DAY), (TODAY - DAY, None)):
        with pytest.raises(Already):
            posted(other, since=since, until=until)
    assert posted(other, since=TODAY + 10 * DAY)
    assert posted(other, since=TODAY - DAY, until=TODAY)
    assert posted(kind="women")


def test_a_posting_ends_once_between_its_first_day_and_the_end_that_was_written() -> None:
    row = posted(until=TODAY + 20 * DAY)
    for wrong in (TODAY, TODAY - DAY, TODAY + 20 * DAY):
        with pytest.raises(BadEnd):
            ended(row, ended_on=wrong)
    assert ended(row).ended_on == TODAY + 10 * DAY
    assert Entry.objects.filter(event="training.posting_ended").count() == 1
    with pytest.raises(Already):
        ended(row, ended_on=TODAY + 5 * DAY)
    assert posted(since=TODAY + 10 * DAY)


def test_what_is_struck_out_never_was_and_leaves_the_days_free() -> None:
    row = posted()
    with pytest.raises(NoReason):
        struck(row, why=" ")
    assert struck(row).struck_why == "it was somebody else"
    with pytest.raises(Already):
        struck(row)
    with pytest.raises(NotThere):
        ended(row)
    assert posted()


def test_who_left_the_prison_can_still_be_ended_there() -> None:
    row = posted()
    Post.objects.filter(account=account(OFFICER)).update(ends=AT + DAY)
    with pytest.raises(NotThere):
        posted(kind="women", at=AT + 2 * DAY)
    for by in (ELSEWHERE, INSPECTOR):
        with pytest.raises((NotThere, Refused)):
            ended(row, by=by)
    assert ended(row)


def test_everybody_who_took_part_gets_a_row_and_one_who_cannot_keeps_out_all() -> None:
    assert len(supervised(PSYCHOLOGIST, OFFICER)) == 2
    assert Entry.objects.filter(event="training.supervision_recorded").count() == 2
    with pytest.raises(NotThere):
        supervised(PSYCHOLOGIST, FAR_OFFICER, meeting="debriefing")
    assert Supervision.objects.filter(meeting="debriefing").count() == 0


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"meeting": "party"}, NotSaid), ({"led_by": " "}, NotSaid), ({"accounts": []}, NotSaid),
        ({"held_on": TODAY + DAY}, BadDay),
    ],
)  # fmt: skip
def test_a_supervision_that_cannot_be_is_refused(
    wrong: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        supervised(**wrong)
    assert not Supervision.objects.exists()


def test_the_same_supervision_is_written_once_until_it_is_struck_out() -> None:
    (row,) = supervised()
    with pytest.raises(Already):
        supervised(another_account(OFFICER, 882, Role.TEACHER_INSTRUCTOR))
    said: dict[str, Any] = {"by": DIRECTOR, "at": AT, "supervision_id": row.id}
    with pytest.raises(NoReason):
        actions.strike_supervision(**said, why="")
    actions.strike_supervision(**said, why="it was put off")
    assert supervised()
