"""The list of languages holds those that are spoken where the service is used, each once."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from throughcare.kernel.errors import UnknownLanguage
from throughcare.kernel.languages import Direction, all_languages, language


@pytest.mark.parametrize(
    "code",
    [
        "fr", "ar", "aeb", "ru", "kk", "en", "lg", "sw", "nyn", "ach", "teo", "xog",
        "lgg", "laj", "cgg", "rw", "so", "ti", "am", "fa", "tr", "uz", "ky",
    ],
)  # fmt: skip
def test_a_language_of_the_prisons_is_in_the_list(code: str) -> None:
    assert language(code).code == code


def test_each_code_stands_once_in_the_form_of_its_norm() -> None:
    text = files("throughcare.kernel").joinpath("languages.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len({row["code"] for row in rows}) == len(rows) == len(all_languages())
    assert all(re.fullmatch("[a-z]{2,3}", row["code"]) for row in rows)
    assert all(row["own_name"].strip() and row["english_name"].strip() for row in rows)


def test_signed_languages_have_no_direction_and_all_others_have_one() -> None:
    for one in all_languages().values():
        assert one.signed == (one.direction is Direction.NONE)
    assert language("aeb").direction is Direction.RIGHT_TO_LEFT
    assert language("kk").direction is Direction.LEFT_TO_RIGHT


def test_an_unknown_language_is_refused_with_the_list() -> None:
    with pytest.raises(UnknownLanguage, match="xx"):
        language("xx")


def test_a_language_has_a_name_in_each_language_of_the_pages() -> None:
    named = {reader: language("fr").name_in(reader) for reader in ("en", "fr", "ar", "ru", "kk")}
    assert named == {
        "en": "French", "fr": "français", "ar": "الفرنسية", "ru": "французский",
        "kk": "француз тілі",
    }  # fmt: skip
    assert all(one.name_in("ar") for one in all_languages().values())
