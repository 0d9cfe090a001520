"""The import rules hold, and would go red: offences are planted in a copy and must be caught."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from .repository import ROOT

# Where, which line, and the rule that must name it.
OFFENCES = (
    ("standards/records.py", "import throughcare.errors", "The engine is pure"),
    ("standards/spells.py", "import duckdb", "The engine is pure"),
    ("standards/population/engine.py", "import typer", "The engine is pure"),
    ("standards/knowledge.py", "import time", "The engine reads no clock"),
    ("standards/person/never.py", "import ibis", "Only the population engine knows columns"),
    ("standards/checks.py", "import pyarrow", "Only the population engine knows columns"),
    ("throughcare/intake/dates.py", "import throughcare.report.model", "Doors open downwards"),
    ("throughcare/report/page.py", "import throughcare.cli.main", "Doors open downwards"),
    ("throughcare/report/text.py", "import throughcare.explain.text", "Doors open downwards"),
    ("throughcare/register/events.py", "import throughcare.access.terms", "Doors open downwards"),
    ("throughcare/kernel/places.py", "import throughcare.register.events", "Doors open downwards"),
    ("throughcare/access/places.py", "import throughcare.web.back", "Doors open downwards"),
    ("throughcare/web/back.py", "import throughcare.access.models", "Only access touches"),
    ("throughcare/access/duties.py", "import throughcare.register.models", "Only the register"),
    ("throughcare/intake/cells.py", "import django", "Judging files needs no service"),
    ("throughcare/report/model.py", "import throughcare.kernel.places", "Judging files needs"),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their rules, elsewhere."""
    house = tmp_path_factory.mktemp("house")
    for name in ("standards", "throughcare"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def said_of(house: Path) -> tuple[int, str]:
    """The exit status and the words of the check of imports."""
    program = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command"
    )
    words = [sys.executable, "-c", f"{program}; lint_imports_command()", "--no-cache"]
    done = subprocess.run(words, cwd=house, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_clean_house_passes_and_every_planted_offence_is_caught(copy: Path) -> None:
    status, words = said_of(copy)
    assert status == 0, words
    for name, line, _ in OFFENCES:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n{line}\n", encoding="utf-8")
    status, words = said_of(copy)
    assert status != 0
    told = told_offences(words)
    assert [offence for offence in OFFENCES if not is_among(told, *offence)] == []


def told_offences(words: str) -> list[tuple[str, str]]:
    """Each broken rule with one import that breaks it."""
    lines = words.split("Broken contracts", 1)[1].splitlines()
    found, rule = [], ""
    for line, underline in pairwise(lines):
        if line and underline == "-" * len(line):
            rule = line
        elif " -> " in line:
            found.append((rule, line.strip("- ").partition(" (l.")[0]))
    return found


def is_among(told: list[tuple[str, str]], name: str, line: str, rule: str) -> bool:
    importer = name.removesuffix(".py").replace("/", ".")
    imported = line.removeprefix("import ")
    return any(
        broken.startswith(rule) and offence == f"{importer} -> {imported}"
        for broken, offence in told
    )
