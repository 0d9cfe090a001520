"""The tests of these pages look at raw rows; the pages themselves see only through their viewer."""

from __future__ import annotations

import pytest

from tests.staff import see_all_rows
from tests.web.safety.made import Wing


@pytest.fixture(autouse=True)
def rows(request: pytest.FixtureRequest) -> None:
    """Let the test look, where it has a database of its own transaction."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        see_all_rows("DIS", "HLT", "SEN", "INC", "ID")


@pytest.fixture
def wing(db: None) -> Wing:
    """A prison with its director, officers, nurse and inspector, and somebody held."""
    return Wing()
