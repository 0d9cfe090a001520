"""What the README shows is what the report says."""

from __future__ import annotations

import re
import shlex

from typer.testing import CliRunner

from throughcare.cli.main import app

from .repository import ROOT


def _sample() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"report output: begin.*?```text\n(.*?)```", readme, re.DOTALL)
    assert found is not None
    return [line for line in found[1].splitlines() if line not in ("", "...")]


def _report_command() -> list[str]:
    """What `make report` types to show the report, without the command's own name."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    recipe = makefile.split("\nreport:", 1)[1].split("\n\n", 1)[0]
    line = next(line for line in recipe.splitlines() if "throughcare check" in line)
    folder = re.search(r"^DEMO := (\S+)", makefile, re.MULTILINE)
    assert folder is not None
    words = shlex.split(line.replace("$(DEMO)", str(ROOT / folder[1])))
    return words[words.index("check") :]


def test_the_readme_shows_lines_of_the_real_report_in_their_order() -> None:
    answer = CliRunner().invoke(app, _report_command())
    assert answer.exit_code == 0, answer.output
    said = iter(answer.output.splitlines())
    for line in _sample():
        assert line in said, f"not in the report, or not in this place: {line}"
