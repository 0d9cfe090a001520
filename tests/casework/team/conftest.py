"""The officers stand in the tables of access, and the prisons in the tree of places."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import places
from tests.casework.safety.made import CAST
from tests.staff import written


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()
