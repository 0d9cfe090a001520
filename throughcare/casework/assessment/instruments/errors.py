"""What cannot be used as an instrument, and why."""

from __future__ import annotations

from collections.abc import Iterable

from standards.rulebook.errors import SHOWN, Problem
from throughcare.errors import BadInput


class InstrumentError(BadInput):
    """Instruments that cannot be used. `problems` holds all that was found, each with its line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        lines = [f"\n  {problem}" for problem in self.problems[:SHOWN]]
        more = len(self.problems) - SHOWN
        if more > 0:
            lines.append(f"\n  ... and {more} more; throughcare instrument lint lists all.")
        number = len(self.problems)
        count = f"{number} problem{'' if number == 1 else 's'}"
        super().__init__(f"an instrument cannot be used: {count}.{''.join(lines)}")
