"""The nine patterns' parameters, typed: what a rulebook's `check` becomes (patterns.md 2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from standards.durations import ZERO, BadDuration, Duration, parse_duration

PERSON = "person"
CUSTODY = "in_custody"
ALWAYS_ON = "always"
LEVELS = ("establishment", "premises", "unit", "cell")
PERIODS = ("local_day", "local_week", "local_month")
UNITS = ("count", "minutes", "hours", "days")
WHOLE = "whole"
DISPLAY_ONLY = frozenset({"warn_before", "target", "review_reason"})


class BadCheck(ValueError):
    """A check that the engine cannot read. `parameter` names the culprit, if one does."""

    def __init__(self, message: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What every pattern may carry (patterns.md 1.8)."""

    rule: str
    group: str | None = None
    per: str = PERSON

    @property
    def is_per_thing(self) -> bool:
        return self.per != PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondWithin(Check):
    """After the trigger, did the response follow within the limit?"""

    trigger: str
    response: str
    limit: Duration
    accept_early: Duration = ZERO
    key: str | None = None
    to_end_of_day: bool = False
    unless: str | None = None
    while_: str = CUSTODY


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurWithin(Check):
    """While the state holds, does the response come at least every limit?"""

    state: str
    response: str
    limit: Duration
    first_within: Duration | None = None
    merge_gap: Duration = ZERO
    grace: Duration = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxDuration(Check):
    """Does a joined spell of the state last at most the limit?"""

    state: str
    limit: Duration
    merge_gap: Duration = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Never(Check):
    """Did the event happen, or the state hold?"""

    event: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyWith(Check):
    """Did it happen, hold or come due only under a valid guard?"""

    guard: str
    event: str | None = None
    state: str | None = None
    planned: str | None = None
    min_lead: Duration = ZERO
    max_age: Duration | None = None
    grace: Duration = ZERO
    short_notice: Duration = ZERO
    key: str | None = None
    exempt_if: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Separate(Check):
    """Were people of the two groups in one place at one time?

    `exempt_pair_if` exempts time with the one person named in the record's key (ADR 0006);
    `key` ties the two groups to one case; `placements` are the record types that place people.
    """

    group: str
    from_group: str
    level: str
    exempt_if: str | None = None
    exempt_pair_if: str | None = None
    while_: str | None = None
    key: str | None = None
    placements: tuple[str, ...] = ("placement",)

    @property
    def depth(self) -> int:
        """How many parts of a place's path name the node."""
        return LEVELS.index(self.level) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiresFields(Check):
    """Does the record carry these facts in time?

    `enough` is how many of the fields must be filled; None is all of them (ADR 0006).
    """

    record: str
    fields: tuple[str, ...]
    by: Duration
    allow_unknown: bool = False
    enough: int | None = None

    @property
    def wanted(self) -> int:
        return len(self.fields) if self.enough is None else self.enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Check):
    """Is enough, or not too much, of the amount in each period?

    `rolling` is set where the period is a rolling window, and then `period` is empty.
    `min_overlap` None means the whole period.
    """

    state: str
    amount_of: str
    unit: str
    period: str = ""
    rolling: Duration | None = None
    min: float | None = None
    max: float | None = None
    min_overlap: Duration | None = None
    excuse: str | None = None
    unknown_without_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinRatio(Check):
    """Is a count in proportion to another at all times?"""

    count: str
    of: str
    min: float | None = None
    max: float | None = None
    min_length: Duration = ZERO
    exempt_if: str | None = None


PATTERNS: Mapping[str, type[Check]] = {
    "respond_within": RespondWithin,
    "recur_within": RecurWithin,
    "max_duration": MaxDuration,
    "never": Never,
    "only_with": OnlyWith,
    "separate": Separate,
    "requires_fields": RequiresFields,
    "quota": Quota,
    "within_ratio": WithinRatio,
}
PATTERN_OF: Mapping[type[Check], str] = {check: name for name, check in PATTERNS.items()}

_RENAMED = {"while": "while_"}
_NOT_PARAMETERS = {"rule", "rolling", "unknown_without_data"}


def parameters_of(pattern: str) -> frozenset[str]:
    """The names a check of the pattern may carry in a rulebook."""
    written = {field.name.rstrip("_") for field in fields(PATTERNS[pattern])} - _NOT_PARAMETERS
    return frozenset(written | DISPLAY_ONLY | ({"on_no_data"} if pattern == "quota" else set()))


def parse_check(rule: str, check: Mapping[str, Any]) -> Check:
    """Turn a rulebook's `check` mapping into its typed form. Raises BadCheck."""
    pattern = check.get("pattern")
    if not isinstance(pattern, str) or pattern not in PATTERNS:
        raise BadCheck(f"'{pattern}' is not one of the nine patterns", "pattern")
    kind = PATTERNS[pattern]
    allowed = parameters_of(pattern)
    values: dict[str, Any] = {"rule": rule}
    for name, value in check.items():
        if name == "pattern" or name in DISPLAY_ONLY:
            continue
        if name not in allowed:
            raise BadCheck(f"{pattern} has no parameter '{name}'", name)
        values.update(_read(name, value))
    for field in fields(kind):
        if field.name not in values and field.default is MISSING:
            written = field.name.rstrip("_")
            raise BadCheck(f"{pattern} needs the parameter '{written}'", written)
    typed = kind(**values)
    _hold_together(typed)
    return typed


def _read(name: str, value: Any) -> dict[str, Any]:
    reader = _READERS.get(name)
    if reader is not None:
        return reader(name, value)
    if not isinstance(value, str):
        raise BadCheck(f"'{name}' must be a name, not {value!r}", name)
    return {_RENAMED.get(name, name): value}


def _read_duration(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, str):
        raise BadCheck(f"'{name}' must be a duration such as P15D, not {value!r}", name)
    try:
        return {name: parse_duration(value)}
    except BadDuration as error:
        raise BadCheck(f"{name}: {error}", name) from error


def _read_overlap(name: str, value: Any) -> dict[str, Any]:
    return {name: None} if value == WHOLE else _read_duration(name, value)


def _read_period(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping) and set(value) == {"rolling"}:
        return {"rolling": _read_duration("rolling", value["rolling"])["rolling"]}
    return _read_choice(PERIODS)(name, value)


def _read_no_data(name: str, value: Any) -> dict[str, Any]:
    if value != "unknown":
        raise BadCheck("'on_no_data' can only be unknown", name)
    return {"unknown_without_data": True}


def _read_bool(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, bool):
        raise BadCheck(f"'{name}' must be true or false", name)
    return {name: value}


def _read_number(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadCheck(f"'{name}' must be a number, not {value!r}", name)
    return {name: value}


def _read_names(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, list | tuple) or not value:
        raise BadCheck(f"'{name}' must be a list of names", name)
    return {name: tuple(str(item) for item in value)}


def _read_choice(choices: tuple[str, ...]) -> Callable[[str, Any], dict[str, Any]]:
    def read(name: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, str) or value not in choices:
            raise BadCheck(f"'{name}' must be one of {', '.join(choices)}, not {value!r}", name)
        return {name: value}

    return read


_DURATIONS = (
    "limit accept_early first_within merge_gap grace min_lead max_age short_notice by min_length"
)
_READERS: dict[str, Callable[[str, Any], dict[str, Any]]] = {
    **dict.fromkeys(_DURATIONS.split(), _read_duration),
    **dict.fromkeys(("to_end_of_day", "allow_unknown"), _read_bool),
    **dict.fromkeys(("min", "max", "enough"), _read_number),
    **dict.fromkeys(("fields", "placements"), _read_names),
    "min_overlap": _read_overlap,
    "period": _read_period,
    "on_no_data": _read_no_data,
    "level": _read_choice(LEVELS),
    "unit": _read_choice(UNITS),
}


def _hold_together(check: Check) -> None:
    """Refuse what each parameter allows alone but the pattern does not together."""
    match check:
        case Never(event=event, state=state):
            _exactly_one({"event": event, "state": state})
        case OnlyWith(event=event, state=state, planned=planned):
            _exactly_one({"event": event, "state": state, "planned": planned})
        case Quota(period=period, rolling=rolling, min=low, max=high):
            if not period and rolling is None:
                raise BadCheck("quota needs the parameter 'period'", "period")
            _exactly_one({"min": low, "max": high})
            if rolling is not None:
                if high is None:
                    raise BadCheck("a rolling quota has a max", "max")
                _elapsed_only(rolling)
        case WithinRatio(min=low, max=high):
            _exactly_one({"min": low, "max": high})
        case _:
            pass


def _elapsed_only(rolling: Duration) -> None:
    try:
        rolling.as_elapsed()
    except BadDuration as error:
        raise BadCheck(f"period: {error}", "period") from error


def _exactly_one(values: Mapping[str, object]) -> None:
    given = [name for name, value in values.items() if value is not None]
    if len(given) != 1:
        raise BadCheck(f"give exactly one of {', '.join(values)}", given[0] if given else None)
