"""`throughcare duties`: judge everybody anew, and say which rules answer anything."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from throughcare.cli.register import database
from throughcare.report.progress import Steps

if TYPE_CHECKING:
    from throughcare.duties.answers import Answer

DIFFERED = 3
_SHOWN = 20

app = typer.Typer(no_args_is_help=True, help="Duties and findings, as they are kept.")


@app.callback()
def duties() -> None:
    """Duties and findings, as they are kept."""


@app.command("answers")
def answers() -> None:
    """List the monitored rules that answer nothing yet, and the record each waits for."""
    with database():
        from throughcare.duties.answers import answers_now

        every = answers_now(datetime.now(UTC).date())
    known = [one for one in every if one.is_known]
    print(f"{len(known)} of {len(every)} monitored rules answer something other than unknown.")
    for one in every:
        if not one.is_known:
            print(f"  {one.rule:24} {_waits_for(one)}")


def _waits_for(one: Answer) -> str:
    """Why a rule says nothing: in the words of the records."""
    if one.missing:
        return "no room keeps: " + ", ".join(one.missing)
    if one.given:
        return "asked, and too little is written to answer"
    return "its records are kept; nobody here was in that case"


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
