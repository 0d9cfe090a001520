"""A finding is a sentence that a person understands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made_reports import day, rule_of, spell

from standards.findings import Flag, Status
from throughcare.report.model import Line
from throughcare.report.sentences import sentence
from throughcare.report.words import citation, length_words

AS_OF = day("2026-06-01")


def say(line: Line, **check: Any) -> str:
    return sentence(line, rule_of(**({"check": check} if check else {})), AS_OF)


def test_an_open_breach_says_the_day_and_when_it_should_have_ended() -> None:
    assert say(spell("A", "2026-05-04", status=Status.BREACHED)) == (
        "Day 29 of solitary confinement; should have ended by 19 May 2026 00:00 "
        "(Nelson Mandela Rules 43(1)(b))."
    )


def test_an_ended_breach_says_how_long_it_lasted() -> None:
    assert say(spell("A", "2026-01-01", "2026-01-20", status=Status.BREACHED)) == (
        "19 days of solitary confinement; should have ended by 16 January 2026 00:00 "
        "(Nelson Mandela Rules 43(1)(b))."
    )


def test_what_is_still_in_time_says_by_when_it_must_end() -> None:
    said = say(spell("A", "2026-05-25", "2026-06-09", status=Status.DUE))
    assert said.startswith("Day 8 of solitary confinement; must end by 9 June 2026 00:00")


def test_flags_are_said_in_words() -> None:
    line = spell("A", "2026-01-01", "2026-01-10", flags=frozenset({Flag.INFERRED_END}))
    assert say(line).endswith("; the end was not written; it follows from a later record.")


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    "check",
    [
        {"pattern": "max_duration", "state": "solitary", "limit": "P15D"},
        {"pattern": "respond_within", "trigger": "admission", "response": "health_check",
         "limit": "PT24H"},
        {"pattern": "recur_within", "state": "solitary", "response": "review", "limit": "P3D"},
        {"pattern": "never", "event": "corporal_punishment"},
        {"pattern": "only_with", "state": "in_custody", "guard": "order"},
        {"pattern": "separate", "group": "children", "from_group": "adults", "level": "unit"},
        {"pattern": "requires_fields", "record": "admission", "fields": ["admission.at"],
         "by": "PT0S"},
        {"pattern": "quota", "state": "in_custody", "amount_of": "open_air_minutes",
         "unit": "minutes", "period": "local_day", "min": 60},
        {"pattern": "quota", "state": "in_custody", "amount_of": "solitary_days", "unit": "days",
         "period": {"rolling": "P60D"}, "max": 20},
        {"pattern": "within_ratio", "count": "floor_area_m2", "of": "occupants", "min": 3.4},
    ],
    ids=lambda check: check["pattern"],
)  # fmt: skip
@pytest.mark.parametrize("ended", ["2026-01-20", None])
def test_every_pattern_has_a_sentence_for_every_status(
    check: dict[str, Any], status: Status, ended: str | None
) -> None:
    said = say(spell("A", "2026-01-01", ended, status=status), **check)
    assert not said[0].islower() and said.endswith(".")
    assert "_" not in said and "None" not in said


def test_an_event_is_on_one_moment_not_from_and_to() -> None:
    line = spell("A", "2026-01-01", "2026-01-01", status=Status.MET)
    line = replace(line, finding=replace(line.finding, status=Status.BREACHED))
    said = say(line, pattern="never", event="corporal_punishment")
    assert said.startswith("Corporal punishment on 1 January 2026 00:00, which must never be")


def test_a_rule_is_cited_as_lawyers_write_it() -> None:
    assert citation("nmr-43-1-b", "43.1(b)") == "Nelson Mandela Rules 43(1)(b)"
    assert citation("br-24", "24") == "Bangkok Rules 24"


def test_a_length_is_said_in_its_two_largest_parts() -> None:
    minute = 60_000_000
    assert length_words(15 * 1440 * minute + minute) == "15 days 1 minute"
    assert length_words(61 * minute) == "1 hour 1 minute"
    assert length_words(0) == "less than a minute"
