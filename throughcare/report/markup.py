"""Small pieces of HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["attributes", "bullets", "details", "element", "escape", "from_file", "table"]


def attributes(**values: str | int | float | None) -> str:
    """Attributes in their written form: class_ is class, stroke_width is stroke-width."""
    said = []
    for name, value in values.items():
        if value is not None:
            shown = f"{value:.1f}" if isinstance(value, float) else str(value)
            said.append(f'{name.rstrip("_").replace("_", "-")}="{escape(shown)}"')
    return " ".join(said)


def element(name: str, inside: str, **values: str | int | float | None) -> str:
    """An element around HTML that is already safe."""
    said = attributes(**values)
    return f"<{name}{' ' + said if said else ''}>{inside}</{name}>"


def from_file(text: str) -> str:
    """Text that came from somebody's file: escaped, and kept from turning the line around."""
    return f"<bdi>{escape(text)}</bdi>"


def bullets(items: Iterable[str]) -> str:
    """A list of items that are already safe."""
    return element("ul", "".join(element("li", item) for item in items))


def details(title: str, inside: str) -> str:
    """A part that opens by itself when printed, and on a press otherwise."""
    return element("details", element("summary", escape(title)) + inside)


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int | None = None
) -> str:
    """A table of cells that are already safe; from column `numbers` on they are numbers."""
    first = len(heads) if numbers is None else numbers
    kinds = ["number" if index >= first else None for index in range(len(heads))]
    top = "".join(
        element("th", escape(head), scope="col", class_=kind)
        for head, kind in zip(heads, kinds, strict=True)
    )
    body = "".join(_row(row, kinds) for row in rows)
    said = f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
    return element("div", f"<table>{said}<tbody>{body}</tbody></table>", class_="scroll")


def _row(row: Sequence[str], kinds: Sequence[str | None]) -> str:
    head = element("th", row[0], scope="row")
    cells = (
        element("td", cell, class_=kind) for cell, kind in zip(row[1:], kinds[1:], strict=True)
    )
    return element("tr", head + "".join(cells))
