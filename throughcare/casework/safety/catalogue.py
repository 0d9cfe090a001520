"""The catalogues: which instruments and which sanctions there may be, and which never.

`instruments.yaml` and `sanctions.yaml`, read and typed. Pure: no database, no clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of restraint, and what it may be used for."""

    code: str
    purposes: frozenset[str]


@dataclass(frozen=True, slots=True)
class SanctionKind:
    """A sanction that a decision may hold.

    `ends`: it lasts for a time. `longest`: the rule that limits the time. `spell`: it is a
    separation, and names its spell.
    """

    code: str
    ends: bool
    longest: str | None = None
    spell: bool = False


@cache
def instruments() -> Mapping[str, Instrument]:
    """The instruments that may be used at all."""
    lawful = _read("instruments")["lawful"]
    return {code: Instrument(code, frozenset(one["purposes"])) for code, one in lawful.items()}


@cache
def forbidden_instruments() -> Mapping[str, str]:
    """Those that are never used, each with the rule that forbids it."""
    return {code: str(one["rule"]) for code, one in _read("instruments")["forbidden"].items()}


@cache
def sanctions() -> Mapping[str, SanctionKind]:
    """The sanctions that a decision may hold."""
    return {code: SanctionKind(code, **one) for code, one in _read("sanctions")["lawful"].items()}


@cache
def forbidden_sanctions() -> Mapping[str, str]:
    """Those that nobody may impose, each with the rule that forbids it."""
    return {code: str(one["rule"]) for code, one in _read("sanctions")["forbidden"].items()}


def _read(name: str) -> Any:
    return yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))
