"""The data of the room: kinds, reasons, needs, circles, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.access.terms import Role

_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRules:
    """What holds for a kind of programme, as `kinds.yaml` says."""

    on_request: bool
    attendance: bool
    content: bool
    may_oblige: bool


@cache
def kind_rules() -> Mapping[str, KindRules]:
    """What holds, by kind."""
    return {kind: KindRules(**said) for kind, said in _read("kinds.yaml")["kinds"].items()}


@cache
def reasons(of: str) -> Sequence[str]:
    """The codes that may stand for this: `not_offered`, `ended` or `excused`."""
    return tuple(_read("reasons.yaml")[of])


@cache
def needs() -> Mapping[str, str]:
    """Every need by its code, with what it means, in English."""
    return dict(_read("needs.yaml")["needs"])


@cache
def circles() -> Mapping[str, frozenset[Role]]:
    """Which posts read what the person shares with a circle."""
    told = _read("circles.yaml")["circles"]
    return {circle: frozenset(Role(name) for name in names) for circle, names in told.items()}


def answered_within() -> timedelta:
    """How long a referral may wait for an answer."""
    return timedelta(days=_read("desk.yaml")["answered_within"]["days"])


def after_refusal() -> timedelta:
    """For how long after a refusal a measure is looked at by another authority."""
    return timedelta(days=_read("desk.yaml")["after_refusal"]["days"])


def school_age() -> tuple[int, int]:
    """The first and the last year of age at which a child is of school age."""
    said = _read("desk.yaml")["school_age"]
    return said["from"], said["to"]


def need_problems(
    said: Mapping[str, str], named: Callable[[str], Iterable[str]], counted: Iterable[str] = ()
) -> Iterator[str]:
    """What is wrong with a list of needs: words of belief or origin, and words that count.

    `named` finds the words of what somebody is or believes in a text; the lists of instruments
    have them, which this room does not know.
    """
    for code, words in said.items():
        for found in named(f"{code.replace('_', ' ')} {words}"):
            yield f"{code}: '{found}' names what somebody is or believes; name a need instead"
        for one in counted:
            if one in words.casefold():
                yield f"{code}: '{one}' counts; a need is said in words"


@cache
def _read(name: str) -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return held
