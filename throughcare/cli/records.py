"""`throughcare records`: what records may look like."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from throughcare.intake.schema import schema_as_data

app = typer.Typer(no_args_is_help=True, help="The record schema: what a file of records may hold.")


class Format(StrEnum):
    """How to write the schema."""

    TEXT = "text"
    JSON = "json"


@app.callback()
def records() -> None:
    """The record schema: what a file of records may hold."""


@app.command("schema")
def schema(
    form: Annotated[Format, typer.Option("--format", help="text or json")] = Format.TEXT,
) -> None:
    """Show every column and every type of record that a file may hold."""
    data = schema_as_data()
    if form is Format.JSON:
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    print(as_text(data))


def as_text(data: dict[str, Any]) -> str:
    """The schema for people to read."""
    lines = [
        "A file of records has one row for each record and any of these columns:",
        "",
        *(_column(column) for column in data["columns"]),
        "",
        "An instant is ISO 8601 with an offset, or a local date or time in the zone of the row or "
        "of --zone.",
        "A date alone means 00:00. A blank means unknown. Other tables need a mapping: see "
        "examples/README.md.",
        "",
        "records, with the fields that a column may fill (record.field):",
        *(f"  {name}: {', '.join(fields)}" for name, fields in data["records"].items()),
    ]
    for section, names in data.items():
        if section not in ("columns", "records"):
            lines += [
                "",
                f"{section.replace('_', ' ')}:",
                *(_name(*pair) for pair in names.items()),
            ]
    return "\n".join(lines)


def _column(column: dict[str, str]) -> str:
    return (
        f"  {column['name']:<22} {column['kind']:<10} {column['meaning']}"
        f" - for example {column['example']}"
    )


def _name(name: str, text: str) -> str:
    return f"  {name}: {text}" if text else f"  {name}"
