"""A secret of their own for tests of pages: sessions and digests are made with it."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import SettingsWrapper


@pytest.fixture(autouse=True)
def secret(settings: SettingsWrapper) -> None:
    settings.SECRET_KEY = "only for tests"
