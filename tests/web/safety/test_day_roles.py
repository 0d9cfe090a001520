"""All 22 roles ask the pages of the day: only who the matrix lets add or settle gets names."""

from __future__ import annotations

import json
from typing import Any, Final
from uuid import uuid4

import pytest

from tests.access.custody_cast import NAMES, Cast, cast_of
from tests.access.read_apart import shown
from tests.access.turns import every_third
from throughcare.casework.safety.models import OutOfCell

pytestmark = pytest.mark.django_db
DAYS: Final = ("/separation/north/day", "/separation/north/a/1/day")


@pytest.fixture(params=every_third(2))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def test_a_role_opens_these_pages_or_learns_nothing_at_any_door(cast: Cast) -> None:
    adds = "a" in cast.lets("DIS", "other")
    settles = "w" in cast.lets("DIS", "other")
    for way in DAYS:
        answer = cast.client.get(way)
        assert (answer.status_code == 200) == adds, (cast.role, way)
        assert cast.client.post(way, {}).status_code == answer.status_code, (cast.role, way)
        assert adds or not any(name in shown(answer) for name in NAMES.values()), cast.role
    far, none = (cast.client.get(f"/separation/{one}/day") for one in ("south", "nowhere"))
    assert far.status_code == none.status_code != 200, cast.role
    assert shown(far) == shown(none), cast.role
    answer = cast.client.get("/separation/conflicts")
    assert (answer.status_code == 200) == settles, cast.role
    body = {
        "conflict": str(uuid4()), "person": str(cast.people["other"]), "outcome": "kept",
        "why": "asked",
    }  # fmt: skip
    refused = cast.client.post("/separation/conflicts", body)
    assert refused.status_code in ({404} if settles else {403, 404}), cast.role
    for person in (cast.people["other"], cast.people["away"], uuid4()):
        assert_nothing_written(cast, person, adds)


def assert_nothing_written(cast: Cast, person: Any, adds: bool) -> None:
    """Nobody is separated: whoever may add is told so, everybody else that nobody is there."""
    one = {"key": str(uuid4()), "person": str(person), "entry": "out_of_cell",
           "on": "2026-03-02", "from": "09:00", "to": "10:00"}  # fmt: skip
    answer = cast.client.post(
        "/separation/day/entries", json.dumps({"place": "north", "entries": [one]}),
        content_type="application/json",
    )  # fmt: skip
    assert answer.status_code == 200, (cast.role, answer.content)
    (outcome,) = answer.json()["outcomes"]
    assert outcome["fate"] == "refused", cast.role
    here = person == cast.people["other"] and adds
    assert ("not within your reach" in outcome["said"]) != here, (cast.role, outcome)
    assert not OutOfCell.objects.exists()
