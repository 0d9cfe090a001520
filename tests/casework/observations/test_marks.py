"""What warns the writer: found in five languages, and innocent look-alikes left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from throughcare.casework.observations.marks import groups, named_in, names_any

SENTENCES = Path(__file__).with_name("sentences.yaml")
LANGUAGES = ("en", "fr", "ar", "ru", "kk")


def written() -> dict[str, dict[str, list[str]]]:
    read: Any = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return {language: dict(read[language]) for language in LANGUAGES}


def right(sentences: list[str], *, named: bool) -> float:
    return sum(bool(named_in(one)) is named for one in sentences) / len(sentences)


def test_there_are_enough_sentences_of_both_kinds_in_every_language() -> None:
    for language, of in written().items():
        assert len(set(of["names"])) >= 15 and len(set(of["plain"])) >= 15, language


@pytest.mark.parametrize(("kind", "named"), [("names", True), ("plain", False)])
def test_nine_of_ten_sentences_are_told_right_both_ways(kind: str, named: bool) -> None:
    assert right([one for of in written().values() for one in of[kind]], named=named) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "named"), [("names", True), ("plain", False)])
def test_no_language_is_left_behind(language: str, kind: str, named: bool) -> None:
    assert right(written()[language][kind], named=named) >= 0.8


def test_every_matter_has_words_in_every_language() -> None:
    for group in groups():
        assert set(LANGUAGES) <= group.languages, group.key


def test_the_words_are_shown_as_they_were_written_and_once() -> None:
    found = named_in("He PRAYS. He prays, and he PRAYS.")
    assert [one.words for one in found] == ["PRAYS", "prays"]
    assert {one.of for one in found} == {"worship"}


@pytest.mark.parametrize(
    "text",
    [
        "He ate fast.", "The player went to bed.", "They crossed the yard.", "A turkey sandwich.",
        "He lent me a pen.", "Il m'a prié de sortir.", "Он сломал машинку.", "Дәл уақытында келді.",
    ],
)  # fmt: skip
def test_a_look_alike_warns_nobody(text: str) -> None:
    assert not names_any(text)


def test_nothing_is_refused_here_whatever_the_text() -> None:
    assert named_in("") == [] and isinstance(named_in("\u200f{}%s" * 300), list)
