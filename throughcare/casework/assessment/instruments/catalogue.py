"""The instruments at hand: those of the package, and those that the house has a licence for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from standards.rulebook.errors import Problem
from throughcare.casework.assessment.instruments.errors import InstrumentError
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.reading import Outcome, instrument_of
from throughcare.casework.assessment.instruments.sheet import Sheet, sheet_of
from throughcare.casework.assessment.instruments.translating import translates, translation_of

# The folder of a house with its own instruments. They stay there: nothing copies them.
SETTING: Final = "THROUGHCARE_INSTRUMENTS"
_PACKAGED: Final = Path(__file__).resolve().parent
_ENDINGS: Final = frozenset({".yaml", ".yml"})
_AS_TOOL: Final = "give it another id or version; words in another language make a translation"
_AS_WORDS: Final = "keep one of the two, or give your tool an id of its own"


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
    """What was found: sound instruments, ours first, and every problem of the others.

    `translations`: the same instruments in other words, each whole.
    """

    found: tuple[Found, ...]
    problems: tuple[Problem, ...]
    translations: tuple[Found, ...] = ()

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The sound ones."""
        return tuple(one.instrument for one in self.found)

    def of(self, instrument_id: str) -> tuple[Instrument, ...]:
        """Every version of an instrument."""
        return tuple(one for one in self.instruments if one.id == instrument_id)

    def in_other_words(self, instrument: Instrument) -> tuple[Instrument, ...]:
        """The translations of an instrument."""
        translated = (one.instrument for one in self.translations)
        return tuple(one for one in translated if one.digest == instrument.digest)


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
        return replace(ours, problems=(*ours.problems, Problem(str(folder), 1, what, remedy)))


def catalogue_of(files: Iterable[Path]) -> Catalogue:
    """Ours, and those of the files. None may go by the name of one that was there before."""
    ours = _files(_PACKAGED)
    paths = [*ours, *(path for path in files if path.resolve() not in ours)]
    read = [(path, sheet_of(path)) for path in paths]
    kept, sheets = _Kept(), dict[str, Sheet]()
    for path, sheet in read:
        if not sheet.is_translation and (one := kept.add(path, instrument_of(sheet), _AS_TOOL)):
            sheets[f"{one.id} {one.version}"] = sheet
    translated = _Kept()
    for path, sheet in read:
        if sheet.is_translation:
            translated.add(path, translation_of(sheet, sheets.get(translates(sheet))), _AS_WORDS)
    problems = tuple(sorted((*kept.problems, *translated.problems)))
    return Catalogue(tuple(kept.found), problems, tuple(translated.found))


class _Kept:
    """Those that go by a name of their own, and the problems of all others."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.problems: list[Problem] = []

    def add(self, path: Path, outcome: Outcome, remedy: str) -> Instrument | None:
        """Keep what was read if it is sound and its name is free."""
        self.problems += outcome.problems
        if outcome.instrument is None:
            return None
        new = Found(outcome.instrument, path)
        before = next((old for old in self.found if _is_taken(new, old)), None)
        if before is not None:
            what = f"an instrument of this name stands already in {before.file}"
            self.problems.append(Problem(str(path), 1, what, remedy))
            return None
        self.found.append(new)
        return new.instrument


def _is_taken(new: Found, old: Found) -> bool:
    """An id of ours is ours in every version; elsewhere id and version count together.

    Translations are compared with translations, each language apart.
    """
    one, other = new.instrument, old.instrument
    if one.translation is not None:
        return one.key == other.key
    if old.is_ours and not new.is_ours:
        return one.id == other.id
    return one.key[:2] == other.key[:2]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
