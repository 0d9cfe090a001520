"""A name is kept as the person gives it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.errors import BadName
from throughcare.kernel.names import (
    NamePart,
    PartKind,
    PersonName,
    Script,
    as_json,
    from_json,
    name_of,
    normalised,
    script_of,
)


def test_four_scripts_stand_in_one_name_in_the_order_given() -> None:
    name = name_of("محمد", "Серік", "Musoke", "王")
    assert [part.script for part in name.parts] == list(Script)
    assert name.display() == "\u2068محمد\u2069 \u2068Серік\u2069 \u2068Musoke\u2069 \u2068王\u2069"


def test_no_latin_spelling_is_invented() -> None:
    assert name_of("محمد", "Ali").latin() is None
    assert NamePart("محمد", PartKind.GIVEN, ("Mohamed",)).latin == "Mohamed"


def test_a_whole_name_has_a_spelling_of_each_part_and_never_one_part_alone() -> None:
    given, family = NamePart("محمد", spellings=("Mohamed", "Muhammad")), NamePart("Ali")
    assert PersonName((given, family)).wholes() == ("محمد Ali", "Mohamed Ali", "Muhammad Ali")
    assert name_of("محمد").wholes() == ("محمد",)


@pytest.mark.parametrize("text", ["م" * 500, "7", "مُحَمَّد", "a\u200cb", "ұлы", "Ould"])
def test_nothing_typed_is_lost(text: str) -> None:
    name = name_of(text)
    assert name.parts[0].text == unicodedata.normalize("NFC", text)
    assert from_json(as_json(name)) == name


@pytest.mark.parametrize("sign", ["\x00", "\n", "\u202e", "\u2067", "\u2028"])
def test_a_sign_that_cannot_be_seen_is_refused_with_its_place(sign: str) -> None:
    assert normalised("Ali") == "Ali"
    with pytest.raises(BadName, match="sign 3 of the name"):
        normalised(f"Al{sign}i")


@pytest.mark.parametrize("text", ["", "  ", "\u200b"])
def test_an_empty_part_is_refused(text: str) -> None:
    with pytest.raises(BadName, match="empty"):
        name_of(text)


def test_a_name_without_parts_is_refused() -> None:
    with pytest.raises(BadName, match="at least one part"):
        name_of()


@given(st.text(st.characters(categories=["L", "Mn", "Nd"]), min_size=1))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_the_first_letter_says_the_script() -> None:
    assert script_of("7! Қайрат Ali") is Script.CYRILLIC
    assert script_of("7!") is Script.OTHER
