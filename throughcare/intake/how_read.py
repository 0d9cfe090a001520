"""What a mapping says of how a table is to be read: its time zone, its file form, its dates."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import available_timezones

from standards.instants import UnknownZone, zone_info
from throughcare.errors import BadInput
from throughcare.intake.dates import BadForm, DateForm, compile_form, order_clash
from throughcare.intake.model import ISO_FORMS
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.nodes import Node
from throughcare.intake.sources import Forms
from throughcare.intake.tables import TableOptions


def check_zone(name: str, where: str) -> str:
    """The name of a time zone, if it is one. Raises BadInput with the nearest."""
    try:
        zone_info(name)
    except UnknownZone as error:
        raise BadInput(
            f"'{name}' is not a time zone",
            where=where,
            remedy=did_you_mean(name, sorted(available_timezones())),
        ) from error
    return name


def items_of(node: Node | None) -> list[Node]:
    """The items of a list; none where the key is left out or empty."""
    return [] if node is None or node.is_blank else node.items()


def zone_of(node: Node | None) -> str | None:
    """The time zone that a key names. Raises BadInput."""
    return None if node is None else check_zone(node.text(), f"{node.file} line {node.line}")


def options_of(keys: dict[str, Node]) -> TableOptions:
    """Encoding, delimiter and sheet. Raises BadInput."""

    def text(key: str) -> str | None:
        return keys[key].text() if key in keys else None

    delimiter = text("delimiter")
    delimiter = "\t" if delimiter in ("tab", "\\t") else delimiter
    if delimiter is not None and len(delimiter) != 1:
        raise keys["delimiter"].fail(
            "'delimiter' is one character", 'write `delimiter: ";"` or `tab`'
        )
    return TableOptions(text("encoding"), delimiter, text("sheet"))


def forms_of(keys: dict[str, Node], *, ambiguous: Callable[[str], str]) -> Forms:
    """The date forms of a table, and what makes forms of a key of its own.

    `ambiguous` says what to do where two forms differ only in the order of day and month; it is
    given the first of the two. Raises BadInput.
    """
    century = keys["century_from"].number() if "century_from" in keys else None

    def compiled(node: Node) -> tuple[DateForm, ...]:
        try:
            forms = tuple(compile_form(part.text(), century) for part in node.items())
        except BadForm as error:
            raise node.fail(str(error)) from error
        clash = order_clash(forms)
        if clash is not None:
            raise node.fail(
                f"'{clash[0]}' and '{clash[1]}' differ only in the order of day and month, so "
                "many values would fit both",
                ambiguous(clash[0]),
            )
        return forms

    return Forms(compiled(keys["dates"]) if "dates" in keys else ISO_FORMS, compiled)
