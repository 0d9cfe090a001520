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
Resume = Annotated[
    Path | None,
    typer.Option(
        "--resume", help="Where it is kept how far a run came; usually in the data folder."
    ),
]
Whole = Annotated[bool, typer.Option("--whole", help="Look at all entries, not only at new ones.")]

STATE = "register-verified"


@app.callback()
def register() -> None:
    """The register: what was done and read, and its proof."""


@app.command("verify")
def verify(head: Head = None, resume: Resume = None, whole: Whole = False) -> None:
    """Recompute what is new, or everything, and name the first bad entry.

    Exit status 3 if there is one.
    """
    # As the owner: the service itself sees no rows of people outside a request.
    with _source(as_owner=True) as source, Steps() as steps:
        from throughcare.register.command import verify_command
        from throughcare.register.signing import public_keys

        folder = data_folder()
        status = verify_command(
            source, keys=public_keys(folder.keys), say=print, head=head,
            state=resume or folder.root / STATE, whole=whole, tell=steps.step("Verifying"),
        )  # fmt: skip
    raise typer.Exit(status)


@app.command("head")
def head(
    out: Annotated[Path | None, typer.Option(help="Write the head to this file.")] = None,
    page: Annotated[
        Path | None, typer.Option(help="Write it as a page to print, with a QR code.")
    ] = None,
) -> None:
    """Show the last signed head, or write it for an outside witness."""
    with _source() as source:
        from throughcare.register.command import head_command

        status = head_command(source, say=print, file=out, page=page)
    raise typer.Exit(status)


@app.command("export")
def export() -> None:
    """Print every entry as a line of JSON, in the one order."""
    with _source() as source:
        from throughcare.register.command import export_command

        status = export_command(source, say=print)
    raise typer.Exit(status)


@contextmanager
def database() -> Iterator[None]:
    """The database as its owner sees it, for commands that read everything."""
    with _source(as_owner=True):
        yield


@contextmanager
def _source(*, as_owner: bool = False) -> Iterator[psycopg.Connection[Any]]:
    """The database. What needs tables is imported once this is open."""
    folder = data_folder()
    if given_server() is None and not server.is_running(folder):
        raise BadInput(
            "the database does not run", where=str(folder.root), remedy="start it: throughcare up"
        )
    ready(folder, as_owner=as_owner)
    from django.db import connection

    connection.ensure_connection()
    yield connection.connection
    connection.close()
