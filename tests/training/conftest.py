"""The staff stand in the tables of access, and the prisons in the tree of places."""

from __future__ import annotations

import pytest

from tests.staff import written
from tests.training.made import CAST, places


@pytest.fixture(autouse=True)
def cast(request: pytest.FixtureRequest) -> None:
    """Who acts, and where."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        for one in CAST:
            written(one)
        places()
