"""A small rulebook folder that a test can damage, and the packaged rulebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standards.rulebook.load import Rulebook, load_rulebook

CHAPTER = """\
instrument: Rules of Nowhere
reference: Decree 1
adopted: 2015-12-17
prefix: now
part: all
chapter: Discipline
note: Paraphrased; the official text prevails.
rules:

- id: now-1
  cite: '1'
  title: Not too long
  says: Solitary confinement has an end.
  kind: monitored
  severity: critical
  applies_to: [all]
  check:
    pattern: max_duration
    state: solitary
  values:
    - from: 2015-12-17
      limit: P15D
      merge_gap: PT24H
    - from: 2030-01-01
      limit: P10D
      merge_gap: PT24H
  set_by: rule
  needs: [separation.from]
  related: [now-2]
  checked_on:

- id: now-2
  cite: '2'
  title: Explained
  says: Each restriction can be explained.
  kind: attested
  severity: low
  applies_to: [all]
  question: Can each restriction be explained?
  answers: ['yes', partly, 'no']
  evidence: [list of restrictions]
  ask_every: P6M
  checked_on:
"""
PROFILE = """\
profile: nowhere
name: Nowhere
zone: Africa/Tunis
values:
- rule: now-1
  parameter: limit
  value: P10D
  source: Law 1, article 2
  date: 2001
  confidence: likely
  confirmed: false
  confirmed_by:
facts: []
"""

Folder = Callable[..., Path]


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The packaged rulebook."""
    return load_rulebook()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write the small rulebook, with one text replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in CHAPTER
        path = tmp_path / "rules" / "un" / "01-discipline.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CHAPTER.replace(old, new, 1) if old else CHAPTER, encoding="utf-8")
        return tmp_path / "rules"

    return write


@pytest.fixture
def profile(tmp_path: Path) -> Folder:
    """Write the small profile, with one text replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in PROFILE
        path = tmp_path / "nowhere.yaml"
        path.write_text(PROFILE.replace(old, new, 1) if old else PROFILE, encoding="utf-8")
        return path

    return write
