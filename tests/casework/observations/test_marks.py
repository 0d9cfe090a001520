"""What warns the writer: found in five languages, and innocent look-alikes left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from throughcare.casework.observations import marks
from throughcare.casework.observations.marks import groups, named_in, names_any

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences.yaml"
# The lists were tuned on all of these, so that they only hold what was won.
TUNED = [HERE / f"sentences_{name}.yaml" for name in ("tuned", "once_held_out", "other_author")]
HELD_OUT = HERE / "sentences_held_out.yaml"
LISTS = Path(marks.__file__).with_name("words")
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


@pytest.mark.parametrize("file", TUNED, ids=lambda file: file.stem)
@pytest.mark.parametrize(("kind", "named"), [("names", True), ("plain", False)])
def test_the_lists_tell_what_they_were_tuned_on(file: Path, kind: str, named: bool) -> None:
    of = written(file)
    assert right([one for each in of.values() for one in each[kind]], named=named) >= 0.9
    for language in LANGUAGES:
        assert right(of[language][kind], named=named) >= 0.85, language


# What counts: sentences on which nothing was tuned, scored once on 27 November 2026. Found were 145
# of 150, left alone 148 of 150. Below these floors something was lost; more is no gain after they
# were read.
@pytest.mark.parametrize(
    ("kind", "named", "floor"), [("names", True, 0.96), ("plain", False, 0.98)]
)
def test_the_lists_tell_sentences_right_on_which_nobody_tuned_them(
    kind: str, named: bool, floor: float
) -> None:
    of = written(HELD_OUT)
    assert right([one for each in of.values() for one in each[kind]], named=named) >= floor
    for language in LANGUAGES:
        assert right(of[language][kind], named=named) >= 0.9, language


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
        "Polish ran out on the twos.", "A Danish pastry went missing.", "Un paquet pas catholique.",
        "Toilettes à la turque bouchées.", "Сестра Вера приехала.", "Намазал масло на хлеб.",
        "Оразалин еденді жуды.", "Сөзге шешен екен.", "شرب قهوة تركية.", "لكنه اعتذر.",
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


@pytest.mark.parametrize(
    "text",
    [
        "He is from Rwanda.", "Only speaks Tigrinya.", "Il vient du Rwanda.",
        "Приехал из Таиланда.",
        "Эстониядан келген.", "جاء من بوروندي.",
    ],
)  # fmt: skip
def test_lands_and_tongues_are_known_that_no_list_of_ours_names(text: str) -> None:
    assert names_any(text)


def test_no_word_of_the_lists_stands_twice_in_one_group() -> None:
    for language in LANGUAGES:
        read = yaml.safe_load((LISTS / f"{language}.yaml").read_text(encoding="utf-8"))
        for key, of in read["groups"].items():
            for kind in ("words", "not_meant"):
                held = of.get(kind, ())
                assert all(isinstance(one, str) for one in held), (language, key)
                assert len(set(held)) == len(held), (language, key)


def test_a_text_of_fifty_thousand_letters_is_read_to_its_end() -> None:
    plain = " ".join(one for of in written().values() for one in of["plain"])
    text = (plain * 20)[:50_000] + " He asked for a prayer mat."
    assert [one.words for one in named_in(text)] == [one.words for one in named_in(text[-28:])]
    assert named_in(text)
