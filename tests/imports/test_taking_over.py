"""A row of another register becomes a file, an order, a stay and a place; again, nothing."""

from __future__ import annotations

import pytest

from tests.imports.conftest import Take
from tests.imports.made import HEAD, MAP, ONE, only, results
from tests.staff import see_all_rows
from throughcare.casework.custody.models import LegalStatus, Order, Placement, Stay
from throughcare.casework.people.models import Fact, Person

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_file_with_an_order_a_stay_a_status_and_a_place(take: Take) -> None:
    outcome = take(HEAD + ONE, MAP)
    assert only(outcome).notes == ()
    assert results(outcome) == ["accepted"]
    see_all_rows("SEN")
    person = Person.objects.get()
    facts = {one.kind: one.value for one in Fact.objects.filter(person=person)}
    assert facts["birth_date"]["date"] == "1990-05-17"
    assert facts["sex"]["sex"] == "female"
    assert facts["identifier"] == {"system": "prisoner number", "number": "1", "read": "1"}
    assert Order.objects.get().number == "7/26"
    stay = Stay.objects.get()
    assert (stay.without_order, stay.left_at) == ("", None)
    assert Placement.objects.get().place.path == "north/a/1/01"
    assert LegalStatus.objects.get().value == "untried"
    assert (outcome.people_in_file, outcome.people_new) == (1, 1)
    assert (outcome.held_before, outcome.held_after) == (0, 1)


def test_the_same_file_again_changes_nothing(take: Take) -> None:
    take(HEAD + ONE, MAP)
    again = take(HEAD + ONE, MAP)
    assert results(again) == ["unchanged"]
    assert (again.people_new, again.held_before, again.held_after) == (0, 1, 1)


def test_a_dry_run_says_the_same_and_keeps_nothing(take: Take) -> None:
    assert results(take(HEAD + ONE, MAP, dry=True)) == ["accepted"]
    see_all_rows("SEN")
    assert not Person.objects.exists()
    assert results(take(HEAD + ONE, MAP)) == ["accepted"]
