"""The database and the room agree who counts as a child: a doubt is for the person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from tests.casework.people.made import COLLEAGUE
from tests.casework.safety.made import ADMISSIONS, AT, DAY, DIRECTOR, HOUR, grown, of_age
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.people.files import entering
from throughcare.casework.safety.barred import barring

pytestmark = pytest.mark.django_db
# AT is ten in the morning of 1 March 2026 in Tunis.
BORN = (
    "2008-03-01", "2008-03-02", "2008-02-29", "2008-02", "2008-03", "2007", "2008", "2009",
    "1950-12-31", "",
)  # fmt: skip


@entering
def _in_database(*, by: Viewer, at: datetime, person: UUID, moment: datetime) -> bool:
    return barring(person, at=moment) == "child"


def agree(person: UUID, at: datetime) -> bool:
    """Whether the person counts as a child; both must say the same, in every hour of the turn."""
    said = set()
    for moment in (at, at + 13 * HOUR, at + 15 * HOUR):
        by_database = _in_database(by=DIRECTOR, at=at, person=person, moment=moment)
        see_all_rows("DIS")
        assert counts_as_child(person, at=moment, known_at=at) == by_database
        said.add(by_database)
    return said == {True}


@pytest.mark.parametrize("born", BORN)
def test_of_every_precision_of_a_birth_date_both_say_the_same(born: str) -> None:
    agree(grown(born=born, cell=None), AT)


def test_the_last_date_counts_until_the_age_is_disputed_and_then_the_decision() -> None:
    person = grown(born="1990-01-01", cell=None)
    assert not agree(person, AT)
    of_age(person, "2012-01-01", at=AT + HOUR)
    assert agree(person, AT + HOUR)
    of_custody.dispute_age(
        by=ADMISSIONS, at=AT + 2 * HOUR, person_id=person, says_birth_date="1990-01-01",
        happened_at=AT + 2 * HOUR,
    )  # fmt: skip
    assert agree(person, AT + 2 * HOUR)
    of_custody.decide_age(
        by=COLLEAGUE, at=AT + DAY, person_id=person, decided_birth_date="1989-01-01",
        happened_at=AT + DAY, why="a certificate",
    )  # fmt: skip
    assert not agree(person, AT + DAY)
