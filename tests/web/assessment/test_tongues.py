"""A tool in the reader's language where it is there; else as it was written, and said to be so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tests.browser.reliability_examples import reliability_examples
from tests.casework.assessment.instruments.conftest import TEXT
from tests.casework.assessment.made_assessment import GENERIC, SHARED
from tests.web.assessment.made import Staff, shown
from tests.web.assessment.told import printed, told, words_of
from tests.web.assessment.tongues_of import looked_at, words_of_tools
from tests.web.people.made import Somebody
from tests.web.safety.made import DAY
from throughcare.access.terms import Role
from throughcare.access.walls import seeing_all
from throughcare.casework.assessment.actions.counting import ENTER
from throughcare.casework.assessment.complete import judgements_asked
from throughcare.casework.assessment.instruments.model import Form, Instrument
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.assessment.tools import in_language, tool, tools
from throughcare.web.assessment import report, report_sheet

pytestmark = pytest.mark.django_db
ENGLISH = "house-tool"  # a tool that nobody translated
NOT_CONFIRMED = {
    "ar": "ترجمة غير مؤكدة.", "fr": "Traduction pas confirmée.",
    "ru": "Перевод не подтверждён.", "kk": "Аударма расталмаған.",
}  # fmt: skip


@pytest.fixture
def english(settings: Any, tmp_path: Path) -> Instrument:
    """A tool of the house in English alone, beside ours."""
    text = TEXT.replace("id: tc-generic", f"id: {ENGLISH}").replace(
        "title: Throughcare generic needs-and-conduct instrument", "title: House Tool of Words"
    )
    (tmp_path / "tool.yaml").write_text(text, encoding="utf-8")
    settings.INSTRUMENTS = tmp_path
    return tool(ENGLISH)


def reads(somebody: Somebody, language: str) -> None:
    """From now on this is the language of the pages."""
    somebody.client.cookies["django_language"] = language


def begun(staff: Staff, tool_id: str) -> str:
    """An assessment that is begun, with a source. Gives the end of its address."""
    said = {"purpose": "plan", "tool_id": tool_id, "legal_basis": "article 9"}
    staff.sent(staff.psychologist, "/begin", **said)
    return f"/{staff.assessment()}"


def test_on_an_arabic_page_each_word_of_an_english_tool_says_that_it_is_english(
    staff: Staff, english: Instrument
) -> None:
    me = staff.psychologist
    words = words_of_tools([*tools(), in_language(tool(GENERIC), "ar")])
    reads(me, "ar")
    seen, faults = looked_at(me.page(staff.at("/begin")), words)
    assert f"{english.title} ({english.version})" in seen and faults == []
    first = begun(staff, ENGLISH)
    item = next(one for one in english.items() if one.id == "D1")
    asked = {f"{part.shown}" for part in (item.title, item.ask, *item.look_for, *item.help)}
    ends = judgements_asked(english)
    options = {one.shown for end in ends for one in end.options}
    for way, there in (
        ("", {english.title, item.title.shown}),
        (f"{first}/rate/D1", asked | {one.shown for one in item.anchors.values()}),
        (f"{first}/finish", {end.title.shown for end in ends} | options),
    ):
        page = me.page(staff.at(way))
        seen, faults = looked_at(page, words)
        assert there <= seen, (way, there - seen)
        assert faults == [], way
        assert NOT_CONFIRMED["ar"] not in page, "what was never translated needs no such word"
    refused = me.client.post(staff.at(f"{first}/finish"), me.fill(staff.at(f"{first}/finish")))
    seen, faults = looked_at(shown(refused), words)  # type: ignore[arg-type]
    assert refused.status_code == 422 and faults == [], "the summary of what was refused as well"


def test_the_reliability_desk_and_the_list_of_training_say_it_too(
    staff: Staff, english: Instrument
) -> None:
    with transaction.atomic(), seeing_all(ENTER):
        reliability_examples(timezone.now(), ENGLISH)
    me = Somebody(Role.PSYCHOLOGIST, name="nobody's assessor")
    reads(me, "ar")
    words = words_of_tools(tools())
    seen, faults = looked_at(me.page("/reliability"), words)
    assert {english.title, "C1 Grievance that drives thoughts of harm", "1: partly or in the past"
            } <= seen  # fmt: skip
    assert faults == []
    reads(staff.director, "ar")
    named = {english.training.tool: frozenset({"en"})}
    seen, faults = looked_at(staff.director.page("/training"), named)
    assert seen and faults == []


@pytest.mark.parametrize("language", sorted(NOT_CONFIRMED))
def test_who_rates_reads_the_question_in_the_own_language_with_the_original_beside_it(
    language: str, staff: Staff
) -> None:
    me = staff.psychologist
    reads(me, language)
    first = begun(staff, GENERIC)
    words = in_language(tool(GENERIC), language)
    both = words_of_tools([words, tool(GENERIC)])
    item, written = (
        next(one for one in which.items() if one.id == "D1") for which in (words, tool(GENERIC))
    )
    page = me.page(staff.at(f"{first}/rate/D1"))
    seen, faults = looked_at(page, both)
    assert {item.title.shown, item.ask.shown, written.ask.shown} <= seen and faults == []
    for way in ("", f"{first}/rate/D1", f"{first}/finish"):
        assert NOT_CONFIRMED[language] in me.page(staff.at(way)), way


def test_in_the_language_of_the_original_nothing_is_said_of_a_translation(staff: Staff) -> None:
    first = begun(staff, GENERIC)
    assert "Translation not confirmed" not in staff.psychologist.page(staff.at(f"{first}/rate/D1"))


def test_an_assessment_begun_in_one_language_goes_on_and_is_kept_the_same_in_another(
    staff: Staff,
) -> None:
    """Codes and options are kept as the tool has them; what a person writes stays as written."""
    me = staff.psychologist
    reads(me, "kk")
    first = begun(staff, GENERIC)
    row = staff.row(Assessment)
    assert (row.tool_language, row.tool_digest) == ("en", tool(GENERIC).digest)
    staff.sent(me, f"{first}/heard", took_part="declined", own_view="", helped_by="")
    staff.sent(
        me, f"{first}/source", kind="interview", what="Quarrels are about debts.",
        dated=(staff.now - DAY).date().isoformat(), reliability="first_hand",
    )  # fmt: skip
    item = next(one for one in in_language(tool(GENERIC), "kk").items() if one.id == "D1")
    assert item.title.shown in me.page(staff.at())
    reads(me, "ar")
    staff.rated(me)
    there = me.page(staff.at())
    answer = next(one for one in in_language(tool(GENERIC), "ar").ratings.ratings
                  if one.code == "NI")  # fmt: skip
    assert answer.label.shown in there and "not enough information" not in there
    reads(me, "fr")
    staff.sent(
        me, f"{first}/advice", kind="help", what="mediation", reason="debts", owner="case manager",
        due=(staff.now + 30 * DAY).date().isoformat(), lesser="",
    )  # fmt: skip
    staff.sent(me, f"{first}/finish", **staff.judged(), **{**SHARED, "gaps": "Rien d'avant 2020."})
    kept = staff.row(Assessment)
    choices = {one.id: one.options[0].shown for one in judgements_asked(tool(GENERIC))
               if one.form is Form.CHOICE}  # fmt: skip
    assert {name: kept.judged[name] for name in choices} == choices
    assert kept.gaps == "Rien d'avant 2020." and kept.judged["formulation"] == "Debts."


def test_an_option_in_the_words_of_a_translation_is_no_answer(staff: Staff) -> None:
    """The form sends what is kept; whoever sends other words is told, and nothing is written."""
    me = staff.psychologist
    reads(me, "fr")
    first = begun(staff, GENERIC)
    typed = {**staff.judged(), "judged_immediate_safety_concern": "aucun constaté", **SHARED}
    answer = me.send(staff.at(f"{first}/finish"), **typed)
    assert answer.status_code == 422 and staff.row(Assessment).judged == {}


def test_the_draft_of_an_item_is_called_by_its_id_and_has_no_word_of_the_tool(staff: Staff) -> None:
    first = begun(staff, GENERIC)
    page = staff.psychologist.page(staff.at(f"{first}/rate/D1"))
    assert 'name="draft_form" value="Item D1"' in page


def test_the_paper_names_the_tool_in_the_language_of_the_person_and_says_what_nobody_reviewed(
    staff: Staff,
) -> None:
    pytest.importorskip("weasyprint")
    way = told(staff)
    for language, said in (("fr", "traduction pas confirmée"), ("ru", "перевод не подтверждён")):
        paper = words_of(printed(staff.psychologist, f"{way}?language={language}"))
        assert in_language(tool(GENERIC), language).title in paper and said in paper
    assert "not confirmed" not in words_of(printed(staff.psychologist, f"{way}?language=en"))


def test_on_paper_the_name_of_a_tool_bears_its_language(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its translations are taken away: on the Arabic paper stands the English name."""
    made: list[str] = []

    def kept(page: str) -> bytes:
        made.append(page)
        return b""

    monkeypatch.setattr(report, "pdf_of", kept)
    way = told(staff)
    for translated in (True, False):
        if not translated:
            monkeypatch.setattr(report_sheet, "in_language", lambda one, _language: one)
        staff.psychologist.client.get(f"{way}?language=ar")
        known = in_language(tool(GENERIC), "ar") if translated else tool(GENERIC)
        seen, faults = looked_at(made[-1], {known.title: frozenset({known.language})})
        assert known.title in seen and faults == []
