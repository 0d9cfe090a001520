"""`throughcare user`: who signs in."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from throughcare.cluster import server
from throughcare.cluster.folder import data_folder
from throughcare.config.database import given_server
from throughcare.config.ready import ready
from throughcare.config.starting import prepare
from throughcare.errors import BadInput

app = typer.Typer(no_args_is_help=True, help="Accounts: who signs in.")


@app.callback()
def user() -> None:
    """Accounts: who signs in."""


@app.command("first")
def first(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    from_input: Annotated[
        bool, typer.Option("--password-from-input", help="Read the password as one line of input.")
    ] = False,
) -> None:
    """Make the first account. There is no default password: it is asked for here."""
    folder = data_folder()
    prepare(folder, lambda step: None)
    ready(folder)
    from throughcare.access.actions import make_first_account

    make_first_account(name=name, password=_password(from_input), at=datetime.now(UTC))
    print(f"The account '{name}' is made. Sign in with it: throughcare up")


@app.command("list")
def list_accounts() -> None:
    """List who can sign in, with the posts they hold now. Names and posts only."""
    folder = data_folder()
    if given_server() is None and not server.is_running(folder):
        raise BadInput(
            "the database does not run", where=str(folder.root), remedy="start it: throughcare up"
        )
    # Names and posts are nobody's file, but the service's own role may be kept from them.
    ready(folder, as_owner=True)
    from throughcare.access.roll import roll

    lines = roll(at=datetime.now(UTC))
    for line in lines:
        posts = ", ".join(f"{role.replace('_', ' ')} at {place}" for role, place in line.posts)
        print(f"{line.name}: {posts or 'no post'}{'' if line.active else ' (suspended)'}")
    if not lines:
        print("There is no account yet. Make the first: throughcare user first NAME")


def _password(from_input: bool) -> str:
    if from_input:
        line = sys.stdin.readline().rstrip("\n")
        if not line:
            raise BadInput("no password came in", remedy="write it as the first line of the input")
        return line
    if not sys.stdin.isatty():
        raise BadInput(
            "the password cannot be asked for without a terminal",
            remedy="give --password-from-input, and the password as one line of input",
        )
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
