"""YAML that remembers its lines, so that each problem can be shown where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from standards.rulebook.errors import Problem

# libyaml's parser is some ten times faster; PyYAML's own does where a machine lacks it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"


class Section(dict[str, Any]):
    """A YAML mapping. `line` is where it begins, `lines` where each key stands."""

    line: int
    lines: dict[str, int]

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines = {}

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping if the key is not there."""
        return self.lines.get(key, self.line)


class Items(list[Any]):
    """A YAML list with the line of each item."""

    line: int
    lines: list[int]

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines = []


def read_located(data: bytes, file: str) -> tuple[Section, list[Problem]]:
    """Read one YAML file whose top is a mapping; an unreadable one gives an empty Section."""
    try:
        loader = _Loader(data)
    except yaml.YAMLError as error:
        return Section(), [_syntax(error, file)]
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            what = "the file is empty" if node is None else "the file is not a list of keys"
            return Section(), [Problem(file, 1, what, "begin with keys such as 'rules:'")]
        reader = _Reader(loader, file)
        return reader.section(node), reader.problems
    except yaml.YAMLError as error:
        return Section(), [_syntax(error, file)]
    finally:
        loader.dispose()


def read_file(path: Path, shown: str) -> tuple[Section, bytes, list[Problem]]:
    """Read a file from disk. `shown` is the name by which problems call it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        remedy = "check that the file exists and may be read"
        return Section(), b"", [Problem(shown, 1, f"cannot be read: {error.strerror}", remedy)]
    section, problems = read_located(data, shown)
    return section, data, problems


class _Reader:
    """Turns YAML nodes into Sections, Items and plain values."""

    def __init__(self, loader: Any, file: str) -> None:
        self.loader = loader
        self.file = file
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._seen:
            # An alias could also unfold into far more than the file holds.
            what = "this part is used again by an alias (*name)"
            self._problem(node, what, "write the text out again where it is used")
            return Section(_line(node))
        self._seen.add(id(node))
        return self.section(node) if isinstance(node, yaml.MappingNode) else self._items(node)

    def section(self, node: Any) -> Section:
        section = Section(_line(node))
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in section:
                first = section.lines[key]
                what = f"'{key}' is written twice; the first is on line {first}"
                self._problem(key_node, what, "keep one of the two")
                continue
            section.lines[key] = _line(key_node)
            section[key] = self.value(value_node)
        return section

    def _items(self, node: Any) -> Items:
        items = Items(_line(node))
        for child in node.value:
            items.lines.append(_line(child))
            items.append(self.value(child))
        return items

    def _scalar(self, node: Any) -> Any:
        if node.tag == _TEXT:
            return node.value
        try:
            return self.loader.construct_object(node)
        except (ValueError, yaml.YAMLError):
            self._problem(node, f"'{node.value}' cannot be read", "put the text in quotes")
            return node.value

    def _problem(self, node: Any, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, _line(node), what, remedy))


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _syntax(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "not text in UTF-8"
    line = 1 if mark is None else int(mark.line) + 1
    remedy = "look at the indentation, at a missing quote or a missing colon on or above this line"
    return Problem(file, line, f"this is not YAML: {said}", remedy)
