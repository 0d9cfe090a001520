"""Whom the matrix gives nothing in the register of discipline gets at its pages what no file gets.

Status and words are those for a number that nobody has. Who has some leave in the file, but not
this one, is refused and told no word of it. In the usual run each role asks a third of the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import NAMES, Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import DAY, now
from tests.staff import see_all_rows, see_no_rows
from throughcare.casework.safety.models import Restriction, Separation, SeparationOrder
from throughcare.web.safety.urls import urlpatterns as parts

pytestmark = pytest.mark.django_db

WHY = "secret of the yard"
# What a page about one person asks for: the compartment, and one of these acts.
_ADDS = (
    "separation_order", "separation_found", "separation_advice", "separation_continue",
    "separation_review", "separation_relief", "restriction_found", "restraint_new",
    "restraint_found", "restraint_look", "discipline_new", "discipline_found",
    "discipline_found_sanction",
)  # fmt: skip
_WRITES = (
    "separation_end", "separation_correct", "separation_found_order", "separation_order_told",
    "separation_order_correct", "separation_order_strike_out", "separation_advice_answer",
    "separation_conflicts", "restriction_new", "restriction_end", "restriction_review",
    "restriction_told", "discipline_notice", "discipline_waived", "discipline_closed",
    "discipline_weighed", "discipline_hearing", "discipline_decide", "discipline_appeal_told",
    "discipline_appeal", "discipline_appeal_decide", "discipline_questioned",
    "discipline_found_step",
)  # fmt: skip
_SECTIONS = ("restrictions", "restraint", "discipline")
OF_A_PERSON = {
    "separation": "DIS xa", **dict.fromkeys(_SECTIONS, "DIS ra"), **dict.fromkeys(_ADDS, "DIS a"),
    **dict.fromkeys(_WRITES, "DIS w"), "separation_opinion": "HLT a", "separation_health": "HLT a",
    "separation_health_end": "HLT w", "discipline_mind": "HLT w",
}  # fmt: skip
LISTS = {"separation_register"}


def pages() -> Iterator[URLPattern]:
    for part in parts:
        yield from (one for one in part.url_patterns if isinstance(one, URLPattern))


@pytest.fixture(params=every_third(2))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("DIS")
    for person in found.people.values():
        _separated(person)
    see_no_rows()
    return found


def _separated(person: UUID) -> None:
    """As rows: a separation that was found with its order, and a restriction."""
    at, first, row = now(), uuid4(), uuid4()
    said: dict[str, Any] = {"person_id": person, "recorded_at": at, "recorded_by": "2"}
    Separation.objects.create(
        id=first, spell=first, kind="segregation_cell", since=at - DAY, found="seen", **said
    )
    words: dict[str, Any] = {
        "ground": "security", "authority": "A. Director", "authority_role": "director",
        "legal_ground": "article 12", "reasons": WHY, "end_at": at + DAY, "review_at": at,
        "ordered_by": "2", **said,
    }  # fmt: skip
    SeparationOrder.objects.create(
        id=uuid4(), separation_id=first, alternatives_tried="talks", made_at=at - DAY,
        valid_from=at - DAY, found="seen", **words,
    )  # fmt: skip
    Restriction.objects.create(
        id=row, first=row, kind="contact", scope="visits_barred", since=at - DAY, **words
    )


def test_no_page_of_these_registers_is_left_out_here() -> None:
    assert {page.name for page in pages()} == set(OF_A_PERSON) | LISTS


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    about = [page for page in pages() if page.name in OF_A_PERSON]
    for number, page in enumerate(in_turn(cast.role, about, share=3), start=turn):
        code, letters = OF_A_PERSON[str(page.name)].split()
        reads = page.name in {"separation", *_SECTIONS}
        sends = (cast.client.get,) if reads or number % 3 else (cast.client.get, cast.client.post)
        # Who does not even reach the own case reaches nobody: one stands for all.
        far = ("other", "away")[number % 2]
        for send in sends:
            nobody = send(way_to(page, cast.nobody))
            for whom in ("mine", far) if reached(cast, "mine") else ("mine",):
                person, told = cast.people[whom], (cast.role, page.name, whom)
                answer = send(way_to(page, person))
                words = shown(answer)
                if not reached(cast, whom):
                    assert answer.status_code == nobody.status_code != 200, told
                    assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told
                elif not set(letters) & set(cast.lets(code, whom)):
                    assert answer.status_code in {403, 404}, told
                    assert not any(one in words for one in (WHY, *secrets(whom))), told
                elif "r" not in cast.lets("DIS", whom):
                    assert WHY not in words, told


def reached(cast: Cast, whom: str) -> bool:
    """Whether any cell that these pages read or write in opens anything in this file."""
    return any(cast.lets(code, whom) for code in ("ID", "DIS", "HLT"))


def test_the_day_in_the_head_of_a_file_and_the_register_are_for_who_may_know(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}")
        if answer.status_code == 200:
            knows = bool(cast.lets("DIS", whom))
            assert ("of separation, must end by" in shown(answer)) == knows, (cast.role, whom)
    answer = cast.client.get("/separation?first=2020-01-01&last=2026-12-31")
    words = shown(answer)
    assert (answer.status_code == 200) == bool(cast.lets("DIS", "other")), cast.role
    for whom, person in cast.people.items():
        if not cast.lets("DIS", whom):
            assert NAMES[whom] not in words and str(person) not in words, (cast.role, whom)
