"""`throughcare duties`: judge everybody anew, and compare with what was kept."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from throughcare.cli.register import database
from throughcare.report.progress import Steps

DIFFERED = 3
_SHOWN = 20

app = typer.Typer(no_args_is_help=True, help="Duties and findings, as they are kept.")


@app.callback()
def duties() -> None:
    """Duties and findings, as they are kept."""


@app.command("recompute")
def recompute() -> None:
    """Judge everybody with the population engine and keep what comes out.

    Exit status 3 if an answer that should have been right was another one.
    """
    with database(), Steps() as steps:
        from throughcare.duties.recompute import recompute as everybody

        done = everybody(
            at=datetime.now(UTC), reading=steps.step("Reading files of people"),
            judging=steps.step("Judging"), writing=steps.step("Keeping"),
        )  # fmt: skip
    print(
        f"{done.files} files and {done.houses} establishments judged, {done.findings} findings; "
        f"{done.old} answers were old, {len(done.differed)} differed."
    )
    for one in done.differed[:_SHOWN]:
        print(f"  {one}")
    if done.differed:
        raise typer.Exit(DIFFERED)
