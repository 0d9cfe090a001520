"""`throughcare up`, `down` and `doctor`: start the service, stop it, see what is wrong."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from throughcare.cluster import server
from throughcare.cluster.folder import DataFolder, data_folder
from throughcare.config import doctor as examination
from throughcare.config.database import given_server
from throughcare.config.ready import ready
from throughcare.config.serving import serve
from throughcare.config.starting import check_port, prepare
from throughcare.errors import BadInput

SOMETHING_WRONG = 1
Host = Annotated[str, typer.Option(help="The address to listen on.")]
Port = Annotated[int, typer.Option(help="The port to listen on.")]


def up(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(help="How many processes answer.")] = 2,
) -> None:
    """Start the database and the service, and print the address."""
    folder = data_folder()
    check_port(host, port)
    prepare(folder, lambda step: print(f"{step} ...", flush=True))
    _look_inside(folder)
    print(f"Throughcare answers at http://{host}:{port}/ (stop it with Ctrl-C)", flush=True)
    raise typer.Exit(serve(folder, host, port, workers))


def _look_inside(folder: DataFolder) -> None:
    """Never open the demo's well-known password to anybody; say so if the clock is behind."""
    ready(folder)
    from django.db import connection

    from throughcare.demo.loading import is_demo

    if is_demo():
        raise BadInput(
            "this database holds the invented country, whose password everybody knows",
            where=str(folder.root),
            remedy="start it with: throughcare demo; or name another folder: THROUGHCARE_DATA=...",
        )
    clock = examination.examine_clock(at=datetime.now(UTC))
    connection.close()
    if not clock.fine:
        print(f"Mind the clock: {clock.said}.\n  What to do: {clock.remedy}", file=sys.stderr)


def down() -> None:
    """Stop the private database. The service itself stops with Ctrl-C."""
    if given_server() is not None:
        print("The database is a server of yours: it is not stopped from here.")
        return
    stopped = server.stop(data_folder())
    print("The database is stopped." if stopped else "The database was not running.")


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Say what is missing or wrong with the installation, and the line that mends it."""
    now = datetime.now(UTC)
    checks = list(examination.examine(data_folder(), host=host, port=port, at=now))
    if as_json:
        print(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=1))
    else:
        for check in checks:
            print(f"{'fine ' if check.fine else 'WRONG'}  {check.what}: {check.said}")
            if not check.fine:
                print(f"       What to do: {check.remedy}")
    if not all(check.fine for check in checks):
        raise typer.Exit(SOMETHING_WRONG)
