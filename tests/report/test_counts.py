"""Each duty or spell counts once in each status, whatever it is counted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from made_reports import MEAL, SOLITARY, day, rule_of, spell

from standards.findings import Status
from throughcare.report.summary import Summary, remedies

Make = Callable[..., Summary]


def test_two_breaches_of_one_duty_count_once(make: Make) -> None:
    line = spell("A", "2026-01-01", "2026-01-20", status=Status.BREACHED)
    again = replace(line, finding=replace(line.finding, since=line.finding.since + 1))
    assert make(line, again).rules[SOLITARY].counts["breached"] == 1


def test_a_duty_that_was_broken_and_is_due_again_counts_in_both(make: Make) -> None:
    line = spell("A", "2026-01-01", "2026-01-20", status=Status.BREACHED)
    due = replace(line, finding=replace(line.finding, status=Status.DUE))
    counts = make(line, due).rules[SOLITARY].counts
    assert (counts["breached"], counts["due"]) == (1, 1)


def test_two_keys_of_one_person_are_two_duties(make: Make) -> None:
    line = spell("A", "2026-01-01", "2026-01-20")
    other = replace(line, finding=replace(line.finding, key="case-2"))
    assert make(line, other).rules[SOLITARY].counts["met"] == 2


def test_every_status_is_named_even_where_nothing_was_found(make: Make) -> None:
    assert make().rules[SOLITARY].counts == {
        "breached": 0, "due": 0, "met": 0, "lapsed": 0, "unknown": 0,
    }  # fmt: skip


def test_a_spell_belongs_to_the_local_month_in_which_it_began(make: Make) -> None:
    # 23:30 in UTC on 31 January is already February in Tunis.
    line = spell("A", "2026-02-01")
    finding = replace(line.finding, duty=day("2026-02-01") - 30 * 60_000_000 + 3_600_000_000)
    assert list(make(replace(line, finding=finding)).rules[SOLITARY].months) == ["2026-02"]


def test_a_blank_label_is_unknown_and_counted(mixed: Summary) -> None:
    reasons = mixed.rules[SOLITARY].groups["reason"]
    assert list(reasons) == ["Discipline", "Protection", "unknown"]
    assert reasons["unknown"]["due"] == 1 and reasons["unknown"]["unknown"] == 1


def test_places_are_counted_and_an_unknown_place_comes_last(mixed: Summary) -> None:
    places = mixed.rules[SOLITARY].places
    assert list(places) == ["North", "South", "unknown"]
    assert places["South"]["breached"] == 1


def test_a_spell_as_long_as_the_limit_is_within_it(make: Make) -> None:
    lengths = make(spell("A", "2026-01-01", "2026-01-16")).rules[SOLITARY].lengths
    assert lengths is not None
    assert [bar.ended for bar in lengths.bars[:4]] == [0, 0, 1, 0]
    assert (lengths.ended_within, lengths.ended_over) == (1, 0)


def test_the_line_of_the_limit_comes_from_the_check(make: Make) -> None:
    check = {"pattern": "max_duration", "state": "solitary", "limit": "P6D"}
    summary = make(spell("A", "2026-01-01", "2026-01-04"), rules={SOLITARY: rule_of(check=check)})
    lengths = summary.rules[SOLITARY].lengths
    assert lengths is not None and lengths.limit == 6
    assert [bar.high for bar in lengths.bars[:3]] == [2, 4, 6]


def test_an_open_spell_is_measured_up_to_the_moment_asked_about(mixed: Summary) -> None:
    lengths = mixed.rules[SOLITARY].lengths
    assert lengths is not None
    assert [spell.line.finding.who for spell in lengths.open] == ["C", "D"]
    assert round(lengths.in_units(lengths.open[0].length)) == 92


def test_an_unknown_spell_has_no_length(mixed: Summary) -> None:
    lengths = mixed.rules[SOLITARY].lengths
    assert lengths is not None and len(lengths.spells) == 4


def test_what_to_record_names_first_what_is_not_kept_at_all(mixed: Summary) -> None:
    assert remedies(mixed.report, mixed.report.rules[SOLITARY]) == ("contact_log.minutes",)


@pytest.mark.parametrize(
    ("severity", "level", "found"),
    [
        ("high", "critical", False),
        ("high", "high", True),
        ("high", "low", True),
        ("low", "medium", False),
        ("low", "any", True),
        ("critical", "low", True),
    ],
)
def test_a_breach_counts_when_it_is_as_grave_as_asked(
    make: Make, severity: str, level: str, found: bool
) -> None:
    line = spell("A", "2026-01-01", "2026-01-20", status=Status.BREACHED)
    summary = make(line, rules={SOLITARY: rule_of(severity=severity)})
    assert summary.breach_as_grave_as(level) is found


def test_what_is_only_due_is_no_breach_at_any_level(make: Make) -> None:
    assert not make(spell("A", "2026-01-01", status=Status.DUE)).breach_as_grave_as("any")


def test_the_gravest_rules_come_first(make: Make) -> None:
    rules = {MEAL: rule_of(MEAL, severity="low"), SOLITARY: rule_of()}
    assert list(make(rules=rules).rules) == [SOLITARY, MEAL]
