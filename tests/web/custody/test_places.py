"""The pages of places: how full, who lies where, to move, to count, to keep apart."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.people.made import HOUR, SINCE, Somebody, fresh_key, shown
from tests.web.people.test_every_page import Page
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import (
    Bed,
    KeepApart,
    LegalStatus,
    Placement,
    RollCount,
)
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.kernel.models import Place
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
CELL, NEXT = "north/a/1/01", "north/a/1/02"
FORM = "%Y-%m-%dT%H:%M"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def tree(db: None) -> None:
    """A prison with premises, two units and two cells in each."""
    above: dict[str, Place] = {}
    paths = ["north", "north/a", "north/a/1", "north/a/2"]
    paths += [f"north/a/{unit}/{cell}" for unit in "12" for cell in ("01", "02")]
    for path in paths:
        kind = ("establishment", "premises", "unit", "cell")[path.count("/")]
        above[path] = Place.objects.create(
            kind=kind, code=path.rpartition("/")[2], path=path,
            parent=above.get(path.rpartition("/")[0]), used_from=SINCE,
            time_zone="UTC" if path == "north" else None,
            name={"en": "North Prison"} if path == "north" else {},
            certified_capacity=2 if kind == "cell" else None,
            floor_area=9 if kind == "cell" else None,
        )  # fmt: skip
    see_all_rows("SEN", "INC")


@pytest.fixture
def officer() -> Somebody:
    return Somebody()


def ago(many: timedelta) -> datetime:
    return timezone.now() - many


def received(officer: Somebody, name: str = "Samir", *, status: str = "untried") -> Person:
    """Somebody grown, in custody since yesterday."""
    file = officer.open(name)
    officer.state(file, Kind.SEX, {"sex": "male"})
    officer.state(file, Kind.BIRTH_DATE, {"date": "1990-05-17"})
    asked: dict[str, Any] = {"by": officer.viewer, "at": timezone.now(), "person_id": file.id}
    actions.register_order(
        **asked, kind=OrderKind.REMAND, authority="Court", number=name, issued_on=ago(DAY).date(),
        valid_from=ago(DAY),
    )  # fmt: skip
    actions.receive(**asked, establishment="north", admitted_at=ago(DAY))
    LegalStatus.objects.create(
        id=fresh_id(timezone.now()), person_id=file.id, recorded_at=ago(DAY), recorded_by="1",
        value=status, since=ago(DAY),
    )  # fmt: skip
    return file


def lies(officer: Somebody, file: Person, place: str = CELL, bed: str | None = None) -> Placement:
    return actions.place_in(
        by=officer.viewer, at=timezone.now(), person_id=file.id, place=place, since=ago(HOUR),
        bed=bed,
    )  # fmt: skip


def now(back: timedelta = timedelta(minutes=1)) -> str:
    return ago(back).strftime(FORM)


def test_the_prisons_are_listed_with_how_full_they_are(officer: Somebody) -> None:
    lies(officer, received(officer))
    page = officer.page("/places")
    assert "North Prison" in page and "/places/north" in page
    assert Entry.objects.filter(event="read.occupancy").exists()


def test_a_prison_says_how_many_are_too_many_in_words(officer: Somebody) -> None:
    for name in ("Samir", "Karim", "Omar"):
        lies(officer, received(officer, name))
    received(officer, "Yusuf")
    page = officer.page("/places/north/a/1")
    assert "150 %" in page and re.search(r"over its capacity by\s*1", page)
    assert "Samir" in page and "3.0" in page
    whole = officer.page("/places/north")
    assert re.search(r"without a place</dt><dd>1", whole)
    assert "Samir" not in whole and "Samir" in officer.page("/places/north/people")


@pytest.mark.parametrize("path", ["south", "north/b", "north/a/1/99", "North", "north/a/1/01/1"])
def test_a_place_that_is_not_there_is_nothing(officer: Somebody, path: str) -> None:
    assert officer.status(f"/places/{path}") == 404


def test_the_places_of_another_prison_are_nothing(officer: Somebody) -> None:
    stranger = Somebody(at="south", name="zoya")
    assert stranger.status("/places/north") == 404
    assert officer.status("/places/north") == 200


def test_a_person_is_placed_moved_and_corrected_on_the_pages(officer: Somebody) -> None:
    file = received(officer)
    way = f"/people/{file.id}/custody/places"
    assert "No place is written down" in officer.page(way)
    typed = {"place": CELL, "since": now(HOUR), "reason": "first night"}
    answer = officer.send(f"{way}/move", **typed)
    assert answer.status_code == 302, shown(answer)
    assert (
        officer.send(f"{way}/move", **{**typed, "place": NEXT, "since": now()}).status_code == 302
    )
    page = officer.page(way)
    assert page.count("<rect") == 2 and "first night" in page
    last = Placement.objects.get(stood_until=None, until=None)
    answer = officer.send(
        f"{way}/{last.id}/correct", place=CELL.replace("01", "02").replace("a/1", "a/2"),
        since=last.since.strftime(FORM), reason="quiet", why="misread",
    )  # fmt: skip
    assert answer.status_code == 302, shown(answer)
    assert "north/a/2/02" in officer.page(way)


def test_a_move_that_a_rule_is_against_keeps_what_was_typed_and_takes_a_reason(
    officer: Somebody,
) -> None:
    lies(officer, received(officer, "Karim", status="sentenced"))
    file = received(officer)
    way = f"/people/{file.id}/custody/places/move"
    typed = {"place": NEXT, "since": now(), "reason": "his own words"}
    looked = officer.send(way, **typed, more="look")
    assert looked.status_code == 200 and "nmr-11-b" in shown(looked) and "Karim" in shown(looked)
    refused = officer.send(way, **typed)
    page = shown(refused)
    assert refused.status_code == 422 and "his own words" in page and "nmr-11-b" in page
    assert not Placement.objects.filter(person=file.id).exists()
    answer = officer.send(way, **typed, despite="the other unit burns")
    assert answer.status_code == 302
    assert "the other unit burns" in officer.page(f"/people/{file.id}/custody/places")


def test_a_form_of_a_move_that_is_sent_twice_moves_once(officer: Somebody) -> None:
    file = received(officer)
    way = f"/people/{file.id}/custody/places/move"
    typed = officer.fill(way, place=CELL, since=now(), reason="x")
    assert {officer.client.post(way, typed).status_code for _ in range(2)} == {302}
    assert Placement.objects.count() == 1


def test_a_bed_that_was_taken_meanwhile_is_refused_in_words(officer: Somebody) -> None:
    actions.open_bed(by=officer.viewer, at=ago(DAY), place=CELL, code="1")
    one, other = received(officer), received(officer, "Karim")
    way = f"/people/{one.id}/custody/places/move"
    typed = officer.fill(way, place=f"{CELL}#1", since=now(), reason="x")
    lies(officer, other, bed="1")
    answer = officer.client.post(way, typed)
    assert answer.status_code == 422 and not Placement.objects.filter(person=one.id).exists()


def test_a_place_is_opened_changed_and_closed(officer: Somebody) -> None:
    answer = officer.send(
        "/places/north/a/1/new", code="03", name="East", capacity="4", area="18.5"
    )
    assert answer.status_code == 302, shown(answer)
    way = "/places/north/a/1/03"
    assert "East" in officer.page(way)
    assert (
        officer.send(f"{way}/change", capacity="3", area="18.5", why="inspected").status_code == 302
    )
    assert re.search(r"Certified for</dt><dd>3", officer.page(way))
    assert officer.send(f"{way}/bed", code="1").status_code == 302
    assert officer.send(f"{way}/bed/close", bed="1", why="broken").status_code == 302
    assert Bed.objects.get().used_until is not None
    assert officer.send(f"{way}/close", why="wet").status_code == 302
    assert officer.status(way) == 404


def test_an_occupied_cell_is_not_closed_and_the_page_says_what_to_do(officer: Somebody) -> None:
    lies(officer, received(officer))
    way = f"/places/{CELL}/close"
    assert "People still lie here" in officer.page(way)
    answer = officer.send(way, why="the wall is wet")
    page = shown(answer)
    assert answer.status_code == 422 and "Move them first" in page and "the wall is wet" in page
    assert Place.objects.get(path=CELL).used_until is None


def test_a_unit_is_emptied_on_one_page(officer: Somebody) -> None:
    files = [received(officer, name) for name in ("Samir", "Karim")]
    for file in files:
        lies(officer, file)
    typed = {f"to_{file.id}": "north/a/2/01" for file in files}
    way = "/places/north/a/1/move"
    answer = officer.send(way, **typed, since=now(), reason="the roof leaks")
    assert answer.status_code == 302, shown(answer)
    assert "Nobody lies here" in officer.page("/places/north/a/1")
    nobody = officer.send("/places/north/a/2/move", since=now(), reason="x")
    assert nobody.status_code == 422 and "nobody is to be moved" in shown(nobody).lower()


def test_a_count_that_differs_says_what_was_done(officer: Somebody) -> None:
    lies(officer, received(officer))
    way = "/places/north/a/1/count"
    assert officer.send(way, counted="1", counted_at=now()).status_code == 302
    answer = officer.send(way, counted="0", counted_at=now())
    assert answer.status_code == 422 and "1 should be there" in shown(answer)
    said = officer.send(way, counted="0", counted_at=now(), said="found in the yard")
    assert said.status_code == 302 and RollCount.objects.count() == 2
    page = officer.page(way)
    assert "found in the yard" in page and "too few" in page


def test_the_sheet_for_unlock_names_everybody_by_cell(officer: Somebody) -> None:
    lies(officer, received(officer))
    page = officer.page("/places/north/a/1/unlock")
    assert "Samir" in page and "to tick on paper" in page
    assert Entry.objects.filter(event="read.people_in_place").exists()


def test_who_lies_together_and_may_not_is_listed_with_rules(officer: Somebody) -> None:
    one, other = received(officer), received(officer, "Karim", status="sentenced")
    lies(officer, one)
    actions.place_in(
        by=officer.viewer, at=timezone.now(), person_id=other.id, place=CELL, since=ago(HOUR),
        despite="no other",
    )  # fmt: skip
    for way in ("/places/north/sharing", "/places/north/a/1/sharing"):
        assert "nmr-11-b" in officer.page(way)
    assert "nmr-11-b" not in officer.page("/places/north/a/2/sharing")


def test_two_are_kept_apart_and_only_readers_of_incidents_see_why(officer: Somebody) -> None:
    one, other = received(officer), received(officer, "Karim")
    guard = Somebody(Role.SECURITY_OFFICER, name="timur")
    way = f"/people/{one.id}/custody/places/apart"
    assert "Karim" in guard.page(f"{way}/new?q=Karim")
    typed = {"reason": "a threat on the yard", "until": "2199-01-01T10:00"}
    assert guard.send(f"{way}/new", **typed).status_code == 422
    answer = guard.send(f"{way}/new?other={other.id}", **typed, other=str(other.id))
    assert answer.status_code == 302, shown(answer)
    assert "a threat on the yard" in guard.page(way) and "Karim" in guard.page(way)
    assert officer.status(way) == 403
    lies(officer, other)
    refused = officer.send(
        f"/people/{one.id}/custody/places/move", place=CELL, since=now(), reason="x"
    )
    page = shown(refused)
    assert refused.status_code == 422 and "threat" not in page and "may not share" in page
    see_all_rows("INC")
    row = KeepApart.objects.get()
    assert guard.send(f"{way}/{row.id}/end", why="peace").status_code == 302
    assert "over" in guard.page(way)


def test_who_only_reads_sees_no_form_and_is_refused_in_words(officer: Somebody) -> None:
    file = received(officer)
    row = lies(officer, file)
    guard = Somebody(Role.SECURITY_OFFICER, name="timur")
    page = guard.page(f"/people/{file.id}/custody/places")
    assert CELL in page and "Give a place" not in page and "/correct" not in page
    for way in (
        f"/people/{file.id}/custody/places/move",
        f"/people/{file.id}/custody/places/{row.id}/correct",
        f"/places/{CELL}/close", f"/places/{CELL}/change", f"/places/{CELL}/move",
    ):  # fmt: skip
        assert guard.status(way) == 403, way
    assert guard.status("/places/north/a/1/count") == 200


def test_a_placement_of_another_file_is_not_there(officer: Somebody) -> None:
    row = lies(officer, received(officer))
    other = received(officer, "Karim")
    assert officer.status(f"/people/{other.id}/custody/places/{row.id}/correct") == 404


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_has_one_heading_labels_and_nothing_inline(
    officer: Somebody, language: str
) -> None:
    file = received(officer)
    row = lies(officer, file)
    officer.client.cookies["django_language"] = language
    person = f"/people/{file.id}/custody/places"
    ways = [
        "/places", "/places/north", "/places/north/a", "/places/north/a/1", f"/places/{CELL}",
        "/places/north/people", "/places/north/sharing", "/places/north/a/1/count",
        "/places/north/a/1/unlock", "/places/north/a/1/move", "/places/north/a/1/new",
        "/places/north/a/1/change", "/places/north/a/1/close", f"/places/{CELL}/bed",
        f"/places/{CELL}/bed/close", person, f"{person}/move", f"{person}/{row.id}/correct",
        f"{person}/apart/new",
    ]  # fmt: skip
    for way in ways:
        text = officer.page(way)
        page = Page(text)
        assert page.tags.count("h1") == 1 and page.inline == [], way
        assert page.fields - page.labels <= {"in a label"}, way
        assert len(page.ids) == len(set(page.ids)), way
        assert page.described <= set(page.ids), way
        for link in page.links:
            if link.startswith(("/places", person)):
                assert officer.client.get(link).status_code == 200, (way, link)


def test_a_key_that_is_none_is_answered_by_a_new_form(officer: Somebody) -> None:
    way = f"/places/{CELL}/bed"
    assert officer.send(way, code="1", once=fresh_key()).status_code == 302
