"""A machine reads what is due: whole where it may look, and else that, and until when, no more."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID, uuid4

import pytest

from tests.casework.custody.made import places
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.safety import actions

from .made import DAY, machine_of, now, officer
from .safety_made import director, grown, inspector, nurse, separated, wing, words

pytestmark = pytest.mark.django_db
TOLD: Final = {"person", "place", "masked", "status", "until"}  # of a masked one, and nothing else


@pytest.fixture
def mother() -> UUID:
    """A woman who is pregnant, and was found in a segregation cell all the same."""
    places()
    person, at = grown("Aigerim", sex="female"), now()
    actions.state_health(by=nurse(), at=at, person_id=person, kind="pregnant", since=at - 9 * DAY)
    actions.find_separation(
        by=wing(), at=at, person_id=person, kind="segregation_cell", since=at - 3 * DAY,
        found="found on a round", orders=[words(at - 3 * DAY)],
    )  # fmt: skip
    return person


def duties_of(person: UUID, by: Viewer) -> list[dict[str, Any]]:
    said = machine_of(by).get(f"/people/{person}/duties")
    assert said.status == 200, said.body
    return list(said.body["duties"])


def rules(found: list[dict[str, Any]]) -> set[str]:
    return {one["rule"] for one in found if one["rule"]}


def test_a_masked_duty_tells_that_something_is_due_and_until_when_and_no_more(mother: UUID) -> None:
    found = duties_of(mother, director())
    masked = [one for one in found if one["masked"]]
    assert masked
    for one in masked:
        assert {key for key, value in one.items() if value is not None} <= TOLD, one
        assert one["status"] in {"due", "breached"}


def test_no_rule_that_rests_on_health_is_named_to_who_does_not_read_it(mother: UUID) -> None:
    whole, less = duties_of(mother, inspector()), duties_of(mother, director())
    assert not any(one["masked"] for one in whole)
    hidden = rules(whole) - rules(less)
    assert "br-22" in hidden
    text = str(less).lower()
    assert not any(rule in text for rule in hidden)
    assert not any(word in text for word in ("pregnan", "infant", "breastfeed"))
    says = {one["says"] for one in whole if one["rule"] in hidden}
    assert not any(one.lower() in text for one in says)


def test_with_the_health_file_open_the_rule_its_words_and_records_are_told(mother: UUID) -> None:
    (one,) = [one for one in duties_of(mother, inspector()) if one["rule"] == "br-22"]
    assert one["status"] == "breached" and one["severity"] and one["evidence"]
    assert one["cite"] and one["says"] and one["since"]


def test_the_list_of_a_prison_masks_as_the_file_does_and_counts_no_masked_rule(
    mother: UUID,
) -> None:
    said = machine_of(director()).get("/establishments/north/duties", limit=100).body
    masked = [one for one in said["duties"] if one["masked"]]
    assert masked and said["total"] == len(said["duties"])
    for one in masked:
        assert {key for key, value in one.items() if value is not None} <= TOLD, one
    assert sum(one["open"] for one in said["by_when"]) == said["total"]
    assert sum(one["open"] for one in said["by_rule"]) == said["total"] - len(masked)
    assert "br-22" not in str(said)
    asked = machine_of(director()).get("/establishments/north/duties", rule="br-22").body
    assert (asked["total"], asked["duties"]) == (0, [])


def test_counts_are_of_whom_the_viewer_reaches_alone(mother: UUID) -> None:
    other = grown("Marat")
    separated(other)
    manager = officer(Role.CASE_MANAGER, account=30, case=other)
    said = machine_of(manager).get("/establishments/north/duties", limit=100).body
    assert {one["person"] for one in said["duties"]} <= {str(other)}
    assert said["total"] == len(said["duties"]) == sum(one["open"] for one in said["by_when"])
    assert "waiting" not in said


def test_a_page_goes_on_where_the_one_before_ended(mother: UUID) -> None:
    call = machine_of(inspector())
    way = "/establishments/north/duties"
    whole = call.get(way, limit=100).body
    assert whole["total"] > 1
    one, rest = call.get(way, limit=1).body, call.get(way, skip=1, limit=100).body
    assert one["duties"] + rest["duties"] == whole["duties"]
    assert one["total"] == rest["total"] == whole["total"]


def test_what_is_cured_is_gone_from_the_list(mother: UUID) -> None:
    def open_now() -> set[str]:
        return rules([one for one in duties_of(mother, inspector()) if one["until"] is None])

    assert "br-22" in open_now()
    register = machine_of(director()).get(f"/people/{mother}/separations", why="end it").body
    way = f"/people/{mother}/separations/{register['spells'][0]['spell']}/end"
    assert machine_of(director()).post(way, {"until": now().isoformat()}).status == 200
    assert "br-22" not in open_now()


def test_another_prison_and_nobody_are_not_there(mother: UUID) -> None:
    far = machine_of(director("south"))
    assert far.get(f"/people/{mother}/duties").status == 404
    assert far.get("/establishments/north/duties").status == 404
    for viewer in (inspector(), director()):
        call = machine_of(viewer)
        assert call.get(f"/people/{uuid4()}/duties").status == 404
        assert call.get("/establishments/nowhere/duties").status == 404


def test_a_part_of_the_week_that_is_none_is_refused(mother: UUID) -> None:
    call = machine_of(inspector())
    said = call.get("/establishments/north/duties", when="someday")
    assert said.status == 422 and said.body["errors"][0]["where"] == "query/when"
