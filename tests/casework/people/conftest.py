"""Every test of this room begins with its cast in the tables of access."""

from __future__ import annotations

import pytest

from tests.casework.people.made import CAST
from tests.staff import see_all_rows, written


@pytest.fixture(autouse=True)
def cast(request: pytest.FixtureRequest) -> None:
    """The three officers, where the test has a database."""
    if "own_database" in request.fixturenames:
        request.getfixturevalue("own_database")
    else:
        request.getfixturevalue("db")
    for one in CAST:
        written(one)
    see_all_rows()
