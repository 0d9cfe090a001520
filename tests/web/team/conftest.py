"""The prison of the tests of judgement, with a team that meets."""

from __future__ import annotations

import pytest

from tests.web.safety.made import HOUR
from tests.web.team.made import Team


@pytest.fixture
def team(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Who calls a meeting, sits there, writes its minutes and signs them."""
    made = Team()
    made.clock = monkeypatch
    made.later(HOUR)
    return made
