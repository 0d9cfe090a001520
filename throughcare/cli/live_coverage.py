"""`throughcare rules coverage --live`: which rules the service's own records answer.

The same as its page says: both ask `coverage_now`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import typer

from throughcare.cli import live
from throughcare.cli.coverage_text import coverage_text, covered_rule
from throughcare.report.words import term

if TYPE_CHECKING:
    from throughcare.duties.queries.covered import Covered

_FIRST = 20  # names of which the gain is listed


def live_coverage(as_json: bool, day: date) -> None:
    """Say it, as text or as JSON."""
    with live.opened():
        # Only an open service has its settings, and with them the country's own rules.
        from throughcare.duties.queries.covered import coverage_now
        from throughcare.duties.rules import rulebook

        found, book = coverage_now(day), rulebook()
    if as_json:
        rules = [covered_rule(one, book.entries[one.rule]) for one in found.rules]
        said = {**found.as_json(), "rules": rules}
        typer.echo(json.dumps(said, indent=2, ensure_ascii=False))
        return
    typer.echo(coverage_text(list(found.rules), book))
    typer.echo(_gains(found))


def _gains(found: Covered) -> str:
    lines = ["", "To keep next, each alone: how many more rules are answered"]
    lines += [f"  {one.answered:5}  {term(one.name)}" for one in found.gains[:_FIRST]]
    lines += ["", "One after another: how many rules are answered then"]
    lines += [f"  {one.answered:5}  {term(one.name)}" for one in found.next]
    return "\n".join(lines)
