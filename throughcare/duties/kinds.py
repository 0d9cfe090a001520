"""Of each kind of record: the compartment it is kept in, and the page on which it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from standards.checks import (
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.groups import ADULTS, CHILDREN, MADE_OF, MEN, WOMEN
from throughcare.access.terms import Compartment

# Groups that follow from the file itself.
_OF_THE_FILE: Final = frozenset({CHILDREN, ADULTS, WOMEN, MEN})
_ALWAYS: Final = frozenset({"always", "in_custody"})
_FILE: Final = Compartment.ID
# What stands in place of a compartment where a finding is about a member of staff.
STAFF: Final = "STAFF"
# A state that follows from records is kept where they are (rulebooks/derivations.yaml).
FOLLOWS_FROM: Final = {"solitary": "separation", "separated": "separation"}


@dataclass(frozen=True, slots=True)
class Kind:
    """Where a kind of record is kept, and the page of a file on which it is written."""

    compartment: Compartment
    page: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the records of a rule are kept.

    `first` is where the matter itself stands. `within`: everything that a finding says of the
    person; `answered`: what would answer it. On `page` that is written, in the
    compartment `cured_in`. `task`: whoever may only add there is told what is still to be written.
    """

    first: Compartment
    within: tuple[Compartment, ...]
    answered: tuple[Compartment, ...]
    page: str
    cured_in: Compartment
    task: bool


@dataclass(frozen=True, slots=True)
class KeptOfStaff:
    """Where the records of a rule about staff are kept: behind no compartment, but `STAFF`.

    No reach of anybody holds that word, so no door of a file shows such a finding.
    """

    first: str = STAFF
    within: tuple[str, ...] = (STAFF,)
    answered: tuple[str, ...] = (STAFF,)
    cured_in: str = STAFF
    task: bool = False


@cache
def tasks() -> Mapping[str, Sequence[str]]:
    """What is to be written while something runs, by what runs."""
    found: Mapping[str, Sequence[str]] = _read()["told_to_add"]
    return found


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of record by its name."""
    return {
        name: Kind(Compartment(code), page)
        for code, pages in _read()["kinds"].items()
        for page, names in pages.items()
        for name in names
    }


@cache
def kinds_of_staff() -> frozenset[str]:
    """Every kind of record about members of staff, whom no compartment is about."""
    return frozenset(_read()["of_staff"])


def is_of_staff(check: Check) -> bool:
    """Whether a rule is about members of staff: its findings are of nobody's file."""
    said, _answers = names_of(check)
    return said[0] in kinds_of_staff() if said else False


@cache
def _read() -> Any:
    text = files("throughcare.duties").joinpath("kinds.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def kept_of(check: Check) -> Kept:
    """Where the records of a rule about a person or a place are kept, the matter first."""
    said, answers = names_of(check)
    places = [_compartment(name) for name in said] or [_FILE]
    answering = [_compartment(name) for name in answers]
    sources = (FOLLOWS_FROM.get(name, name) for name in (*answers, *said))
    cures = [kinds()[name] for name in sources if name in kinds()]
    return Kept(
        first=places[0], within=tuple(dict.fromkeys(places)),
        answered=tuple(dict.fromkeys(answering)), page=cures[0].page if cures else "",
        cured_in=cures[0].compartment if cures else places[0], task=_is_task(said, answers),
    )  # fmt: skip


def _is_task(said: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether the rule says nothing but that something runs of which each shift writes its part."""
    runs = {FOLLOWS_FROM.get(name, name) for name in said}
    wanted = [tasks().get(name, ()) for name in runs]
    return bool(answers and wanted) and all(
        answer in names for answer in answers for names in wanted
    )


def names_of(check: Check) -> tuple[list[str], list[str]]:
    """What a rule says of the person, the matter first; and what would answer it."""
    said, answers = _of_pattern(check)
    named = [name for name in said if name]
    if check.group is not None:
        named += MADE_OF.get(check.group, (check.group,))
    return named, [name for name in answers if name]


def _of_pattern(check: Check) -> tuple[list[str | None], list[str | None]]:
    match check:
        case RespondWithin():
            return [check.trigger, check.unless, check.while_], [check.response]
        case RecurWithin():
            return [check.state], [check.response]
        case MaxDuration():
            return [check.state], []
        case Never():
            return [check.event or check.state], []
        case OnlyWith():
            planned = f"planned_{check.planned}" if check.planned else None
            return [check.event or check.state or planned, check.exempt_if], [check.guard]
        case Separate():
            others = [check.from_group, check.exempt_if, check.exempt_pair_if, check.while_]
            return [*check.placements, *others], []
        case RequiresFields():
            return [check.record], [name.partition(".")[0] for name in check.fields if "." in name]
        case Quota():
            return [check.state, check.excuse], [check.amount_of]
        case WithinRatio():
            return ["placement", check.exempt_if], []
        case _:
            raise TypeError(f"no pattern: {check!r}")


def _compartment(name: str) -> Compartment:
    if name in _OF_THE_FILE or name in _ALWAYS:
        return _FILE
    known = kinds().get(FOLLOWS_FROM.get(name, name))
    return _FILE if known is None else known.compartment
