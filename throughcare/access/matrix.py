"""The role matrix: read from `matrix.yaml`, checked, and handed out as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.access.errors import BadMatrix
from throughcare.access.terms import Compartment, Level, Role, Scope

FILE: Final = Path(__file__).with_name("matrix.yaml")


@dataclass(frozen=True)
class Cell:
    """What a role may do in a compartment, and in whose files. No scope where the level is none."""

    level: Level
    scope: Scope | None


@dataclass(frozen=True)
class EmergencyRow:
    """What an emergency opens: to which roles, on which ground, which fields, for how long."""

    roles: frozenset[Role]
    ground: str
    fields: tuple[str, ...]
    hours: int


@dataclass(frozen=True)
class BreakGlassRules:
    """The conditions of emergency access."""

    never: frozenset[Compartment]
    allowed: Mapping[Compartment, EmergencyRow]
    shortest_reason: int
    confirm_within_hours: int
    review_within_hours: int


@dataclass(frozen=True)
class Matrix:
    """The whole policy as data."""

    source: str
    cells: Mapping[tuple[Role, Compartment], Cell]
    redacted: Mapping[Compartment, tuple[str, ...]]
    break_glass: BreakGlassRules


@cache
def matrix() -> Matrix:
    """The matrix that ships with the service."""
    return load(FILE)


def load(path: Path) -> Matrix:
    """Read and check a matrix. Raises BadMatrix, naming file, line and remedy."""
    text = path.read_text(encoding="utf-8")
    try:
        tree, plain = yaml.compose(text), yaml.safe_load(text)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise BadMatrix(
            str(wrong.problem), where=f"{path}, line {line}", remedy="write it as valid YAML"
        ) from wrong
    if not isinstance(plain, dict) or not isinstance(tree, yaml.MappingNode):
        raise BadMatrix("the file holds no keys", where=f"{path}, line 1", remedy="copy it anew")
    reading = _Reading(path, tree)
    return Matrix(
        source=str(reading.part(plain, "source")),
        cells=_cells(reading, reading.part(plain, "roles")),
        redacted={
            Compartment(reading.one_of(Compartment, code, "redacted")): tuple(fields)
            for code, fields in reading.part(plain, "redacted").items()
        },
        break_glass=_break_glass(reading, reading.part(plain, "break_glass")),
    )


class _Reading:
    """The file under way: turns a wrong word into a sentence with its line."""

    def __init__(self, path: Path, tree: yaml.MappingNode) -> None:
        self.path, self.tree = path, tree

    def wrong(self, what: str, remedy: str, *keys: str) -> BadMatrix:
        return BadMatrix(what, where=f"{self.path}, line {self._line(keys)}", remedy=remedy)

    def part(self, given: Any, *keys: str) -> Any:
        if not isinstance(given, dict) or keys[-1] not in given:
            raise self.wrong(f"'{keys[-1]}' is missing", f"write '{keys[-1]}:'", *keys[:-1])
        return given[keys[-1]]

    def one_of(self, kind: Any, word: Any, *keys: str) -> Any:
        known = [one.value for one in kind]
        if word not in known:
            raise self.wrong(f"'{word}' is not known", f"write one of {', '.join(known)}", *keys)
        return kind(word)

    def _line(self, keys: tuple[str, ...]) -> int:
        node: yaml.Node = self.tree
        line = 1
        for key in keys:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            found = [(name, value) for name, value in pairs if name.value == key]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
        return line


def _cells(reading: _Reading, given: Any) -> dict[tuple[Role, Compartment], Cell]:
    for name in given:
        reading.one_of(Role, name, "roles", name)
    cells = {}
    for role in Role:
        row = reading.part(given, "roles", role.value)
        for code in row:
            reading.one_of(Compartment, code, "roles", role.value, code)
        for compartment in Compartment:
            letters = reading.part(row, "roles", role.value, compartment.value)
            cells[role, compartment] = _cell(reading, letters, role, compartment)
    return cells


def _cell(reading: _Reading, letters: Any, role: Role, compartment: Compartment) -> Cell:
    keys = ("roles", role.value, compartment.value)
    if letters == "-":
        return Cell(Level.NONE, None)
    if not isinstance(letters, str) or len(letters) != 2 or letters[0] == "-":
        raise reading.wrong(f"'{letters}' is no cell", "write '-' or level and scope: rO", *keys)
    level = reading.one_of(Level, letters[0], *keys)
    return Cell(level, reading.one_of(Scope, letters[1], *keys))


def _break_glass(reading: _Reading, given: Any) -> BreakGlassRules:
    def number(key: str) -> int:
        found = reading.part(given, "break_glass", key)
        if not isinstance(found, int) or found < 1:
            raise reading.wrong(f"{key} is {found}", "write a whole number", "break_glass", key)
        return found

    never = frozenset(
        reading.one_of(Compartment, code, "break_glass", "never")
        for code in reading.part(given, "break_glass", "never")
    )
    allowed = reading.part(given, "break_glass", "allowed")
    rows = {
        reading.one_of(Compartment, code, "break_glass", "allowed", code): _row(reading, code, row)
        for code, row in allowed.items()
    }
    for both in never & set(rows):
        keys = ("break_glass", "allowed", both.value)
        raise reading.wrong(f"{both} is never opened", "strike it here or under never", *keys)
    return BreakGlassRules(
        never, rows, number("shortest_reason"), number("confirm_within_hours"),
        number("review_within_hours"),
    )  # fmt: skip


def _row(reading: _Reading, code: str, row: Any) -> EmergencyRow:
    keys = ("break_glass", "allowed", code)
    roles = frozenset(
        reading.one_of(Role, name, *keys) for name in reading.part(row, *keys, "roles")
    )
    hours = reading.part(row, *keys, "hours")
    if not isinstance(hours, int) or hours < 1:
        raise reading.wrong(f"hours is {hours}", "write a whole number of hours", *keys)
    fields = tuple(reading.part(row, *keys, "fields"))
    return EmergencyRow(roles, str(reading.part(row, *keys, "ground")), fields, hours)
