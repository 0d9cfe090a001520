"""Reading the domains: each with its items, one of them for what protects the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Items, Section
from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.instruments.items import read_item
from throughcare.casework.assessment.instruments.keys import Keys
from throughcare.casework.assessment.instruments.model import Domain
from throughcare.casework.assessment.instruments.naming import named
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.instruments.scales import RATINGS, STRENGTHS

_ID: Final = re.compile(r"[a-z][a-z_]{1,29}")
_KEYS: Final = ("id", "title", "protective", "scale", "items")


def too_many_items(top: Section, file: str) -> list[Problem]:
    """One problem where there are too many items. Asked first: each item could have more."""
    parts = top.get("domains")
    found = [part.get("items") for part in parts or () if isinstance(part, Section)]
    number = sum(len(items) for items in found if isinstance(items, Items))
    most = limit("most_items")
    if number <= most.value:
        return []
    what = f"there are {number} items, and may be {most.value}"
    return [Problem(file, top.line_of("domains"), what, f"leave some out: {most.why}")]


def read_domains(keys: Keys, scales: dict[str, Scale]) -> tuple[Domain, ...]:
    """Every domain; ids that stand twice and a missing protective domain are noted."""
    parts = keys.parts("domains")
    if not parts and not keys.has("domains"):
        keys.problem("domains", "'domains' is missing", "write the domains with their items")
    domains = tuple(_domain(keys, part, scales) for part in parts)
    ids_once(keys, parts, "domain")
    items = [item for part in parts for item in _items(part)]
    ids_once(keys, items, "item")
    if not any(domain.protective for domain in domains):
        remedy = "mark the domain of strengths with protective: true, or add one"
        keys.problem("domains", "no domain is protective", remedy)
    return domains


def known_domains(keys: Keys, wanted: Sequence[str], domains: Sequence[Domain]) -> None:
    """What untried persons may be asked about must be domains of the instrument."""
    known = [domain.id for domain in domains]
    for name in wanted:
        if name not in known:
            what = f"{named(name)} is allowed for untried persons and is no domain"
            keys.problem("untried_persons", what, f"use one of {', '.join(filter(None, known))}")


def ids_once(keys: Keys, parts: Sequence[Section], thing: str) -> None:
    """Two of one kind with one id could not be told apart in a file."""
    first: dict[str, int] = {}
    for part in parts:
        own_id = part.get("id")
        if not isinstance(own_id, str):
            continue
        line = part.line_of("id")
        if own_id in first:
            what = f"two {thing}s have the id {named(own_id)}; the first is on line {first[own_id]}"
            keys.problems.append(Problem(keys.file, line, what, "give one of them another id"))
        first.setdefault(own_id, line)


def _domain(keys: Keys, part: Section, scales: dict[str, Scale]) -> Domain:
    own_id = part.get("id")
    own = keys.page.keys(part, f"domain {named(own_id)}" if own_id else "a domain")
    own.only(_KEYS)
    domain_id = own.id("id", _ID, "write a short name of small letters, such as needs")
    protective = own.truth("protective")
    given = own.choice("scale", (RATINGS, STRENGTHS), required=False)
    name = given or RATINGS
    if protective and name != STRENGTHS and (given or not own.has("scale")):
        what = "a protective domain is not rated by strengths"
        own.problem("protective", what, f"write scale: {STRENGTHS}")
    items = own.parts("items")
    if not items:
        own.problem("items", "the domain has no items", "add its items, or remove it")
    scale = scales[name]
    read = tuple(read_item(own.page, item, scale) for item in items)
    title = own.wording("title", required="write what the domain is about")
    return Domain(domain_id, title, protective, scale, read)


def _items(part: Section) -> list[Section]:
    items = part.get("items")
    return [item for item in items if isinstance(item, Section)] if isinstance(items, Items) else []
