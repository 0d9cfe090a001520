"""What the database itself shows of this room to each side of the wall, whatever code asks."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import transaction

from tests.casework.assessment.made import assigned
from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DIRECTOR,
    WING,
    answered,
    grown,
    named,
    now,
    officer,
    report,
    shared,
)
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import CAST, INSPECTOR, NURSE
from tests.staff import written
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.access.walls import behind
from throughcare.casework.intelligence import actions, queries
from throughcare.casework.intelligence.models import Answer, Report, Sealed, Statement

pytestmark = pytest.mark.django_db
PRISONER = 985


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def the_person(person: UUID) -> Viewer:
    """The prisoner, with an own account."""
    post = HeldPost(Role.PRISONER, "north", SINCE_NEW_YEAR)
    return written(Viewer(PRISONER, person=person, posts=(post,)))


def counted(viewer: Viewer) -> tuple[int, ...]:
    """How many reports, words, statements and answers this account sees in the database."""
    with transaction.atomic(), behind(viewer, at=now(), enter="people_enter"):
        return tuple(one._default_manager.count() for one in (Report, Sealed, Statement, Answer))


def everything() -> UUID:
    """A person with a report of the wing, shared and answered."""
    person = grown()
    item = report(person, by=WING)
    named()
    answered(item, statement_id=shared(item).id, why="So that nobody is hurt.")
    return person


def test_the_office_sees_all_of_it_and_who_reads_in_short_the_statement_and_its_words() -> None:
    person = everything()
    assert counted(officer()) == (1, 3, 1, 1)
    for one in (DIRECTOR, INSPECTOR, assigned(Role.CASE_MANAGER, 986, person)):
        assert counted(one) == (0, 1, 1, 0), one
    for one in (WING, NURSE, officer(963, "south")):
        assert counted(one) == (0, 0, 0, 0), one


def test_the_person_sees_nothing_live_by_the_query_and_by_the_database() -> None:
    person = everything()
    own = the_person(person)
    assert counted(own) == (0, 0, 0, 0)
    found = queries.statements_about(own, person, at=now())
    assert (found.seen, found.live_is_closed) == ([], True)
    assert queries.items_waiting(own, person, at=now()) == 0


def test_a_statement_withdrawn_is_gone_in_the_database_too() -> None:
    person = grown()
    row = shared(report(person))
    assert counted(DIRECTOR) == (0, 1, 1, 0)
    actions.withdraw(by=officer(), at=now(), statement_id=row.first)
    assert counted(DIRECTOR) == (0, 0, 0, 0)
