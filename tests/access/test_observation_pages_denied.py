"""Whom the matrix gives nothing of programmes gets at observations what no file gets.

Who adds writes and reads no word; who may add for another reason than working on the wing gets
nothing either. In the usual run each role asks a third of the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import now
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account
from throughcare.casework.observations.checks import OBSERVERS
from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.web.observations.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

WHY = "secret of the landing"
WRITER = 8811
OF_A_PERSON = {
    "observe": "a", "observations": "ra", "observations_contact": "a", "observations_officer": "w",
    "observations_strike": "w", "officer_end": "w",
}  # fmt: skip
OF_PLACES = {"observe_houses", "observe_unit"}
OF_DEVICES = {"observe_entries"}


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PRG")
    Account.objects.create(pk=WRITER, name=f"account {WRITER}")
    for person in found.people.values():
        _observed(person)
    see_no_rows()
    return found


def _observed(person: UUID) -> None:
    """As rows: an observation and a contact with words."""
    at = now()

    def said() -> dict[str, Any]:
        return {
            "id": uuid4(), "person_id": person, "recorded_at": at, "recorded_by": str(WRITER),
        }  # fmt: skip

    Observation.objects.create(
        **said(), tone="concern", spot="yard", seen_at=at, behaviour=WHY, meaning=WHY
    )
    OfficerContact.objects.create(**said(), kind="talk", met_at=at, words=WHY)


def test_no_page_of_observations_is_left_out_here() -> None:
    assert {page.name for page in pages} == set(OF_A_PERSON) | OF_PLACES | OF_DEVICES


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    about = [page for page in pages if page.name in OF_A_PERSON]
    for number, page in enumerate(in_turn(cast.role, about, share=3), start=turn):
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", ("other", "away")[number % 2]):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person))
            words = shown(answer)
            if _opens(cast, str(page.name), whom):
                continue
            assert answer.status_code in {403, 404}, told
            assert not any(one in words for one in (WHY, *secrets(whom))), told
            if not any(cast.lets(code, whom) for code in ("ID", "PRG")):
                assert answer.status_code == nobody.status_code, told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_words_are_read_by_who_reads_in_full_and_by_nobody_who_only_adds(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/custody/observations")
        assert (answer.status_code == 200) == _opens(cast, "observations", whom), (cast.role, whom)
        assert (WHY in shown(answer)) == ("r" in cast.lets("PRG", whom)), (cast.role, whom)


def test_the_forms_open_for_who_works_with_the_person_and_for_nobody_else(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/observe")
        assert (answer.status_code == 200) == _opens(cast, "observe", whom), (cast.role, whom)
        assert WHY not in shown(answer), (cast.role, whom)


def test_no_row_of_somebody_else_is_struck_out_with_the_number_of_an_own_case(cast: Cast) -> None:
    see_all_rows("PRG")
    row = Observation.objects.get(person=cast.people["other"]).id
    see_no_rows()
    answer = cast.client.get(f"/people/{cast.people['mine']}/custody/observations/{row}/strike")
    assert answer.status_code in {403, 404} and WHY not in shown(answer), cast.role


def test_the_list_of_a_place_opens_for_who_reads_or_adds_there_and_says_no_word(
    cast: Cast,
) -> None:
    letter, scope = (*ROLES[cast.role]["PRG"], "-")[:2]
    reads_who = ROLES[cast.role]["ID"] in {"rO", "wO", "rF"}
    whole = letter in "rwa" and scope in "OF" and reads_who
    works = cast.role in OBSERVERS or letter == "r"
    for place, reached in (("north/a/1", True), ("south/a/1", scope == "F"), ("west", False)):
        answer = cast.client.get(f"/observe/{place}")
        opens = whole and works and reached
        assert (answer.status_code == 200) == opens, (cast.role, place)
        assert WHY not in shown(answer), (cast.role, place)
    assert see_nothing_of(cast)


def test_a_device_writes_where_the_form_opens_and_elsewhere_gets_what_no_unit_gets(
    cast: Cast,
) -> None:
    see_all_rows("PRG")
    before = Observation.objects.count()
    for whom, unit in (("mine", "north/a/1"), ("other", "north/a/1"), ("away", "south/a/1")):
        there = _sent(cast, unit, cast.people[whom])
        letter, scope = (*ROLES[cast.role]["PRG"], "-")[:2]
        works = cast.role in OBSERVERS and letter in "wa" and scope in "OF"
        reached = unit.startswith("north") or scope == "F"
        assert (there["fate"] == "written") == (works and reached), (cast.role, whom)
        if there["fate"] != "written":
            assert there == _sent(cast, "north/nowhere", cast.nobody), (cast.role, whom)
        else:
            before += 1
        see_all_rows("PRG")
        assert Observation.objects.count() == before, (cast.role, whom)


def _sent(cast: Cast, place: str, person: UUID) -> dict[str, str]:
    at = now().isoformat()
    entry = {
        "key": str(UUID(int=7)), "person": str(person), "tone": "talk", "spot": "yard",
        "said_at": at, "opened": int(now().timestamp()) - 60,
    }  # fmt: skip
    answer = cast.client.post(
        "/observations/entries", {"now": at, "place": place, "entries": [entry]},
        content_type="application/json",
    )  # fmt: skip
    assert answer.status_code == 200, cast.role
    told: dict[str, str] = answer.json()["outcomes"][0]
    return told


def see_nothing_of(cast: Cast) -> bool:
    """Nobody is appointed by looking."""
    see_all_rows("PRG")
    return not PersonalOfficer.objects.exists()


def _opens(cast: Cast, page: str, whom: str) -> bool:
    lets = cast.lets("PRG", whom)
    if page == "observations" and "r" in lets:
        return True
    wanted = set(OF_A_PERSON[page]) - {"r"}
    return bool(wanted & set(lets)) and cast.role in OBSERVERS
