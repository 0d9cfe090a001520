"""What no action writes of a contest, the database refuses too, whoever asks it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    DAY,
    another_account,
    grown,
    manager,
    refused_by,
    second,
)
from tests.casework.assessment.made_status import HALF, LAST, makers, the_prisoner
from tests.casework.assessment.raw_status import held
from tests.staff import see_all_rows
from throughcare.casework.assessment.models import Status, StatusContest
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> UUID:
    """Somebody grown up, with four of the case staff; the test looks at every row."""
    person = grown()
    makers(person)
    see_all_rows("PLN", "INC")
    return person


def raw_contest(row: Status, **more: Any) -> StatusContest:
    """A contest as nobody made it."""
    fresh = fresh_id(HALF)
    said: dict[str, Any] = {
        "id": fresh, "first": fresh, "person_id": row.person_id, "recorded_at": HALF,
        "recorded_by": "932", "state": "waiting", "status_id": row.first, "words": "no",
        "language": "fr", "own_hand": False, "contested_at": HALF,
    }  # fmt: skip
    return StatusContest.objects.create(**{**said, **more})


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"words": ""}, "contest_has_the_words_of_the_person"),
        ({"language": ""}, "contest_has_the_words_of_the_person"),
        ({"recorded_at": LAST}, "contest_while_it_lasts"),
        ({"own_hand": True}, "contest_says_whose_hand"),
        ({"recorded_by": "939"}, "contest_says_whose_hand"),
        ({"state": "lifted"}, "step_is_of_the_table"),
        ({"reasons": "r"}, "contest_is_decided_by_somebody_for_reasons"),
        ({"until": HALF + DAY}, "contest_says_until_when_it_shortens"),
    ],
)
def test_a_contest_says_whose_words_it_has_and_is_made_while_the_status_holds(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    the_prisoner(person)
    row = held(person)
    with refused_by(broken):
        raw_contest(row, **more)
    raw_contest(row)
    with refused_by("one_contest_waits"):
        raw_contest(row)


def test_a_contest_is_about_a_status_of_the_same_person(person: UUID) -> None:
    other = grown("Marat", cell="north/a/1/02")
    see_all_rows("PLN", "INC")
    row = held(person)
    with refused_by("contest_is_of_a_status_of_the_person"):
        raw_contest(row, person_id=other)


DECIDED: dict[str, Any] = {
    "state": "upheld", "decided_by": "934", "recorded_by": "934", "decided_at": HALF,
    "reasons": "r",
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"decided_by": "931", "recorded_by": "931"}, "another_decides_the_contest"),
        ({"decided_by": "971", "recorded_by": "971"}, "another_decides_the_contest"),
        ({"decided_by": "933", "recorded_by": "933"}, "another_decides_the_contest"),
        ({"decided_by": "972", "recorded_by": "972"}, "another_decides_the_contest"),
        ({"decided_by": "932"}, "another_decides_the_contest"),
        ({"decided_by": "939", "recorded_by": "939"}, "nobody_judges_himself"),
        ({"words": "yes"}, "contest_keeps_its_words"),
        ({"reasons": ""}, "contest_is_decided_by_somebody_for_reasons"),
        ({"state": "over"}, "contest_is_decided_as_it_stands"),
        ({"state": "shortened", "until": LAST}, "contest_is_decided_as_it_stands"),
        ({"state": "shortened", "until": HALF}, "contest_is_decided_as_it_stands"),
        ({"recorded_at": LAST}, "contest_is_decided_as_it_stands"),
    ],
)
def test_another_decides_a_contest_as_the_status_stands_then(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    the_prisoner(person)
    another_account(manager(person), 971, person)
    another_account(second(person), 972, person)
    first = raw_contest(held(person))
    StatusContest.objects.filter(id=first.id).update(stood_until=HALF)
    said = {"id": fresh_id(HALF), "person_id": person, "recorded_at": HALF, **DECIDED}
    with refused_by(broken):
        anew(first, **{**said, **more}, replaces_id=first.id).save(force_insert=True)
    anew(first, **said, replaces_id=first.id).save(force_insert=True)
