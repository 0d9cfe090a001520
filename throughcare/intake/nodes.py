"""YAML with its line numbers, so that every refusal of a mapping says where."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from throughcare.errors import BadInput
from throughcare.intake.nearest import did_you_mean

_NULLS = ("", "~", "null", "Null", "NULL")


class Node:
    """One piece of a YAML file: a text, a list or a group of keys.

    Every scalar is the text as written, so that `No` in a value map stays 'No'.
    """

    def __init__(self, raw: yaml.Node, file: Path, name: str) -> None:
        self._raw, self.file, self.name = raw, file, name

    @property
    def line(self) -> int:
        return int(self._raw.start_mark.line) + 1

    @property
    def is_text(self) -> bool:
        return isinstance(self._raw, yaml.ScalarNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self._raw, yaml.SequenceNode)

    @property
    def is_group(self) -> bool:
        return isinstance(self._raw, yaml.MappingNode)

    @property
    def is_blank(self) -> bool:
        raw = self._raw
        return isinstance(raw, yaml.ScalarNode) and raw.style is None and raw.value in _NULLS

    def fail(self, what: str, remedy: str = "") -> BadInput:
        """The refusal, placed at this line; the caller raises it."""
        return BadInput(what, where=f"{self.file} line {self.line}", remedy=remedy)

    def text(self) -> str:
        """The text as written. Raises BadInput for a list, a group or nothing."""
        if not isinstance(self._raw, yaml.ScalarNode) or self.is_blank:
            raise self.fail(f"'{self.name}' needs one value", f"write `{self.name}: ...`")
        return str(self._raw.value)

    def text_or_none(self) -> str | None:
        """The text, or None for nothing at all or `~`."""
        return None if self.is_blank else self.text()

    def number(self) -> int:
        """A whole number."""
        try:
            return int(self.text())
        except ValueError as error:
            raise self.fail(f"'{self.name}' needs a whole number") from error

    def items(self) -> list[Node]:
        """The parts of a list; a single value is a list of one."""
        if isinstance(self._raw, yaml.SequenceNode):
            return [Node(raw, self.file, self.name) for raw in self._raw.value]
        return [self]

    def group(self, known: Iterable[str] | None = None) -> dict[str, Node]:
        """The keys and what they hold. Raises BadInput on unknown or repeated keys."""
        if not isinstance(self._raw, yaml.MappingNode):
            raise self.fail(
                f"'{self.name}' needs keys and values",
                f"write `{self.name}:` with `key: value` lines below",
            )
        names = list(known) if known is not None else None
        found: dict[str, Node] = {}
        for key, raw in self._raw.value:
            at = Node(key, self.file, self.name)
            if not isinstance(key, yaml.ScalarNode):
                raise at.fail(f"a key in '{self.name}' is not a text")
            word = str(key.value)
            if names is not None and word not in names:
                raise at.fail(f"'{word}' is not a key of '{self.name}'", did_you_mean(word, names))
            if word in found:
                raise at.fail(f"'{word}' stands twice in '{self.name}'", "keep one of them")
            found[word] = Node(raw, self.file, word)
        return found


def read_yaml(file: Path, name: str) -> Node:
    """Read a YAML file of keys and values. Raises BadInput."""
    try:
        raw = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(
            f"the {name} cannot be opened ({reason})", where=str(file), remedy="check its path"
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"the {name} is not in UTF-8", where=str(file), remedy="save it as UTF-8"
        ) from error
    except yaml.YAMLError as error:
        raise _not_yaml(file, name, error) from error
    if raw is None:
        raise BadInput(f"the {name} is empty", where=str(file), remedy="see examples/README.md")
    return Node(raw, file, name)


def _not_yaml(file: Path, name: str, error: yaml.YAMLError) -> BadInput:
    mark = getattr(error, "problem_mark", None)
    place = f"{file} line {mark.line + 1}" if mark is not None else str(file)
    reason = getattr(error, "problem", None) or "the text is not YAML"
    return BadInput(
        f"the {name} is not readable YAML: {reason}",
        where=place,
        remedy="check the indentation and the colons here; put texts with a colon in quotes",
    )
