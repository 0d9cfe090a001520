"""Ids sort by time; a number is one number in any digits; a language is in the list or refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from throughcare.kernel.errors import BadNumber, BadPlace, UnknownLanguage
from throughcare.kernel.identifiers import read_number, sortable_id
from throughcare.kernel.languages import Direction, all_languages, language
from throughcare.kernel.places import establishment_of, kind_of, parent_of

MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_an_id_of_a_later_millisecond_is_greater_whatever_the_chance() -> None:
    first = sortable_id(MOMENT, b"\xff" * 10)
    assert first < sortable_id(MOMENT + timedelta(milliseconds=1), b"\x00" * 10)
    assert (first.version, first) == (7, sortable_id(MOMENT, b"\xff" * 10))


def test_the_published_example_of_the_rfc_comes_out() -> None:
    moment = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    chance = ((0xCC3 << 62) | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert str(sortable_id(moment, chance)) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@pytest.mark.parametrize("typed", ["0123-4", "٠١٢٣ ٤", "۰۱۲۳.۴", "０１２３４"])
def test_digits_of_any_script_are_one_number(typed: str) -> None:
    assert read_number(typed) == "01234"


@pytest.mark.parametrize("typed", ["", "abc", "12م"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadNumber, match="What to do"):
        read_number(typed)


def test_a_language_outside_the_list_is_refused() -> None:
    assert language("ar").direction is Direction.RIGHT_TO_LEFT
    with pytest.raises(UnknownLanguage, match="'xx'"):
        language("xx")
    assert {"ar", "fr", "en", "ru", "kk", "lg", "sw", "tse"} <= set(all_languages())


def test_a_path_knows_its_kind_and_what_is_above() -> None:
    assert kind_of("north/a/2/204") == "cell"
    assert parent_of("north/a/2/204") == "north/a/2"
    assert (parent_of("north"), establishment_of("north/a")) == (None, "north")
    with pytest.raises(BadPlace, match="north//2"):
        kind_of("north//2")
