"""Every cell of the matrix, every act, in scope and out: expected from the two letters alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import yaml

from throughcare.access import matrix as the_matrix
from throughcare.access.policy import decide
from throughcare.access.question import Assigned, HeldPost, Period, Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role

_NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_ALWAYS = Period(datetime(2020, 1, 1, tzinfo=UTC), None)
_AMINA, _BORIS = UUID(int=1), UUID(int=2)
_FILE = yaml.safe_load(the_matrix.FILE.read_text(encoding="utf-8"))
_CELLS = [(role, code, cell) for role, row in _FILE["roles"].items() for code, cell in row.items()]
_SHARED = Path(__file__).parents[2].parent / "shared" / "domain" / "roles-matrix.yaml"
_ACTS = {
    "-": set(),
    "x": {"read_redacted"},
    "r": {"read_redacted", "read"},
    "a": {"append"},
    "w": {"read_redacted", "read", "append", "write"},
}


def test_there_are_22_roles_and_14_compartments() -> None:
    assert (len(Role), len(Compartment), len(_CELLS)) == (22, 14, 22 * 14)


@pytest.mark.parametrize(("role", "code", "cell"), _CELLS)
def test_a_cell_opens_what_its_letters_say_and_nothing_else(
    role: str, code: str, cell: str
) -> None:
    person = None if code == "AGG" else _AMINA
    viewer = Viewer(
        account=1,
        person=_AMINA if role == "prisoner" else None,
        posts=(HeldPost(Role(role), "north/central", _ALWAYS),),
        assigned=(Assigned(Role(role), _AMINA, _ALWAYS),),
    )
    inside = Subject(person, "north/central")
    outside = Subject(None if code == "AGG" else _BORIS, "south/harbour")
    for act in Act:
        within = decide(viewer, act, Compartment(code), inside, at=_NOW).allowed
        beyond = decide(viewer, act, Compartment(code), outside, at=_NOW).allowed
        assert within is (act.value in _ACTS[cell[0]]), act
        assert beyond is (act.value in _ACTS[cell[0]] and cell[1:] == "F"), act


def test_the_matrix_is_the_one_agreed_cell_by_cell() -> None:
    if not _SHARED.exists():
        pytest.skip("the agreed matrix is not beside this repository")
    agreed = yaml.safe_load(_SHARED.read_text(encoding="utf-8"))
    assert _FILE["roles"] == agreed["roles"]
    assert _FILE["compartments"] == agreed["compartments"]
    assert _FILE["break_glass"]["never"] == agreed["break_glass"]["never"]
    assert _FILE["break_glass"]["allowed"] == agreed["break_glass"]["allowed"]
