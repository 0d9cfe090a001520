"""Two files of one person, from the first suspicion to the decision and back."""

from __future__ import annotations

import re

import pytest

from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Merge, Person, Proposal

pytestmark = pytest.mark.django_db
WHY = {"why": "one photo, two papers"}


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def proposed(officer: Somebody) -> tuple[Person, Person, str]:
    """Two files and the page on which to decide."""
    one, other = officer.open("Samir"), officer.open("Samira")
    answer = officer.send(f"/people/{one.id}/same-person?other={other.id}", **WHY)
    assert answer.status_code == 302, shown(answer)
    return one, other, str(answer.headers["Location"]).split("?")[0]


def test_the_other_file_is_found_by_search_and_proposed_with_a_reason(officer: Somebody) -> None:
    one, other = officer.open("Samir"), officer.open("Samira")
    page = officer.page(f"/people/{one.id}/same-person?q=Samira")
    assert f"?other={other.id}" in page and f"?other={one.id}" not in page
    refused = officer.send(f"/people/{one.id}/same-person?other={other.id}", why="")
    assert refused.status_code == 422 and not Proposal.objects.exists()
    assert "Samira" in shown(refused)


def test_a_proposal_waits_in_the_list_of_whoever_may_decide_and_of_nobody_else(
    officer: Somebody,
) -> None:
    _, _, way = proposed(officer)
    assert way in officer.page("/people/duplicates")
    for role, at, status in (
        (Role.ADMISSIONS_OFFICER, "south", 404), (Role.SECURITY_OFFICER, "north", 403)
    ):  # fmt: skip
        other = Somebody(role, at, name=f"{role} {at}")
        assert way not in other.page("/people/duplicates") and other.status(way) == status


def test_a_proposal_that_reaches_into_another_prison_shows_nothing_of_it(
    officer: Somebody,
) -> None:
    one = officer.open("Samir")
    there = Somebody(at="south", name="else").open("Samira")
    page = officer.page(f"/people/{one.id}/same-person?other={there.id}")
    assert "Samira" not in page
    answer = officer.client.post(
        f"/people/{one.id}/same-person", {"other": str(there.id), **WHY, "once": "x"}
    )
    assert answer.status_code == 404 and not Proposal.objects.exists()


def test_both_files_stand_side_by_side_and_what_is_not_known_does_not_differ(
    officer: Somebody,
) -> None:
    one, other, way = proposed(officer)
    officer.state(one, Kind.SEX, {"sex": "male"})
    officer.state(other, Kind.BIRTH_DATE, {"date": "1990"})
    for file in (one, other):
        officer.state(file, Kind.NATIONALITY, {"country": "TN"})
    page = re.sub(r"\s+", " ", officer.page(way))
    for label, how in (
        ("Sex as recorded", "known in one file only"), ("Nationality", "the same"),
        ("Name", "differs"),
    ):  # fmt: skip
        assert f'<th scope="row">{label} <small>{how}</small>' in page


@pytest.mark.parametrize(("decision", "kept"), [("one", 0), ("other", 1)])
def test_one_person_becomes_one_file_in_the_chosen_direction(
    officer: Somebody, decision: str, kept: int
) -> None:
    files = sorted(proposed(officer)[:2], key=lambda file: file.id)
    way = f"/people/duplicates/{Proposal.objects.get().id}"
    answer = officer.send(way, decision=decision, **WHY)
    assert answer.status_code == 302, shown(answer)
    merge = Merge.objects.get()
    assert (merge.kept_id, merge.merged_id) == (files[kept].id, files[1 - kept].id)
    moved = officer.client.get(f"/people/{merge.merged_id}")
    assert moved.status_code == 302
    assert moved.headers["Location"] == f"/people/{merge.kept_id}?done=merged"
    page = officer.page(moved.headers["Location"])
    assert "joined with this one" in page and "Samira" in page and "Samir" in page


def test_two_persons_stay_apart_and_the_decision_stays_readable(officer: Somebody) -> None:
    _, _, way = proposed(officer)
    for typed in (
        {"decision": "two", "why": ""},
        {"decision": "", **WHY},
        {"decision": "x", **WHY},
    ):
        assert officer.send(way, **typed).status_code == 422
    assert officer.send(way, decision="two", **WHY).status_code == 302
    assert not Merge.objects.exists() and "Decided: two persons" in officer.page(way)
    assert way not in officer.page("/people/duplicates")


def test_the_second_who_decides_is_told_that_it_is_decided(officer: Somebody) -> None:
    _, _, way = proposed(officer)
    typed = officer.fill(way, decision="two", **WHY)
    assert Somebody(name="colleague").send(way, decision="two", **WHY).status_code == 302
    answer = officer.client.post(way, typed)
    assert answer.status_code == 422 and "Open both files anew" in shown(answer)


def test_a_double_click_merges_once(officer: Somebody) -> None:
    _, _, way = proposed(officer)
    typed = officer.fill(way, decision="one", **WHY)
    answers = [officer.client.post(way, typed) for _ in range(2)]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Merge.objects.count() == 1


def test_joined_files_are_separated_again_for_a_reason(officer: Somebody) -> None:
    _, _, way = proposed(officer)
    officer.send(way, decision="one", **WHY)
    merge = Merge.objects.get()
    separate = f"/people/{merge.merged_id}/separate"
    assert separate in officer.page(f"/people/{merge.kept_id}/history")
    assert officer.status(f"/people/{merge.kept_id}/separate") == 404
    assert officer.send(separate, why=" ").status_code == 422
    answer = officer.send(separate, why="two brothers")
    assert answer.status_code == 302 and officer.page(str(answer.headers["Location"]))
    assert Merge.objects.get().undone_why == "two brothers"
