"""A status ends by itself at its very moment, and no job has to run for that."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    DAY,
    DIRECTOR,
    INSPECTOR,
    assigned,
    grown,
    second,
)
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    confirmed,
    contested,
    decided,
    fourth,
    in_force,
    proposed,
    renewed,
)
from tests.casework.people.made import ADMISSIONS, SINCE_NEW_YEAR
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.lasting import ends, holding, holds_at, last_moment, longest
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_errors import MustRenew
from throughcare.casework.people import actions as people
from throughcare.casework.rows.record import known
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
MINUTE, MICRO = timedelta(minutes=1), timedelta(microseconds=1)


def listed(person: UUID, moment: object) -> list[bool]:
    """Whether each way of asking has it, at that moment."""
    at = moment
    seen = queries.statuses_of(second(person), person, at=at)  # type: ignore[arg-type]
    return [
        bool(seen.in_force),
        person in queries.in_force_at(DIRECTOR, "north", at=at),  # type: ignore[arg-type]
        person in queries.in_force_at(INSPECTOR, "north", at=at),  # type: ignore[arg-type]
        person in queries.in_force_at(second(person), "north", at=at),  # type: ignore[arg-type]
    ]


def test_at_its_last_moment_it_is_gone_everywhere_and_nothing_was_written() -> None:
    person = grown()
    in_force(person)
    see_all_rows("PLN")
    rows = Status.objects.count()
    assert listed(person, LAST - MICRO) == [True] * 4
    assert listed(person, LAST) == [False] * 4
    see_all_rows("PLN")
    assert Status.objects.count() == rows
    read = Entry.objects.filter(happened_at__gte=LAST - MICRO).values_list("event", flat=True)
    assert set(read) == {"read.statuses", "read.statuses_in_force"}


def test_what_ended_stays_readable_in_the_history() -> None:
    person = grown()
    in_force(person)
    (seen,) = queries.statuses_of(second(person), person, at=LAST + 900 * DAY).seen
    assert (seen.row.state, seen.holds, seen.ends_at) == ("in_force", False, LAST)


@pytest.mark.parametrize("moment", [SET - MICRO, SET, HALF, LAST - MICRO, LAST, LAST + DAY])
def test_the_filter_of_rows_says_what_the_row_says(moment: object) -> None:
    in_force(grown())
    proposed(grown("Marat", cell="north/a/1/02"))
    confirmed(proposed(grown("Timur", cell=None)), at=HALF)
    ended = in_force(grown("Olga", cell=None))
    actions.end_status(by=second(ended.person_id), at=HALF, status_id=ended.id, why="it is over")
    see_all_rows("PLN")
    standing = Status.objects.filter(known(LAST))
    by_rows = {row.id for row in standing if holds_at(row, moment)}  # type: ignore[arg-type]
    assert {row.id for row in standing.filter(holding(moment))} == by_rows  # type: ignore[arg-type]


def test_the_list_of_a_prison_names_whom_the_reader_reaches_and_nobody_else() -> None:
    mine, other = grown(), grown("Marat", cell="north/a/1/02")
    for person in (mine, other):
        in_force(person)
    reader = assigned(Role.PSYCHOLOGIST, 957, mine)
    assert set(queries.in_force_at(reader, "north", at=HALF)) == {mine}
    assert set(queries.in_force_at(DIRECTOR, "north", at=HALF)) == {mine, other}
    nobody = written(
        Viewer(958, posts=(HeldPost(Role.CASE_MANAGER, "north", SINCE_NEW_YEAR),))
    )  # fmt: skip
    assert queries.in_force_at(nobody, "north", at=HALF) == {}
    with pytest.raises(NotThere):
        queries.in_force_at(DIRECTOR, "south", at=HALF)
    assert queries.in_force_at(INSPECTOR, "south", at=HALF) == {}


def test_two_files_read_as_one_show_each_status_once_and_let_none_be_added_as_the_first() -> None:
    whole, part = grown(), grown("Aigerim", cell=None)
    row = in_force(part)
    see_all_rows()
    people.merge(by=ADMISSIONS, at=HALF, kept=whole, merged=part, why="one person")
    assert set(queries.in_force_at(DIRECTOR, "north", at=HALF)) == {whole}
    for person in (whole, part):
        seen = queries.statuses_of(second(whole), person, at=HALF)
        assert [one.row.first for one in seen.in_force] == [row.first]
    with pytest.raises(MustRenew):
        proposed(whole, by=fourth(whole), at=HALF, review_at=HALF)
    again = confirmed(renewed(row, at=LAST - DAY), at=LAST - DAY, by=fourth(whole))
    assert queries.in_force_at(DIRECTOR, "north", at=LAST)[whole][0].first == again.first


def test_a_renewal_goes_on_where_the_one_before_ends_without_a_moment_between() -> None:
    person = grown()
    row = in_force(person)
    again = renewed(row, at=LAST - 5 * DAY)
    confirmed(again, at=LAST - 4 * DAY, by=fourth(person))
    for moment, which in ((LAST - MICRO, row.first), (LAST, again.first)):
        seen = queries.statuses_of(second(person), person, at=moment)
        assert [one.row.first for one in seen.in_force] == [which]


def test_what_ran_out_before_its_renewal_was_confirmed_holds_from_that_day_on_only() -> None:
    person = grown()
    again = renewed(in_force(person), at=LAST - DAY)
    confirmed(again, at=LAST + 9 * DAY, by=fourth(person))
    for moment, holds in ((LAST, False), (LAST + 9 * DAY - MICRO, False), (LAST + 9 * DAY, True)):
        seen = queries.statuses_of(second(person), person, at=moment, known_at=LAST + 9 * DAY)
        assert bool(seen.in_force) is holds, moment


def test_a_contest_that_shortens_it_brings_the_end_nearer() -> None:
    person = grown()
    row = in_force(person)
    contest = contested(row, at=HALF)
    decided(contest, at=HALF, by=fourth(person), outcome="shortened", until=HALF + DAY)
    assert listed(person, HALF + DAY - MICRO) == [True] * 4
    assert listed(person, HALF + DAY) == [False] * 4


def test_the_number_of_months_stands_in_one_file_with_its_source() -> None:
    assert longest().months == 6
    assert last_moment(SET, "Africa/Tunis") == LAST
    row = Status(state="proposed", expires_at=LAST)
    assert ends(row) == LAST and not holds_at(row, HALF)
