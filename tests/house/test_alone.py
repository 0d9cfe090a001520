"""The engine can be taken alone: PyYAML and tzdata are all it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import sys
from importlib.metadata import packages_distributions
import standards.person.engine
from standards.rulebook.load import load_rulebook
load_rulebook(None)
print(*sorted({name.partition(".")[0] for name in sys.modules} & set(packages_distributions())))
"""
_ALLOWED = {"standards", "rulebooks", "throughcare", "yaml", "_yaml", "tzdata"}
_BROUGHT_BY_PYTHON = {"_distutils_hack", "setuptools", "pkg_resources", "coverage", "hypothesis"}


def test_the_person_engine_and_the_rules_load_without_any_other_package(tmp_path: Path) -> None:
    """Elsewhere than in the repository, so that what is installed answers, not the folder."""
    finished = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    loaded = set(finished.stdout.split())
    assert "yaml" in loaded
    assert loaded - _BROUGHT_BY_PYTHON <= _ALLOWED
