"""Who came to a session: days off, who is gone, sent twice, contradictions, what may be read."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.casework.custody.made import ADMISSIONS
from tests.casework.custody.made_moves import sent
from tests.casework.programmes.made import (
    AT,
    DAY,
    HOUR,
    WING,
    day_of,
    enrolled,
    entry,
    group,
    grown,
    manager,
    people,
    programme,
    rows,
    teacher,
)
from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.actions import Fate
from throughcare.casework.programmes.errors import DayOff
from throughcare.casework.programmes.models import Attendance, AttendanceConflict, Session
from throughcare.casework.programmes.queries import attendance_of, register_of

pytestmark = pytest.mark.django_db
WEEK = 7 * DAY
ON = day_of(AT + WEEK)
AFTER = AT + WEEK + 3 * HOUR


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (ON + timedelta(days=1), "another day of the week"),
        (ON - timedelta(days=14), "outside the dates"),
        (ON + timedelta(days=7), "has not come"),
    ],
)
def test_no_session_is_written_on_a_day_on_which_the_group_does_not_meet(
    day: object, said: str
) -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    at = AFTER + 2 * DAY if "week" in said else AFTER
    with pytest.raises(DayOff, match=said):
        actions.write_register(
            by=teacher(person), at=at, group_id=into.id, on=day, entries=[entry(person)],  # type: ignore[arg-type]
        )  # fmt: skip
    assert rows_of_sessions() == []


def test_a_public_holiday_of_the_country_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    course = programme()
    into = group(course, starts_on=ON, ends_on=ON + timedelta(days=300), weekday=4)
    first_of_may = ON.replace(month=5, day=1)
    with pytest.raises(DayOff, match="public holiday"):
        actions.write_register(
            by=teacher(), at=AT + 200 * DAY, group_id=into.id, on=first_of_may, entries=[]
        )


def test_who_was_released_the_day_before_is_refused_with_that_day() -> None:
    person, other = people(2)
    course = programme()
    into = group(course)
    for one in (person, other):
        enrolled(one, course, into)
    left = AT + WEEK - DAY
    order = custody.register_order(
        by=ADMISSIONS, at=left, person_id=person, kind=OrderKind.RELEASE, authority="Court",
        number="R 1", issued_on=day_of(left), valid_from=left,
    )  # fmt: skip
    proposal(person, order.id, left)
    done = actions.write_register(
        by=teacher(person, other), at=AFTER, group_id=into.id, on=ON,
        entries=[entry(person), entry(other)],
    )  # fmt: skip
    assert [one.fate for one in done] == [Fate.REFUSED, Fate.HELD_BACK]
    assert "released on" in done[0].said and str(day_of(left).day) in done[0].said
    assert rows(Attendance) == []


def proposal(person: object, order: object, at: object) -> None:
    """Released by the reception and another, whatever steps that takes."""
    from tests.staff import see_all_rows
    from throughcare.casework.custody.models import Stay
    from throughcare.casework.people.files import fresh_id
    from throughcare.casework.rows.anew import anew

    see_all_rows("SEN")
    stay = Stay.objects.get(person=person, stood_until=None)
    Stay.objects.filter(id=stay.id).update(stood_until=at)
    new = anew(stay, left_at=at, left_how="release")
    new.id, new.person_id = fresh_id(at), person  # type: ignore[arg-type]
    new.recorded_at, new.recorded_by, new.replaces_id = at, "1", stay.id
    new.save(force_insert=True)


def test_who_was_moved_to_another_prison_is_refused_with_that_day() -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    sent(person, at=AT + WEEK - DAY)
    done = actions.write_register(
        by=teacher(person), at=AFTER, group_id=into.id, on=ON, entries=[entry(person)]
    )
    assert [one.fate for one in done] == [Fate.REFUSED]
    assert "moved to another prison on" in done[0].said


def test_what_is_sent_twice_is_written_once_and_the_same_by_another_is_no_conflict() -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    line = entry(person)
    said = {"at": AFTER, "group_id": into.id, "on": ON}
    for fate in (Fate.WRITTEN, Fate.ALREADY):
        (done,) = actions.write_register(by=teacher(person), entries=[line], **said)  # type: ignore[arg-type]
        assert done.fate == fate
    (same,) = actions.write_register(by=WING, entries=[entry(person)], **said)  # type: ignore[arg-type]
    assert same.fate == Fate.ALREADY
    assert len(rows(Attendance)) == 1


def test_another_value_by_another_is_kept_beside_and_settled_by_a_person() -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    said = {"at": AFTER, "group_id": into.id, "on": ON}
    actions.write_register(by=teacher(person), entries=[entry(person)], **said)  # type: ignore[arg-type]
    (done,) = actions.write_register(
        by=WING,
        entries=[entry(person, "not_brought")],
        **said,  # type: ignore[arg-type]
    )
    assert (done.fate, done.by) == (Fate.CONFLICT, str(teacher().account))
    assert [one.came for one in rows(Attendance)] == ["attended"]
    conflict = rows(AttendanceConflict)[0]
    actions.settle_attendance(
        by=manager(person), at=AFTER + HOUR, person_id=person, conflict_id=conflict.id,
        outcome="later", why="The escort did not come.",
    )  # fmt: skip
    assert [one.came for one in rows(Attendance)] == ["not_brought"]
    found = attendance_of(manager(person), person, at=AFTER + DAY).taken[0]
    assert (found.attended, found.not_brought) == (0, 1)


def test_an_own_slip_is_corrected_and_is_no_contradiction() -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    said = {"by": teacher(person), "group_id": into.id, "on": ON}
    actions.write_register(at=AFTER, entries=[entry(person)], **said)  # type: ignore[arg-type]
    (done,) = actions.write_register(
        at=AFTER + HOUR,
        entries=[entry(person, "part")],
        **said,  # type: ignore[arg-type]
    )
    assert done.fate == Fate.WRITTEN
    assert [one.came for one in rows(Attendance)] == ["part"]


def test_who_may_only_add_learns_that_it_is_written_and_not_what() -> None:
    person = grown()
    course = programme()
    into = group(course)
    enrolled(person, course, into)
    actions.write_register(
        by=teacher(person), at=AFTER, group_id=into.id, on=ON, entries=[entry(person, "absent")]
    )
    (seen,) = register_of(WING, into.id, ON, at=AFTER).members
    assert (seen.came, seen.written is None) == (None, False)
    (read,) = register_of(teacher(person), into.id, ON, at=AFTER).members
    assert read.came == "absent"


def test_a_group_names_nobody_whom_the_teacher_may_not_write_of() -> None:
    mine, other = people(2)
    course = programme()
    into = group(course)
    for one in (mine, other):
        enrolled(one, course, into)
    seen = register_of(teacher(mine), into.id, ON, at=AFTER).members
    assert [one.person for one in seen] == [mine]
    done = actions.write_register(
        by=teacher(mine), at=AFTER, group_id=into.id, on=ON, entries=[entry(other)]
    )
    nobody = actions.write_register(
        by=teacher(mine), at=AFTER, group_id=into.id, on=ON, entries=[entry(uuid4())]
    )
    assert [one.said for one in done] == [one.said for one in nobody]


def test_the_register_of_another_prison_is_not_there() -> None:
    from tests.casework.programmes.made import staff
    from throughcare.access.terms import Role

    into = group(programme())
    with pytest.raises(NotThere):
        register_of(staff(Role.SECURITY_OFFICER, 966, place="south"), into.id, ON, at=AFTER)


def rows_of_sessions() -> list[Session]:
    """Every session that was held."""
    from tests.staff import see_all_rows

    see_all_rows("PRG")
    return list(Session.objects.all())
