"""The instruments at hand: those of the package, and those that the house has a licence for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from standards.rulebook.errors import Problem
from throughcare.casework.assessment.instruments.errors import InstrumentError
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.reading import read_instrument

# The folder of a house with its own instruments. They stay there: nothing copies them.
SETTING: Final = "THROUGHCARE_INSTRUMENTS"
_PACKAGED: Final = Path(__file__).resolve().parent
_ENDINGS: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Found:
    """A sound instrument and the file that it stands in."""

    instrument: Instrument
    file: Path

    @property
    def is_ours(self) -> bool:
        """Whether it came with the package."""
        return self.file.resolve().parent == _PACKAGED


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What was found: sound instruments, ours first, and every problem of the others."""

    found: tuple[Found, ...]
    problems: tuple[Problem, ...]

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The sound ones."""
        return tuple(one.instrument for one in self.found)

    def of(self, instrument_id: str) -> tuple[Instrument, ...]:
        """Every version and language of an instrument."""
        return tuple(one for one in self.instruments if one.id == instrument_id)


def folder_in(environment: Mapping[str, str]) -> Path | None:
    """The folder that the environment names; None where there are only ours."""
    named = environment.get(SETTING, "").strip()
    return Path(named) if named else None


def load_instruments(folder: Path | None) -> Catalogue:
    """Ours and those of the folder. Raises InstrumentError where any of them is not sound."""
    catalogue = find_instruments(folder)
    if catalogue.problems:
        raise InstrumentError(catalogue.problems)
    return catalogue


def find_instruments(folder: Path | None) -> Catalogue:
    """Ours and those of the folder, sound or not: one that is not sound takes no other with it."""
    if folder is None:
        return catalogue_of(())
    try:
        return catalogue_of(_files(folder))
    except OSError as error:
        what = f"the folder of instruments cannot be read: {error.strerror}"
        remedy = f"make the folder, or let {SETTING} name another one"
        ours = catalogue_of(())
        return Catalogue(ours.found, (*ours.problems, Problem(str(folder), 1, what, remedy)))


def catalogue_of(files: Iterable[Path]) -> Catalogue:
    """Ours, and those of the files. None may go by the name of one that was there before."""
    ours = _files(_PACKAGED)
    found: list[Found] = []
    problems: list[Problem] = []
    for path in [*ours, *(path for path in files if path.resolve() not in ours)]:
        outcome = read_instrument(path)
        problems += outcome.problems
        if outcome.instrument is None:
            continue
        new = Found(outcome.instrument, path)
        before = next((old for old in found if _is_taken(new, old)), None)
        if before is None:
            found.append(new)
        else:
            what = f"an instrument of this name stands already in {before.file}"
            problems.append(Problem(str(path), 1, what, "give it another id, or another version"))
    return Catalogue(tuple(found), tuple(sorted(problems)))


def _is_taken(new: Found, old: Found) -> bool:
    """An id of ours is ours in every version; elsewhere id, version and language count together."""
    if old.is_ours and not new.is_ours:
        return new.instrument.id == old.instrument.id
    return new.instrument.key == old.instrument.key


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
