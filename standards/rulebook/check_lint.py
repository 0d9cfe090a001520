"""What is wrong with the check of one entry: names, numbers, and how they hold together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from standards.checks import ALWAYS_ON, PATTERNS, BadCheck, parameters_of, parse_check
from standards.durations import BadDuration, parse_duration
from standards.rulebook.entry import DatedValues, Entry
from standards.rulebook.errors import Problem
from standards.rulebook.located import Section
from standards.rulebook.nearest import did_you_mean
from standards.rulebook.vocabulary import SECTION_OF, VOCABULARY_FILE, Vocabulary

VALUES = frozenset((
    "limit", "to_end_of_day", "accept_early", "first_within", "merge_gap", "grace", "min_lead",
    "max_age", "short_notice", "by", "allow_unknown", "enough", "min", "max", "min_overlap",
    "min_length", "warn_before", "target",
))  # fmt: skip
SHOWN_DURATIONS = ("warn_before", "target")
_BUILT_IN = {"while": {ALWAYS_ON}, "per": {"person"}}


def check_problems(entry: Entry, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every problem of an entry's check and dated values."""
    if entry.check is None:
        return
    yield from _places(entry)
    yield from _dangling(entry, entry.check, vocabulary)
    for dated in entry.values:
        yield from _unreadable(entry, entry.check, dated)


def _places(entry: Entry) -> Iterator[Problem]:
    """Names stand in `check`, numbers in `values` with their date."""
    assert entry.check is not None
    for key, value in entry.check.items():
        if _is_value(key, value):
            what = f"'{key}' stands in check"
            yield _at(entry, key, what, f"move '{key}' to values, below the date it holds from")
    for dated in entry.values:
        for key, value in dated.values.items():
            if key in SECTION_OF or (key == "period" and not _is_value(key, value)):
                what = f"the name '{key}' stands in values"
                yield Problem(entry.file, dated.line, f"{entry.id}: {what}", "move it to check")


def _is_value(key: str, value: Any) -> bool:
    return key in VALUES or (key == "period" and isinstance(value, Mapping))


def _dangling(entry: Entry, check: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Names that the vocabulary does not list."""
    for key, value in check.items():
        section = SECTION_OF.get(key)
        if key == "fields":
            for name in value if isinstance(value, list) else ():
                full = name if "." in str(name) else f"{check.get('record')}.{name}"
                if not vocabulary.knows_field(full):
                    yield _unlisted(entry, key, full, "records", vocabulary.field_names())
        elif section is not None:
            known = {*vocabulary.of(section), *_BUILT_IN.get(key, ())}
            for name in value if isinstance(value, list) else (value,):
                if isinstance(name, str) and name not in known:
                    yield _unlisted(entry, key, name, section, known)


def _unlisted(entry: Entry, key: str, name: str, section: str, known: Any) -> Problem:
    remedy = did_you_mean(name, known, f"add it to {section} in {VOCABULARY_FILE}")
    return _at(entry, key, f"{key} '{name}' is not in the vocabulary", remedy)


def _unreadable(entry: Entry, check: Mapping[str, Any], dated: DatedValues) -> Iterator[Problem]:
    """What parse_check refuses, and the durations that are only shown."""
    merged = {**check, **dated.values}
    shapes = list(_shapes(entry, merged, dated))
    if shapes:
        yield from shapes
        return
    try:
        parse_check(entry.id, merged)
    except BadCheck as error:
        culprit = error.parameter or ""
        yield Problem(
            entry.file,
            _line(entry, culprit, dated),
            f"{entry.id}: {error}",
            _remedy(culprit, str(merged.get("pattern", ""))),
        )
    for key in SHOWN_DURATIONS:
        if key in merged:
            try:
                parse_duration(merged[key])
            except BadDuration as error:
                line = _line(entry, key, dated)
                yield Problem(entry.file, line, f"{entry.id}: {key}: {error}", _DURATION)


def _shapes(entry: Entry, merged: Mapping[str, Any], dated: DatedValues) -> Iterator[Problem]:
    """Lists and mappings where one value belongs."""
    for key, value in merged.items():
        if key not in _MANY and isinstance(value, list | dict):
            line = _line(entry, key, dated)
            what = f"{entry.id}: '{key}' is not one value"
            yield Problem(entry.file, line, what, f"write {key}: with one value")


_MANY = ("fields", "placements", "period")
_DURATION = "write P15D for days, PT24H for hours"


def _remedy(culprit: str, pattern: str) -> str:
    if culprit == "pattern" or pattern not in PATTERNS:
        return did_you_mean(pattern, PATTERNS, f"use one of {', '.join(PATTERNS)}")
    allowed = parameters_of(pattern)
    if culprit not in allowed:
        listed = ", ".join(sorted(allowed))
        return did_you_mean(culprit, allowed, f"remove it; {pattern} has {listed}")
    return _DURATION if culprit in VALUES else f"write or mend '{culprit}'"


def _line(entry: Entry, key: str, dated: DatedValues) -> int:
    if key in dated.lines:
        return dated.lines[key]
    if isinstance(entry.check, Section) and key in entry.check:
        return entry.check.line_of(key)
    return dated.line


def _at(entry: Entry, key: str, what: str, remedy: str) -> Problem:
    line = entry.check.line_of(key) if isinstance(entry.check, Section) else entry.line
    return Problem(entry.file, line, f"{entry.id}: {what}", remedy)
