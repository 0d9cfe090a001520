"""What is data: steps, reasons, needs, kinds, circles, days; and who reads of progress."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from tests.casework.programmes.made import (
    AT,
    DAY,
    enrolled,
    group,
    grown,
    manager,
    programme,
    staff,
    teacher,
)
from tests.staff import see_all_rows
from throughcare.access.terms import Role
from throughcare.casework.assessment.words import named
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.data import (
    circles,
    kind_rules,
    need_problems,
    needs,
    reasons,
)
from throughcare.casework.programmes.days import is_holiday
from throughcare.casework.programmes.errors import NotSaid, WrongState
from throughcare.casework.programmes.models import Measure, Note
from throughcare.casework.programmes.queries import attendance_of
from throughcare.casework.programmes.states import (
    NOTHING,
    begins_as,
    may_follow,
    need_next,
    states,
    steps,
)
from throughcare.casework.programmes.terms import Circle, Kind, Reason, State
from throughcare.web.programmes.needs import _WORDS

pytestmark = pytest.mark.django_db
COUNTING = ("score", "points", "level of risk", "per cent", "%", "scale")


def test_only_the_steps_of_the_table_are_taken_tried_one_by_one() -> None:
    (kind,) = states()
    assert set(states()[kind]) == set(State)
    for state in (NOTHING, *states()[kind]):
        for following in states()[kind]:
            lawful = (kind, state, following) in steps()
            assert may_follow(kind, state, following) is lawful, (state, following)
            if not lawful:
                with pytest.raises(WrongState, match="no such step is left"):
                    need_next(kind, state, following)


def test_each_state_can_be_reached_and_the_database_holds_the_same_table() -> None:
    (kind,) = states()
    reached, open_ = {begins_as(kind)}, [begins_as(kind)]
    while open_:
        after = set(states()[kind][open_.pop()]) - reached
        reached |= after
        open_ += after
    assert reached == set(State)
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, state, following FROM programmes_step ORDER BY 1, 2, 3")
        assert [tuple(row) for row in cursor.fetchall()] == steps()


def test_kinds_reasons_and_circles_are_those_of_the_lists() -> None:
    assert set(kind_rules()) == set(Kind)
    every = {one for of in ("not_offered", "ended", "excused") for one in reasons(of)}
    assert every == set(Reason)
    assert set(circles()) == set(Circle)
    assert set(needs()) == set(_WORDS)
    assert {code: str(words) for code, words in _WORDS.items()} == dict(needs())


def test_no_need_is_a_belief_and_none_is_counted() -> None:
    assert list(need_problems(needs(), named, COUNTING)) == []


@pytest.mark.parametrize(
    "words",
    ["Prays less often", "Has moderate religious views", "Is less Muslim", "Has a beard",
     "Scores better", "Holds 50 % fewer extreme ideas"],
)  # fmt: skip
def test_the_linter_refuses_a_need_of_belief_or_a_count(words: str) -> None:
    assert list(need_problems({"new": words}, named, COUNTING)), words


def test_a_holiday_is_that_of_the_country_of_the_prison() -> None:
    assert is_holiday(date(2026, 3, 20), "north")  # independence of Tunisia; the north shows Tunis
    assert not is_holiday(date(2026, 3, 24), "north")


def _content(person: UUID, first: UUID) -> None:
    said = {"by": manager(person), "at": AT + DAY, "referral_id": first}
    actions.note_progress(**said, words="Read two pages.", noted_at=AT + DAY)  # type: ignore[arg-type]
    actions.measure_need(
        **said,  # type: ignore[arg-type]
        need="reading",
        at_end="before",
        stands="not_yet",
        asked_at=AT + DAY,
    )


def test_progress_is_read_by_whom_the_person_named_and_by_nobody_else() -> None:
    person, course = grown(), programme()
    row = enrolled(person, course, group(course), shares=["case_manager"])
    _content(person, row.first)
    reads = {
        role: attendance_of(staff(role, 980 + n, person), person, at=AT + 2 * DAY).taken[0].content
        for n, role in enumerate(
            (Role.CASE_MANAGER, Role.PSYCHOLOGIST, Role.PRISON_DIRECTOR, Role.PROBATION_OFFICER,
             Role.NPM_INSPECTOR)
        )
    }  # fmt: skip
    assert {role for role, one in reads.items() if one.shared} == {
        Role.CASE_MANAGER, Role.NPM_INSPECTOR,
    }  # fmt: skip
    assert [one.words for one in reads[Role.CASE_MANAGER].notes] == ["Read two pages."]
    assert list(reads[Role.PSYCHOLOGIST].notes) == []


def test_from_the_moment_of_withdrawal_the_database_itself_gives_staff_no_row() -> None:
    person, course = grown(), programme()
    row = enrolled(person, course, group(course))
    _content(person, row.first)
    by = manager(person)
    with raw_eyes(by, AT + 2 * DAY):
        assert (Note.objects.count(), Measure.objects.count()) == (1, 1)
    actions.withdraw_consent(
        by=teacher(person), at=AT + 2 * DAY, person_id=person, referral_id=row.first
    )
    with raw_eyes(by, AT + 2 * DAY):
        assert (Note.objects.count(), Measure.objects.count()) == (0, 0)
    found = attendance_of(by, person, at=AT + 2 * DAY).taken[0]
    assert not found.content.shared and not found.content.notes and not found.content.measures


def raw_eyes(viewer: object, at: object) -> object:
    """What raw SQL shows to this account at that moment."""
    from contextlib import contextmanager

    @contextmanager
    def inside() -> object:  # type: ignore[misc]
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_enter(%s, %s)", [viewer.account, at])  # type: ignore[attr-defined]
        yield
        see_all_rows()

    return inside()


@pytest.mark.parametrize("kind", ["religious", "psychological"])
def test_of_religious_and_psychological_help_nothing_is_written_of_what_is_said(kind: str) -> None:
    person = grown()
    course = programme(kind=kind, name="Talks")
    if kind == "religious":
        with pytest.raises(NotSaid, match="offered, accepted or declined"):
            group(course)
        return
    row = enrolled(person, course, group(course))
    with pytest.raises(NotSaid, match="nothing is written here"):
        actions.note_progress(
            by=manager(person), at=AT + DAY, referral_id=row.first, words="He spoke.",
            noted_at=AT + DAY,
        )  # fmt: skip


def test_a_redacted_reading_shows_nothing() -> None:
    person, course = grown(), programme()
    enrolled(person, course, group(course))
    judge = staff(Role.JUDGE_PROSECUTOR, 991, person)
    found = attendance_of(judge, person, at=AT + DAY)
    assert found.redacted and not found.taken and not found.literacy
