"""How a command writes its answer, and the status with which it ends where it found problems."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final

import typer

from standards.rulebook.errors import Problem

FOUND_PROBLEMS: Final = 2


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="text or json.")]


def say_json(value: object) -> None:
    """The answer for a program."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def problems_text(problems: Sequence[Problem]) -> str:
    """Every problem, and how many there are."""
    number = len(problems)
    lines = [str(problem) for problem in problems]
    return "\n".join([*lines, "", f"{number} problem{'' if number == 1 else 's'}."])
