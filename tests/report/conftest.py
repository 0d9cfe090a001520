"""Reports made by hand, for the tests to look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from made_reports import SOLITARY, ZONE, day, rule_of, spell

from standards.findings import Status
from throughcare.report.model import Assumed, DamagedRow, Line, Report
from throughcare.report.summary import Summary


@pytest.fixture
def make() -> Callable[..., Summary]:
    """Makes a summary of lines, with any part of the report changed."""

    def build(*lines: Line, **changes: Any) -> Summary:
        values: dict[str, Any] = {
            "files": ("book.csv",),
            "as_of": day("2026-06-01"),
            "as_of_from_clock": False,
            "known_at": day("2026-06-01"),
            "zone": ZONE,
            "engine": "person",
            "profile": None,
            "digest": "abc123",
            "rules": {SOLITARY: rule_of()},
            "lines": lines,
            "read": len(lines),
            "accepted": len(lines),
            "kept": frozenset({"separation"}),
        }
        return Summary(Report(**{**values, **changes}))

    return build


@pytest.fixture
def mixed(make: Callable[..., Summary]) -> Summary:
    """A bit of everything: ended and open spells, an unknown, damage and an assumption."""
    return make(
        spell("A", "2026-01-01", "2026-01-16", reason="Discipline"),
        spell("B", "2026-01-05", "2026-01-30", status=Status.BREACHED, reason="Discipline"),
        spell("C", "2026-03-01", status=Status.BREACHED, place="South", reason="Protection"),
        spell("D", "2026-05-25", "2026-06-09", status=Status.DUE, reason=""),
        spell("E", "2026-04-01", "2026-04-20", status=Status.UNKNOWN, place="unknown"),
        label_names=("reason",),
        assumptions=(Assumed("walks_count", "A walk alone is not contact.", 4),),
        damaged=(DamagedRow("book.csv", 7, "it ends before it starts", "to", "2025-01-01"),),
        notices=("book.csv, row 9: this spell overlaps another",),
    )
