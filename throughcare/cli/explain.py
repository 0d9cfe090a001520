"""`throughcare explain`: why a rule was kept or broken for one person, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from standards.checks import Check
from standards.instants import Instant, from_datetime, to_datetime
from standards.rulebook.entry import MONITORED, Entry
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from standards.rulebook.profile import load_profile
from throughcare.cli.forms import Form
from throughcare.errors import BadInput
from throughcare.explain.as_json import render_json
from throughcare.explain.asked import ask
from throughcare.explain.build import Origin, build
from throughcare.explain.people import find_person
from throughcare.explain.text import render_text
from throughcare.intake.archive import read_archive
from throughcare.intake.nearest import did_you_mean
from throughcare.report.moments import BadMoment, read_moment
from throughcare.report.progress import Steps


def explain(
    data: Annotated[list[Path], typer.Argument(help="Files of records.", show_default=False)],
    person: Annotated[str, typer.Option(help="The person, for example A17 or 'row 12'.")],
    rule: Annotated[str, typer.Option(help="The id of the rule, for example nmr-43-1-b.")],
    mapping: Annotated[
        Path | None, typer.Option("--map", help="Mapping that turns the files into records.")
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(help="A folder of rulebooks instead of the packaged one.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(help="Country profile: a name, or a file of your own.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Judge as of this day or time.", show_default="now")
    ] = None,
    known_at: Annotated[
        str | None, typer.Option(help="With what was entered by then.", show_default="as --as-of")
    ] = None,
    zone: Annotated[str | None, typer.Option(help="Time zone, for example Africa/Tunis.")] = None,
    form: Annotated[Form, typer.Option("--format", help="text or json.")] = Form.TEXT,
) -> None:
    """Explain in words how a rule stands for one person: the rule, the records, each step."""
    rulebook = load_rulebook(rules)
    if profile is not None:
        rulebook = rulebook.with_profile(load_profile(profile, rules))
    entry = _monitored(rulebook, rule)
    with Steps() as steps:
        intake = read_archive(data, mapping, progress=steps.step("Reading rows"), zone=zone)
    archive = intake.archive
    moment = _moment("--as-of", as_of, archive.zone)
    judged = from_datetime(datetime.now(UTC)) if moment is None else moment
    known = _moment("--known-at", known_at, archive.zone)
    asked = ask(
        rulebook,
        entry,
        _check(entry, judged, archive.zone),
        intake,
        find_person(archive, person),
        as_of=judged,
        known_at=judged if known is None else known,
    )
    origin = Origin(tuple(str(path) for path in data), moment is None, profile)
    said = build(asked, origin)
    text = render_text(said) if form is Form.TEXT else render_json(said)
    typer.echo(text.encode("utf-8"), nl=False)


def _monitored(rulebook: Rulebook, rule: str) -> Entry:
    entry = rulebook.entries.get(rule)
    if entry is None:
        raise BadInput(
            f"there is no rule '{rule}'",
            where="--rule",
            remedy=did_you_mean(rule, rulebook.entries),
        )
    if entry.kind == MONITORED:
        return entry
    asked = f" The question is: {entry.question}" if entry.question else ""
    raise BadInput(
        f"'{rule}' is not checked against records. {entry.says}{asked}",
        where="--rule",
        remedy=(
            "let a person who knows the place answer the question"
            if entry.question
            else "ask for a rule that records can answer: throughcare rules list --kind monitored"
        ),
    )


def _moment(option: str, text: str | None, zone: str) -> Instant | None:
    if text is None:
        return None
    try:
        return read_moment(text).instant(zone)
    except BadMoment as error:
        raise BadInput(
            str(error), where=option, remedy="write 2026-03-01 or 2026-03-01T10:00+01:00"
        ) from error


def _check(entry: Entry, as_of: Instant, zone: str) -> Check:
    check = entry.check_on(to_datetime(as_of, zone).date())
    if check is None:
        raise BadInput(f"'{entry.id}' has no check", where="--rule", remedy="see its rulebook")
    return check
