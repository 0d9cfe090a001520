"""The prison of the tests of plans."""

from __future__ import annotations

import pytest

from tests.web.plans.made import Office


@pytest.fixture
def office(db: None) -> Office:
    """Whoever writes a plan with the person, and the person."""
    made = Office()
    made.sentenced()
    return made
