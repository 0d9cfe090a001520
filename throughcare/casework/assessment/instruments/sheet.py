"""One file as it is written: its keys, or why it was not even opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Section, read_located
from throughcare.casework.assessment.instruments.domains import too_many_items
from throughcare.casework.assessment.instruments.guard import look_through
from throughcare.casework.assessment.instruments.opening import Refused, bytes_of

TRANSLATION: Final = "translation"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a file. It may be licensed, so no `repr` gives it."""

    file: str
    digest: str = ""
    problems: tuple[Problem, ...] = ()
    top: Section = field(default_factory=Section, repr=False)

    @property
    def is_translation(self) -> bool:
        """Whether it holds the words of another file in another language."""
        return TRANSLATION in self.top


def sheet_of(path: Path) -> Sheet:
    """Open one file, whatever it holds. Every problem names file, line and what to do."""
    file = str(path)
    try:
        data = bytes_of(path)
        look_through(data)
    except Refused as refused:
        return Sheet(file, problems=(refused.of(file),))
    top, problems = read_located(data, file)
    problems += too_many_items(top, file)
    if problems:
        return Sheet(file, problems=tuple(sorted(problems)))
    return Sheet(file, hashlib.sha256(data).hexdigest(), top=top)
