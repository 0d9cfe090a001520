"""A secret of their own for tests of pages: sessions and digests are made with it."""

from __future__ import annotations

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "SECRET_KEY", "only for tests")
