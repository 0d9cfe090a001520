"""`throughcare register`: prove that nobody changed what was done and read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import psycopg
import typer

from throughcare.cluster import server
from throughcare.cluster.folder import data_folder
from throughcare.config.database import given_server
from throughcare.config.ready import ready
from throughcare.errors import BadInput
from throughcare.report.progress import Steps

app = typer.Typer(no_args_is_help=True, help="The register: what was done and read, and its proof.")
Head = Annotated[Path | None, typer.Option("--head", help="A head kept elsewhere.")]


@app.callback()
def register() -> None:
    """The register: what was done and read, and its proof."""


@app.command("verify")
def verify(head: Head = None) -> None:
    """Recompute everything, and name the first bad entry. Exit status 3 if there is one."""
    with _source() as source, Steps() as steps:
        from throughcare.register.command import verify_command
        from throughcare.register.signing import public_keys

        bar = steps.step("Verifying")
        keys = public_keys(data_folder().keys)
        status = verify_command(
            source, keys=keys, say=print, head=head, tell=lambda done: bar(done, done)
        )
    raise typer.Exit(status)


@app.command("head")
def head(
    out: Annotated[Path | None, typer.Option(help="Write the head to this file.")] = None,
) -> None:
    """Show the last signed head, or write it to a file for an outside witness."""
    with _source() as source:
        from throughcare.register.command import head_command

        status = head_command(source, say=print, file=out)
    raise typer.Exit(status)


@app.command("export")
def export() -> None:
    """Print every entry as a line of JSON, in the one order."""
    with _source() as source:
        from throughcare.register.command import export_command

        status = export_command(source, say=print)
    raise typer.Exit(status)


@contextmanager
def _source() -> Iterator[psycopg.Connection[Any]]:
    """The database as the service sees it. What needs tables is imported once this is open."""
    folder = data_folder()
    if given_server() is None and not server.is_running(folder):
        raise BadInput(
            "the database does not run", where=str(folder.root), remedy="start it: throughcare up"
        )
    ready(folder)
    from django.db import connection

    connection.ensure_connection()
    yield connection.connection
    connection.close()
