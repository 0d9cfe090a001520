"""`throughcare rules`: read, check and count the rules, and see what a data set can answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from standards.rulebook.coverage import Kept, coverage
from standards.rulebook.entry import KINDS, SEVERITIES
from standards.rulebook.errors import Problem
from standards.rulebook.lint import lint as lint_folder
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from standards.rulebook.nearest import did_you_mean
from standards.rulebook.profile import load_profile
from throughcare.cli.coverage_text import coverage_text, covered_rule
from throughcare.cli.forms import FOUND_PROBLEMS, Form, FormOption, problems_text, say_json
from throughcare.cli.live_coverage import live_coverage
from throughcare.cli.rule_text import full_rule, listed_rule, rule_page, rule_table
from throughcare.errors import BadInput

app = typer.Typer(
    name="rules",
    help="Read the rules, check a rulebook, and see which rules your records can answer.",
    no_args_is_help=True,
)
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="A country (such as tunisia) or a profile file.")
]
RulesOption = Annotated[
    Path | None, typer.Option("--rules", help="A folder of rulebooks instead of the packaged one.")
]


@app.command("list")
def list_rules(
    kind: Annotated[str | None, typer.Option(help="monitored, attested or principle.")] = None,
    pattern: Annotated[str | None, typer.Option(help="Such as max_duration.")] = None,
    severity: Annotated[str | None, typer.Option(help="critical, high, medium or low.")] = None,
    chapter: Annotated[str | None, typer.Option(help="Part of a chapter's name.")] = None,
    profile: ProfileOption = None,
    rules: RulesOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """List the rules, all of them or those of one kind, pattern, severity or chapter."""
    rulebook = open_rulebook(rules, profile)
    entries = list(rulebook.entries.values())
    _known("--kind", kind, KINDS)
    _known("--severity", severity, SEVERITIES)
    _known("--pattern", pattern, {entry.pattern for entry in entries if entry.pattern})
    found = [
        entry
        for entry in entries
        if kind in (None, entry.kind)
        and pattern in (None, entry.pattern)
        and severity in (None, entry.severity)
        and (chapter is None or chapter.lower() in entry.chapter.lower())
    ]
    if chapter is not None and not any(chapter.lower() in e.chapter.lower() for e in entries):
        _known("--chapter", chapter, {entry.chapter for entry in entries})
    if form is Form.JSON:
        say_json([listed_rule(entry) for entry in found])
    else:
        typer.echo(rule_table(found))


@app.command("show")
def show(
    rule: Annotated[str, typer.Argument(help="Id of a rule, such as nmr-43-1-b.")],
    profile: ProfileOption = None,
    rules: RulesOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Show one rule with everything that is known of it, and the numbers in force today."""
    rulebook = open_rulebook(rules, profile)
    entry = rulebook.entries.get(rule)
    if entry is None:
        remedy = did_you_mean(rule.lower(), rulebook.entries, "see: throughcare rules list")
        raise BadInput(f"there is no rule '{rule}'", remedy=remedy)
    if form is Form.JSON:
        say_json(full_rule(entry, rulebook, _today()))
    else:
        typer.echo(rule_page(entry, rulebook, _today()))


@app.command("lint")
def lint(
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Folders of rulebooks; none is the packaged one.")
    ] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """List every problem of a rulebook with its line and remedy. Exit status 2 if there is one."""
    wanted: list[Path | None] = [*(folders or ())] or [None]
    problems = [problem for folder in wanted for problem in _lint(folder)]
    if form is Form.JSON:
        say_json([problem.as_json() for problem in problems])
    else:
        typer.echo(problems_text(problems) if problems else "No problem found.")
    if problems:
        raise typer.Exit(FOUND_PROBLEMS)


def _lint(folder: Path | None) -> list[Problem]:
    """Problems with the folder in front, so that an editor can open the file."""
    found = lint_folder(folder)
    if folder is None:
        return found
    return [
        problem
        if problem.file == str(folder)
        else Problem(str(folder / problem.file), problem.line, problem.what, problem.remedy)
        for problem in found
    ]


@app.command("coverage")
def show_coverage(
    data: Annotated[
        list[Path] | None, typer.Argument(help="Files of records; none counts the rules.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="The mapping that reads the files.")
    ] = None,
    live: Annotated[
        bool, typer.Option("--live", help="Of the service's own records, and what to keep next.")
    ] = False,
    profile: ProfileOption = None,
    rules: RulesOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Say which rules your records can answer and what is missing; without files, count rules."""
    if live:
        if data or mapping or profile or rules:
            raise BadInput(
                "--live reads the service's own records by its own rules",
                remedy="leave out the files, --map, --profile and --rules",
            )
        live_coverage(form is Form.JSON, _today())
        return
    rulebook = open_rulebook(rules, profile)
    if not data:
        if mapping is not None:
            raise BadInput("--map reads files, and no file is named", remedy="name the files too")
        counts = _counts(rulebook)
        if form is Form.JSON:
            say_json(counts)
        else:
            typer.echo(_counts_text(counts))
        return
    found = coverage(rulebook, _kept(data, mapping), _today())
    if form is Form.JSON:
        say_json([covered_rule(one, rulebook.entries[one.rule]) for one in found])
    else:
        typer.echo(coverage_text(found, rulebook))


def open_rulebook(folder: Path | None, profile: str | None) -> Rulebook:
    """The rulebook of the folder, or the packaged one, with the profile if one is named."""
    rulebook = load_rulebook(folder)
    return rulebook if profile is None else rulebook.with_profile(load_profile(profile, folder))


def _kept(data: Sequence[Path], mapping: Path | None) -> Kept:
    # Reading files brings the whole intake with it; the other commands need none of that.
    from throughcare.intake.archive import read_archive

    return Kept.of(read_archive(list(data), mapping).archive)


def _counts(rulebook: Rulebook) -> dict[str, object]:
    entries = list(rulebook.entries.values())

    def by(values: list[str]) -> dict[str, int]:
        return dict(Counter(value for value in values if value))

    return {
        "entries": len(entries),
        "by_kind": by([entry.kind for entry in entries]),
        "by_pattern": by([entry.pattern for entry in entries]),
        "by_instrument": by([entry.instrument for entry in entries]),
        "by_set_by": by([entry.set_by for entry in entries]),
        "confirmed": sum(entry.checked_on is not None for entry in entries),
    }


def _counts_text(counts: dict[str, object]) -> str:
    lines = [f"{counts['entries']} rules"]
    titles = {
        "by_kind": "Kind",
        "by_pattern": "Pattern of the monitored rules",
        "by_instrument": "Instrument",
        "by_set_by": "Numbers set by",
    }
    for key, title in titles.items():
        group = counts[key]
        assert isinstance(group, dict)
        lines += ["", title]
        lines += [f"  {number:5}  {name}" for name, number in group.items()]
    lines += ["", f"Confirmed against the official text: {counts['confirmed']}"]
    return "\n".join(lines)


def _known(option: str, value: str | None, known: Sequence[str] | set[str]) -> None:
    """Refuse a filter that can match nothing, rather than list nothing."""
    if value is not None and value not in known:
        names = sorted(known)
        remedy = did_you_mean(value, names, f"use one of {', '.join(names)}")
        raise BadInput(f"{option} '{value}' is not known", remedy=remedy)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's own day decides which values are in force
