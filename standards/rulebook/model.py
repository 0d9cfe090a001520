"""The rules in force for one place, ready to be asked for the checks of a day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from standards.checks import Check
from standards.rulebook.derivations import Assumption, Derivation
from standards.rulebook.entry import MONITORED, Entry
from standards.rulebook.profile import Profile, lay_over
from standards.rulebook.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The rules in force for one place: entries, names, derived states, and a profile if any.

    `digest` is the SHA-256 of every file it was made of, so that a report can say by which
    rules it was made.
    """

    folder: Path
    entries: Mapping[str, Entry]
    vocabulary: Vocabulary
    derivations: tuple[Derivation, ...]
    assumptions: Mapping[str, Assumption]
    digest: str
    profile: Profile | None = None

    def monitored(self) -> list[Entry]:
        """The entries that records are checked against."""
        return [entry for entry in self.entries.values() if entry.kind == MONITORED]

    def checks(self, on: date) -> dict[str, Check]:
        """The check of each monitored rule with the values in force on the day."""
        found = ((entry.id, entry.check_on(on)) for entry in self.monitored())
        return {name: check for name, check in found if check is not None}

    def with_profile(self, profile: Profile) -> Rulebook:
        """This rulebook with a country's values laid over it. Raises RulebookError.

        A value looser than the instrument's is refused, and so is an unknown rule or parameter.
        """
        entries = lay_over(self.entries, profile)
        digest = hashlib.sha256(f"{self.digest}\0{profile.digest}".encode()).hexdigest()
        return replace(self, entries=entries, profile=profile, digest=digest)
