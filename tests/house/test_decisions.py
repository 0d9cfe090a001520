"""The decision records are whole, and say what the rulebooks changed."""

from __future__ import annotations

import re

import pytest
import yaml

from .repository import ROOT

_FOLDER = ROOT / "docs" / "adr"
_PAGES = sorted(path for path in _FOLDER.glob("*.md") if path.name != "README.md")


def test_numbers_have_no_gap() -> None:
    numbers = [int(path.name[:4]) for path in _PAGES]
    assert numbers == list(range(1, len(_PAGES) + 1))


@pytest.mark.parametrize("name", [path.name for path in _PAGES])
def test_a_decision_has_its_parts_and_stands_in_the_list(name: str) -> None:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    assert text.startswith(f"# {name[:4]}. ")
    for part in ("## Context", "## Decision", "## Consequences"):
        assert part in text
    assert name in (_FOLDER / "README.md").read_text(encoding="utf-8")


def test_every_mended_rule_stands_in_the_record_of_mends() -> None:
    mended = set()
    for path in sorted((ROOT / "rulebooks").rglob("*.yaml")):
        chapter = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        entries = chapter.get("rules") or [] if isinstance(chapter, dict) else []
        mended |= {entry["id"] for entry in entries if entry.get("mended")}
    page = next(path for path in _PAGES if path.name.startswith("0006"))
    told = set(re.findall(r"\b(?:nmr|br|juv|vep)-[a-z0-9-]+", page.read_text(encoding="utf-8")))
    assert mended
    assert mended <= told


def test_the_changelog_says_from_which_day_results_change() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert versions
    for version in versions:
        assert "Results change:" in version, version.splitlines()[0]
