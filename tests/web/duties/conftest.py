"""The tests of these pages look at raw rows; the pages themselves see only through their viewer."""

from __future__ import annotations

import pytest

from tests.staff import see_all_rows
from tests.web.custody.moved import House
from throughcare.casework.people.models import Person


@pytest.fixture(autouse=True)
def rows(request: pytest.FixtureRequest) -> None:
    """Let the test look, where it has a database of its own transaction."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        see_all_rows("SEN", "HLT", "INC")


@pytest.fixture
def house(db: None) -> House:
    """Two prisons with their officers."""
    return House()


@pytest.fixture
def file(house: House) -> Person:
    """Somebody held in the north."""
    return house.received("Aigerim")
