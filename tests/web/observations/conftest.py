"""A wing with two people on it, and who works there."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import Staff


@pytest.fixture
def staff(db: None) -> Staff:
    """The wing of the north, with the case staff of one person."""
    return Staff()
