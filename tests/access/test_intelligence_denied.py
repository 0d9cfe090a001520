"""Whom the matrix gives nothing of intelligence gets at its pages what nobody's file gets.

Every role asks at each page: what opens is read from the matrix alone. In the usual run each role
asks a third of the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse
from django.utils import timezone

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import in_turn
from tests.access.worlds import WING
from tests.casework.intelligence.made import officer, report, shared
from tests.staff import see_no_rows, written
from throughcare.web.intelligence.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db
WHY = "secret of the office"
# Which letter in INT opens a page about a person, and which roles a page about none.
OF_A_PERSON = {
    "statements": "x", "intelligence_reports": "r", "intelligence_report": "a",
    "intelligence_keep": "w", "intelligence_delete": "w", "intelligence_share": "w",
    "intelligence_answer": "w", "intelligence_withdraw": "w",
}  # fmt: skip
OF_NOBODY = {
    "intelligence": {"intelligence_officer"}, "intelligence_queue": {"intelligence_officer"},
    "intelligence_received": {"intelligence_officer", "security_officer", "womens_unit_officer"},
    "intelligence_officer": {"prison_director"}, "intelligence_end": {"prison_director"},
}  # fmt: skip


@pytest.fixture(params=sorted(ROLES))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def written_about(person: UUID, place: str) -> UUID:
    """A report of the wing, shared as a statement of other words."""
    written(WING)
    by = officer(965 if place == "south" else 961, place)
    item = report(person, by=by, raw=WHY, sanitised=WHY)
    shared(item, by=by, text=f"{WHY}, shared", confirmed=True)
    see_no_rows()
    return item


def test_no_page_of_intelligence_is_left_out_here() -> None:
    assert {page.name for page in pages} == {*OF_A_PERSON, *OF_NOBODY}


def test_a_page_about_a_person_opens_by_the_matrix_and_else_says_what_it_says_of_nobody(
    cast: Cast,
) -> None:
    items = {
        whom: written_about(cast.people[whom], "south" if whom == "away" else "north")
        for whom in ("mine", "other", "away")
    }
    about = [page for page in pages if page.name in OF_A_PERSON]
    for page in in_turn(cast.role, about, share=2):
        nobody = cast.client.get(way_to(page, cast.nobody, uuid4()))
        for whom, item in items.items():
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person, item))
            words = shown(answer)
            if OF_A_PERSON[str(page.name)] in cast.lets("INT", whom):
                assert answer.status_code in {200, 404}, told  # 404: another's statement
                assert cast.role != "prisoner" or WHY not in words, told
                continue
            assert answer.status_code in {403, 404}, told
            assert WHY not in words, told
            if not any(cast.lets(code, whom) for code in ("ID", "INT")):
                assert answer.status_code == nobody.status_code, told
                assert not any(one in words for one in secrets(whom)), told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_a_page_about_nobody_opens_for_its_office_alone(cast: Cast) -> None:
    written_about(cast.people["mine"], "north")
    for page in pages:
        if page.name not in OF_NOBODY or page.name == "intelligence_end":
            continue
        answer = cast.client.get(reverse(str(page.name)))
        opens = cast.role in OF_NOBODY[str(page.name)]
        assert answer.status_code == (200 if opens else 404), (cast.role, page.name)
        assert WHY not in shown(answer), (cast.role, page.name)


def test_the_person_reads_no_word_of_what_is_live(cast: Cast) -> None:
    if cast.role != "prisoner":
        return
    before = shown(cast.client.get(f"/people/{cast.people['mine']}/statements"))
    written_about(cast.people["mine"], "north")
    after = cast.client.get(f"/people/{cast.people['mine']}/statements")
    assert after.status_code == 200 and shown(after) == before


def test_a_statement_is_read_by_whoever_reads_in_short_and_nothing_raw(cast: Cast) -> None:
    written_about(cast.people["mine"], "north")
    words = shown(cast.client.get(f"/people/{cast.people['mine']}/statements"))
    reads = "x" in cast.lets("INT", "mine") and cast.role != "prisoner"
    assert (f"{WHY}, shared" in words) == reads, cast.role
    assert "K-7" not in words and str(timezone.now().year + 90) not in words


def way_to(page: URLPattern, person: UUID, item: UUID) -> str:
    asked = dict.fromkeys(page.pattern.converters, item)
    return reverse(str(page.name), kwargs={**asked, "person_id": person})
