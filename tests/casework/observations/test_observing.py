"""Wing staff write what they see and read nothing of it; the case team and the person read it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.casework.observations.made import (
    AT,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    MINUTE,
    NOON,
    SECOND_OFFICER,
    WING,
    assigned,
    grown,
    holder,
    manager,
    observed,
    prisoner,
    rows,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.observations import actions, queries
from throughcare.casework.observations.errors import BadTime, NotSaid, TooLong
from throughcare.casework.observations.models import Observation
from throughcare.casework.observations.models.observation import LONGEST
from throughcare.casework.observations.values import longest
from throughcare.casework.people.errors import NoReason

pytestmark = pytest.mark.django_db


def test_two_taps_are_an_observation_with_who_where_and_when() -> None:
    person = grown()
    row = observed(person)
    assert (row.tone, row.spot, row.unit) == ("positive", "landing", "north/a/1/01")
    assert (row.seen_at, row.recorded_by, row.behaviour) == (NOON, str(WING.account), "")


def test_the_time_is_that_of_the_act_and_what_comes_hours_later_is_marked_late() -> None:
    person = grown()
    observed(person, seen_at=NOON - 2 * HOUR)
    observed(person, at=NOON + 9 * HOUR, seen_at=NOON)
    seen = queries.observations_of(manager(person), person, at=NOON + DAY).seen
    assert [(one.row.seen_at, one.late) for one in seen] == [
        (NOON, True), (NOON - 2 * HOUR, False),
    ]  # fmt: skip


@pytest.mark.parametrize("late", [False, True])
def test_late_begins_after_four_hours_and_not_at_them(late: bool) -> None:
    person = grown()
    observed(person, seen_at=NOON, at=NOON + 4 * HOUR + (MINUTE if late else timedelta()))
    (one,) = queries.observations_of(manager(person), person, at=NOON + DAY).seen
    assert one.late is late


def test_wing_staff_add_and_read_nothing_of_it_not_even_their_own() -> None:
    person = grown()
    observed(person)
    for officer in (WING, SECOND_OFFICER):
        with pytest.raises(Refused):
            queries.observations_of(officer, person, at=NOON)
        with pytest.raises(Refused):
            queries.observation_counts(officer, person, at=NOON, since=AT)


def test_the_intelligence_officer_gets_neither_words_nor_counts_and_adds_nothing() -> None:
    person = grown()
    observed(person, tone="concern", behaviour="He shouted at the hatch.")
    spy = holder(Role.INTELLIGENCE_OFFICER, 961)
    for ask in (
        lambda: queries.observations_of(spy, person, at=NOON),
        lambda: queries.observation_counts(spy, person, at=NOON, since=AT),
        lambda: queries.unit_of(spy, "north/a/1", at=NOON),
        lambda: observed(person, by=spy),
    ):
        with pytest.raises(Refused):
            ask()


def test_the_case_team_the_director_and_the_person_read_the_words() -> None:
    person = grown()
    observed(person, behaviour="He helped a new man.", meaning="He may want to be asked more.")
    for reader in (manager(person), DIRECTOR, prisoner(person)):
        (one,) = queries.observations_of(reader, person, at=NOON).seen
        assert one.row.behaviour == "He helped a new man."
        assert one.row.meaning == "He may want to be asked more."


def test_the_person_is_not_told_who_wrote_and_writes_nothing_here() -> None:
    person = grown()
    observed(person)
    found = queries.observations_of(prisoner(person), person, at=NOON)
    assert found.own and not found.may_write and found.seen[0].row.recorded_by == ""
    assert rows()[0].recorded_by == str(WING.account)
    with pytest.raises(Refused):
        observed(person, by=prisoner(person))


def test_another_prisoner_and_another_prison_are_told_of_nothing() -> None:
    person, other = grown(), grown("Bolat", cell="north/a/1/02")
    observed(person)
    for stranger in (prisoner(other), ELSEWHERE):
        with pytest.raises(NotThere):
            queries.observations_of(stranger, person, at=NOON)
    with pytest.raises(NotThere):
        observed(person, by=holder(Role.SECURITY_OFFICER, 962, "south"))
    with pytest.raises(NotThere):
        observed(uuid4())


@pytest.mark.parametrize("role", [Role.CHAPLAIN, Role.CIVIL_SOCIETY_PARTNER])
def test_who_may_add_for_another_reason_writes_no_observation(role: Role) -> None:
    person = grown()
    with pytest.raises(NotThere):
        observed(person, by=assigned(role, 963, person))
    assert rows() == []


def test_a_time_that_has_not_come_is_refused_a_minute_ahead_and_taken_now() -> None:
    person = grown()
    observed(person, seen_at=NOON)
    with pytest.raises(BadTime):
        observed(person, seen_at=NOON + MINUTE)
    assert len(rows()) == 1


def test_of_a_time_before_the_person_came_nothing_is_written() -> None:
    person = grown()
    with pytest.raises(BadTime):
        observed(person, seen_at=AT - MINUTE)
    assert rows() == []


def test_what_is_not_of_the_list_is_refused() -> None:
    person = grown()
    for wrong in ({"tone": "bad"}, {"spot": "mosque"}):
        with pytest.raises(NotSaid):
            observed(person, **wrong)


def test_what_it_may_mean_stands_only_beside_what_was_seen() -> None:
    person = grown()
    with pytest.raises(NotSaid):
        observed(person, meaning="He may be sad.", behaviour="  ")
    observed(person, meaning="He may be sad.", behaviour="He did not eat.")
    assert len(rows()) == 1


def test_two_thousand_signs_are_taken_and_one_more_is_not() -> None:
    person = grown()
    assert longest() == LONGEST
    observed(person, behaviour="a" * LONGEST)
    for length in (LONGEST + 1, 50_000):
        with pytest.raises(TooLong):
            observed(person, behaviour="a" * length)
    assert len(rows()) == 1


SPEAKS: dict[str, Any] = {"tone": "concern", "behaviour": "He prays in the yard and shouted."}


def test_words_about_belief_are_never_refused_and_kept_with_the_reason() -> None:
    person = grown()
    row = observed(person, **SPEAKS, kept_why="He was shouted at for it; that is what happened.")
    assert row.warned and row.kept_why.startswith("He was shouted at")
    assert observed(person, **SPEAKS).warned  # without a reason too


def test_a_reason_beside_words_that_warn_nobody_is_not_kept() -> None:
    row = observed(grown(), behaviour="He ate fast.", kept_why="x")
    assert not row.warned and row.kept_why == ""


def test_which_words_they_were_stands_in_no_column_and_in_no_entry() -> None:
    person = grown()
    row = observed(person, **SPEAKS)
    held = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del held["behaviour"]
    assert "worship" not in str(held) and "prays" not in str(held)


def test_a_wrong_observation_is_struck_out_by_who_reads_for_a_reason() -> None:
    person = grown()
    row = observed(person)
    said: dict[str, Any] = {"at": NOON + HOUR, "observation_id": row.id}
    with pytest.raises(NoReason):
        actions.strike_observation(by=manager(person), why=" ", **said)
    with pytest.raises(NotThere):
        actions.strike_observation(by=WING, why="Another man.", **said)
    actions.strike_observation(by=manager(person), why="It was another man.", **said)
    assert queries.observations_of(manager(person), person, at=NOON + HOUR).seen == []
    assert rows()[0].struck_why == "It was another man."


def test_nobody_writes_about_the_own_file_by_any_account() -> None:
    person = grown()
    observed(person)
    see_all_rows("PRG")
    own = prisoner(person)
    row = rows()[0]
    with pytest.raises(IntegrityError, match="about himself"), transaction.atomic():
        Observation.objects.create(
            id=uuid4(), person_id=person, recorded_at=NOON, recorded_by=str(own.account),
            tone="positive", spot="yard", seen_at=row.seen_at,
        )  # fmt: skip


CAME: dict[str, Any] = {"entry_key": uuid4(), "said_at": NOON, "written_at": NOON}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("has_happened", {"seen_at": NOON + MINUTE}),
        ("is_of_the_lists", {"tone": "risk"}),
        ("behaviour_comes_first", {"meaning": "x"}),
        ("keeps_only_what_was_warned", {"kept_why": "x"}),
        ("is_short", {"behaviour": "a" * 2001}),
        ("while_in_custody", {"seen_at": AT - DAY}),
        ("says_how_it_came", {"written_at": NOON}),
        ("came_after_it_was_written", {**CAME, "written_at": NOON + MINUTE}),
        ("unseen_only_what_was_warned", {**CAME, "unseen_warning": True}),
        ("unseen_only_what_was_warned", {"warned": True, "unseen_warning": True}),
    ],
)
def test_the_database_holds_it_too(name: str, said: dict[str, Any]) -> None:
    person = grown()
    see_all_rows("PRG", "ID")
    row: dict[str, Any] = {
        "id": uuid4(), "person_id": person, "recorded_at": NOON, "recorded_by": "903",
        "tone": "positive", "spot": "yard", "seen_at": NOON,
    }  # fmt: skip
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Observation.objects.create(**{**row, **said})
    told = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert str(told).endswith(name)


@pytest.mark.parametrize("words", ["UPDATE {} SET behaviour = 'x'", "DELETE FROM {}"])
def test_a_row_is_neither_changed_nor_deleted(words: str) -> None:
    observed(grown())
    see_all_rows("PRG")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words.format("observations_observation"))
        assert cursor.rowcount == 0  # the wall may hide the row from a change instead
        raise DatabaseError
    assert rows()[0].behaviour == ""


def test_counts_of_months_are_entries_of_each_kind_and_hold_no_share() -> None:
    person = grown()
    for tone, number in (("positive", 3), ("talk", 1), ("concern", 2)):
        for _one in range(number):
            observed(person, tone=tone)
    observed(person, at=NOON + 40 * DAY, tone="concern")
    found = queries.observation_counts(
        manager(person), person, at=NOON + 40 * DAY, since=AT - 20 * DAY
    )
    assert [(str(one.month), one.positive, one.talk, one.concern) for one in found] == [
        ("2026-02-01", 0, 0, 0), ("2026-03-01", 3, 1, 2), ("2026-04-01", 0, 0, 1),
    ]  # fmt: skip
    assert set(queries.MonthCounts.__slots__) == {"month", "positive", "talk", "concern"}
