"""What warns the writer: found in five languages, and innocent look-alikes left alone."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import yaml

from throughcare.casework.observations.marks import groups, named_in, names_any

SENTENCES, TUNED, HELD_OUT = (
    Path(__file__).with_name(f"{name}.yaml")
    for name in ("sentences", "sentences_tuned", "sentences_held_out")
)
LANGUAGES = ("en", "fr", "ar", "ru", "kk")


def written(file: Path = SENTENCES) -> dict[str, dict[str, list[str]]]:
    read: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
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


@pytest.mark.parametrize(("kind", "named"), [("names", True), ("plain", False)])
def test_the_lists_tell_what_they_were_tuned_on(kind: str, named: bool) -> None:
    of = written(TUNED)
    assert right([one for each in of.values() for one in each[kind]], named=named) >= 0.9
    for language in LANGUAGES:
        assert right(of[language][kind], named=named) >= 0.85, language


# Measured once, on 27 November 2026, after the lists were done, by who tuned them and had not read
# these sentences; all by one author who had not seen the lists; no native reviewers. Found: 57 of
# 75 (en 11, fr 11, ar 11, ru 13, kk 11 of 15 each); left alone: 75 of 75. The floors say what was
# measured, rounded down: less is a loss, more after reading the sentences is no gain.
@pytest.mark.parametrize(
    ("kind", "named", "floor"), [("names", True, 0.76), ("plain", False, 0.99)]
)
def test_the_lists_find_three_of_four_of_sentences_they_were_not_tuned_on(
    kind: str, named: bool, floor: float
) -> None:
    of = written(HELD_OUT)
    assert right([one for each in of.values() for one in each[kind]], named=named) >= floor


@pytest.mark.parametrize(
    ("language", "floor"), [("en", 0.7), ("fr", 0.7), ("ar", 0.7), ("ru", 0.8), ("kk", 0.7)]
)
def test_of_those_each_language_finds_what_was_measured(language: str, floor: float) -> None:
    assert right(written(HELD_OUT)[language]["names"], named=True) >= floor


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il jeûne depuis lundi.", "jeûne"),  # accents count where another word has the letters
        ("Он ест, когда совсем стемнело.", "ест , когда совсем стемнело"),  # words between
        ("وسيصلي معهم غدا.", "وسيصلي"),  # what Arabic joins to a word
    ],
)
def test_words_are_found_by_their_accents_and_with_others_between(text: str, words: str) -> None:
    assert words in [one.words for one in named_in(text)]


@pytest.mark.parametrize("text", ["Un jeune homme calme.", "Он ест. Потом совсем стемнело."])
def test_other_accents_or_another_sentence_are_another_thing(text: str) -> None:
    assert not names_any(text)


def test_a_long_text_is_checked_without_a_wait() -> None:
    text = " ".join(one for of in written().values() for one in of["names"] + of["plain"])[:2000]
    named_in(text)
    began = perf_counter()
    named_in(text)
    assert perf_counter() - began < 0.05  # about 4 ms on a slow machine; the rest is for a busy one
