"""The report that the person keeps: in plain words, and what is kept back is shown as kept back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from tests.staff import see_no_rows
from tests.web.assessment.made import SHARED, Staff, shown, this_minute
from tests.web.assessment.told import (
    COMMENT,
    DECIDED_BY,
    NOTHING_KEPT_BACK,
    SUMMARY,
    WHY,
    WITHHELD,
    printed,
    review_day,
    tell,
    the_prisoner,
    told,
    words_of,
)
from tests.web.people.made import Somebody
from throughcare.access.terms import Role
from throughcare.casework.assessment.models import Assessment, AssessmentContest
from throughcare.casework.people.kinds import Kind
from throughcare.register.models import Entry
from throughcare.web.assessment import report
from throughcare.web.custody.printed.pdf import NoPdf
from throughcare.web.custody.printed.words import LANGUAGES

pytestmark = pytest.mark.django_db
# The clock of the prison, which late in the evening is a day ahead.
TUNIS = ZoneInfo("Africa/Tunis")


@pytest.fixture(autouse=True)
def _able() -> None:
    pytest.importorskip("weasyprint")


def test_the_person_reads_what_came_of_it_until_when_and_what_would_help(staff: Staff) -> None:
    words = words_of(printed(staff.psychologist, told(staff)))
    until = staff.row(Assessment).valid_until
    for said in (
        "Bolat", SUMMARY, SHARED["strengths"], "mediation", "needs and plan", "Not validated",
        "two psychologists, each without seeing", date_format(timezone.localtime(until, TUNIS)),
    ):  # fmt: skip
        assert said in words, said


def test_what_is_kept_back_is_shown_as_kept_back_with_its_decision_and_its_day(
    staff: Staff,
) -> None:
    words = words_of(printed(staff.psychologist, told(staff)))
    assert "A part is kept back from you." in words
    assert f"Who decided that: {DECIDED_BY}" in words and WHY in words
    review = date_format(date.fromisoformat(review_day(staff)))
    assert f"When that is looked at again: {review}" in words


def test_what_is_kept_back_and_who_rated_stands_on_no_paper_in_any_language(staff: Staff) -> None:
    way = told(staff)
    for code in LANGUAGES:
        words = words_of(printed(staff.psychologist, f"{way}?language={code}"))
        assert SUMMARY in words
        for hidden in (
            WITHHELD, "Zhanat", "Quarrels are about debts.", SHARED["shared"], SHARED["gaps"],
            "petra", "rosa", "anna", "complete and fair",
        ):  # fmt: skip
            assert hidden not in words, (code, hidden)


def test_where_nothing_is_kept_back_the_paper_says_that_nobody_decided_so(staff: Staff) -> None:
    words = words_of(printed(staff.psychologist, told(staff, **NOTHING_KEPT_BACK)))
    assert "Nobody decided to keep a part of it back." in words
    assert "is kept back from you" not in words


def test_who_is_told_again_keeps_both_tellings_the_later_one_first(staff: Staff) -> None:
    way = told(staff)
    tell(staff, f"/{staff.assessment()}", summary="The part is open now.", **NOTHING_KEPT_BACK)
    words = words_of(printed(staff.psychologist, way))
    assert 0 < words.index("The part is open now.") < words.index(SUMMARY)
    assert words.count("kept back from you") == 1


def test_the_persons_own_words_stand_there_and_what_came_of_them(staff: Staff) -> None:
    way = told(staff)
    contested = {"words": "I never owed him.", "language": "fr", "contested_at": this_minute()}
    staff.sent(staff.manager, "/contest", **contested)
    words = words_of(printed(staff.psychologist, way))
    for said in (COMMENT, "I never owed him.", "waiting for somebody else to look"):
        assert said in words, said
    other = staff.on_case(Role.PSYCHOLOGIST, "oksana")
    row = staff.row(AssessmentContest).id
    staff.sent(other, f"/{row}/look-again", outcome="granted", reasons="One source took it back.")
    after = words_of(printed(staff.psychologist, way))
    assert "One source took it back." in after
    assert "it was set aside, because you contested it" in after
    assert "nobody may use it against you" in after
    assert "You may do so until" not in after, "there is nothing left to contest"


def test_the_paper_says_how_to_contest_it_and_until_when(staff: Staff) -> None:
    words = words_of(printed(staff.psychologist, told(staff)))
    until = date_format(timezone.localtime(staff.row(Assessment).valid_until, TUNIS))
    assert "Somebody who neither rated nor approved it looks at it again" in words
    assert f"You may do so until: {until}" in words


def test_not_to_take_part_never_counts_against_anybody(staff: Staff) -> None:
    words = words_of(printed(staff.psychologist, told(staff)))
    assert "Whether you took part: declined" in words
    assert "it never counts against anybody" in words


def test_the_report_is_in_each_of_the_five_languages(staff: Staff) -> None:
    way = told(staff)
    for code in LANGUAGES:
        words = words_of(printed(staff.psychologist, f"{way}?language={code}"))
        with translation.override(code):
            for said in (
                "Strengths that protect",
                "What you said",
                "A part is kept back from you.",
            ):
                assert gettext(said) in words, (code, said)


def test_the_report_is_in_the_persons_language_without_being_asked_for_it(staff: Staff) -> None:
    said: dict[str, Any] = {"code": "kk", "speaks": True, "understands": True, "reads": True}
    staff.reception.state(staff.file, Kind.LANGUAGE, said)
    answer = staff.psychologist.client.get(told(staff))
    assert "report-kk.pdf" in answer["Content-Disposition"]
    assert "Сізге не хабарланды" in words_of(answer.content)


def test_in_arabic_the_lines_begin_on_the_right(staff: Staff) -> None:
    way = told(staff)
    left, right = (
        margins(printed(staff.psychologist, f"{way}?language={code}")) for code in ("en", "ar")
    )
    assert left[0] < left[1] and right[0] > right[1]


def test_each_report_that_is_printed_leaves_an_entry_in_the_file(staff: Staff) -> None:
    way = told(staff)
    entries = Entry.objects.filter(event="read.assessment_report_printed", about=staff.file.id)
    assert entries.count() == 0
    printed(staff.psychologist, f"{way}?language=ar")
    assert entries.get().compartment == "PSY"
    assert staff.psychologist.status(f"{way}x") == 404
    assert entries.count() == 1


def test_the_person_prints_it_and_reads_the_same_on_the_page(staff: Staff) -> None:
    way, me = told(staff), the_prisoner(staff)
    words, page = words_of(printed(me, way)), me.page(staff.at())
    for said in (SUMMARY, COMMENT, DECIDED_BY, WHY):
        assert said in words and said in page, said
    assert WITHHELD not in words + page


def test_the_lawyer_and_the_inspector_read_it_too(staff: Staff) -> None:
    way = told(staff)
    for reader in (staff.on_case(Role.DEFENCE_LAWYER, "leila"), staff.inspector):
        assert SUMMARY in words_of(printed(reader, way))
        assert SUMMARY in reader.page(staff.at())


@pytest.mark.parametrize("who", ["manager", "director", "officer", "nurse", "teacher", "reception"])
def test_who_reads_the_psychological_file_in_short_or_not_at_all_is_refused(
    staff: Staff, who: str
) -> None:
    somebody: Somebody = getattr(staff, who)
    answer = somebody.client.get(told(staff))
    assert answer.status_code in {403, 404}
    assert SUMMARY not in shown(answer)
    page = somebody.client.get(staff.at())
    for hidden in (SUMMARY, DECIDED_BY, "What the person was told"):
        assert hidden not in shown(page), hidden
    assert not Entry.objects.filter(event="read.assessment_report_printed").exists()


def test_a_psychologist_of_another_prison_is_answered_as_for_nobody(staff: Staff) -> None:
    way, stranger = told(staff), Somebody(Role.PSYCHOLOGIST, at="south", name="stranger")
    nobody = way.replace(str(staff.file.id), str(uuid4()))
    assert stranger.status(staff.at()) == stranger.status(way) == stranger.status(nobody) == 404


def test_in_the_database_too_nobody_else_comes_through_the_door(staff: Staff) -> None:
    told(staff)
    readers = {"psychologist": True, "inspector": True, "manager": False, "director": False}
    for who, reads in readers.items():
        see_no_rows()
        viewer = getattr(staff, who).viewer
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT people_enter(%s, %s)", [viewer.account, timezone.now()])
            for door in ("reports", "tellings", "advice_told"):
                cursor.execute(
                    f"SELECT count(*) FROM assessment_{door}(%s, %s)",
                    [staff.file.id, timezone.now()],
                )
                assert bool(cursor.fetchone()[0]) == reads, (who, door)


def test_an_assessment_of_which_the_person_was_not_told_has_no_report(staff: Staff) -> None:
    staff.assessed()
    first = f"/{staff.assessment()}"
    assert staff.psychologist.status(staff.at(f"{first}/report")) == 404
    staff.sent(staff.approver, f"{first}/approve", why="complete and fair")
    assert staff.psychologist.status(staff.at(f"{first}/report")) == 404
    assert "not told of an assessment yet" in staff.psychologist.page(staff.at())


def test_without_pango_the_page_to_print_is_shown_with_what_to_do(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(page: str) -> bytes:
        raise NoPdf("this machine cannot make PDF files", remedy="print the page itself")

    monkeypatch.setattr(report, "pdf_of", missing)
    answer = staff.psychologist.client.get(f"{told(staff)}?language=ar")
    page = shown(answer)
    assert answer.status_code == 503 and "print the page itself" in page
    assert '<html lang="ar" dir="rtl">' in page and SUMMARY in page
    assert '<header class="bar" lang="en" dir="ltr">' in page, "what the officer reads"


def margins(made: bytes) -> tuple[float, float]:
    """How far the ink of the title is from the left and from the right edge of the first page."""
    with pytest.importorskip("pypdfium2").PdfDocument(made) as document:
        whole = document[0].render(scale=2).to_pil().convert("L")
    title = whole.crop((0, 0, whole.width, whole.height // 11))
    inked = title.point(lambda shade: 255 * (shade < 128)).getbbox()
    assert inked is not None
    return float(inked[0]), float(title.width - inked[2])


def test_a_text_from_left_to_right_ends_with_its_full_stop_on_an_arabic_paper(
    staff: Staff,
) -> None:
    words = words_of(printed(staff.psychologist, f"{told(staff)}?language=ar"))
    assert f" {SUMMARY}" in words and f".{SUMMARY[:-1]}" not in words
