"""`throughcare up`, `down` and `doctor`: start the service, stop it, see what is wrong."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from throughcare.cluster import doctor as examination
from throughcare.cluster import server
from throughcare.cluster.folder import data_folder
from throughcare.config.serving import serve
from throughcare.config.starting import check_port, prepare

SOMETHING_WRONG = 1


def up(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="How many processes answer.")] = 2,
) -> None:
    """Start the database and the service, and print the address."""
    folder = data_folder()
    check_port(host, port)
    prepare(folder, lambda step: print(f"{step} ...", flush=True))
    print(f"Throughcare answers at http://{host}:{port}/ (stop it with Ctrl-C)", flush=True)
    raise typer.Exit(serve(folder, host, port, workers))


def down() -> None:
    """Stop the private database. The service itself stops with Ctrl-C."""
    stopped = server.stop(data_folder())
    print("The database is stopped." if stopped else "The database was not running.")


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Say what is missing or wrong with the installation, and the line that mends it."""
    checks = list(examination.examine(data_folder()))
    if as_json:
        print(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=1))
    else:
        for check in checks:
            print(f"{'fine ' if check.fine else 'WRONG'}  {check.what}: {check.said}")
            if not check.fine:
                print(f"       What to do: {check.remedy}")
    if not all(check.fine for check in checks):
        raise typer.Exit(SOMETHING_WRONG)
