"""`throughcare import`: another register taken over, row by row."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready
from throughcare.config.starting import prepare
from throughcare.errors import BadInput
from throughcare.report.progress import Steps
from throughcare.report.writing import write_whole

if TYPE_CHECKING:
    from throughcare.imports.outcome import Outcome

ROWS_REFUSED = 3
_FORMS = (".csv", ".html")


def import_(
    files: Annotated[
        list[Path] | None, typer.Argument(help="CSV, Excel or ODS files.", show_default=False)
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="What the columns of the files are.")
    ] = None,
    account: Annotated[
        str | None, typer.Option("--as", help="The account that takes them over.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--at", help="The establishment that holds the people.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Try everything and keep nothing.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option(help="Write what came of each row: FILE.csv or FILE.html.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day of which the files tell.", show_default="today")
    ] = None,
    check_map: Annotated[
        bool, typer.Option("--check-map", help="Only say whether the mapping can be read.")
    ] = False,
) -> None:
    """Take over people, orders, stays and places from another register; again, it changes nothing.

    Exit status 3: some rows were refused; the report says which and why.
    """
    if mapping is None:
        raise BadInput("no mapping is given", where="--map", remedy="see docs/importing.md")
    _check_report(report)
    day = _day(on)
    if check_map:
        _check_map(mapping, files or [])
        return
    outcome = _run(files or [], mapping, account, place, dry_run, day, report)
    _deliver(outcome, report)
    from throughcare.imports.outcome import Result

    if outcome.counts()[Result.REFUSED]:
        raise typer.Exit(ROWS_REFUSED)


def _run(
    files: list[Path], mapping: Path, account: str | None, place: str | None, dry: bool,
    day: date | None, report: Path | None,
) -> Outcome:  # fmt: skip
    if not files or account is None or place is None:
        raise BadInput(
            "files, account and establishment are needed",
            remedy="throughcare import FILE --map MAPPING --as ACCOUNT --at ESTABLISHMENT",
        )
    now = datetime.now(UTC)
    if day is not None and day > now.date():
        raise BadInput("the files would be of a day that has not come", where="--on")
    folder = data_folder()
    prepare(folder, lambda step: None)
    ready(folder)
    from throughcare.access.queries import viewer_of
    from throughcare.imports.mapping import read_import_map
    from throughcare.imports.run import BrokenOff, Order, run

    order = Order(
        files=files, mapping=read_import_map(mapping), by=viewer_of(_account(account), at=now),
        account=account, place=place, at=now, on=day or now.date(), dry=dry,
    )  # fmt: skip
    try:
        with Steps() as steps:
            return run(order, steps.step("Taking over rows"))
    except BrokenOff as broken:
        _deliver(broken.outcome, report)
        raise


def _check_map(mapping: Path, files: list[Path]) -> None:
    """The mapping read, and the heads of the files compared with it. Needs no database."""
    from throughcare.imports.mapping import read_import_map
    from throughcare.imports.sheet import open_file

    found = read_import_map(mapping)
    print(f"{mapping}: can be read; the register is called '{found.source}'.")
    for part in found.parts:
        said = ", ".join([*(["persons"] if part.names else []), *part.groups])
        print(f"  {part.glob}: {said}; a row is known again by {' and '.join(part.key)}")
    for path in files:
        fitting = found.part_for(path)
        if fitting is None:
            raise BadInput("no part of the mapping fits this file's name", where=str(path))
        sheet = open_file(path, fitting, mapping)
        print(f"{path}: every column is there; {sheet.rows_in} rows, {sheet.blank} of them blank")
        for note in sheet.notes:
            print(f"  {note}")


def _deliver(outcome: Outcome, report: Path | None) -> None:
    from throughcare.imports.as_csv import as_csv
    from throughcare.imports.as_page import as_page
    from throughcare.imports.as_text import as_text

    print(as_text(outcome))
    if report is not None:
        form = as_page if report.suffix.lower() == ".html" else as_csv
        write_whole(report, form(outcome))
        print(f"\nThe report of every row: {report}")


def _check_report(report: Path | None) -> None:
    """Refuse a report that cannot be written now rather than after the work."""
    if report is None:
        return
    if report.suffix.lower() not in _FORMS:
        raise BadInput(
            "the report is a table or a page", where=f"--report {report}",
            remedy="let its name end in .csv or .html",
        )  # fmt: skip
    if not report.parent.is_dir() or report.is_dir():
        raise BadInput(
            "the report cannot be written there", where=f"--report {report}",
            remedy="name a file in a folder that is there",
        )  # fmt: skip


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"'{text}' is not a day", where="--on", remedy="write 2026-11-25") from error


def _account(name: str) -> int:
    from django.contrib.auth import get_user_model

    found = get_user_model().objects.filter(name=name).values_list("pk", flat=True).first()
    if found is None:
        raise BadInput(
            f"there is no account '{name}'", where="--as", remedy="throughcare user list names them"
        )
    return found
