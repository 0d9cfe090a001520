"""`throughcare demo`: an invented country to try the service with, from nothing to an address."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.table import Table

from throughcare.cluster import server
from throughcare.cluster.folder import SETTING, DataFolder, data_folder
from throughcare.config.ready import ready
from throughcare.config.serving import serve
from throughcare.config.starting import check_port, one_at_a_time, prepare
from throughcare.demo.keys import DEMO_KEY
from throughcare.demo.keys import SETTING as SETTING_OF_KEY
from throughcare.errors import BadInput
from throughcare.report.progress import Steps

if TYPE_CHECKING:
    from throughcare.demo.country import Country
    from throughcare.demo.loading import Built

SEED: Final = 1
DEFAULT_SIZE: Final = "small"
_FOLDER: Final = "throughcare-demo"
# Tells the pages to say that all data are invented.
SHOWN: Final = "THROUGHCARE_DEMO"
# Up to so many people the person engine alone is quicker than comparing it with the other.
FEW: Final = 2_000
SECOND_FACTORS: Final = "THROUGHCARE_SECOND_FACTOR_FOR"


def demo(
    size: Annotated[
        str | None, typer.Option(help="small (600 people), large (10,000) or national (100,000).")
    ] = None,
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="How many processes answer.")] = 2,
) -> None:
    """Start the service with an invented country, and print the address and the accounts."""
    host = "127.0.0.1"  # one password is known to everybody: never open to the network
    folder = demo_folder()
    check_port(host, port)
    started = prepare(folder, _say)
    try:
        os.environ[SHOWN] = "1"
        os.environ.setdefault(SETTING_OF_KEY, DEMO_KEY)
        os.environ.setdefault(SECOND_FACTORS, "")  # each account opens with its password alone
        ready(folder, as_owner=True)
        with one_at_a_time(folder):
            there = _built(folder, size)
        _show(there, f"http://{host}:{port}/")
        status = serve(folder, host, port, workers)
    finally:
        if started:  # what this start began ends with it
            server.stop(folder)
    raise typer.Exit(status)


def demo_folder() -> DataFolder:
    """The folder that the environment names, else one beside that of the real service."""
    if os.environ.get(SETTING):
        return data_folder()
    return DataFolder(data_folder().root.with_name(_FOLDER))


def _built(folder: DataFolder, size: str | None) -> Built:
    """The country that stands there; made where the database is empty. Raises BadInput."""
    from django.db import connection

    from throughcare.demo.country import country
    from throughcare.demo.loading import built

    there = built()
    if there is not None and size not in (None, there.size):
        raise BadInput(
            f"the country that stands here is {there.size}, and {size} was asked for",
            where=str(folder.root),
            remedy=f"start it as it is: throughcare demo; or make another one beside it: "
            f"{SETTING}={folder.root}-{size} throughcare demo --size {size}",
        )
    if there is None:
        made = country(SEED, size or DEFAULT_SIZE, on=datetime.now(UTC))
        _say(f"Inventing a country of {made.size.people:,} people")
        there = _build(made)
        _say(f"Judging {made.size.people:,} people by the rules")
        _judge(made.size.people)
    connection.close()
    return there


def _build(made: Country) -> Built:
    from django.db import OperationalError

    from throughcare.demo.loading import Built, build

    try:
        with Steps() as steps:
            build(made, steps.step("People"))
    except OperationalError as error:
        raise BadInput(
            f"the country was not made, and nothing half-made was left: {str(error).strip()}",
            where="the database",
            remedy="run `throughcare doctor`, mend what it names (often a full disk), start again",
        ) from error
    return Built(made.size.name, made.seed, made.on)


def _judge(people: int) -> None:
    """Everybody once, so that the first morning list is there; after that, what is written says it.

    Not done again for a country that stands. Who was not judged because it was interrupted is
    still marked, and the job that runs beside the service judges them one after the other.
    """
    from throughcare.duties.actions import judge_everybody
    from throughcare.duties.recompute import recompute

    now = datetime.now(UTC)
    with Steps() as steps:
        if people <= FEW:
            judge_everybody(at=now, tell=steps.step("Judging"))
            return
        recompute(
            at=now, reading=steps.step("Reading files of people"),
            judging=steps.step("Judging"), writing=steps.step("Keeping"),
        )  # fmt: skip


def _show(there: Built, address: str) -> None:
    from throughcare.demo.accounts import sees
    from throughcare.demo.people import number_of
    from throughcare.demo.plan import plan
    from throughcare.demo.stories import told_at

    made = there.country()
    table = Table("Sign in as", "Sees", title=None, box=None, pad_edge=False)
    for member in made.visitors:
        table.add_row(member.name, sees(member.role, made.home))
    console = Console(file=sys.stdout, highlight=False)
    console.print(
        f"\nThe {made.name}: {made.size.people:,} people in {made.size.establishments} "
        "establishments. All of it is invented.\n"
    )
    console.print(table)
    stories = Table("Stories", "Of whom", box=None, pad_edge=False)
    for story, number in told_at(made.home):
        stories.add_row(story.name.replace("_", " "), number_of(number))
    console.print()
    console.print(stories)
    console.print(f"\nThe password of each is: {plan().password}", soft_wrap=True)
    console.print(f"\nThroughcare answers at {address} (stop it with Ctrl-C)", soft_wrap=True)
    sys.stdout.flush()


def _say(step: str) -> None:
    print(f"{step} ...", flush=True)
