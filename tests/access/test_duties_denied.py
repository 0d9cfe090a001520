"""Whom the matrix gives nothing in a file gets at each page of its duties what no file gets.

Every page, of people within reach and beyond; in the usual run each of the 22 roles asks some.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.access.custody_cast import NAMES, Cast, cast_of, secrets
from tests.access.read_apart import shown
from tests.access.turns import every_third, in_turn

pytestmark = pytest.mark.django_db
RULES = ("nmr-7-throughout", "nmr-54", "nmr-68-admission", "nmr-30-exam")
OF_A_PERSON = (
    "", *(f"/{rule}" for rule in RULES), *(f"/{rule}/review" for rule in RULES),
    "/nmr-54?since=2026-01-01T00:00:00Z&known=2026-01-01T00:00",
)  # fmt: skip
# Compartments in which what the rules say of a person may stand.
SAYS_OF = ("ID", "SEN", "INC", "HLT", "CON", "DIS", "PLN")


@pytest.fixture(params=every_third(0))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def test_each_page_about_a_person_says_what_it_says_of_nobody_where_the_file_is_closed(
    cast: Cast,
) -> None:
    asked = in_turn(cast.role, OF_A_PERSON, share=3)
    nothing = {rest: cast.client.get(f"/people/{cast.nobody}/duties{rest}") for rest in asked}
    for whom, person in cast.people.items():
        if "r" in cast.lets("ID", whom):
            continue
        for rest, none in nothing.items():
            answer = cast.client.get(f"/people/{person}/duties{rest}")
            told = (cast.role, whom, rest)
            assert answer.status_code in {403, 404}, told
            assert not any(one in shown(answer) for one in secrets(whom)), told
            if not any(cast.lets(code, whom) for code in SAYS_OF):
                same = shown(answer).replace(str(person), str(cast.nobody))
                assert (answer.status_code, same) == (none.status_code, shown(none)), told


def test_who_reads_the_file_sees_its_duties_and_why_of_those_that_are_open(cast: Cast) -> None:
    for whom, person in cast.people.items():
        if "r" not in cast.lets("ID", whom):
            continue
        page = cast.client.get(f"/people/{person}/duties")
        assert page.status_code == 200, (cast.role, whom)
        said = page.content.decode()
        led = set(re.findall(rf"/people/{person}/duties/([\w-]+)\?", said))
        for rule in in_turn(cast.role, RULES, share=2):
            status = cast.client.get(f"/people/{person}/duties/{rule}").status_code
            assert (status == 200) == (rule in led), (cast.role, whom, rule)
            may = cast.client.get(f"/people/{person}/duties/{rule}/review").status_code
            assert may in ({200, 403, 422} if rule in led else {404}), (cast.role, whom, rule)


def test_the_morning_names_nobody_out_of_reach(cast: Cast) -> None:
    answers = [cast.client.get(f"/morning{rest}") for rest in ("", "?mine=0", "?mine=0&by=kind")]
    has_one = any("r" in cast.lets("ID", whom) for whom in NAMES) and cast.role not in {
        "prisoner", "family"
    }  # fmt: skip
    assert {answer.status_code for answer in answers[:2]} <= ({200, 302} if has_one else {404})
    for whom in NAMES:
        if "r" in cast.lets("ID", whom):
            continue
        for answer in answers:
            assert NAMES[whom] not in shown(answer), (cast.role, whom)
            assert str(cast.people[whom]) not in shown(answer), (cast.role, whom)
    assert cast.client.get("/morning?at=nowhere").status_code == 404
