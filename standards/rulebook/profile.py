"""A country's profile: values laid over the instruments, accepted only where stricter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from standards.checks import BadCheck, parse_check
from standards.instants import UnknownZone, zone_info
from standards.rulebook.entry import Entry, ProfileValue
from standards.rulebook.errors import Problem, RulebookError
from standards.rulebook.fields import Fields, plain
from standards.rulebook.folders import COUNTRY, profile_folder
from standards.rulebook.located import Section, read_file
from standards.rulebook.nearest import did_you_mean, nearest
from standards.rulebook.stricter import STRICTER, Order, compare, in_force, is_readable

CONFIDENCES = ("verified", "likely", "unverified")
_KEYS = ("profile", "name", "zone", "note", "values", "facts")
_VALUE_KEYS = (
    "rule", "parameter", "value", "from", "source", "date", "confidence", "confirmed",
    "confirmed_by", "note",
)  # fmt: skip
_FACT_KEYS = ("topic", "value", "source", "date", "confidence", "confirmed_by", "note")
# The day on which an undated value is set beside the instrument's: after every adoption.
_TODAY_OR_LATER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Fact:
    """A legal fact of the country that maps to no number of a rule."""

    topic: str
    value: str
    source: str
    confidence: str
    confirmed_by: str
    note: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a country changes: values of rules, its time zone, and facts beside them."""

    id: str
    name: str
    zone: str
    note: str
    values: tuple[ProfileValue, ...]
    facts: tuple[Fact, ...]
    file: str
    digest: str


def load_profile(name: str | Path, folder: Path | None = None) -> Profile:
    """Load a profile by the name of a country, or by the path of a file. Raises RulebookError.

    Names are looked for in the folder `country` of the given rulebooks, else the packaged ones.
    """
    path = _find(name, folder)
    section, data, problems = read_file(path, path.name)
    profile = _read_profile(section, data, path.name, problems) if section else None
    if problems or profile is None:
        raise RulebookError(sorted(problems), f"The profile {path}")
    return profile


def profile_names(folder: Path | None = None) -> list[str]:
    """The countries that have a profile."""
    return sorted(path.stem for path in profile_folder(folder).glob("*.yaml"))


def lay_over(entries: Mapping[str, Entry], profile: Profile) -> dict[str, Entry]:
    """The entries with the profile's values. Raises RulebookError with all that is refused."""
    problems = []
    laid: dict[str, Entry] = dict(entries)
    for value in profile.values:
        refused = _refusal(entries, value) or _written_twice(laid, value)
        if refused is not None:
            what, remedy = refused
            problems.append(Problem(profile.file, value.line, f"{value.rule}: {what}", remedy))
        else:
            entry = laid[value.rule]
            laid[value.rule] = replace(entry, laid_over=(*entry.laid_over, value))
    if problems:
        raise RulebookError(problems, f"The profile '{profile.id}'")
    return laid


def profile_problems(entries: Mapping[str, Entry], folder: Path) -> Iterator[Problem]:
    """What is wrong with the profiles in a rulebook's own folder."""
    for path in sorted((folder / COUNTRY).glob("*.yaml")):
        try:
            lay_over(entries, load_profile(path))
        except RulebookError as error:
            for problem in error.problems:
                yield replace(problem, file=f"{COUNTRY}/{problem.file}")


def _find(name: str | Path, folder: Path | None) -> Path:
    as_path = Path(name)
    if as_path.suffix in (".yaml", ".yml") or as_path.is_file():
        return as_path
    found = profile_folder(folder) / f"{str(name).lower()}.yaml"
    if found.is_file():
        return found
    known = profile_names(folder)
    remedy = did_you_mean(str(name).lower(), known, f"use one of {', '.join(known)}, or a file")
    problem = Problem(str(name), 1, f"there is no profile '{name}'", remedy)
    raise RulebookError([problem], "The profile")


def _read_profile(section: Section, data: bytes, file: str, problems: list[Problem]) -> Profile:
    fields = Fields(section, file, problems, "profile")
    fields.only(_KEYS)
    zone = fields.text("zone", required="name the time zone, such as Africa/Tunis")
    if zone:
        try:
            zone_info(zone)
        except UnknownZone as error:
            fields.problem("zone", str(error), "see the tz database for the name")
    return Profile(
        id=fields.text("profile", required="name the profile"),
        name=fields.text("name", required="name the country"),
        zone=zone,
        note=fields.text("note"),
        values=tuple(_read_value(part, file, problems) for part in fields.parts("values")),
        facts=tuple(_read_fact(part, file, problems) for part in fields.parts("facts")),
        file=file,
        digest=sha256(data.replace(b"\r\n", b"\n")).hexdigest(),
    )


def _read_value(part: Section, file: str, problems: list[Problem]) -> ProfileValue:
    fields = Fields(part, file, problems, str(part.get("rule", "value")))
    fields.only(_VALUE_KEYS)
    value = plain(part.get("value"))
    if value is None:
        fields.problem("value", "'value' is missing", "write the value, such as P10D")
    return ProfileValue(
        rule=fields.text("rule", required="name the rule by its id"),
        parameter=fields.text("parameter", required="name the parameter, such as limit"),
        value=value,
        source=fields.text("source", required="cite the law and the article"),
        since=fields.day("from"),
        source_date=_written(part.get("date")),
        confidence=fields.choice("confidence", CONFIDENCES),
        confirmed=fields.truth("confirmed"),
        confirmed_by=fields.text("confirmed_by"),
        note=fields.text("note"),
        line=part.line_of("value"),
    )


def _read_fact(part: Section, file: str, problems: list[Problem]) -> Fact:
    fields = Fields(part, file, problems, str(part.get("topic", "fact")))
    fields.only(_FACT_KEYS)
    return Fact(
        topic=fields.text("topic", required="name the topic"),
        value=fields.text("value", required="write what holds"),
        source=fields.text("source", required="say where it is written"),
        confidence=fields.choice("confidence", CONFIDENCES),
        confirmed_by=fields.text("confirmed_by"),
        note=fields.text("note"),
        date=_written(part.get("date")),
    )


def _written(value: Any) -> str:
    """A date of a source, known to the day or to the year."""
    return "" if value is None else str(value)


def _refusal(entries: Mapping[str, Entry], value: ProfileValue) -> tuple[str, str] | None:
    """Why a value cannot be laid over the rules, and what to do; None if it can."""
    entry = entries.get(value.rule)
    if entry is None:
        return "there is no such rule", did_you_mean(value.rule, entries, "see: rules list")
    allowed = STRICTER.get(entry.pattern, {})
    if value.parameter not in allowed:
        return _no_parameter(entry, value, tuple(allowed))
    written = entry.written_on(value.since or _TODAY_OR_LATER)
    assert written is not None  # a pattern with such a parameter has a check
    before = in_force(written, value.parameter)
    if not is_readable(value.parameter, value.value):
        return f"{value.parameter} {value.value!r} cannot be read", f"write it like {before}"
    order = compare(written, value.parameter, value.value)
    if order in (Order.STRICTER, Order.EQUAL):
        return _does_not_hold_together(entry, {**written, value.parameter: value.value})
    return _too_loose(entry, value, before, order)


def _written_twice(laid: Mapping[str, Entry], value: ProfileValue) -> tuple[str, str] | None:
    what = (value.parameter, value.since)
    if any((other.parameter, other.since) == what for other in laid[value.rule].laid_over):
        return f"{value.parameter} is written twice for the same day", "keep one of the two"
    return None


def _no_parameter(entry: Entry, value: ProfileValue, allowed: tuple[str, ...]) -> tuple[str, str]:
    if not allowed:
        kind = entry.pattern or entry.kind
        return f"a rule of the kind {kind} has no number to change", "remove the value"
    what = f"'{value.parameter}' is no parameter that a profile may change"
    otherwise = f"use one of {', '.join(allowed)}"
    found = nearest(value.parameter, allowed)
    return what, f"did you mean '{found}'? If not: {otherwise}" if found else otherwise


def _too_loose(entry: Entry, value: ProfileValue, before: Any, order: Order) -> tuple[str, str]:
    ours = f"{value.parameter} {value.value}"
    theirs = f"{entry.reference}, {entry.cite}: {'not set' if before is None else before}"
    if order is Order.LOOSER:
        return (
            f"{ours} is looser than the instrument ({theirs})",
            f"a profile may only be stricter: write {before} or stricter, or remove the value",
        )
    return (
        f"{ours} cannot be compared with the instrument ({theirs}): either may be the stricter one",
        f"write it in the same unit as {before}, or remove the value",
    )


def _does_not_hold_together(entry: Entry, check: dict[str, Any]) -> tuple[str, str] | None:
    try:
        parse_check(entry.id, check)
    except BadCheck as error:
        return str(error), "remove the value"
    return None
