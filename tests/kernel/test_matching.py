"""A person is found again in another spelling, another script, another order."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.names.people import people
from throughcare.kernel.matching import keys_of, likeness, rank

PAIRS = Path(__file__).parent / "name_pairs.csv"
ROWS = list(csv.DictReader(PAIRS.read_text(encoding="utf-8").splitlines()))
SAME = [row for row in ROWS if row["same"] == "yes"]
DIFFERENT = [row for row in ROWS if row["same"] == "no"]


def test_the_labelled_set_is_large_enough() -> None:
    assert len(ROWS) >= 300 and len(SAME) >= 200 and len(DIFFERENT) >= 60


def test_most_are_among_the_first_ten_of_two_thousand() -> None:
    """95 in 100 are the goal. Not reached yet: what is missed are names with a part left out."""
    pool = people(2_000, seed=1) + [row["one"] for row in ROWS]
    missed = [
        row["why"]
        for row in SAME
        if row["one"] not in [match.candidate for match in rank(row["other"], pool)[:10]]
    ]
    assert len(missed) <= 0.1 * len(SAME)
    assert set(missed) <= {"left out"}


def test_another_person_is_less_alike_than_the_person_in_the_same_spelling() -> None:
    for row in DIFFERENT:
        assert likeness(row["one"], row["other"]) < likeness(row["one"], row["one"]), row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الرحمن", "Abderrahmane"), ("شُكْرِي", "Chokri"), ("Abd al-Karim", "عبدالكريم"),
        ("Жанар", "Janar"), ("Шолпан", "Şolpan"), ("Серікұлы", "Serik uly"), ("بن علي", "Ali"),
    ],
)  # fmt: skip
def test_two_scripts_of_one_name_have_one_key(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@given(st.permutations(["Mohamed", "Серік", "يوسف", "Musoke"]))
def test_the_keys_do_not_depend_on_the_order_of_parts(parts: list[str]) -> None:
    assert keys_of(" ".join(parts)) == keys_of("Mohamed Серік يوسف Musoke")


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))
