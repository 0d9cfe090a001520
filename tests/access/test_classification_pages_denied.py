"""Whom the matrix gives nothing of a plan gets at the pages of boards what no file gets.

As for the other judgements: status and words are those for a number that nobody has. In the usual
run each role asks a third of the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import DAY, now
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account
from throughcare.casework.assessment.minutes_words import words_of
from throughcare.casework.assessment.models import Appeal, Board, Classification, Factor, Seat
from throughcare.web.classification.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

WHY = "secret of the board"
CLERK, SAT = 8801, {"director": 8802, "case_manager": 8803, "psychologist": 8804}
_FORMS = (
    "board_call", "board_dissolve", "board_minutes", "level_sign", "level_told", "level_appeal",
    "level_decide",
)  # fmt: skip
# Which act in which compartment opens a page.
OF_A_PERSON = {"classification": ("PLN", "r"), **dict.fromkeys(_FORMS, ("PLN", "w"))}
# The person writes nothing here but an appeal.
_CLOSED_TO_THE_PERSON = set(_FORMS) - {"level_appeal"}


@pytest.fixture(params=every_third(2))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PLN", "PSY", "INC")
    for account in (CLERK, *SAT.values()):
        Account.objects.create(pk=account, name=f"account {account}")
    for person in found.people.values():
        _classified(person)
    see_no_rows()
    return found


def _classified(person: UUID) -> None:
    """As rows: an open board, a level that holds for reasons, and an appeal that waits."""
    at = now()

    def said(by: int = CLERK) -> dict[str, Any]:
        return {
            "id": uuid4(), "person_id": person, "recorded_at": at, "recorded_by": str(by),
        }  # fmt: skip

    def staged(by: int = CLERK) -> dict[str, Any]:
        row = said(by)
        return {**row, "first": row["id"]}

    board = Board.objects.create(
        **staged(), state="convened", trigger="first", why=WHY, called_by=str(CLERK), meets_at=at
    )
    words: dict[str, Any] = {
        "board": board, "level": "low", "reasons": WHY, "lower_why": WHY, "wish": WHY,
        "decided_at": at - DAY, "review_at": at + 30 * DAY, "minuted_by": str(CLERK),
    }  # fmt: skip
    minutes = Classification.objects.create(**staged(), **words, state="minuted")
    for office, account in SAT.items():
        Seat.objects.create(
            **said(), board=board, minutes=minutes.first, account=str(account), office=office
        )
    Factor.objects.create(
        **said(), classification=minutes, kind="conduct", weighs="less", words=WHY
    )
    member = SAT["director"]
    Classification.objects.filter(id=minutes.id).update(stood_until=at)
    Classification.objects.create(
        **said(member), **words, first=minutes.first, replaces_id=minutes.id, state="in_force",
        looked_by=str(member), looked_at=at, looked_why=WHY, looked_seen=words_of(minutes.id),
    )  # fmt: skip
    Appeal.objects.create(
        **staged(), state="waiting", classification=minutes, words=WHY, language="en",
        own_hand=False, appealed_at=at,
    )  # fmt: skip


def test_no_page_of_boards_is_left_out_here() -> None:
    assert {page.name for page in pages} == set(OF_A_PERSON)


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    for number, page in enumerate(in_turn(cast.role, pages, share=3), start=turn):
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", ("other", "away")[number % 2]):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person))
            words = shown(answer)
            if _opens(cast, str(page.name), whom):
                continue
            assert answer.status_code in {403, 404}, told
            assert not any(one in words for one in (WHY, *secrets(whom))), told
            if not any(cast.lets(code, whom) for code in ("ID", "PLN")):
                assert answer.status_code == nobody.status_code, told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_the_section_opens_for_whoever_reads_the_plan_in_full_and_for_nobody_else(
    cast: Cast,
) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/custody/classification")
        reads = "r" in cast.lets("PLN", whom)
        assert (answer.status_code == 200) == reads, (cast.role, whom)
        assert (WHY in shown(answer)) == reads, (cast.role, whom)


def test_no_form_about_a_row_of_somebody_else_opens_with_the_number_of_an_own_case(
    cast: Cast,
) -> None:
    see_all_rows("PLN")
    rows = {
        way: model.objects.get(person=cast.people["other"], stood_until=None).first
        for way, model in (
            ("dissolve", Board), ("minutes", Board), ("sign", Classification),
            ("told", Classification), ("appeal", Classification), ("decide", Appeal),
        )
    }  # fmt: skip
    see_no_rows()
    own = f"/people/{cast.people['mine']}/custody/classification"
    for way, row in in_turn(cast.role, sorted(rows.items()), share=3):
        answer = cast.client.get(f"{own}/{row}/{way}")
        assert answer.status_code in {403, 404}, (cast.role, way)
        assert WHY not in shown(answer), (cast.role, way)


def test_the_list_of_who_needs_a_board_names_nobody_whose_plan_is_closed(cast: Cast) -> None:
    words = shown(cast.client.get("/judgements"))
    for whom, person in cast.people.items():
        if "r" not in cast.lets("PLN", whom):
            assert str(person) not in words and WHY not in words, (cast.role, whom)


def _opens(cast: Cast, page: str, whom: str) -> bool:
    code, letter = OF_A_PERSON[page]
    if cast.role == "prisoner" and page in _CLOSED_TO_THE_PERSON:
        return False
    return letter in cast.lets(code, whom)
