"""The files of the repository, as the tests of the house see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_NOT_OURS = {
    ".git",
    ".venv",
    "build",
    "dist",
    "mutants",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
}
_MADE = {ROOT / "bench" / "engine" / "data"}
_TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".css", ".svg", ".csv", ".jsonl", ".txt", ".in"}


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that would be shipped with the repository."""
    for path in sorted(folder.iterdir()):
        if path.name in _NOT_OURS or path in _MADE or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def text_files() -> Iterator[tuple[str, str]]:
    """The name and the text of every file that people read, licences apart."""
    for path in files():
        name = str(path.relative_to(ROOT))
        if path.suffix in _TEXT and not name.startswith("LICENSES/"):
            yield name, path.read_text(encoding="utf-8")


def documents() -> list[Path]:
    """The pages a person reads."""
    return [path for path in files() if path.suffix == ".md"]
