"""Two people are compared by their whole names: half a village has one of the parts."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import ADMISSIONS
from tests.casework.people.made import AT
from tests.imports.conftest import Take
from tests.imports.made import refusal, results
from throughcare.casework.people import actions as people
from throughcare.casework.people.kinds import Kind

pytestmark = pytest.mark.django_db

MAP = """\
mapping: the old register
person: no
known_by: prisoner number
persons:
  names:
    - parts:
        - {column: given, spelled: [latin given]}
        - {column: of, spelled: [latin of]}
        - {column: family, spelled: [latin family]}
  birth_date: born
"""
HEAD = "no,given,of,family,latin given,latin of,latin family,born\n"
MARAT = "1,Марат,Асқарұлы,Төлеуов,Marat,Askaruly,Toleuov,1993\n"
# The same father's name, and another person.
SAMAT = "2,Самат,Асқарұлы,Байжанов,Samat,Askaruly,Baizhanov,1993-08-08\n"
MARAT_IN_LATIN = "3,Marat,Askaruly,Toleuov,,,,1993-05-02\n"


def test_who_shares_a_fathers_name_alone_is_not_proposed_as_the_same(take: Take) -> None:
    assert take(HEAD + MARAT + SAMAT, MAP).pairs == []


def test_who_has_the_same_name_in_another_script_is_proposed(take: Take) -> None:
    outcome = take(HEAD + MARAT + SAMAT + MARAT_IN_LATIN, MAP)
    assert [{one.one, one.other} for one in outcome.pairs] == [{"1", "3"}]


@pytest.mark.parametrize(
    ("row", "result"), [(MARAT, "accepted"), (SAMAT.replace("2,", "1,", 1), "refused")]
)
def test_a_number_of_the_register_is_not_given_to_who_shares_a_fathers_name(
    take: Take, row: str, result: str
) -> None:
    parts = [
        {"text": text, "kind": "unspecified", "spellings": [latin]}
        for text, latin in (
            ("Марат", "Marat"), ("Асқарұлы", "Askaruly"), ("Төлеуов", "Toleuov"),
        )
    ]  # fmt: skip
    number = {"system": "prisoner number", "number": "1"}
    people.register_person(
        by=ADMISSIONS, at=AT, establishment="north",
        facts=[(Kind.NAME, {"use": "recorded", "parts": parts}), (Kind.IDENTIFIER, number)],
    )  # fmt: skip
    outcome = take(HEAD + row, MAP)
    assert results(outcome) == [result]
    if result == "refused":
        said = "the number 1 stands in the register with another name"
        assert refusal(outcome).reason == said
