"""What stands in the repository, and what must not."""

from __future__ import annotations

import hashlib
import re

from .repository import ROOT, files

LONGEST = 400
_NOT_SHIPPED = {
    "8affc878851d6c2e6fe607a0f7eff303dc059acfd4421a3b237a19762e116f04",  # placements, real
    "0214400170e07f3015a285edca2014cac0dae8aac125fcbaad642490e05f892c",  # re-arrests, real
}
# A few rows of the real placements without their row number, as hashes.
_NOT_SHIPPED_ROWS = frozenset(
    (
        "b6d9365b1d9f38c0",
        "c0cd03ae6152c79a",
        "ba1f30cf4cf06b85",
        "f5683e6ccf3feeaa",
        "8f31398e6c8db68e",
        "ce0a72dd8b8cbdfe",
        "cd1468d9b6242276",
        "67396e254a9776da",
    )
)


def test_no_python_file_is_longer_than_400_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in files()
        if path.suffix == ".py" and path.parent.name != "migrations"  # as Django writes them
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_real_records_are_shipped() -> None:
    shipped = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files()}
    assert not [str(shipped[digest]) for digest in _NOT_SHIPPED & set(shipped)]


def test_no_rows_of_real_records_are_shipped() -> None:
    found = []
    for path in files():
        if path.suffix in {".csv", ".txt", ".jsonl"}:
            rows = path.read_text(encoding="utf-8", errors="replace").splitlines()
            found += [str(path) for row in rows if _digest(row) in _NOT_SHIPPED_ROWS]
    assert not found


def _digest(row: str) -> str:
    return hashlib.sha256(row.partition(",")[2].encode()).hexdigest()[:16]


def test_every_dependency_says_what_it_is_for() -> None:
    unexplained = []
    for name in ("pyproject.toml", "distribution/standards/pyproject.toml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        blocks = re.findall(r"^(?:dependencies|\w+) = \[\n(.*?)^\]", _project(text), re.M | re.S)
        lines = [line for block in blocks for line in block.splitlines() if line.strip()]
        assert lines, name
        unexplained += [f"{name}: {line}" for line in lines if not re.search(r"#\s*\w+", line)]
    assert not unexplained


def _project(text: str) -> str:
    """The part of a pyproject.toml that lists dependencies."""
    optional = text.index("[project.optional-dependencies]")
    after = text.find("\n[", optional + 1)
    return text[text.index("[project]") : after]


def test_every_dependency_is_in_the_lock_with_a_hash() -> None:
    locked = (ROOT / "requirements" / "locked.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==\S+ \\\n    --hash=sha256:", locked, re.MULTILINE)
    asked = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("spark = [")[0]
    wanted = re.findall(r'^  "([A-Za-z0-9_.-]+)', asked.split("dependencies = [", 1)[1], re.M)
    missing = {re.sub(r"[-_.]+", "-", name).lower() for name in wanted} - set(pinned)
    assert not missing, "make requirements/locked.txt anew: docs/developers.md"
    assert {"pip", "setuptools"} <= set(pinned)


def test_each_part_names_its_licence() -> None:
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text()[:200]
    apache = (ROOT / "LICENSES" / "Apache-2.0.txt").read_text()
    assert "Apache License" in apache[:200]
    for folder in ("standards", "rulebooks"):
        assert "Apache-2.0" in (ROOT / folder / "LICENSE").read_text()
    assert (ROOT / "distribution" / "standards" / "LICENSE").read_text() == apache
