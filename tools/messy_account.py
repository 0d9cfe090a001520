"""Compares the account of an import with the truth about a messy register."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, TypeVar

from throughcare.imports.outcome import Outcome, Result
from tools.messy_register import Truth

# Others that sound alike by chance: proposed to somebody who looks, so a few do no harm.
CHANCE: Final = 0.01
T = TypeVar("T", int, str)


def differences(outcome: Outcome, truth: Truth) -> list[str]:
    """Where the account of a first run differs from the truth, row by row; none is right."""
    return [*_of_numbers(outcome, truth), *_of_refusals(outcome, truth), *_of_pairs(outcome, truth)]


def changes_again(again: Outcome, first: Outcome, truth: Truth) -> list[str]:
    """What a second run of the same file did that it should not have done."""
    known = len(truth.accepted) + len(truth.unchanged)
    told = again.counts()
    return [
        *_told("rows accepted again", told[Result.ACCEPTED], 0),
        *_told("rows changed", told[Result.CHANGED], 0),
        *_told("rows unchanged", told[Result.UNCHANGED], known),
        *_told("rows refused", told[Result.REFUSED], len(truth.refused)),
        *_told("new people", again.people_new, 0),
        *_told("new pairs", len(again.pairs), 0),
        *_told("rows gone", len(again.gone), 0),
        *_told("people held", again.held_after, first.held_after),
    ]


def _of_numbers(outcome: Outcome, truth: Truth) -> Iterator[str]:
    people = len(truth.people)
    yield from _told("rows that add up", outcome.adds_up, True)
    yield from _told("rows in the file", outcome.rows_in, truth.rows_in)
    yield from _told("blank rows", outcome.blank, truth.blank)
    yield from _told("people in the file", outcome.people_in_file, people)
    yield from _told("new people", outcome.people_new, people)
    yield from _told("more people held", outcome.held_after - outcome.held_before, people)
    for result, rows in ((Result.ACCEPTED, truth.accepted), (Result.UNCHANGED, truth.unchanged)):
        found = {one.row for one in outcome.rows if one.result is result}
        yield from _apart(f"rows {result.value}", found, rows)
    yield from _apart("held without order", set(outcome.without_order), truth.without_order)


def _of_refusals(outcome: Outcome, truth: Truth) -> Iterator[str]:
    refused = {one.row: one for one in outcome.rows if one.result is Result.REFUSED}
    for row in sorted(refused.keys() - truth.refused.keys()):
        yield f"row {row} is refused and should not be: {refused[row].reason}"
    for row in sorted(truth.refused.keys() - refused.keys()):
        yield f"row {row} is not refused: {truth.refused[row]}"
    for row in sorted(refused.keys() & truth.refused.keys()):
        kind, column = truth.refused[row]
        if refused[row].column != column:
            yield f"row {row} ({kind}) is refused for {refused[row].column}, not for {column}"


def _of_pairs(outcome: Outcome, truth: Truth) -> Iterator[str]:
    found = {frozenset({one.one, one.other}) for one in outcome.pairs}
    for pair in sorted(sorted(one) for one in truth.pairs - found):
        yield f"{pair} is not proposed as one person"
    if len(found - truth.pairs) > CHANCE * len(truth.people):
        yield f"{len(found - truth.pairs)} pairs are proposed by chance"


def _told(what: str, found: int, right: int) -> Iterator[str]:
    if found != right:
        yield f"{what}: {found}, not {right}"


def _apart(what: str, found: Collection[T], right: Collection[T]) -> Iterator[str]:
    for one in sorted(set(found) - set(right)):
        yield f"{what}: {one} should not be there"
    for one in sorted(set(right) - set(found)):
        yield f"{what}: {one} is missing"
