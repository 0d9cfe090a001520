"""`throughcare check`: records in, a report of what the rules say about them out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from standards.checks import Check
from standards.findings import Finding
from standards.instants import Instant, from_datetime, to_datetime
from standards.rulebook.coverage import Kept, Reach, coverage
from standards.rulebook.entry import MONITORED
from standards.rulebook.load import Rulebook, load_rulebook
from standards.rulebook.profile import load_profile
from throughcare.cli import live
from throughcare.cli.engines import Choice, Engine, choose
from throughcare.errors import BadInput
from throughcare.intake.archive import read_archive
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.outcome import Intake
from throughcare.report.assemble import Settings, assemble
from throughcare.report.formats import Format, form_for, render
from throughcare.report.moments import BadMoment, Moment, read_moment
from throughcare.report.progress import Steps
from throughcare.report.summary import Summary
from throughcare.report.text import render_brief
from throughcare.report.writing import write_whole

BREACH_FOUND = 3
INTERRUPTED = 130
ALL = "all"


class Level(StrEnum):
    """What --fail-on may say."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    ANY = "any"


def check(
    data: Annotated[
        list[Path] | None, typer.Argument(help="Files of records.", show_default=False)
    ] = None,
    from_service: Annotated[
        bool, typer.Option("--live", help="Check the service's own database, not files.")
    ] = False,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="Mapping that turns the files into records.")
    ] = None,
    rules: Annotated[
        list[str] | None,
        typer.Option(help="Rule ids with commas between; may come again.", show_default="all"),
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
    engine: Annotated[Choice, typer.Option(help="Which engine judges.")] = Choice.auto,
    form: Annotated[
        Format | None, typer.Option("--format", help="Form of the report.", show_default="text")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the report to this file.")] = None,
    fail_on: Annotated[
        Level | None, typer.Option(help="Exit 3 on a breach as grave as this.")
    ] = None,
) -> None:
    """Check records against the rules and report what was kept, broken, due or unknown."""
    files = data or []
    _one_source(files, from_service, mapping, zone)
    try:
        _ready_to_write(out)
        moments = _moments(as_of, known_at)
        rulebook = load_rulebook(None)
        if profile is not None:
            rulebook = rulebook.with_profile(load_profile(profile))
        wanted = _wanted(rulebook, rules or [ALL])
        with Steps() as steps:
            if from_service:
                asked = _Asked((live.SOURCE,), profile, moments, _for_many(engine))
                summary = _check_live(rulebook, wanted, asked, steps)
            else:
                asked = _Asked(tuple(map(str, files)), profile, moments, engine)
                intake = _read(files, mapping, zone, steps)
                summary = _judge(rulebook, wanted, intake, asked, steps)
        _deliver(summary, form_for(form, out), out)
    except KeyboardInterrupt:
        typer.echo("throughcare: stopped; nothing was written.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if fail_on is not None and summary.breach_as_grave_as(fail_on):
        raise typer.Exit(BREACH_FOUND)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the check was asked, beside the rules: of which files, with what, when, by whom."""

    files: tuple[str, ...]
    profile: str | None
    moments: tuple[Moment | None, Moment | None]
    engine: Choice

    def as_of(self, zone: str) -> Instant:
        """As of which moment; now, where none was named."""
        named = self.moments[0]
        return named.instant(zone) if named else from_datetime(datetime.now(UTC))


def _one_source(
    data: Sequence[Path], from_service: bool, mapping: Path | None, zone: str | None
) -> None:
    """Files or the service, and what belongs to files only with files. Raises BadInput."""
    if from_service and (data or mapping is not None or zone is not None):
        raise BadInput(
            "--live reads the service's own database, and files or their settings were named too",
            where="--live",
            remedy="leave out the files, --map and --zone; or leave out --live",
        )
    if not from_service and not data:
        raise BadInput(
            "nothing was named to check",
            where="throughcare check",
            remedy="name files of records, or write --live for the service's own database",
        )


def _for_many(engine: Choice) -> Choice:
    """The population engine, unless another was asked for: a service holds many people."""
    return Choice.population if engine is Choice.auto else engine


def _check_live(
    rulebook: Rulebook, wanted: list[str] | None, asked: _Asked, steps: Steps
) -> Summary:
    """Read and judge the service's own records; the register says so first."""
    with live.opened():
        zone = live.zone()
        as_of = asked.as_of(zone)
        known_at = asked.moments[1].instant(zone) if asked.moments[1] else as_of
        live.enter(rules=wanted, profile=asked.profile, as_of=as_of, known_at=known_at)
        intake = live.read(known_at=known_at, steps=steps)
    return _judge(rulebook, wanted, intake, asked, steps, as_of=as_of)


def _ready_to_write(out: Path | None) -> None:
    """Refuse a file that cannot be written now rather than after the work."""
    if out is None:
        return
    if not out.parent.is_dir():
        raise BadInput(
            f"the folder '{out.parent}' does not exist",
            where=f"--out {out}",
            remedy=f"make it first: mkdir -p {out.parent}",
        )
    if out.is_dir():
        raise BadInput(
            "this is a folder, not a file",
            where=f"--out {out}",
            remedy=f"name a file in it, for example {out / 'report.html'}",
        )


def _moments(as_of: str | None, known_at: str | None) -> tuple[Moment | None, Moment | None]:
    return _moment("--as-of", as_of), _moment("--known-at", known_at)


def _moment(option: str, text: str | None) -> Moment | None:
    if text is None:
        return None
    try:
        return read_moment(text)
    except BadMoment as error:
        raise BadInput(
            str(error), where=option, remedy="write 2026-03-01 or 2026-03-01T10:00+01:00"
        ) from error


def _wanted(rulebook: Rulebook, written: Iterable[str]) -> list[str] | None:
    """The rule ids asked for, each once; None for all that the records can answer."""
    ids = [one.strip() for part in written for one in part.split(",") if one.strip()]
    if not ids or ALL in ids:
        return None
    for one in ids:
        if one not in rulebook.entries:
            raise BadInput(
                f"there is no rule '{one}'",
                where="--rules",
                remedy=did_you_mean(one, rulebook.entries),
            )
        if rulebook.entries[one].kind != MONITORED:
            raise BadInput(
                f"'{one}' cannot be checked against records: it is {rulebook.entries[one].kind}",
                where="--rules",
                remedy="leave it out; `throughcare rules list` shows which rules are monitored",
            )
    return list(dict.fromkeys(ids))


def _read(data: Sequence[Path], mapping: Path | None, zone: str | None, steps: Steps) -> Intake:
    return read_archive(list(data), mapping, progress=steps.step("Reading rows"), zone=zone)


def _judge(
    rulebook: Rulebook,
    wanted: list[str] | None,
    intake: Intake,
    asked: _Asked,
    steps: Steps,
    *,
    as_of: Instant | None = None,
) -> Summary:
    archive = intake.archive
    as_of = asked.as_of(archive.zone) if as_of is None else as_of
    known_at = asked.moments[1].instant(archive.zone) if asked.moments[1] else as_of
    on = to_datetime(as_of, archive.zone).date()
    covered = coverage(rulebook, Kept.of(archive), on)
    if wanted is None:
        wanted = [one.rule for one in covered if one.reach != Reach.NOT]
    known = rulebook.checks(on)
    checks = [known[rule] for rule in wanted]
    chosen = choose(asked.engine, len(archive.records))
    findings = _evaluate(chosen, rulebook, checks, intake, as_of, known_at, steps)
    settings = Settings(
        files=asked.files,
        as_of=as_of,
        as_of_from_clock=asked.moments[0] is None,
        known_at=known_at,
        zone=archive.zone,
        engine=str(chosen),
        profile=asked.profile,
    )
    return Summary(assemble(settings, rulebook, checks, covered, intake, findings))


def _evaluate(
    engine: Engine,
    rulebook: Rulebook,
    checks: Sequence[Check],
    intake: Intake,
    as_of: Instant,
    known_at: Instant,
    steps: Steps,
) -> list[Finding]:
    return engine.evaluate()(
        intake.archive,
        checks,
        as_of=as_of,
        known_at=known_at,
        derivations=rulebook.derivations,
        progress=steps.step("Judging"),
    )


def _deliver(summary: Summary, form: Format, out: Path | None) -> None:
    """The report to the file and a summary to the screen, or the report to the screen."""
    text = render(summary, form)
    if out is None:
        sys.stdout.flush()
        typer.echo(text.encode("utf-8"), nl=False)
        return
    try:
        write_whole(out, text)
    except OSError as error:
        raise BadInput(
            f"cannot be written: {error.strerror}",
            where=f"--out {out}",
            remedy="name a file in a folder that you may write to and that has room",
        ) from error
    typer.echo(render_brief(summary, str(out)).encode("utf-8"), nl=False)
