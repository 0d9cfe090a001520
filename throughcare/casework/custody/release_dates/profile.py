"""How a country counts, each value with its source; what is not known is None and never guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from fractions import Fraction
from typing import Any, Final

from throughcare.casework.custody.release_dates.errors import BadProfile

UNKNOWN: Final = "unknown"
# What each value may say. A number or an hour is read by its own reader below.
_CHOICES: Final[dict[str, tuple[object, ...]]] = {
    "month_end": ("last_day", "first_of_next"),
    "first_day_counts": (True, False),
    "release_on": ("last_day", "day_after"),
    "remand_credited": (True, False),
    "fine_default": ("like_fixed",),
    "rest_day": ("same_day", "working_day_before"),
}
_NAMES: Final = (*_CHOICES, "release_hour", "remission")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a profile: what it says, where that stands, and whether a lawyer confirmed it.

    `value` None is not known. `date` is that of the source, `confidence` how it was read.
    """

    name: str
    value: Any
    source: str
    date: str
    confidence: str
    confirmed: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remission:
    """A share of a term of more than `over` months that need not be served.

    It never takes a term below `over` months, so that a longer term is never served sooner.
    """

    share: Fraction
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The values of one country by name, its time zones, and the shares of conditional release."""

    code: str
    name: str
    zones: Sequence[str]
    values: Mapping[str, Value]
    conditional: Sequence[Value]
    note: str = ""

    def __getitem__(self, name: str) -> Value:
        """The value of this name; every profile has all of them, some not known."""
        return self.values[name]


def profile_from(text: Mapping[str, Any]) -> Profile:
    """The profile of a YAML document. Raises BadProfile, which names the value."""
    written = text.get("values", {})
    strange = set(written) ^ set(_NAMES)
    if strange:
        raise BadProfile(f"{text.get('profile')}: values too many or missing: {sorted(strange)}")
    return Profile(
        code=str(text["profile"]), name=str(text["name"]), zones=tuple(text.get("zones", ())),
        values={name: _value(name, one) for name, one in written.items()},
        conditional=tuple(_share(one) for one in text.get("conditional", ())),
        note=str(text.get("note") or ""),
    )  # fmt: skip


def _value(name: str, written: Mapping[str, Any]) -> Value:
    said = written.get("value", UNKNOWN)
    if said == UNKNOWN:
        return _sourced(name, None, written)
    if name == "release_hour":
        return _sourced(name, _hour(said), written)
    if name == "remission":
        return _sourced(name, _remission(said), written)
    if said not in _CHOICES[name]:
        raise BadProfile(f"{name}: {said!r} is none of {_CHOICES[name]}")
    return _sourced(name, said, written)


def _share(written: Mapping[str, Any]) -> Value:
    return _sourced(str(written["name"]), _part(written["share"], whole=True), written)


def _sourced(name: str, value: Any, written: Mapping[str, Any]) -> Value:
    confirmed = written.get("confirmed", False)
    if not isinstance(confirmed, bool):
        raise BadProfile(f"{name}: confirmed is yes or no")
    if value is not None and not written.get("source"):
        raise BadProfile(f"{name}: says something without a source")
    return Value(
        name=name, value=value, source=str(written.get("source") or ""),
        date=str(written.get("date") or ""), confidence=str(written.get("confidence") or ""),
        confirmed=confirmed, note=str(written.get("note") or ""),
    )  # fmt: skip


def _remission(said: object) -> Remission:
    if said == "by_decision":
        return Remission(share=Fraction(0), over=0)
    if not isinstance(said, Mapping):
        raise BadProfile(f"remission: {said!r} is neither by_decision nor a share")
    return Remission(share=_part(said["share"]), over=int(said["over_months"]))


def _part(said: object, *, whole: bool = False) -> Fraction:
    try:
        part = Fraction(str(said))
    except (ValueError, ZeroDivisionError) as error:
        raise BadProfile(f"{said!r} is no share such as 1/3") from error
    if not (0 < part <= 1 if whole else 0 <= part < 1):
        raise BadProfile(f"a share of {said} of a sentence makes no sense")
    return part


def _hour(said: object) -> time:
    try:
        return time.fromisoformat(str(said))
    except ValueError as error:
        raise BadProfile(f"release_hour: {said!r} is no hour such as '12:00'") from error
