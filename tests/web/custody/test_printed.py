"""What a person takes along on paper: in the own language, and readable."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, place
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import OrderKind, Stage, StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry
from throughcare.web.custody.printed import pages, pdf
from throughcare.web.custody.printed.pdf import NoPdf, is_ours, pdf_of
from throughcare.web.custody.printed.words import LANGUAGES, words_in

pytestmark = pytest.mark.django_db
KINDS = ("leaflet", "aloud", "receipt", "reception")
HOUR = timedelta(hours=1)


@pytest.fixture
def officer(db: None) -> Somebody:
    """At the reception; the test itself looks at raw rows."""
    see_all_rows()
    place()
    return Somebody()


def spoken(officer: Somebody, code: str, *, reads: bool | None = True) -> Person:
    """Somebody who speaks a language."""
    file = officer.open("Aigerim")
    officer.state(
        file, Kind.LANGUAGE, {"code": code, "speaks": True, "understands": True, "reads": reads}
    )
    return file


def received(officer: Somebody, code: str = "en") -> Person:
    """The same, received two hours ago with an order and some belongings."""
    file, now = spoken(officer, code), timezone.now()
    asked: Any = {"by": officer.viewer, "at": now, "person_id": file.id}
    actions.register_order(
        **asked, kind=OrderKind.REMAND, authority="Court of the North", number="17/2026",
        issued_on=date(2026, 3, 1), valid_from=now - 3 * HOUR, valid_to=now + 60 * 24 * HOUR,
    )  # fmt: skip
    actions.receive(**asked, establishment="north", admitted_at=now - 2 * HOUR)
    steps: dict[StepKind, dict[str, object]] = {
        StepKind.PROPERTY: {"items": [{"what": "wristwatch", "count": 2}], "money": "40"},
        StepKind.INFORMATION: {"topics": ["rights"], "language": code, "mode": "oral"},
        StepKind.INJURIES: {"marks": [{"where": "back", "what": "secret bruise"}]},
    }
    for kind, value in steps.items():
        actions.take_step(
            **asked, stage=Stage.RECEPTION, kind=kind, value=value, happened_at=now - HOUR
        )
    return file


def opened(officer: Somebody, file: Person, rest: str = "") -> HttpResponse:
    answer = officer.client.get(f"/people/{file.id}/custody/printed{rest}")
    assert isinstance(answer, HttpResponse)
    return answer


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(("code", "way"), [("ar", "rtl"), ("kk", "ltr"), ("ru", "ltr")])
def test_the_leaflet_is_in_the_persons_language_without_being_asked_for_it(
    officer: Somebody, code: str, way: str
) -> None:
    page = words(opened(officer, spoken(officer, code), "/leaflet"))
    assert f'<html lang="{code}" dir="{way}">' in page
    assert words_in(code).parts[0].lines[0] in page


def test_another_language_can_be_chosen(officer: Somebody) -> None:
    page = words(opened(officer, spoken(officer, "ar"), "/leaflet?language=fr"))
    assert '<html lang="fr" dir="ltr">' in page


def test_an_unknown_language_in_the_address_gives_the_persons_own(officer: Somebody) -> None:
    page = words(opened(officer, spoken(officer, "ar"), "/leaflet?language=xx"))
    assert '<html lang="ar"' in page


def test_who_speaks_a_language_without_papers_gets_english_and_the_page_says_so(
    officer: Somebody,
) -> None:
    file = spoken(officer, "lg")
    assert '<html lang="en"' in words(opened(officer, file, "/leaflet"))
    assert "no papers in that language" in words(opened(officer, file))


def test_for_who_does_not_read_the_page_points_to_what_is_read_aloud(officer: Somebody) -> None:
    told = "this person does not read"
    assert told in words(opened(officer, spoken(officer, "ru", reads=False)))
    assert told not in words(opened(officer, spoken(officer, "ru", reads=True)))


def test_what_is_read_aloud_asks_after_each_part_whether_it_was_understood(
    officer: Somebody,
) -> None:
    page = words(opened(officer, spoken(officer, "en"), "/aloud"))
    asked = [part.ask for part in words_in("en").parts]
    assert all(f"<strong>Ask:</strong> {one}" in page for one in asked)


def test_the_receipt_lists_what_was_taken_and_has_room_to_sign(officer: Somebody) -> None:
    page = words(opened(officer, received(officer), "/receipt"))
    assert '<bdi>wristwatch</bdi></td><td class="count">2</td>' in page
    assert "Your signature or mark" in page


def test_a_receipt_without_belongings_says_so(officer: Somebody) -> None:
    page = words(opened(officer, spoken(officer, "en"), "/receipt"))
    assert "Nothing is written down." in page


def test_the_record_of_the_reception_says_what_was_done_and_what_was_not(
    officer: Somebody,
) -> None:
    page = words(opened(officer, received(officer), "/reception"))
    assert "17/2026" in page
    assert "not done yet" in page
    assert re.search(r"What you were told</h2><p class=\"state\">done on", page)


def test_what_health_keeps_is_not_printed_by_the_reception(officer: Somebody) -> None:
    file = received(officer)
    assert "secret bruise" not in words(opened(officer, file, "/reception"))
    nurse = Somebody(Role.PHYSICIAN_NURSE, name="nurse")
    assert "secret bruise" in words(opened(nurse, file, "/reception"))


def test_who_is_held_without_an_order_reads_it_on_the_record(officer: Somebody) -> None:
    file, now = spoken(officer, "en"), timezone.now()
    actions.receive(
        by=officer.viewer, at=now, person_id=file.id, establishment="north",
        admitted_at=now - HOUR, without_order="nothing in writing",
    )  # fmt: skip
    assert "No valid order is there." in words(opened(officer, file, "/reception"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_that_is_opened_leaves_one_entry_in_the_file(
    officer: Somebody, kind: str
) -> None:
    file = received(officer)
    entries = Entry.objects.filter(event=f"read.custody_printed_{kind}", about=file.id)
    assert entries.count() == 0
    opened(officer, file, f"/{kind}")
    assert entries.count() == 1


@pytest.mark.parametrize("rest", ["", *(f"/{kind}" for kind in KINDS), "/leaflet.pdf"])
def test_the_reception_of_another_prison_finds_no_paper(officer: Somebody, rest: str) -> None:
    file = received(officer)
    place("south", "South Prison")
    stranger = Somebody(at="south", name="stranger")
    assert opened(stranger, file, rest).status_code == 404
    assert opened(officer, file, rest).status_code == 200


def test_who_may_read_a_file_in_short_prints_nothing(officer: Somebody) -> None:
    file = received(officer)
    chaplain = Somebody(Role.CHAPLAIN, name="chaplain", case=file.id)
    assert opened(chaplain, file, "/leaflet").status_code == 404


def test_large_letters_are_larger(officer: Somebody) -> None:
    file = spoken(officer, "en")
    assert '<body class="large' in words(opened(officer, file, "/leaflet?letters=large"))
    assert '<body class="large' not in words(opened(officer, file, "/leaflet"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_comes_as_pdf(officer: Somebody, kind: str) -> None:
    pytest.importorskip("weasyprint")
    answer = opened(officer, received(officer), f"/{kind}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert words_in("en").titles[kind] in text_of(answer.content)


@pytest.mark.parametrize(
    ("code", "word"), [("kk", "құқықтарыңыз"), ("ru", "обязанности"), ("fr", "Vos droits")]
)
def test_a_pdf_can_be_searched_in_the_persons_language(
    officer: Somebody, code: str, word: str
) -> None:
    pytest.importorskip("weasyprint")
    answer = opened(officer, spoken(officer, code), "/leaflet.pdf")
    assert word in text_of(answer.content)


def test_arabic_letters_are_joined_in_a_pdf() -> None:
    """Joined, three letters are three other shapes, and narrower than the three by themselves."""
    pytest.importorskip("weasyprint")
    joined, apart = (
        width_of(pdf_of(f'<html lang="ar" dir="rtl"><p>{text}</p></html>'))
        for text in ("\u0628" * 9, "\u0628\u200c" * 9)
    )
    assert joined < apart * 0.8


def text_of(made: bytes) -> str:
    """The words that can be searched for in a PDF."""
    with pytest.importorskip("pypdfium2").PdfDocument(made) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def width_of(made: bytes) -> float:
    """How wide the ink of the first page is, in its pixels."""
    with pytest.importorskip("pypdfium2").PdfDocument(made) as document:
        picture = document[0].render(scale=2).to_pil().convert("L").crop((0, 0, 1190, 1400))
    inked = picture.point(lambda shade: 255 * (shade < 128)).getbbox()
    assert inked is not None
    return float(inked[2] - inked[0])


def test_without_pango_the_page_to_print_is_shown_with_what_to_do(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(page: str) -> bytes:
        raise NoPdf("this machine cannot make PDF files", remedy="print the page itself")

    monkeypatch.setattr(pages, "pdf_of", missing)
    answer = opened(officer, spoken(officer, "en"), "/leaflet.pdf")
    assert answer.status_code == 503
    assert "print the page itself" in words(answer)
    assert words_in("en").parts[0].lines[0] in words(answer)


@pytest.mark.parametrize(
    "url", ["http://example.org/a.css", "file:///etc/passwd", f"file://{pdf.STATIC}/../secret"]
)
def test_nothing_is_fetched_for_a_pdf_but_our_own_files(url: str) -> None:
    assert not is_ours(url)
    assert is_ours(f"file://{pdf.STATIC}/printed.css")


def test_a_picture_from_elsewhere_is_left_out_of_a_pdf_and_not_fetched() -> None:
    pytest.importorskip("weasyprint")
    assert pdf_of('<p>a<img src="file:///etc/passwd"></p>').startswith(b"%PDF-")


def test_every_language_has_every_word() -> None:
    english = words_in("en")
    for code in LANGUAGES:
        other = words_in(code)
        for name in ("titles", "intro", "labels", "belongings", "steps", "fields", "values"):
            assert getattr(other, name).keys() == getattr(english, name).keys(), (code, name)
            assert all(getattr(other, name).values()), (code, name)
        told = [len(part.lines) for part in other.parts]
        assert told == [len(part.lines) for part in english.parts], code


def test_no_language_claims_to_be_read_by_a_native_speaker_who_was_not_asked() -> None:
    assert not any(words_in(code).reviewed for code in LANGUAGES)


def test_every_step_of_the_reception_has_a_title_in_the_papers() -> None:
    from throughcare.casework.custody.terms import WALK

    assert {str(kind) for kind in WALK[Stage.RECEPTION]} == set(words_in("ar").steps)
