"""Every problem of a rulebook folder, with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from standards.rulebook.errors import Problem
from standards.rulebook.folders import packaged_folder
from standards.rulebook.load import read_folder
from standards.rulebook.profile import profile_problems


def lint(folder: Path | None = None) -> list[Problem]:
    """Every problem of a folder of rulebooks; the packaged one if none is given.

    The profiles in its `country` folder are looked at once the rules are sound, because their
    values are compared with those of the rules.
    """
    own = folder if folder is not None else packaged_folder()
    content = read_folder(own)
    problems = list(content.problems)
    if not problems:
        problems += profile_problems(content.rulebook().entries, own)
    return sorted(problems)
