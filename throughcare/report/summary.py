"""Counts: by rule, place, month and group, each duty or spell once in each status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from standards.findings import Status
from standards.instants import to_datetime
from throughcare.report.lengths import Lengths, measure_spells
from throughcare.report.model import SEVERITIES, STATUSES, UNKNOWN, Line, Report, Rule

Counts = dict[str, int]
Table = dict[str, Counts]

LEAST = "any"


def count(lines: Iterable[Line]) -> Counts:
    """How many distinct duties or spells have each status. One may have two statuses."""
    duties: dict[Status, set[tuple[str, str, str, int]]] = defaultdict(set)
    for line in lines:
        duties[line.finding.status].add(line.duty)
    return {str(status): len(duties[status]) for status in STATUSES}


def count_by(lines: Iterable[Line], name_of: Callable[[Line], str]) -> Table:
    """The counts of each name, names in order, the unknown last."""
    parts: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        parts[name_of(line) or UNKNOWN].append(line)
    names = sorted(parts, key=lambda name: (name == UNKNOWN, name))
    return {name: count(parts[name]) for name in names}


def month_of(line: Line) -> str:
    """The local month in which the duty or spell began, as 2018-05."""
    return to_datetime(line.finding.duty, line.zone).strftime("%Y-%m")


def place_of(line: Line) -> str:
    """The place of the first record that the finding rests on."""
    return line.place


def label_of(name: str) -> Callable[[Line], str]:
    """The label of that name; a blank is unknown."""
    return lambda line: line.labels.get(name, "").strip() or UNKNOWN


@dataclass(frozen=True)
class RuleSummary:
    """Everything counted about one rule."""

    rule: Rule
    lines: list[Line]
    counts: Counts
    places: Table
    months: Table
    groups: Mapping[str, Table]
    lengths: Lengths | None


@dataclass(frozen=True)
class Summary:
    """Everything counted in a report."""

    report: Report

    @cached_property
    def rules(self) -> dict[str, RuleSummary]:
        """Each rule that was asked, the gravest first, then in the order of the rulebook."""
        parts: dict[str, list[Line]] = {rule: [] for rule in self.report.rules}
        for line in self.report.lines:
            parts[line.finding.rule].append(line)
        return {rule: _summarize(self.report, rule, parts[rule]) for rule in self.ordered}

    @property
    def ordered(self) -> list[str]:
        """The rules by severity; those equally grave stay in the order of the rulebook."""
        rules = self.report.rules
        return sorted(rules, key=lambda rule: _gravity(rules[rule].severity))

    @cached_property
    def totals(self) -> Counts:
        """The counts of all rules together."""
        each = [summary.counts for summary in self.rules.values()]
        return {str(status): sum(counts[str(status)] for counts in each) for status in STATUSES}

    def breach_as_grave_as(self, level: str) -> bool:
        """Whether any breach has this severity or a worse one; `any` means any breach."""
        bound = len(SEVERITIES) if level == LEAST else SEVERITIES.index(level)
        return any(
            summary.counts[Status.BREACHED] and _gravity(summary.rule.severity) <= bound
            for summary in self.rules.values()
        )

    @property
    def silent(self) -> list[Rule]:
        """The rules that were asked and had nothing to report."""
        return [part.rule for part in self.rules.values() if not part.lines]

    @property
    def to_confirm(self) -> list[Rule]:
        """The rules whose number is a policy or is not yet confirmed."""
        rules = self.report.rules.values()
        return [
            rule
            for rule in rules
            if rule.set_by != "rule" or rule.confirmed_on is None or rule.laid_over
        ]


def remedies(report: Report, rule: Rule) -> tuple[str, ...]:
    """What to record so that an unknown becomes an answer: first what is not kept at all."""
    if rule.lacking:
        return rule.lacking
    missing = tuple(need for need in rule.needs if need.split(".")[0] not in report.kept)
    return missing or rule.needs


def _summarize(report: Report, rule_id: str, lines: list[Line]) -> RuleSummary:
    rule = report.rules[rule_id]
    return RuleSummary(
        rule=rule,
        lines=lines,
        counts=count(lines),
        places=count_by(lines, place_of),
        months=count_by(lines, month_of),
        groups={name: count_by(lines, label_of(name)) for name in report.label_names},
        lengths=measure_spells(rule.check, lines, report.as_of),
    )


def _gravity(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
