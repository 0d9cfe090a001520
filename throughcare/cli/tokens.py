"""`throughcare token`: leave for machines to act as an account in one of its posts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from throughcare.access.terms import Role
from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready
from throughcare.config.starting import prepare
from throughcare.errors import BadInput

app = typer.Typer(no_args_is_help=True, help="Tokens: machines that act for an account.")


@app.command("make")
def make(
    account: Annotated[str, typer.Argument(help="The name of the account it acts as.")],
    role: Annotated[str, typer.Option(help="One of the account's roles.")],
    at_place: Annotated[str, typer.Option("--at", help="The establishment of that post.")],
    label: Annotated[str, typer.Option(help="Which program uses it, and for whom.")],
    days: Annotated[int, typer.Option(help="How many days it lasts.", min=1)] = 90,
) -> None:
    """Make a token for a post that the account holds now. It is shown once, here."""
    _ready()
    from throughcare.api.actions import AT_THE_MACHINE, make_token

    now = datetime.now(UTC)
    made = make_token(
        by=AT_THE_MACHINE, at=now, account=_account(account), role=_role(role),
        establishment=at_place, label=label, begins=now, ends=now + timedelta(days=days),
    )  # fmt: skip
    print(f"Token {made.token.pk} is made, until {made.token.ends:%Y-%m-%d %H:%M} UTC.")
    print("It is shown only now. Give it to the program, and keep it nowhere else:")
    print(made.secret)


@app.command("end")
def end(
    number: Annotated[int, typer.Argument(help="The token's number, from the list.")],
    why: Annotated[str, typer.Option(help="Why it ends; it stands in the register.")],
) -> None:
    """End a token at once."""
    _ready()
    from throughcare.api.actions import AT_THE_MACHINE, end_token

    end_token(by=AT_THE_MACHINE, at=datetime.now(UTC), token_id=number, why=why)
    print(f"Token {number} has ended. What still uses it is refused from now on.")


@app.command("list")
def list_() -> None:
    """All tokens, the newest first: never the secret."""
    _ready()
    from throughcare.api.queries import tokens_made

    now = datetime.now(UTC)
    for one in tokens_made():
        over = one.ended_at or (one.ends if one.ends <= now else None)
        state = f"ended {over:%Y-%m-%d}" if over else f"until {one.ends:%Y-%m-%d}"
        who = f"{one.account.get_username()}, {one.role} at {one.establishment}"
        print(f"{one.pk:>6}  {state:<16}  {who}: {one.label}")


def _ready() -> None:
    folder = data_folder()
    prepare(folder, lambda step: None)
    ready(folder)


def _account(name: str) -> int:
    from django.contrib.auth import get_user_model

    found = get_user_model().objects.filter(name=name).values_list("pk", flat=True).first()
    if found is None:
        raise BadInput(
            f"there is no account '{name}'", remedy="look at the name with which it signs in"
        )
    return found


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError as error:
        raise BadInput(
            f"there is no role '{name}'", remedy=f"choose one of: {', '.join(Role)}"
        ) from error
