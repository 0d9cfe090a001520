"""A secret of their own for tests of pages: sessions and digests are made with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def secret() -> Iterator[None]:
    with override_settings(SECRET_KEY="only for tests"):
        yield
