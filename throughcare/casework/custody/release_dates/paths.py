"""Sentences laid end to end as pronounced, and the ways through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from throughcare.casework.custody.release_dates.calendar import MonthEnd, add
from throughcare.casework.custody.release_dates.errors import BadTerms
from throughcare.casework.custody.release_dates.inputs import Kind, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A sentence with the days on which it is served, as pronounced: [begins, ends)."""

    term: Term
    begins: date
    ends: date


Path = Sequence[Laid]


def paths_of(terms: Sequence[Term], *, month_end: MonthEnd, first_counts: bool) -> list[Path]:
    """Each way from a first sentence to a last one, in the order of the days. Raises BadTerms.

    Raises TooFar for a term that ends after the calendar does.
    """
    by_id = {term.id: term for term in terms}
    ways = [_way(term, by_id) for term in terms]
    inner = {one.id for way in ways for one in way[:-1]}
    whole = [way for way in ways if way[-1].id not in inner]
    laid = [_laid(way, month_end=month_end, first_counts=first_counts) for way in whole]
    return sorted(laid, key=lambda path: (path[0].begins, path[-1].ends, path[-1].term.id))


def has_gap(paths: Sequence[Path]) -> bool:
    """Whether between two of the paths lie days on which no sentence is served."""
    spans = sorted((path[0].begins, path[-1].ends) for path in paths)
    reached = spans[0][1]
    for begins, ends in spans[1:]:
        if begins > reached:
            return True
        reached = max(reached, ends)
    return False


def fixed_days(path: Path) -> int:
    """The days of the path that are of fixed terms, not in default of a fine."""
    return sum((one.ends - one.begins).days for one in path if one.term.kind is Kind.FIXED)


def _way(last: Term, by_id: Mapping[str, Term]) -> list[Term]:
    way = [last]
    while (before := way[0].after) is not None:
        if before not in by_id:
            raise BadTerms(f"{way[0].id} follows {before}, which is not there")
        if by_id[before] in way:
            raise BadTerms(f"{before} follows itself")
        way.insert(0, by_id[before])
    return way


def _laid(way: Sequence[Term], *, month_end: MonthEnd, first_counts: bool) -> list[Laid]:
    begins = way[0].starts_on + timedelta(days=not first_counts)
    laid = []
    for term in way:
        ends = add(
            begins, months=term.years * 12 + term.months, days=term.days, month_end=month_end
        )
        laid.append(Laid(term=term, begins=begins, ends=ends))
        begins = ends
    return laid
