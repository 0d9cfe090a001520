"""`custody.yaml` as typed values, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Charged:
    """What somebody is charged with: ICCS code (empty where none fits) and words."""

    iccs: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that `custody.yaml` says."""

    courts: Sequence[str]
    prosecutor: str
    civil_court: str
    directorate: str
    charges: Sequence[Charged]
    charges_of: Sequence[int]
    terrorism: Charged
    terrorism_of_a_thousand: int
    civil_debt: str
    days_of_first_order: int
    days_of_remand: Sequence[int]
    topics: Sequence[str]
    wears: Sequence[str]
    marks: Sequence[Mapping[str, str]]
    hurt: Sequence[Mapping[str, str]]
    needs: Sequence[str]
    lawyers: Sequence[str]
    hospitals: Sequence[str]
    reasons_of_transfer: Sequence[str]
    reasons_of_release: Sequence[str]

    def charge(self, source: Random) -> tuple[Charged, bool]:
        """A charge, and whether the authority names it terrorism-related: in very few cases."""
        if source.randrange(1000) < self.terrorism_of_a_thousand:
            return self.terrorism, True
        return source.choices(self.charges, weights=self.charges_of)[0], False


@cache
def words() -> Words:
    """The words that ship with the demo."""
    text = files("throughcare.demo").joinpath("custody.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    charges, terrorism = said.pop("charges"), said.pop("terrorism")
    del said["source"]
    return Words(
        charges=[Charged(one["iccs"], one["words"]) for one in charges],
        charges_of=[one["of"] for one in charges], terrorism=Charged(**terrorism), **said,
    )  # fmt: skip
