"""The officers stand in the tables of access, and the north has its places."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import places
from tests.casework.observations.made import CAST
from tests.staff import written


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Everybody who acts."""
    for one in CAST:
        written(one)
    places()
