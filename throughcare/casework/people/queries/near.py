"""The names and numbers near a text, best first: found by the database, put in order here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_by_whole
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact
from throughcare.casework.people.queries.redacted import shown_redacted, standing_facts
from throughcare.casework.people.values import name_in
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.matching import Nearness, Question, asked_of, weights
from throughcare.kernel.words import words_of

_ASK = """
    SELECT * FROM people_near(
        %s::int[], %s::text[], %s::float8[], %s, %s, %s, %s, %s, %s, %s, %s, %s
    )
"""


# Fact, whole file, where it is held, kind, value as JSON, whether it is read in full.
_Row = tuple[UUID, UUID, str | None, str, str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """One name or number of a file, and how near it is to the text."""

    fact: UUID
    whole: UUID
    held_at: str | None
    nearness: Nearness
    in_full: bool

    @property
    def likeness(self) -> float:
        """From 0 to 1."""
        return self.nearness.likeness


def near(viewer: doors.Viewer, text: str, *, at: datetime) -> list[Near]:
    """The most alike name or number of each file within reach, the most alike file first.

    Two walls: the database's own, and the policy's reach. A bounded number of queries, whatever
    is found.
    """
    alike = [one for one in _ranked(text, at=at) if one.likeness >= weights().least]
    shown = _shown_redacted([one.whole for one in alike if not one.in_full], at=at)
    best: dict[UUID, Near] = {}
    for one in _admitted(viewer, alike, at=at):
        before = best.get(one.whole)
        if (one.in_full or one.fact in shown) and (
            before is None or one.nearness > before.nearness
        ):
            best[one.whole] = one
    ranked = sorted(best.values(), key=lambda one: one.whole)
    return sorted(ranked, key=lambda one: one.nearness, reverse=True)


def _ranked(text: str, *, at: datetime) -> list[Near]:
    asked = Question(text)
    return [
        Near(
            fact=fact, whole=whole, held_at=held_at, in_full=in_full,
            nearness=_nearness(kind, value, asked),
        )
        for fact, whole, held_at, kind, value, in_full in _handed_over(text, at=at)
    ]  # fmt: skip


def _handed_over(text: str, *, at: datetime) -> list[_Row]:
    """What the database finds near the text, behind its wall."""
    by, asked = weights(), asked_of(text)
    words, keys = [one.word for one in asked], [one.key for one in asked]
    trust = [1.0 if one.usual else by.other_reading for one in asked]
    counts = [by.equal, by.alike, by.one_away, by.trusted, by.share, by.handed_over]
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [words, keys, trust, len(words_of(text)), _number(text), at, *counts])
        rows: list[_Row] = cursor.fetchall()
    return rows


def _nearness(kind: str, value: str, asked: Question) -> Nearness:
    """A number is found by being equal; a name by its nearest spelling."""
    if kind == Kind.IDENTIFIER:
        return Nearness(1.0, 1.0)
    return asked.nearness(_spelled(json.loads(value)))


def _spelled(value: Mapping[str, Any]) -> Sequence[str]:
    """Every text under which a stored name may be looked for.

    It was checked when it was kept, and this is done for hundreds of names at each search: only
    a name with further spellings is read with all its parts.
    """
    parts = value["parts"]
    if any(part.get("spellings") for part in parts):
        return name_in(value).spelled()
    return [" ".join(part["text"] for part in parts)]


def _number(text: str) -> str | None:
    try:
        return read_number(text)
    except BadNumber:  # a name is no number
        return None


def _admitted(viewer: doors.Viewer, found: Iterable[Near], *, at: datetime) -> list[Near]:
    """Those that the policy admits too: the database is never asked alone."""
    full = doors.reach(viewer, doors.Act.READ, at=at)
    less = doors.reach(viewer, doors.Act.READ_REDACTED, at=at)
    return [one for one in found if (full if one.in_full else less).admits(one.whole, one.held_at)]


def _shown_redacted(wholes: list[UUID], *, at: datetime) -> set[UUID]:
    """The names that these files show to somebody who reads them redacted."""
    if not wholes:
        return set()
    whole_of = parts_by_whole(wholes)
    facts: dict[UUID, list[Fact]] = {}
    for fact in standing_facts(whole_of, at=at, kinds=(Kind.NAME,)):
        facts.setdefault(whole_of[fact.person_id], []).append(fact)
    return {fact.id for of_one in facts.values() for fact in shown_redacted(of_one)}
