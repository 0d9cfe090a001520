"""An officer reads every rule, and every kind of record, in the language of the page."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from standards.checks import Check
from throughcare.casework.archive import KEPT
from throughcare.duties.kinds import names_of
from throughcare.duties.rules import rulebook
from throughcare.duties.wording import TRANSLATED, Words, says_of, term_of, title_of, words
from throughcare.report.words import term

DAY = date(2026, 11, 26)
LETTERS = {
    "fr": re.compile(r"[A-Za-zÀ-ÿŒœ]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[А-Яа-яЁё]"),
    "kk": re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]"),
}
# Numbers as digits of the West: Arabic pages may also write ٢٢ and ١٥.
AS_LATIN = {ord(digit): str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")}
in_each_language = pytest.mark.parametrize("language", TRANSLATED)


def names() -> set[str]:
    """Everything that a monitored rule names."""
    return {name for check in rulebook().checks(DAY).values() for name in named_by(check)}


def named_by(check: Check) -> list[str]:
    said, answers = names_of(check)
    return [*said, *answers, *getattr(check, "fields", ())]


def english_and_translation(language: str) -> dict[str, tuple[set[str], str]]:
    """Each text as it stands in English, plain or better, beside its translation."""
    written = words(language)
    pairs = {
        name: ({term(name), term_of(name, "en")}, text) for name, text in written.terms.items()
    }
    for rule, parts in written.rules.items():
        entry = rulebook().entries[rule]
        pairs[f"{rule} title"] = ({entry.title}, parts["title"])
        pairs[f"{rule} says"] = ({entry.says}, parts["says"])
    return pairs


def plain(text: str) -> str:
    """A text without abbreviations that keep Latin letters everywhere, such as HIV."""
    return re.sub(r"\b[A-Z]{2,}\b", "", text)


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text.translate(AS_LATIN)))


@in_each_language
def test_every_rule_is_translated_in_the_order_of_the_rulebook(language: str) -> None:
    written = words(language).rules
    assert list(written) == list(rulebook().entries)
    assert [
        rule for rule, parts in written.items()
        if set(parts) != {"title", "says"} or not all(text.strip() for text in parts.values())
    ] == []  # fmt: skip


@in_each_language
def test_every_name_in_a_monitored_rule_or_on_a_timeline_is_translated(language: str) -> None:
    written = words(language).terms
    assert (names() | KEPT) - set(written) == set()
    assert set(written) - (names() | KEPT) == set()


@in_each_language
def test_no_translation_is_the_english_itself(language: str) -> None:
    pairs = english_and_translation(language)
    assert pairs
    assert {key for key, (english, text) in pairs.items() if text in english} == set()


@in_each_language
def test_the_numbers_of_a_rule_stand_in_its_translation_too(language: str) -> None:
    assert words(language).rules
    assert [
        rule for rule in words(language).rules
        if numbers(rulebook().entries[rule].says) - numbers(says_of(rule, language))
    ] == []  # fmt: skip


@in_each_language
def test_a_translation_is_written_in_its_own_script(language: str) -> None:
    pairs = english_and_translation(language)
    assert pairs
    foreign = {
        key: text for key, (_, text) in pairs.items()
        if any(letter.isalpha() and not LETTERS[language].match(letter) for letter in plain(text))
        or not LETTERS[language].search(text)
    }  # fmt: skip
    assert foreign == {}


def test_english_is_the_rulebook_save_where_a_name_needs_a_better_phrase() -> None:
    entry = rulebook().entries["nmr-43-1-b"]
    assert (title_of(entry.id, "en"), says_of(entry.id, "en")) == (entry.title, entry.says)
    assert term_of("health_visit", "en") == "health visit"
    assert term_of("solitary", "en") == "solitary confinement"
    assert term_of("release.at", "en") == "release: day and hour"


def test_the_better_english_phrases_are_of_names_that_rules_use_and_differ_from_the_plain() -> None:
    better = words("en").terms
    assert set(better) - names() == set()
    assert [name for name, text in better.items() if text == term(name)] == []


def test_what_nobody_has_translated_stands_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = rulebook().entries["nmr-43-1-b"]
    only_english = {"en": words("en"), "fr": Words()}
    monkeypatch.setattr("throughcare.duties.wording.words", only_english.__getitem__)
    assert (title_of(entry.id, "fr"), says_of(entry.id, "fr")) == (entry.title, entry.says)
    assert term_of("release.at", "fr") == "release: day and hour"
    assert term_of("health_visit", "fr") == "health visit"


def test_a_language_that_is_not_ours_is_read_in_english() -> None:
    assert title_of("nmr-43-1-b", "xx") == rulebook().entries["nmr-43-1-b"].title
