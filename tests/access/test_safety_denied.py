"""Whom the matrix gives nothing in a file gets at every operation of safety what no file gets.

About an own case or about others in turn; what a role may do is read from the YAML alone. Where it
may, the door opens, so that no refusal is one of form. Each of the 22 roles asks a third of the
operations, so that each operation is asked by seven of them; all ask all in the slow form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from tests.access.custody_cast import REACH
from tests.access.read_apart import LETS, ROLES
from tests.access.turns import every_third, in_turn
from tests.api.made import NEW_YEAR, Machine, Said, machine_of
from tests.api.measure_calls import SAFETY
from tests.api.safety_calls import Line
from tests.api.safety_made import grown, whole_file
from tests.casework.custody.made import places
from tests.staff import see_no_rows, written
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
# `mine` is a case of the role, or its own file; `away` is in the south.
NAMES: Final = {"mine": "Minuera", "other": "Otherin", "away": "Awayela"}
# What colleagues wrote in every one of these files, and no refusal may tell.
SECRETS: Final = (*NAMES.values(), "fight", "telephone", "window", "article", "handcuffs")
_NUMBER: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ABOUT = {name: line for name, line in SAFETY.items() if not line.lists}


@dataclass(frozen=True)
class Cast:
    """A program in a role, and the rows of four people by the name that addresses have for them."""

    role: str
    call: Machine
    rows: Mapping[str, Mapping[str, str]]
    nobody: Mapping[str, str]

    def lets(self, code: str, whom: str) -> str:
        """What the cell lets this role do in the file of this person, letter by letter."""
        letters = ROLES[self.role][code]
        return LETS[letters[0]] if whom in REACH.get(letters[-1], ()) else ""

    def may(self, line: Line, whom: str) -> bool:
        """Whether the matrix lets this role call it about this person."""
        code, letters = line.needs.split()
        return any(letter in self.lets(code, whom) for letter in letters)

    def reached(self, whom: str) -> bool:
        """Whether anything that these operations touch is open in this file."""
        return any(self.lets(code, whom) for code in ("ID", "DIS", "HLT"))


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, db: None) -> Cast:
    places()
    rows = {}
    for whom, name in NAMES.items():
        place = "south" if whom == "away" else "north"
        rows[whom] = whole_file(grown(name, place=place), place)
    see_no_rows()
    role, since = Role(request.param), Period(NEW_YEAR, None)
    own = UUID(rows["mine"]["person"])
    cases = () if role is Role.PRISONER else (own,)
    viewer = written(
        Viewer(
            90, person=own if role is Role.PRISONER else None,
            posts=(HeldPost(role, "north", since),),
            assigned=tuple(Assigned(role, one, since) for one in cases),
        )
    )  # fmt: skip
    nobody = {name: str(uuid4()) for name in rows["mine"]} | {"kind": "separation-order"}
    return Cast(role.value, machine_of(viewer), rows, nobody)


def asked(cast: Cast, line: Line, ids: Mapping[str, str]) -> Said:
    """The answer; nothing of it stays, so that each call finds the file as it was."""
    with transaction.atomic():
        said = line.call(cast.call, ids)
        transaction.set_rollback(True)
    return said


def test_every_operation_says_to_whom_it_is_closed_what_it_says_of_nobody(cast: Cast) -> None:
    for name, line, whom in about(cast):
        said, told = asked(cast, line, cast.rows[whom]), (cast.role, name, whom)
        if cast.may(line, whom):
            assert said.status not in {403, 404, 500}, (told, said.body)
            continue
        closed = {403, 404, 422} if name == "enter_day" else {403, 404}
        assert said.status in closed, (told, said.body)
        assert not any(one in str(said.body) for one in SECRETS), (told, said.body)
        if not cast.reached(whom):
            assert same(said, asked(cast, line, cast.nobody)), (told, said.body)
    need_lists_name_nobody_else(cast)


def about(cast: Cast) -> Iterator[tuple[str, Line, str]]:
    """Each operation about the own case or another, and with the next role the other way round."""
    turn = sorted(ROLES).index(cast.role)
    for number, name in enumerate(in_turn(cast.role, ABOUT, share=3), start=turn):
        # Who does not even reach the own case reaches nobody: one stands for all.
        far = "mine" if not cast.reached("mine") else ("other", "away")[number // 2 % 2]
        yield name, ABOUT[name], ("mine", far)[number % 2]


def same(said: Said, of_nobody: Said) -> bool:
    """Whether two answers differ in nothing but the numbers that were asked about."""
    one, none = (_NUMBER.sub("number", str(each.body)) for each in (said, of_nobody))
    return (said.status, one) == (of_nobody.status, none)


LISTS: Final = {
    "list_separated": ("DIS", "xa", "separated"), "list_health_requests": ("DIS", "xa", "waiting"),
    "list_open_duties": ("ID", "x", "duties"),
}  # fmt: skip


def need_lists_name_nobody_else(cast: Cast) -> None:
    """No list of an establishment names whom the role does not reach."""
    assert set(LISTS) == set(SAFETY) - set(ABOUT)
    for name, (code, letters, rows) in LISTS.items():
        for place in ("north", "south"):
            said = asked(cast, SAFETY[name], {"establishment": place})
            none = asked(cast, SAFETY[name], {"establishment": "nowhere"})
            told: Any = (cast.role, name, place, said.body)
            if said.status != 200:
                assert (said.status, said.body["detail"]) == (none.status, none.body["detail"]), (
                    told
                )
                continue
            for whom, ids in cast.rows.items():
                if not any(letter in cast.lets(code, whom) for letter in letters):
                    assert ids["person"] not in str(said.body), (told, whom)
            if name == "list_open_duties":
                assert said.body["total"] == len(said.body[rows]) or said.body["total"] > 50, told
