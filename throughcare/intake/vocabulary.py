"""The names that records may have, from the packaged vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from throughcare.errors import BadInput

# The sections whose names a record may have as its type; those with a text for each name last.
LISTS = ("events", "states", "guards", "groups")
EXPLAINED = ("amounts", "exemptions", "case_records")
_NOT_A_TYPE = frozenset({"capacity"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`records` maps each record to its fields; `sections` hold further names and their texts."""

    records: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, Mapping[str, str]]

    @property
    def types(self) -> frozenset[str]:
        """Every name that a record's type may have."""
        listed = (name for names in self.sections.values() for name in names)
        return frozenset(self.records).union(listed)

    @property
    def fields(self) -> frozenset[str]:
        """Every field by its full name, for example admission.at."""
        return frozenset(
            f"{record}.{name}" for record, names in self.records.items() for name in names
        )


@cache
def vocabulary() -> Vocabulary:
    """The packaged vocabulary. Raises BadInput when the installation lacks it."""
    path = files("rulebooks").joinpath("vocabulary.yaml")
    try:
        read = yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except OSError as error:
        raise BadInput(
            "the vocabulary of records is missing", where=str(path), remedy="install again"
        ) from error
    records = {name: tuple(fields or ()) for name, fields in read.pop("records").items()}
    sections = {name: _texts(read.get(name)) for name in (*LISTS, *EXPLAINED)}
    return Vocabulary(records, sections)


def _texts(section: object) -> dict[str, str]:
    """The names of a section with the text that explains each, if there is one."""
    if isinstance(section, dict):
        return {str(name): str(text) for name, text in section.items() if name not in _NOT_A_TYPE}
    return {str(name): "" for name in section} if isinstance(section, list) else {}


def _loader() -> type[yaml.SafeLoader]:
    """The fast loader where the machine has it."""
    fast: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return fast
