"""Notes are written and amended, alerts raised and ended, from the pages of a file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web.people.made import Somebody, place, shown
from throughcare.casework.people.models import Alert, Note, Person

pytestmark = pytest.mark.django_db
FORM = "%Y-%m-%dT%H:%M"


@pytest.fixture
def officer() -> Somebody:
    place(zone="Africa/Tunis")
    return Somebody()


@pytest.fixture
def file(officer: Somebody) -> Person:
    return officer.open("Aigerim")


def wall(minutes: int) -> str:
    """So many minutes from now by the clock on the wall of the place, an hour before UTC."""
    return (timezone.now() + timedelta(hours=1, minutes=minutes)).strftime(FORM)


def test_a_note_is_written_at_the_hour_of_the_place(officer: Somebody, file: Person) -> None:
    way = f"/people/{file.id}/notes/new"
    answer = officer.send(way, kind="observation", happened_at="2026-03-01T09:30", text="slept")
    assert answer.status_code == 302, shown(answer)
    assert Note.objects.get().happened_at.isoformat() == "2026-03-01T08:30:00+00:00"
    page = officer.page(f"/people/{file.id}/notes")
    assert "slept" in page and "09:30" in page and "amel" in page


@pytest.mark.parametrize(("minutes", "status"), [(-1, 302), (2, 422)])
def test_a_note_tells_of_what_has_happened(
    officer: Somebody, file: Person, minutes: int, status: int
) -> None:
    answer = officer.send(
        f"/people/{file.id}/notes/new", kind="safety", text="said", happened_at=wall(minutes)
    )
    assert answer.status_code == status and Note.objects.count() == (status == 302)
    if status == 422:
        assert "has not come yet" in shown(answer) and ">\nsaid</textarea>" in shown(answer)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("text", "", "required"),
        ("text", " \n ", "required"),
        ("text", "a\0b", "Null characters"),
        ("text", "x" * 1_000_000, "at most 20000"),
        ("kind", "rumour", "valid choice"),
        ("happened_at", "yesterday", "valid date/time"),
        ("happened_at", "0001-01-01T00:00", "too far away"),
        ("happened_at", "9999-12-31T23:59", "too far away"),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused_in_words(
    officer: Somebody, file: Person, field: str, typed: str, says: str
) -> None:
    said = {"kind": "safety", "text": "kept words", "happened_at": wall(-1)}
    answer = officer.send(f"/people/{file.id}/notes/new", **{**said, field: typed})
    page = shown(answer)
    assert answer.status_code == 422 and says in page and not Note.objects.exists()
    assert f'id="id_{field}_error"' in page
    assert ("kept words" in page) == (field != "text")


def test_more_than_a_page_can_take_in_is_answered_in_words(officer: Somebody, file: Person) -> None:
    way = f"/people/{file.id}/notes/new"
    answer = officer.send(way, kind="safety", text="x" * 3_000_000, happened_at=wall(-1))
    assert answer.status_code == 400 and "could not be read" in shown(answer)
    assert not Note.objects.exists()


def test_a_script_in_a_note_is_shown_and_not_run(officer: Somebody, file: Person) -> None:
    text = "<script>alert(1)</script> \u202eturned"
    officer.send(f"/people/{file.id}/notes/new", kind="safety", text=text, happened_at=wall(-1))
    page = officer.page(f"/people/{file.id}/notes")
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    assert '<div class="text" dir="auto">' in page


def test_an_amended_note_reads_anew_and_the_old_wording_stays(
    officer: Somebody, file: Person
) -> None:
    officer.send(f"/people/{file.id}/notes/new", kind="safety", text="wrong", happened_at=wall(-1))
    note = Note.objects.get()
    way = f"/people/{file.id}/notes/{note.id}/amend"
    assert "wrong" in officer.page(way)
    assert officer.send(way, text="right", why="misheard").status_code == 302
    page = officer.page(f"/people/{file.id}/notes")
    assert page.index("right") < page.index("Earlier wording") < page.index("wrong")


def test_the_second_who_amends_keeps_the_words_and_is_told_by_whom(
    officer: Somebody, file: Person
) -> None:
    officer.send(f"/people/{file.id}/notes/new", kind="safety", text="first", happened_at=wall(-1))
    way = f"/people/{file.id}/notes/{Note.objects.get().id}/amend"
    typed = officer.fill(way, text="my words")
    assert Somebody(name="colleague").send(way, text="their words").status_code == 302
    answer = officer.client.post(way, typed)
    page = shown(answer)
    assert answer.status_code == 422 and "my words" in page and "colleague" in page


def test_an_alert_is_raised_with_its_end_and_stands_in_the_header(
    officer: Somebody, file: Person
) -> None:
    way = f"/people/{file.id}/alerts/new"
    said = {"code": "may_harm_self", "expires_at": "2199-01-02T10:00", "why": "said so"}
    assert officer.send(way, **said, text="look in often").status_code == 302
    assert Alert.objects.get().expires_at.isoformat() == "2199-01-02T09:00:00+00:00"
    page = officer.page(f"/people/{file.id}")
    assert "may harm himself" in page and "2 Jan 2199, 10:00" in page
    again = officer.send(way, **said)
    assert again.status_code == 422 and "is active until" in shown(again)


@pytest.mark.parametrize(("minutes", "status"), [(-1, 422), (2, 302)])
def test_an_alert_ends_later_than_now(
    officer: Somebody, file: Person, minutes: int, status: int
) -> None:
    answer = officer.send(
        f"/people/{file.id}/alerts/new", code="first_night", expires_at=wall(minutes), why="new"
    )
    assert answer.status_code == status and Alert.objects.count() == (status == 302)


def test_an_alert_is_ended_early_for_a_reason(officer: Somebody, file: Person) -> None:
    officer.send(
        f"/people/{file.id}/alerts/new", code="first_night", expires_at=wall(60), why="new"
    )
    way = f"/people/{file.id}/alerts/{Alert.objects.get().id}/end"
    assert officer.send(way, why="").status_code == 422
    typed = officer.fill(way, why="settled in")
    assert {officer.client.post(way, typed).status_code for _ in range(2)} == {302}
    assert "No alert is active" in officer.page(f"/people/{file.id}/alerts")
    assert "settled in" in officer.page(f"/people/{file.id}/history")
