"""The plan on paper: one page for five goals, in five languages, and two versions side by side."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.web.assessment.told import printed
from tests.web.plans.made import Office
from throughcare.casework.plans.models import Goal, Plan

pytestmark = pytest.mark.django_db
GOALS = (
    "I want to read the letters of my daughter by myself.",
    "أريد أن أتعلم مهنة الخياطة",
    "Хочу снова жить рядом с сестрой.",
    "I want to talk before I shout.",
    "Балаларыммен жиі сөйлескім келеді.",
)
HEADS = {
    "en": "My plan", "fr": "Mon plan", "ar": "خطتي", "ru": "Мой план", "kk": "Менің жоспарым",
}  # fmt: skip


@pytest.fixture
def five(office: Office) -> str:
    """A draft with five goals and two steps each; its address."""
    office.sent(office.manager, "/begin", **office.parts(conditions="He reports each month."))
    plan = f"/{office.first(Plan)}"
    for words in GOALS:
        office.sent(office.manager, f"{plan}/goal", **office.goal(words=words))
        first = office.first(Goal, words=words)
        office.sent(office.manager, f"/{first}/step", **office.step())
        office.sent(
            office.manager, f"/{first}/step",
            **office.step(actor="prisoner", account="", words="I go there each week."),
        )  # fmt: skip
    return plan


def pages(made: bytes, name: str = "") -> list[str]:
    """The text of each page, as it can be selected."""
    document = pdfium.PdfDocument(made)
    shots = os.environ.get("THROUGHCARE_SHOTS")
    if shots and name:
        Path(shots).mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(document):
            page.render(scale=1.6).to_pil().save(Path(shots) / f"{name}-{number}.png")
    return [page.get_textpage().get_text_bounded() for page in document]


def plain(text: str) -> str:
    """Letters as they are typed, whatever form they are printed in, without spaces."""
    return re.sub(r"\s|[\u200e\u200f\u2066-\u2069]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("language", sorted(HEADS))
def test_five_goals_fit_on_one_page_and_can_be_selected(
    office: Office, five: str, language: str
) -> None:
    made = printed(office.manager, office.at(f"/paper?language={language}"))
    (page,) = pages(made, f"plan-{language}")
    text = plain(page)
    assert plain(HEADS[language]) in text or plain(HEADS[language][::-1]) in text
    for words in (GOALS[0], GOALS[2], GOALS[4], "He reports each month."):
        assert plain(words) in text, (language, words)
    arabic = plain(GOALS[1])
    assert sum(letter in text for letter in set(arabic)) == len(set(arabic))


def test_a_signed_version_is_printed_beside_the_new_one(office: Office) -> None:
    plan = office.signed()
    goal = office.first(Goal)
    office.sent(
        office.manager, f"{plan}/review", nothing_new="", changed="He has a place at school.",
        review_at=office.parts()["review_at"],
        **{f"moved_{goal}": "back", f"words_{goal}": "He missed two weeks."},
    )  # fmt: skip
    both = pages(printed(office.manager, office.at("/paper?version=both&language=en")))
    assert ["Version 2" in both[0], "Version 1" in both[1]] == [True, True] and len(both) == 2
    (old,) = pages(printed(office.manager, office.at(f"/paper?version={plan[1:]}&language=en")))
    assert "Version 1" in old and "missed two weeks" not in old
    assert "missed two weeks" in both[0].replace("\r\n", " ")


def test_violence_that_she_suffered_is_on_no_paper_and_no_paper_for_whoever_reads_in_short(
    office: Office,
) -> None:
    office.drafted()
    assert office.teacher.client.get(office.at("/paper")).status_code in {403, 404}
    assert office.manager.client.get(office.at("/paper?version=nothing")).status_code == 404
