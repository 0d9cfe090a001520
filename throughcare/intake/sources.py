"""Sources in a mapping: a column, several columns, or a constant, with its codes and dates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from throughcare.intake.dates import DateForm
from throughcare.intake.model import Source
from throughcare.intake.nodes import Node

WHERE = ("column", "join", "constant")
# What a group may say, by what the value is.
TEXT = ("column", "join", "constant", "values")
NUMBER = ("column", "constant", "values")
DATE = ("column", "constant", "values", "dates", "clock")
DAY = ("column", "constant", "dates")
FIELD = ("column", "constant", "values", "reason")


@dataclass(frozen=True, slots=True)
class Forms:
    """The date forms of a table, and how to read those of one column."""

    default: tuple[DateForm, ...]
    compiled: Callable[[Node], tuple[DateForm, ...]]


def read_source(node: Node, forms: Forms, role: Collection[str] = TEXT) -> Source:
    """A text is a column's name; a group says more. Raises BadInput."""
    if node.is_text:
        return Source(columns=(node.text(),), forms=forms.default, line=node.line)
    keys = node.group(role)
    given = [key for key in WHERE if key in keys]
    if len(given) != 1:
        raise node.fail(
            f"'{node.name}' needs exactly one of {', '.join(k for k in role if k in WHERE)}",
            f"write `{node.name}: COLUMN` or `{node.name}: {{column: COLUMN, ...}}`",
        )
    return Source(
        columns=_columns(keys),
        constant=keys["constant"].text() if "constant" in keys else None,
        values=_values(keys.get("values")),
        forms=forms.compiled(keys["dates"]) if "dates" in keys else forms.default,
        clock=keys["clock"].text() if "clock" in keys else None,
        reason=keys["reason"].text() if "reason" in keys else None,
        line=node.line,
    )


def _columns(keys: dict[str, Node]) -> tuple[str, ...]:
    if "join" in keys:
        return tuple(part.text() for part in keys["join"].items())
    return (keys["column"].text(),) if "column" in keys else ()


def _values(node: Node | None) -> dict[str, str | None] | None:
    """Codes and what they mean; `~` means unknown."""
    if node is None:
        return None
    return {code: meaning.text_or_none() for code, meaning in node.group().items()}
