"""Every role asks every page of the timeline, the rules, coverage and what if.

What the matrix gives is read from its YAML: who reads identity in full opens a timeline; who reads
it in a whole prison has numbers there; who reads the register of separation there may plan.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.access.custody_cast import NAMES, Cast, cast_of
from tests.access.read_apart import shown
from tests.access.turns import every_third
from throughcare.web.duties.coverage.urls import urlpatterns as of_coverage
from throughcare.web.duties.rules.urls import urlpatterns as of_rules
from throughcare.web.duties.timeline.urls import urlpatterns as of_timeline
from throughcare.web.duties.what_if.urls import urlpatterns as of_what_if

pytestmark = pytest.mark.django_db
PLAN = "?what=regime&place=PLACE/a/1&begins=2036-01-01&days=20&hours=23&minutes=0"
RULE = "nmr-54"


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def test_no_page_is_left_out_here() -> None:
    pages = {str(one.name) for part in (of_timeline, of_rules, of_coverage, of_what_if)
             for one in part}  # fmt: skip
    assert pages == {"timeline", "rules", "rule", "rule_cases", "coverage", "what_if"}


def test_a_timeline_opens_for_whom_the_file_opens_whole_and_for_nobody_else(cast: Cast) -> None:
    none = cast.client.get(f"/people/{cast.nobody}/timeline")
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/timeline")
        told = (cast.role, whom)
        lets = cast.lets("ID", whom)
        assert (answer.status_code == 200) == ("r" in lets), told
        if not lets:
            assert answer.status_code == none.status_code != 200, told
            assert shown(answer).replace(str(person), str(cast.nobody)) == shown(none), told
        if "r" not in lets:
            assert NAMES[whom] not in shown(answer), told


def test_a_timeline_shows_orders_only_to_whom_they_are_open_whole(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/timeline")
        if answer.status_code == 200:
            row = "Orders and status" in shown(answer)
            assert row == ("r" in cast.lets("SEN", whom)), (cast.role, whom)


def test_rules_have_numbers_and_cases_only_for_readers_of_the_whole_prison(cast: Cast) -> None:
    for place, whom in (("north", "other"), ("south", "away")):
        opens = "r" in cast.lets("ID", whom)
        for way in (f"/rules?at={place}", f"/rules/{RULE}?at={place}", f"/coverage?at={place}",
                    f"/rules/{RULE}/at/{place}"):  # fmt: skip
            answer = cast.client.get(way)
            assert (answer.status_code == 200) == opens, (cast.role, way)
            none = cast.client.get(way.replace(place, "nowhere"))
            assert none.status_code == 404, (cast.role, way)
            assert opens or shown(answer) == shown(none), (cast.role, way)


def test_no_page_names_whom_the_role_does_not_reach(cast: Cast) -> None:
    hidden = {whom for whom in NAMES if "r" not in cast.lets("ID", whom)}
    ways = ["/rules", f"/rules/{RULE}", "/coverage", f"/rules/{RULE}/at/north", "/what-if",
            f"/what-if{PLAN.replace('PLACE', 'north')}"]  # fmt: skip
    for way in ways:
        said = shown(cast.client.get(way))
        for whom in hidden:
            assert NAMES[whom] not in said, (cast.role, way, whom)
            assert str(cast.people[whom]) not in said, (cast.role, way, whom)


def test_only_readers_of_the_register_of_separation_of_a_prison_may_plan_there(cast: Cast) -> None:
    opens = {place: "r" in cast.lets("DIS", whom)
             for place, whom in (("north", "other"), ("south", "away"))}  # fmt: skip
    assert (cast.client.get("/what-if").status_code == 200) == any(opens.values()), cast.role
    for place, open_there in opens.items():
        # The day is too far away: who may ask is told so, and nobody else learns of the place.
        answer = cast.client.get(f"/what-if{PLAN.replace('PLACE', place)}")
        assert (answer.status_code == 422) == open_there, (cast.role, place)
        assert open_there or answer.status_code in {403, 404}, (cast.role, place)
