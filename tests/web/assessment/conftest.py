"""The prison of the tests of safety, with case staff and psychologists."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import Staff


@pytest.fixture
def staff(db: None) -> Staff:
    """Who refers, screens, assesses and approves."""
    return Staff()
