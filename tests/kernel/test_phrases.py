"""How the lists find a word: in its forms, by its capital letter, by its kind."""

from __future__ import annotations

import pytest

from throughcare.kernel.folding import fold, words_of
from throughcare.kernel.parts import Kind
from throughcare.kernel.phrases import Phrases, Speech

SPEECH = Speech(
    joined=tuple(map(fold, ("وال", "بال", "لل", "ال", "و", "ب"))),
    kinds={"somebody": Kind(["lad", "guy", "man+"]), "tongue": Kind(["^Swahili", "^Acholi"])},
)


def found(phrase: str, text: str) -> list[str]:
    words = words_of(text)
    hits = Phrases([phrase], SPEECH).hits(words)
    return [" ".join(word.written for word in words[hit.begin : hit.end]) for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("prayer+", ["prayer", "Prayers"]),
        ("musulman+", ["musulman", "musulmane", "Musulmans"]),
        ("намаз+", ["намаз", "намазом", "намаза"]),
        ("храм+", ["храм", "храма", "храмами"]),
        ("ораза+", ["ораза", "оразасын", "оразаға", "оразамын"]),
        ("мешіт+", ["мешіттерімізге", "мешіттен", "мешіттегі"]),
        ("مسلم+", ["مسلم", "المسلمين", "والمسلمات", "مسلمة"]),
        ("صلات+", ["صلاته", "بصلاتهم"]),
        ("يصلي+", ["يصلي", "يصليش", "يصليها"]),
    ],
)
def test_a_word_is_found_in_its_forms(phrase: str, forms: list[str]) -> None:
    assert [form for form in forms if not found(phrase, form)] == []


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("намаз+", "намазал"),  # he spread it on bread
        ("ораза+", "Оразалин"),  # a surname
        ("молда+", "Молдабеков"),
        ("казак+", "казакин"),
        ("храм+", "храмцов"),
        ("prayer+", "prayerless"),
        ("مسلم+", "مسلسل"),
    ],
)
def test_a_longer_word_that_is_another_one_is_left_alone(phrase: str, other: str) -> None:
    assert found(phrase, other) == []
    assert found(phrase.replace("+", "*"), other) or phrase[0] == "م"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He knows the Polish from C wing.", ["Polish"]),
        ("Polish ran out on the twos.", []),
        ("He came late. Polish ran out.", []),
        ("Asked for polish.", []),
        ("He said: Polish is out.", []),
    ],
)
def test_a_capital_letter_counts_where_no_sentence_begins(text: str, words: list[str]) -> None:
    assert found("^polish", text) == words


def test_a_capital_sign_alone_is_any_name() -> None:
    assert found("vive ^", "Il crie vive Untel") == ["vive Untel"]
    assert found("vive ^", "Une lumière vive le gêne") == []


def test_a_kind_stands_for_each_of_its_words_first_or_later() -> None:
    assert found("foreign @somebody", "two foreign lads and a foreign guy") == ["foreign guy"]
    assert found("@somebody from abroad", "A lad from abroad") == ["lad from abroad"]
    assert found("speaks ~ @tongue", "Speaks hardly any Swahili") == ["Speaks hardly any Swahili"]
    assert found("speaks ~ @tongue", "Speaks hardly any. Swahili tea") == []
