"""Which groups of people may not share which part of a prison: `sharing.yaml`, read and typed.

Pure: no database, no clock. The groups are those of the separation rules (standards/groups.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.utils.translation import gettext_lazy as _

from standards.groups import ADULTS, CHILDREN, MEN, WOMEN, comes_of_age, has_sex
from standards.instants import from_datetime
from standards.places import DEPTHS
from standards.records import Person as Known

FILE: Final = Path(__file__).with_name("sharing.yaml")
APART: Final = "apart"  # two people whom a decision keeps apart; of no rule, and without its reason

TITLES: Final[Mapping[str, Any]] = {
    "women_men": _("Women and men"),
    "children_adults": _("Children and adults"),
    "children_adults_premises": _("Children and adults in the same premises"),
    "untried_sentenced": _("Untried and sentenced people"),
    "civil_criminal": _("Civil prisoners and people held on criminal charges"),
    "untried_sentenced_children": _("Untried and sentenced children"),
    "untried_children_adults": _("Untried children and adults"),
    "untried_children_adults_establishment": _("Untried children in a prison with adults"),
    APART: _("Two people who may not share"),
}
GROUPS: Final[Mapping[str, Any]] = {
    "women": _("women"),
    "men": _("men"),
    "children": _("children, or of unknown age"),
    "adults": _("adults"),
    "untried": _("untried people"),
    "sentenced": _("sentenced people"),
    "civil": _("civil prisoners"),
    "criminal": _("people held on criminal charges"),
    "untried_children": _("untried children"),
    "sentenced_children": _("sentenced children"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """Two groups that may not be together within a part of the tree.

    `rules` are ids of the rulebooks. In `never_within` no reason lets them be together; None: a
    written reason is enough everywhere.
    """

    id: str
    groups: tuple[str, str]
    level: str
    never_within: str | None
    before_placing: bool
    rules: tuple[str, ...]


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they are shown."""
    return tuple(
        Kind(
            id=one["id"], groups=(one["groups"][0], one["groups"][1]), level=one["level"],
            never_within=one.get("never_within"), before_placing=one["before_placing"],
            rules=tuple(one["rules"]),
        )
        for one in _read()["kinds"]
    )  # fmt: skip


@cache
def _read() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def groups_of(
    known: Known, status: str | None, *, age_disputed: bool, at: datetime, zone: str
) -> frozenset[str]:
    """The groups that a person belongs to at a moment.

    Whose birth date is unknown, or whose age is disputed, counts as a child until it is decided
    (Havana Rules 11 and 29). Whose sex or legal status is unknown is in no group of either.
    """
    grown = comes_of_age(known, zone)
    child = age_disputed or grown is None or from_datetime(at) < grown
    legal = set(_read()["statuses"].get(status, ()))
    groups = {CHILDREN if child else ADULTS, *legal}
    groups |= {sex for sex in (WOMEN, MEN) if has_sex(known, sex)}
    if child:
        groups |= {f"{one}_children" for one in ("untried", "sentenced") if one in legal}
    return frozenset(groups)


def part(path: str, level: str) -> str:
    """The part of the tree at that level in which a place lies; the place itself, where it lies
    above that level."""
    return "/".join(path.split("/")[: DEPTHS[level]])
