"""The commands that the documents tell people to type are there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
import typer

from throughcare.cli.main import app

from .repository import ROOT, documents

_TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
_PLACEHOLDERS = {"|"}


def _lines_to_type() -> Iterator[tuple[str, str]]:
    """Each line of a code block, with continued lines joined and remarks left out."""
    for page in documents():
        name = str(page.relative_to(ROOT))
        fenced = False
        joined = page.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in joined.splitlines():
            if line.startswith("```"):
                fenced = not fenced
            elif fenced or line.startswith("    "):
                yield name, line.split("#", 1)[0].strip()


def _typed(start: str) -> list[tuple[str, list[str]]]:
    found = []
    for name, line in _lines_to_type():
        words = line.split()
        while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
            words = words[1:]
        if words and words[0].removeprefix(".venv/bin/") == start:
            found.append((name, shlex.split(" ".join(words))[1:]))
    return found


@pytest.mark.parametrize(("page", "words"), _typed("make"))
def test_every_make_command_in_a_document_is_a_target(page: str, words: list[str]) -> None:
    targets = [word for word in words if "=" not in word]
    assert set(targets) <= _TARGETS, f"{page}: make {' '.join(words)}"


@pytest.mark.parametrize(("page", "words"), _typed("throughcare"))
def test_every_throughcare_command_in_a_document_can_be_typed(page: str, words: list[str]) -> None:
    command: click.Command = typer.main.get_command(app)
    rest = [word for word in words if word not in _PLACEHOLDERS]
    while hasattr(command, "commands"):
        assert rest, f"{page}: throughcare {' '.join(words)} names no subcommand"
        assert rest[0] in command.commands, f"{page}: there is no command '{rest[0]}'"
        command = command.commands[rest.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    used = {word.split("=")[0] for word in rest if word.startswith("--")}
    assert used <= known, f"{page}: throughcare {' '.join(words)}"


def test_the_readme_names_the_two_commands() -> None:
    said = [" ".join(words) for page, words in _typed("make") if page == "README.md"]
    assert {"demo", "test"} <= set(said)


def test_ci_runs_the_readmes_own_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert "make test" in script.read_text()
    assert script.stat().st_mode & 0o111, ".ci/run is not executable"


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for page in documents():
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken
