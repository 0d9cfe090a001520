"""A folder of rulebooks becomes one Rulebook, or a list of what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standards.rulebook.chapters import read_chapter
from standards.rulebook.derivations import (
    DERIVATIONS_FILE,
    Assumption,
    Derivation,
    read_derivations,
)
from standards.rulebook.entry import Entry
from standards.rulebook.entry_lint import entry_problems
from standards.rulebook.errors import Problem, RulebookError
from standards.rulebook.folders import chapter_files, packaged_folder
from standards.rulebook.located import Section, read_file
from standards.rulebook.model import Rulebook
from standards.rulebook.vocabulary import VOCABULARY_FILE, Vocabulary, read_vocabulary

__all__ = ["Content", "Rulebook", "load_rulebook", "packaged_folder", "read_folder"]


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """Load a folder of rulebooks; the packaged one if none is given. Raises RulebookError."""
    content = read_folder(folder if folder is not None else packaged_folder())
    if content.problems:
        raise RulebookError(sorted(content.problems), f"The rulebook in {content.folder}")
    return content.rulebook()


@dataclass(slots=True, kw_only=True)
class Content:
    """What was read from a folder, sound or not."""

    folder: Path
    entries: list[Entry] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}))
    derivations: tuple[Derivation, ...] = ()
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)

    def rulebook(self) -> Rulebook:
        """The Rulebook of this content, which must be without problems."""
        return Rulebook(
            folder=self.folder,
            entries={entry.id: entry for entry in self.entries},
            vocabulary=self.vocabulary,
            derivations=self.derivations,
            assumptions=self.assumptions,
            digest=digest_of(self.texts.items()),
        )


def digest_of(texts: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and texts in the order of the names, whatever ends their lines."""
    digest = hashlib.sha256()
    for name, text in sorted(texts):
        digest.update(name.encode() + b"\0" + text.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def read_folder(folder: Path) -> Content:
    """Read every rulebook file of a folder.

    A folder without its own vocabulary or derivations takes the packaged ones; its own
    vocabulary adds to the packaged names.
    """
    content = Content(folder=folder)
    if not folder.is_dir():
        remedy = "name a folder with rulebook files (.yaml)"
        content.problems.append(Problem(str(folder), 1, "there is no such folder", remedy))
        return content
    _read_names(content)
    _read_derived(content)
    for path in chapter_files(folder):
        section = _read(content, path)
        entries, problems = read_chapter(section, _shown(path, folder)) if section else ([], [])
        content.entries += entries
        content.problems += problems
    if not content.entries and not content.problems:
        remedy = "put chapter files (.yaml, with 'rules:') into it"
        content.problems.append(Problem(str(folder), 1, "the folder holds no rule", remedy))
    content.problems += entry_problems(content.entries, content.vocabulary, content.derivations)
    return content


def _read(content: Content, path: Path) -> Section:
    shown = _shown(path, content.folder)
    section, data, problems = read_file(path, shown)
    content.texts[shown] = data
    content.problems += problems
    return section


def _read_names(content: Content) -> None:
    own = content.folder / VOCABULARY_FILE
    packaged = packaged_folder() / VOCABULARY_FILE
    for path in dict.fromkeys((packaged, own)):
        if path.is_file():
            vocabulary, problems = read_vocabulary(_read(content, path), path.name)
            content.vocabulary = content.vocabulary.with_more(vocabulary)
            content.problems += problems


def _read_derived(content: Content) -> None:
    own = content.folder / DERIVATIONS_FILE
    path = own if own.is_file() else packaged_folder() / DERIVATIONS_FILE
    section = _read(content, path)
    content.derivations, content.assumptions, problems = read_derivations(section, path.name)
    content.problems += problems


def _shown(path: Path, folder: Path) -> str:
    """The name of a file inside the folder, the same on every machine."""
    inside = path.is_relative_to(folder)
    return path.relative_to(folder).as_posix() if inside else f"packaged/{path.name}"
