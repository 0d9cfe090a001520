"""The prison of the tests of judgement, with its board."""

from __future__ import annotations

import pytest

from tests.web.classification.made import Bench
from tests.web.safety.made import HOUR


@pytest.fixture
def bench(db: None, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Who calls a board, sits on it, writes its minutes, signs and decides.

    An hour after the person was written down: a board asks what was known when it decided.
    """
    made = Bench()
    made.clock = monkeypatch
    made.later(HOUR)
    return made
