"""`safety.yaml` as typed values, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Protocol, TypeVar

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How somebody is kept apart, and what goes wrong."""

    of: int
    contact: int
    review_hours: int
    misses_a_visit: bool = False
    plan: bool = True
    harm: bool = False
    days: int | None = None
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What is restricted, why and for how long."""

    of: int
    kind: str
    scope: str
    ground: str
    days: int
    reasons: str
    facts: str = ""
    measures: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A use of restraints. `forgets`: of what must be done about it, what nobody did."""

    of: int
    instrument: str
    purpose: str
    minutes: int
    reason: str
    tried: str
    forgets: Sequence[str] = ()
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Of what somebody is accused."""

    act: str
    rule: str
    offence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a case came to."""

    of: int
    outcome: str
    sanction: str = ""
    days: int = 0
    notice_after_hours: int = 5
    unheard: bool = False
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that `safety.yaml` says."""

    of_a_thousand: Mapping[str, int]
    longest_ago: int
    law: str
    separations: Sequence[Manner]
    grounds: Sequence[str]
    kinds: Sequence[str]
    reasons: Mapping[str, str]
    alternatives: str
    challenge: str
    plan: str
    ended: str
    reviewer: str
    review_goes_on: str
    restrictions: Sequence[Limit]
    restraints: Sequence[Use]
    acts: Sequence[Act]
    decisions: Sequence[Decision]


class _Weighed(Protocol):
    @property
    def of(self) -> int: ...


W = TypeVar("W", bound=_Weighed)


def drawn(source: Random, of: Sequence[W]) -> W:
    """One of these, as often as each says."""
    return source.choices(of, weights=[one.of for one in of])[0]


@cache
def words() -> Words:
    """The words that ship with the demo."""
    text = files("throughcare.demo").joinpath("safety.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    del said["source"]
    lists = {
        "separations": Manner, "restrictions": Limit, "restraints": Use, "acts": Act,
        "decisions": Decision,
    }  # fmt: skip
    for name, made in lists.items():
        said[name] = [made(**one) for one in said[name]]
    return Words(**said)
