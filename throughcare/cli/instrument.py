"""`throughcare instrument`: look through instruments of assessment, and show what one is.

No item of a licensed instrument is printed, as what is printed is kept in logs.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from standards.rulebook.nearest import did_you_mean
from throughcare.casework.assessment.instruments.catalogue import (
    Catalogue,
    catalogue_of,
    find_instruments,
    folder_in,
    load_instruments,
)
from throughcare.casework.assessment.instruments.demands import demands
from throughcare.casework.assessment.instruments.leaving import may_leave
from throughcare.casework.assessment.instruments.model import Domain, Instrument, Item
from throughcare.cli.forms import FOUND_PROBLEMS, Form, FormOption, problems_text, say_json
from throughcare.errors import BadInput

app = typer.Typer(
    name="instrument",
    help="Look through instruments of assessment, and show which are at hand.",
    no_args_is_help=True,
)


@app.command("lint")
def lint(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files of instruments; none is all at hand.")
    ] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """List every problem of instruments with its line and remedy. Exit status 2 if there is one."""
    found = catalogue_of(files) if files else find_instruments(folder_in(os.environ))
    named = {path.resolve() for path in files or ()}
    there = (*found.found, *found.translations)
    looked_at = [one.instrument for one in there if not files or one.file.resolve() in named]
    if form is Form.JSON:
        say_json([problem.as_json() for problem in found.problems])
    else:
        typer.echo(problems_text(found.problems) if found.problems else _sound_text(looked_at))
    if found.problems:
        raise typer.Exit(FOUND_PROBLEMS)


@app.command("show")
def show(
    instrument: Annotated[
        str | None, typer.Argument(help="Id of an instrument; none lists all.", metavar="[ID]")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Show its translation into this language, such as fr.")
    ] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """List the instruments at hand, or show one: its status, its rules, and its items if open."""
    catalogue = load_instruments(folder_in(os.environ))
    shown = catalogue.instruments if instrument is None else catalogue.of(instrument)
    if not shown:
        known = [one.id for one in catalogue.instruments]
        remedy = did_you_mean(str(instrument), known, "see: throughcare instrument show")
        raise BadInput(f"there is no instrument '{instrument}'", remedy=remedy)
    if language is not None:
        shown = tuple(_translated(one, language, catalogue) for one in shown)
    if form is Form.JSON:
        say_json([dict(may_leave(one)) for one in shown])
    elif instrument is None:
        others = ((one, catalogue.in_other_words(one)) for one in shown)
        typer.echo("\n".join(_line(each) for one, more in others for each in (one, *more)))
    else:
        typer.echo("\n\n".join(_page(one) for one in shown))


def _sound_text(looked_at: Sequence[Instrument]) -> str:
    return "\n".join([*(_line(one) for one in looked_at), "No problem found."])


def _translated(one: Instrument, language: str, catalogue: Catalogue) -> Instrument:
    """The instrument in these words. Raises BadInput where it is in another language alone."""
    there = {each.language: each for each in (one, *catalogue.in_other_words(one))}
    if language not in there:
        remedy = f"choose one of {', '.join(sorted(there))}"
        raise BadInput(f"{one.id} {one.version} is not there in '{language}'", remedy=remedy)
    return there[language]


def _line(one: Instrument) -> str:
    name = " ".join(one.key)
    translated = [] if one.translation is None else [one.translation.standing]
    said = (f"{name}: {one.title}", *translated, one.status.standing, one.licence.statement)
    return "\n    ".join(said)


def _page(one: Instrument) -> str:
    known = demands()
    rater = one.second_rater
    lines = [
        _line(one),
        "",
        f"Valid for {one.validity_days} days.",
        f"Certificate: {one.training.tool}, renewed within {one.training.valid_days} days.",
        f"Rated a second time, blind: {rater.random_percent} % of all by chance, and",
        *(f"  - {known.second_rater[case]}" for case in rater.cases),
        "Not for:",
        *(f"  - {known.not_for[code].means}" for code in one.not_for),
        f"People not yet tried: only {', '.join(one.for_untried)}; nothing about the charge.",
        "Never evidence:",
        *(f"  - {text}" for text in one.never_evidence),
    ]
    return "\n".join([*lines, "", *_items(one)])


def _items(one: Instrument) -> list[str]:
    if one.licence.licensed:
        ids = ", ".join(item.id for item in one.items())
        return [f"Items: {ids}. Their words are licensed and are not printed."]
    return [line for domain in one.domains for line in _domain(domain)]


def _domain(domain: Domain) -> list[str]:
    mark = " [must be rated whole]" if domain.protective else ""
    return [f"{domain.title}{mark}", *(_item(item) for item in domain.items), ""]


def _item(item: Item) -> str:
    return f"  {item.id:<4} {item.title}: {item.ask}"
