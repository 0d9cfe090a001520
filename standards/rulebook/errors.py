"""What is wrong with a rulebook: every problem with its file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a rulebook file. `remedy` is what to do now."""

    file: str
    line: int
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        mend = f"\n    What to do: {self.remedy}" if self.remedy else ""
        return f"{self.file}:{self.line}: {self.what}{mend}"

    def as_json(self) -> dict[str, object]:
        """The form of `throughcare rules lint --format json`."""
        return {
            "file": self.file,
            "line": self.line,
            "problem": self.what,
            "remedy": self.remedy,
        }


class RulebookError(Exception):
    """A rulebook or profile that cannot be used. `problems` holds all that was found."""

    def __init__(self, problems: Iterable[Problem], subject: str = "The rulebook") -> None:
        self.problems = tuple(problems)
        super().__init__(_message(self.problems, subject))


def _message(problems: tuple[Problem, ...], subject: str) -> str:
    count = f"{len(problems)} problem" + ("" if len(problems) == 1 else "s")
    lines = [f"{subject} cannot be used: {count}."]
    lines += [f"  {problem}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"  ... and {len(problems) - SHOWN} more; throughcare rules lint lists all.")
    return "\n".join(lines)
