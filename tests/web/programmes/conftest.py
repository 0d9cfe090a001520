"""The prison of these tests, with a course."""

from __future__ import annotations

import pytest

from tests.web.programmes.made import School


@pytest.fixture
def school(db: None) -> School:
    """Who refers, teaches and takes part."""
    return School()
