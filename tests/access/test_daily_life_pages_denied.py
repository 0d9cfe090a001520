"""Whom the matrix gives nothing of contact, work or religion gets there what no file gets.

Status and words are those for a number that nobody has. In the usual run each role asks a third of
the pages.
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
from throughcare.casework.chaplaincy.models import Request, Wish
from throughcare.casework.contact.models import Contact
from throughcare.casework.work.models import Injury, Placement, WorkDay
from throughcare.web.chaplaincy.urls import urlpatterns as of_religion
from throughcare.web.contact.urls import urlpatterns as of_contact
from throughcare.web.work.urls import urlpatterns as of_work

pytestmark = pytest.mark.django_db

WHY = "secret of the day"
CLERK = 8811
PAGES = (*of_contact, *of_work, *of_religion)
# Which act in which compartment opens a page.
OF_A_PERSON = {
    "contact": ("CON", "r"), "contact_write": ("CON", "w"), "contact_strike": ("CON", "w"),
    "work": ("PRG", "r"),
    **{
        f"work_{way}": ("PRG", "w")
        for way in ("fitness", "offer", "place", "injury", "hours", "rest", "wage", "end")
    },
    "work_day_strike": ("PRG", "w"), "injury_claim": ("PRG", "w"),
    "religion": ("REL", "a"), "religion_ask": ("REL", "a"),
    **dict.fromkeys(
        ("religion_wish", "religion_visit", "religion_service", "religion_answer", "wish_end"),
        ("REL", "w"),
    ),
}  # fmt: skip
# Of no person: the lists of a prison and of a chaplain; `test_ways` holds who opens them.
OF_A_HOUSE = {"contact_house", "contact_day", "chaplaincy"}
# What the chaplaincy offers is not written by the person.
_CLOSED_TO_THE_PERSON = {"religion_visit", "religion_service", "religion_answer"}


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PRG", "REL")
    Account.objects.create(pk=CLERK, name=f"account {CLERK}")
    for person in found.people.values():
        _told(person)
    see_no_rows()
    return found


def _told(person: UUID) -> None:
    """As rows: a refused call, work with its hours, an injury, a request and a wish."""
    at = now()

    def said() -> dict[str, Any]:
        return {
            "id": uuid4(), "person_id": person, "recorded_at": at, "recorded_by": str(CLERK),
        }  # fmt: skip

    Contact.objects.create(
        **said(), kind="call", whom="other", at=at, outcome="refused", ground="safety",
        refused_why=WHY, refused_until=at + DAY,
    )  # fmt: skip
    row = said()
    work = Placement.objects.create(
        **row, first=row["id"], workshop=WHY, beneficiary="prison", voluntary=True, paid=True,
        since=at - DAY / 2,
    )  # fmt: skip
    WorkDay.objects.create(
        **said(), placement=work, day=at.date(), rest=False, since=at - DAY / 4, until=at
    )
    hurt = said()
    Injury.objects.create(**hurt, first=hurt["id"], at=at - DAY / 4)
    Request.objects.create(**said(), asked_at=at, faith=WHY, own_hand=False)
    Wish.objects.create(**said(), kind="services", faith=WHY, since=at, own_hand=False)


def test_no_page_of_daily_life_is_left_out_here() -> None:
    assert {page.name for page in PAGES} == set(OF_A_PERSON) | OF_A_HOUSE


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    asked = [page for page in PAGES if page.name in OF_A_PERSON]
    for number, page in enumerate(in_turn(cast.role, asked, share=3), start=turn):
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", ("other", "away")[number % 2]):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person))
            words = shown(answer)
            if _opens(cast, str(page.name), whom):
                continue
            assert answer.status_code in {403, 404}, told
            assert not any(one in words for one in (WHY, *secrets(whom))), told
            if not any(cast.lets(code, whom) for code in ("ID", "CON", "PRG", "REL")):
                assert answer.status_code == nobody.status_code, told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


@pytest.mark.parametrize(
    ("section", "code"), [("contact", "CON"), ("work", "PRG"), ("religion", "REL")]
)
def test_a_section_shows_its_records_to_whoever_reads_the_compartment_and_to_nobody_else(
    cast: Cast, section: str, code: str
) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/custody/{section}")
        reads = "r" in cast.lets(code, whom)
        assert (WHY in shown(answer)) == reads, (cast.role, whom)
        opens = reads or (section == "religion" and "a" in cast.lets(code, whom))
        assert (answer.status_code == 200) == opens, (cast.role, whom)


def test_no_form_about_a_row_of_somebody_else_opens_with_the_number_of_an_own_case(
    cast: Cast,
) -> None:
    see_all_rows("PRG", "REL")
    other = cast.people["other"]
    rows = {
        f"contact/{Contact.objects.get(person=other).id}/strike",
        *(f"work/{Placement.objects.get(person=other).first}/{way}"
          for way in ("hours", "rest", "wage", "end")),
        f"work/day/{WorkDay.objects.get(person=other).id}/strike",
        f"work/injury/{Injury.objects.get(person=other).first}/claim",
        f"religion/{Request.objects.get(person=other).id}/answer",
        f"religion/wish/{Wish.objects.get(person=other).id}/end",
    }  # fmt: skip
    see_no_rows()
    for way in in_turn(cast.role, sorted(rows), share=3):
        answer = cast.client.get(f"/people/{cast.people['mine']}/custody/{way}")
        assert answer.status_code in {403, 404}, (cast.role, way)
        assert WHY not in shown(answer), (cast.role, way)


def test_the_lists_name_nobody_whose_compartment_is_closed(cast: Cast) -> None:
    for page, code in (("/contact", "CON"), ("/contact/north/day", "CON"), ("/chaplaincy", "REL")):
        words = shown(cast.client.get(page))
        for whom, person in cast.people.items():
            if "r" not in cast.lets(code, whom):
                assert str(person) not in words and WHY not in words, (cast.role, page, whom)


def _opens(cast: Cast, page: str, whom: str) -> bool:
    code, letter = OF_A_PERSON[page]
    if cast.role == "prisoner" and page in _CLOSED_TO_THE_PERSON:
        return False
    return letter in cast.lets(code, whom)
