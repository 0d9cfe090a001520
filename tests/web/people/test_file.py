"""One person's file: what each viewer sees of it, and the forms that change it."""

from __future__ import annotations

import html
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.web.people.made import HOUR, Somebody, hidden, place, shown
from throughcare.access.terms import Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import AlertCode, Fact, NoteKind
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
REASON = {"why": "the certificate came"}


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def test_the_file_shows_each_fact_with_how_it_stands_by_whom_and_the_header(
    officer: Somebody,
) -> None:
    file = officer.open("Нұрлан", latin="Nurlan")
    officer.state(file, Kind.BIRTH_DATE, {"date": "1990"})
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "N-12"})
    page = officer.page(f"/people/{file.id}")
    for told in ("Нұрлан", "Nurlan", "N-12", "North Prison", "1990", "stated", "amel", "Nothing"):
        assert told in page, told
    for tab in ("contacts", "alerts", "notes", "history"):
        assert f'href="/people/{file.id}/{tab}"' in page


def test_a_short_reading_has_two_tabs_and_shows_no_number_place_alert_or_history(
    officer: Somebody,
) -> None:
    file = officer.open("Samir")
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "N-12"})
    now = timezone.now()
    for kind, text in ((NoteKind.SAFETY, "fears dogs"), (NoteKind.OBSERVATION, "slept badly")):
        actions.add_note(
            by=officer.viewer, at=now, person_id=file.id, kind=kind, text=text, happened_at=now
        )
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    page, notes = (teacher.page(f"/people/{file.id}{way}") for way in ("", "/notes"))
    assert "Samir" in page and "short form" in page
    assert "fears dogs" in notes and "slept badly" not in notes
    for untold in ("N-12", "North Prison", "/history", "/contacts", "/alerts", "Correct"):
        assert untold not in page and untold in officer.page(f"/people/{file.id}")
    for way, status in (("/history", 403), ("/contacts", 404), ("/alerts", 404)):
        assert teacher.status(f"/people/{file.id}{way}") == status
        assert officer.status(f"/people/{file.id}{way}") == 200


def test_a_short_reading_tells_no_proof_as_it_may_name_a_paper_that_is_hidden(
    officer: Somebody,
) -> None:
    file = officer.open("Samir")
    fact = Fact.objects.get(person=file)
    officer.send(f"/people/{file.id}/facts/{fact.id}/verify", proof="passport R 77")
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    for who, told in ((officer, True), (teacher, False)):
        table = shown(who.send("/people/export", why="w"))
        assert ("R 77" in who.page(f"/people/{file.id}")) == told
        assert "Samir" in table and ("R 77" in table) == told


@pytest.mark.parametrize(
    "way",
    ["", "/notes", "/history", "/contacts", "/alerts", "/notes/new", "/alerts/new", "/photo",
     "/facts/sex/new", "/same-person", "/separate"],
)  # fmt: skip
def test_a_file_beyond_reach_answers_on_every_page_like_one_that_does_not_exist(
    officer: Somebody, way: str
) -> None:
    file = officer.open("Aigerim")
    elsewhere = Somebody(at="south", name="else")
    hidden = elsewhere.client.get(f"/people/{file.id}{way}")
    nothing = elsewhere.client.get(f"/people/{uuid4()}{way}")
    assert (hidden.status_code, nothing.status_code) == (404, 404)
    words = [shown(answer).split("<main")[1].split("</main")[0] for answer in (hidden, nothing)]
    assert words[0] == words[1]


def test_who_may_read_and_not_write_sees_no_way_to_write_and_is_refused_with_a_reason(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    guard = Somebody(Role.SECURITY_OFFICER, name="guard")
    assert "/facts/sex/new" not in guard.page(f"/people/{file.id}")
    answer = guard.client.get(f"/people/{file.id}/facts/sex/new")
    assert answer.status_code == 403 and "You may read here, not write" in shown(answer)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("sex", {"sex": "female"}, {"sex": "female"}),
        ("gender", {"words": "a woman"}, {"words": "a woman"}),
        ("nationality", {"country": "tn"}, {"country": "TN"}),
        ("birth_date", {"born_year": "2000", "born_month": "2", "born_day": "29"},
         {"date": "2000-02-29"}),
        ("language", {"code": "ar", "reads": "no"},
         {"code": "ar", "speaks": None, "understands": None, "reads": False}),
        ("document", {"type": "passport", "valid_to_year": "2030"},
         {"type": "passport", "number": None, "country": None, "valid_to": "2030"}),
        ("identifier", {"system": "court", "number": "A-7"},
         {"system": "court", "number": "A-7", "read": "A7"}),
        ("adjustment", {"need": "a ramp"}, {"need": "a ramp", "adjustment": None}),
        ("dependant", {"name": "Lina", "born_year": "2020"},
         {"name": "Lina", "born": "2020", "cared_for_by": None}),
        ("emergency_contact", {"name": "Sara", "reached_by": "55"},
         {"name": "Sara", "relation": None, "reached_by": "55"}),
    ],
)  # fmt: skip
def test_each_kind_of_fact_can_be_stated_and_is_shown(
    officer: Somebody, kind: str, typed: dict[str, str], kept: dict[str, object]
) -> None:
    file = officer.open("Aigerim")
    answer = officer.send(f"/people/{file.id}/facts/{kind}/new", **typed)
    assert answer.status_code == 302, shown(answer)
    assert Fact.objects.get(kind=kind).value == kept
    assert "written down as stated" in officer.page(answer.headers["Location"].split("#")[0])


def test_a_fact_that_misses_what_it_needs_is_refused_at_the_field(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    way = f"/people/{file.id}/facts/identifier/new"
    answer = officer.send(way, system="court", number="")
    page = shown(answer)
    assert answer.status_code == 422 and 'id="id_number_error"' in page and "court" in page
    assert officer.send(way, system="court", number="7").status_code == 302


@pytest.mark.parametrize("kind", ["photo", "height", "x" * 300])
def test_what_is_no_kind_with_a_form_is_not_there(officer: Somebody, kind: str) -> None:
    file = officer.open("Aigerim")
    assert officer.status(f"/people/{file.id}/facts/{kind}/new") == 404


def test_a_fact_is_verified_by_a_proof_and_never_without_one(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    fact = officer.state(file, Kind.SEX, {"sex": "female"})
    way = f"/people/{file.id}/facts/{fact.id}/verify"
    assert officer.send(way, proof=" ").status_code == 422
    assert not Fact.objects.filter(supersedes=fact).exists()
    assert officer.send(way, proof="passport, original").status_code == 302
    page = officer.page(f"/people/{file.id}")
    assert "passport, original" in page and "verified" in page


def test_a_correction_begins_with_what_stands_and_keeps_it_under_earlier_entries(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    fact = officer.state(file, Kind.GENDER, {"words": "a first word"})
    way = f"/people/{file.id}/facts/{fact.id}/correct"
    assert 'value="a first word"' in officer.page(way)
    refused = officer.send(way, words="a second word", why="")
    assert refused.status_code == 422 and 'value="a second word"' in shown(refused)
    assert officer.send(way, words="a second word", **REASON).status_code == 302
    assert "a first word" not in officer.page(f"/people/{file.id}")
    assert "a first word" in officer.page(f"/people/{file.id}/history")


def test_a_name_is_corrected_part_by_part(officer: Somebody) -> None:
    file = officer.open("Samir", latin="Samyr")
    fact = Fact.objects.get(person=file)
    way = f"/people/{file.id}/facts/{fact.id}/correct"
    page = officer.page(way)
    assert 'value="Samir"' in page and 'value="Samyr"' in page
    answer = officer.send(way, use="preferred", part0_text="Yasmin", **REASON)
    assert answer.status_code == 302, shown(answer)
    assert "Yasmin" in officer.page("/people") and "Samir" not in officer.page("/people")


def test_what_is_struck_out_is_gone_from_the_page_and_told_in_the_history(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    fact = officer.state(file, Kind.GENDER, {"words": "typed in the wrong file"})
    way = f"/people/{file.id}/facts/{fact.id}/strike-out"
    assert officer.send(way, why="").status_code == 422
    assert officer.send(way, why="another person's").status_code == 302
    assert "wrong file" not in officer.page(f"/people/{file.id}")
    history = html.unescape(officer.page(f"/people/{file.id}/history"))
    assert "Struck out" in history and "another person's" in history


def test_the_second_of_two_officers_sees_what_changed_keeps_the_words_and_saves_again(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    way = f"/people/{file.id}/facts/gender/new"
    typed = officer.fill(way, words="a woman")
    colleague = Somebody(name="colleague")
    colleague.state(file, Kind.SEX, {"sex": "female"})
    answer = officer.client.post(way, typed)
    page = shown(answer)
    assert answer.status_code == 422 and not Fact.objects.filter(kind=Kind.GENDER).exists()
    for told in ("Somebody else has changed this file", "sex as recorded", "colleague", "a woman"):
        assert told in page, told
    again = {**typed, "version": hidden(page)["version"]}
    assert officer.client.post(way, again).status_code == 302


def test_who_corrects_what_a_colleague_has_corrected_is_told_and_loses_no_word(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    fact = officer.state(file, Kind.GENDER, {"words": "first"})
    way = f"/people/{file.id}/facts/{fact.id}/correct"
    typed = officer.fill(way, words="mine", **REASON)
    assert Somebody(name="colleague").send(way, words="theirs", **REASON).status_code == 302
    answer = officer.client.post(way, typed)
    page = shown(answer)
    assert answer.status_code == 422 and 'value="mine"' in page and "colleague" in page
    again = officer.client.post(way, {**typed, "version": hidden(page)["version"]})
    assert again.status_code == 422 and "no longer stands" in shown(again)


def test_a_double_click_states_a_fact_once(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    way = f"/people/{file.id}/facts/gender/new"
    typed = officer.fill(way, words="a woman")
    answers = [officer.client.post(way, typed) for _ in range(2)]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Fact.objects.filter(kind=Kind.GENDER).count() == 1


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "0"])
def test_a_broken_version_is_answered_like_a_changed_file(officer: Somebody, version: str) -> None:
    file = officer.open("Aigerim")
    answer = officer.send(f"/people/{file.id}/facts/gender/new", words="w", version=version)
    assert answer.status_code == 422 and "has changed this file" in shown(answer)


def test_facts_of_another_file_cannot_be_reached_through_this_one(officer: Somebody) -> None:
    file, other = officer.open("Aigerim"), officer.open("Grace")
    fact = officer.state(other, Kind.SEX, {"sex": "female"})
    assert officer.status(f"/people/{other.id}/facts/{fact.id}/correct") == 200
    assert officer.status(f"/people/{file.id}/facts/{fact.id}/correct") == 404


def test_each_reading_leaves_an_entry(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    for way, event in (("", "read.file"), ("/history", "read.history")):
        before = Entry.objects.filter(event=event).count()
        officer.page(f"/people/{file.id}{way}")
        assert Entry.objects.filter(event=event, about=file.id).count() == before + 1


def test_the_file_asks_as_many_questions_for_many_facts_as_for_one(
    officer: Somebody, django_assert_max_num_queries
) -> None:
    file = officer.open("Aigerim")
    for number in range(10):
        officer.state(file, Kind.IDENTIFIER, {"system": "s", "number": str(number)})
    now = timezone.now()
    for code in AlertCode:
        actions.raise_alert(
            by=officer.viewer, at=now, person_id=file.id, code=code, expires_at=now + HOUR, why="w"
        )
    for way in ("", "/history", "/notes", "/alerts"):
        with django_assert_max_num_queries(60):  # 17 for what is due next, 3 for a separation
            officer.page(f"/people/{file.id}{way}")
