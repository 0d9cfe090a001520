"""`throughcare`: one command line for everything."""

from __future__ import annotations

import sys

import typer

from standards.rulebook.errors import RulebookError
from throughcare.cli import (
    accounts,
    check,
    conformance,
    demo,
    duties,
    explain,
    import_,
    instrument,
    records,
    register,
    rules,
    service,
    tokens,
)
from throughcare.errors import BadInput

BAD_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    name="throughcare",
    help="Check prison records against the Nelson Mandela Rules and the rules beside them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("up")(service.up)
app.command("down")(service.down)
app.command("doctor")(service.doctor)
app.command("demo")(demo.demo)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("import")(import_.import_)
app.command("conformance")(conformance.conformance)
app.add_typer(accounts.app, name="user")
app.add_typer(register.app, name="register")
app.add_typer(tokens.app, name="token")
app.add_typer(duties.app, name="duties")
app.add_typer(rules.app, name="rules")
app.add_typer(records.app, name="records")
app.add_typer(instrument.app, name="instrument")


def main() -> None:
    """Run the command line; every refusal is one clear message and exit status 2."""
    try:
        app()
    except (BadInput, RulebookError) as refusal:
        print(f"throughcare: {refusal}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        print("throughcare: stopped; nothing was written.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
