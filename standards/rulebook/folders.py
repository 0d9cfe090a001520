"""Which file of a rulebook folder holds what."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from standards.rulebook.derivations import DERIVATIONS_FILE
from standards.rulebook.vocabulary import VOCABULARY_FILE

COUNTRY = "country"
CASES = "cases"
RELEASE_DATES = "release_dates"  # profiles of how days of a sentence are counted
UNITED_NATIONS = "un"


def packaged_folder() -> Path:
    """The folder `rulebooks` that is installed beside this package."""
    # A namespace package may have several folders; the one that holds the vocabulary is ours.
    return Path(str(files("rulebooks").joinpath(VOCABULARY_FILE))).parent


def chapter_files(folder: Path) -> list[Path]:
    """The files that hold rules: all but names, derivations, profiles and cases."""
    found = [
        path
        for path in sorted(folder.rglob("*.yaml"))
        if path.parent != folder or path.name not in (VOCABULARY_FILE, DERIVATIONS_FILE)
        if path.relative_to(folder).parts[0] not in (COUNTRY, CASES, RELEASE_DATES)
    ]
    # The instruments of the United Nations stand before good practice that is not binding.
    return sorted(found, key=lambda path: path.relative_to(folder).parts[0] != UNITED_NATIONS)


def profile_folder(folder: Path | None) -> Path:
    """The folder of country profiles: that of the given rulebooks, else the packaged one."""
    own = folder / COUNTRY if folder is not None else None
    return own if own is not None and own.is_dir() else packaged_folder() / COUNTRY
