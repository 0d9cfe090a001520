"""What an instrument is worth, by which right it is used, and what its use requires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

NOT_VALIDATED: Final = "NOT VALIDATED: for structured conversation and planning only"
NOT_CONFIRMED: Final = "translation not confirmed: no native speaker has reviewed it"


@dataclass(frozen=True, slots=True)
class Study:
    """A published study: where it stands, how many files were rated twice, what it found."""

    citation: str
    double_rated: int
    found: str


@dataclass(frozen=True, slots=True)
class Status:
    """Whether studies show that trained people agree. `standing` is shown wherever it is used."""

    validated: bool
    studies: tuple[Study, ...] = ()

    @property
    def standing(self) -> str:
        """The status in words."""
        if not self.validated:
            return NOT_VALIDATED
        return "validated by: " + "; ".join(study.citation for study in self.studies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """By which right it is used: open under a name, or a holder's, with a reference and a day."""

    licensed: bool
    name: str = ""
    holder: str = ""
    reference: str = ""
    since: date | None = None

    @property
    def statement(self) -> str:
        """The licence in one line."""
        if not self.licensed:
            return f"open: {self.name}"
        return f"licensed by {self.holder}, {self.reference}, from {self.since}"


@dataclass(frozen=True, slots=True)
class Translation:
    """That words were translated. `by` and `on`: which native speaker reviewed them, and when."""

    reviewed: bool
    by: str = ""
    on: date | None = None

    @property
    def standing(self) -> str:
        """How far it can be trusted, in words."""
        if not self.reviewed:
            return NOT_CONFIRMED
        return f"translation, reviewed by {self.by} on {self.on}"


@dataclass(frozen=True, slots=True)
class Training:
    """The tool that must stand on an assessor's certificate, and how long that holds."""

    tool: str
    valid_days: int


@dataclass(frozen=True, slots=True)
class SecondRater:
    """When somebody else rates, blind to the first; of the others this share, by chance."""

    cases: tuple[str, ...]
    random_percent: int
