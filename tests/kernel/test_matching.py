"""A name is known again in another spelling, another script, another order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.matching import asked_of, keys_of, likeness, weights
from throughcare.kernel.sounds import MOST_READINGS, sounds_of
from throughcare.kernel.words import MOST_WORDS, words_of

HERE = Path(__file__).parent
NAMES = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "Mohamed",
            "Серік",
            "يوسف",
            "Musoke",
            "Kyambadde",
            "عبد",
            "الكريم",
            "Nour",
            "Eddine",
            "ben",
        ]
    )
).map(" ".join)
HOSTILE = [
    "", " ", "\0", "-", "١٢٣", "a" * 500, "Ali " * 200, "ال", "al ben bin", "بن", "\u0301\u0302",
    "\u202egnihtemos", "Али علي Ali 阿里", "🙂", "é\u0301ʼ", "\ufdfa", "ٱٱٱ", "ŋŋŋ", "w" * 90,
    "\ud800 Ali", "b c d f g h j k l m n p q r s t v w x z",
]  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


TUNED, HELD_OUT = rows("name_pairs.csv"), rows("name_pairs_held_out.csv")


def test_the_labelled_sets_are_large_enough_and_share_no_pair() -> None:
    assert len(TUNED) >= 300 and len(HELD_OUT) >= 120
    assert sum(row["same"] == "no" for row in TUNED) >= 60

    def texts(of_set: list[dict[str, str]]) -> set[tuple[str, str]]:
        return {(row["one"], row["other"]) for row in of_set}

    assert not texts(TUNED) & texts(HELD_OUT)


def test_another_person_is_less_alike_than_the_person_in_the_same_spelling() -> None:
    for row in [*TUNED, *HELD_OUT]:
        if row["same"] == "no":
            assert likeness(row["one"], row["other"]) < likeness(row["one"], row["one"]), row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الرحمن", "Abderrahmane"), ("شُكْرِي", "Chokri"), ("Abd al-Karim", "عبدالكريم"),
        ("Жанар", "Janar"), ("Шолпан", "Şolpan"), ("Серікұлы", "Serik uly"), ("بن علي", "Ali"),
        ("Кыдыр", "Kydyr"), ("Kyambadde", "Chambadde"), ("قاسم", "Gacem"), ("قاسم", "Kacem"),
        ("Бақыт", "Bakhyt"), ("Бақыт", "Baqyt"), ("Александр", "Alexandr"), ("Ахат", "Axat"),
        ("Валид", "Walid"), ("Светлана", "Swetlana"), ("Гасан", "Hasan"), ("ظافر", "Dhafer"),
        ("ظافر", "Zafer"), ("منجي", "Mongi"), ("Юлия", "Julia"), ("Christopher", "Kristofer"),
        ("L'Abidine", "العابدين"), ("ar-Rahman", "Rahman"), ("Уәли", "Vali"), ("Валид", "وليد"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Salim"), ("Кыдыр", "Шадар"), ("Musoke", "Nakato"), ("قاسم", "هشام")],
)
def test_two_names_share_none(one: str, other: str) -> None:
    assert not keys_of(one) & keys_of(other)


def test_an_article_counts_as_one_only_where_it_is_tied_to_a_word() -> None:
    assert words_of("ar-Rahman") == ("rahman",)
    assert words_of("An Ar Nguyen") == ("an", "ar", "nguyen")
    assert words_of("Ould Ahmed") == ("ahmed",)
    assert words_of("Ould") == ("ould",)


def test_two_words_and_the_same_written_as_one_are_one_name() -> None:
    assert likeness("Nour Eddine Trabelsi", "Noureddine Trabelsi") > 0.95
    assert keys_of("Nour Eddine") & keys_of("Noureddine")


def test_a_part_left_out_costs_less_than_another_part() -> None:
    whole, left_out, other = "Karim Ben Youssef Gharbi", "Karim Gharbi", "Karim Ben Youssef Salmi"
    assert likeness(left_out, whole) > likeness(whole, other)


def test_the_weights_are_shares_and_the_nearer_counts_more() -> None:
    by = weights()
    assert by.consonants + by.sounds == pytest.approx(1)
    assert 1 >= by.equal > by.alike > by.one_away > 0
    assert 0 < by.least < 1 and 0 < by.share < 1


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_gives_few_keys_and_no_error(text: str) -> None:
    asked = asked_of(text)
    assert len(asked) <= MOST_WORDS * MOST_READINGS + MOST_WORDS
    assert all(one.key and len(one.key) <= 500 for one in asked)
    assert 0 <= likeness(text, "Mohamed") <= 1


@given(NAMES)
def test_each_word_has_some_readings(text: str) -> None:
    for word in words_of(text):
        assert 1 <= len(sounds_of(word)) <= MOST_READINGS


@given(NAMES, NAMES)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))


@given(st.permutations(["Mohamed", "Серік", "يوسف", "Musoke", "Kyeyune"]), NAMES)
def test_likeness_does_not_depend_on_the_order_of_parts(parts: list[str], other: str) -> None:
    in_order = likeness("Mohamed Серік يوسف Musoke Kyeyune", other)
    assert likeness(" ".join(parts), other) == pytest.approx(in_order)
