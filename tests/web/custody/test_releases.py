"""The pages of a release, a death, of what takes two people, and of every version."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.custody.moved import DAY, HOUR, ORDER, House, wall, way
from tests.web.people.made import Somebody, hidden, shown
from throughcare.access.terms import Role
from throughcare.casework.custody.models import Movement, Proposal, Stay
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db
STEPS: dict[str, dict[str, Any]] = {
    "property": {"items": "a watch", "returned": "yes", "receipt_signed": "yes"},
    "money": {"amount": "120", "currency": "TND", "savings": "40", "receipt_signed": "yes"},
    "papers": {"ready": "no", "missing": "identity card"},
    "clothing": {"own": "yes", "given": "no"},
    "home": {"arranged": "yes", "where": "with the sister"},
    "transport": {"means": "bus", "fare_given": "yes"},
    "medication": {"needed": "yes", "given": "yes", "until": "two weeks"},
    "file-copy": {"offered": "yes", "declined": "no"},
    "appointment": {"with": "probation office", "at": wall(-DAY), "where": "town"},
}


def test_a_person_walks_out_step_by_step(house: House, file: Person) -> None:
    walk = way(file, "/custody/release")
    assert "Missing: 9" in house.officer.page(walk)
    for kind, said in STEPS.items():
        answer = house.officer.send(f"{walk}/{kind}", happened_at=wall(), **said)
        assert answer.status_code == 302, (kind, shown(answer))
    page = house.officer.page(walk)
    assert "Missing: 0" in page and "identity card" in page and "two weeks" not in page
    answer = house.colleague.send(f"{walk}/go", **ORDER, left_at=wall(), abroad="", why="")
    assert answer.status_code == 302, shown(answer)
    assert Stay.objects.get(stood_until=None).left_how == "release"
    assert "The file stays here" in house.colleague.page(f"{walk}?done=released")


def test_a_person_is_let_go_although_steps_are_missing_and_they_stay_on_the_list(
    house: House, file: Person
) -> None:
    walk = way(file, "/custody/release")
    answer = house.colleague.send(f"{walk}/go", **ORDER, left_at=wall(), abroad="", why="")
    assert answer.status_code == 302
    assert "Missing: 9" in house.officer.page(walk)
    late = STEPS["papers"] | {"happened_at": wall()}
    assert house.officer.send(f"{walk}/papers", **late).status_code == 302
    assert "Missing: 8" in house.officer.page(walk)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("left_at", wall(-HOUR), "not come yet"),
        ("left_at", wall(20 * DAY), "before the admission"),
        ("number", "", "as it is printed"),
        ("authority", " ", "as it is printed"),
        ("issued_on", wall(-2 * DAY)[:10], "has not come"),
        ("order", "00000000-0000-4000-8000-000000000000", "valid choice"),
    ],
)
def test_a_release_that_cannot_be_is_refused_in_words(
    house: House, file: Person, field: str, typed: str, says: str
) -> None:
    said: dict[str, Any] = {**ORDER, "left_at": wall(), "abroad": "", "why": "kept words"}
    go = way(file, "/custody/release/go")
    answer = house.colleague.send(go, **{**said, field: typed})
    assert answer.status_code == 422 and says in shown(answer) and "kept words" in shown(answer)
    assert not Stay.objects.filter(left_at__isnull=False).exists()
    assert house.colleague.send(go, **said).status_code == 302


def test_an_order_that_names_another_person_is_asked_about_before_somebody_goes(
    house: House, file: Person
) -> None:
    gone: dict[str, Any] = {**ORDER, "named": "Mehmet", "left_at": wall()}
    for form, said in (
        ("/transfer/depart", {**gone, "to_place": "south", "reason": "nearer to home"}),
        ("/custody/release/go", {**gone, "abroad": "", "why": ""}),
    ):
        answer = house.colleague.send(way(file, form), **said)
        page = shown(answer)
        assert answer.status_code == 422 and 'value="Mehmet"' in page
        assert 'id="id_sure_error"' in page and "is none of this person" in page
        assert Stay.objects.get().left_at is None and not Movement.objects.exists()
    sure = {**said, "sure": "the court uses the other name"}
    assert house.colleague.send(way(file, form), **sure).status_code == 302
    assert Stay.objects.get(stood_until=None).left_how == "release"


def test_who_is_free_is_not_released_again(house: House, file: Person) -> None:
    go = way(file, "/custody/release/go")
    said: dict[str, Any] = {**ORDER, "left_at": wall(), "abroad": "", "why": ""}
    assert house.colleague.send(go, **said).status_code == 302
    answer = house.colleague.send(go, **said)
    assert answer.status_code == 422 and "free already" in shown(answer)


def test_whoever_received_the_person_asks_the_director_and_then_releases(
    house: House, file: Person
) -> None:
    walk = way(file, "/custody/release")
    said: dict[str, Any] = {**ORDER, "left_at": wall(), "abroad": "", "why": ""}
    answer = house.officer.send(f"{walk}/go", **said)
    assert answer.status_code == 422 and "alone" in shown(answer)
    stay = Stay.objects.get()
    ask = way(file, f"/custody/stays/{stay.id}/release")
    assert house.officer.send(ask, why="nobody else is here").status_code == 302
    proposal = Proposal.objects.get()
    decide = way(file, f"/custody/proposals/{proposal.id}")
    assert "Waits for a colleague" in house.officer.page(walk)
    refused = house.officer.send(decide, decision="yes", why="me too")
    assert refused.status_code == 422 and "yourself" in shown(refused)
    assert f"/proposals/{proposal.id}" in house.director.page(walk)
    assert house.director.send(decide, decision="yes", why="order seen").status_code == 302
    assert house.officer.send(f"{walk}/go", **said).status_code == 302


def test_after_a_death_the_next_of_kin_and_an_authority_outside_are_told(
    house: House, file: Person
) -> None:
    record = way(file, "/custody/death/record")
    assert house.officer.send(record, died_at=wall(-HOUR), why="w").status_code == 422
    assert house.officer.send(record, died_at=wall(HOUR), why="found at count").status_code == 302
    page = house.officer.page(way(file, "/custody/death"))
    assert "Missing: 3" in page and "Rule 71" in page
    told: dict[str, Any] = {"happened_at": wall(), "told_whom": "judge on duty", "told_at": wall()}
    assert house.officer.send(way(file, "/custody/death/authority"), **told).status_code == 302
    assert "Missing: 2" in house.officer.page(way(file, "/custody/death"))
    assert "Who must be told" in house.officer.page(way(file, "/custody/release"))


def test_every_version_is_on_one_page_and_a_movement_is_struck_out_from_it(
    house: House, file: Person
) -> None:
    out = house.at_court(file)
    earlier = way(file, "/custody/earlier")
    page = house.officer.page(earlier)
    assert "Court of the North" in page and "Propose a correction" in page
    strike = way(file, f"/custody/earlier/movement/{out.id}/strike-out")
    assert house.officer.send(strike, why="").status_code == 422
    assert house.officer.send(strike, why="another person").status_code == 302
    page = house.officer.page(earlier)
    assert "Struck out" in page and "another person" in page
    assert house.officer.status(strike) == 404
    assert not Movement.objects.filter(stood_until=None).exists()
    assert house.officer.status(way(file, f"/custody/earlier/rumour/{out.id}/strike-out")) == 404


def test_a_stay_is_corrected_by_two_from_the_page_of_versions(house: House, file: Person) -> None:
    stay = Stay.objects.get()
    propose = way(file, f"/custody/stays/{stay.id}/correct")
    typed: dict[str, Any] = {
        "admitted_at": wall(11 * DAY),
        "left_at": "",
        "left_how": "",
        "why": "wrong day",
    }
    wrong = {**typed, "left_at": wall()}
    assert house.officer.send(propose, **wrong).status_code == 422
    assert house.officer.send(propose, **typed).status_code == 302
    decide = way(file, f"/custody/proposals/{Proposal.objects.get().id}")
    earlier = way(file, "/custody/earlier")
    assert "wrong day" in house.colleague.page(earlier)
    assert house.colleague.send(decide, decision="", why="w").status_code == 422
    assert house.colleague.send(decide, decision="yes", why="seen").status_code == 302
    assert Stay.objects.get(stood_until=None).replaces_id == stay.id
    assert "Corrected or continued" in house.colleague.page(earlier)


def test_what_is_closed_to_a_role_is_not_among_the_versions(house: House, file: Person) -> None:
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    page = guard.page(way(file, "/custody/earlier"))
    assert "Stay in custody" in page and "Court of the North" not in page
    assert house.south.status(way(file, "/custody/earlier")) == 404
    assert house.south.status(way(file, "/custody/release")) == 404


def test_each_form_carries_its_key_once(house: House, file: Person) -> None:
    page = house.officer.page(way(file, "/custody/release/go"))
    assert hidden(page)["once"] and page.count('name="once"') == 1
