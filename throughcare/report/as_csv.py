"""The findings for a spreadsheet: one row each."""

from __future__ import annotations

import csv
import io

from standards.instants import format_instant
from throughcare.report.model import Line, Report
from throughcare.report.sentences import sentence
from throughcare.report.summary import Summary
from throughcare.report.words import citation

_COLUMNS = (
    *("rule", "cite", "severity", "status", "who", "key", "from", "to", "duty", "flags"),
    *("place", "file", "row", "evidence", "says", "confirmed"),
)
# A spreadsheet runs a cell that begins so; a quotation mark before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(summary: Summary) -> str:
    """One row a finding, then the labels of its record in columns of their own."""
    report = summary.report
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([*_COLUMNS, *(f"label:{name}" for name in report.label_names)])
    for line in report.lines:
        table.writerow([_safe(cell) for cell in _row(report, line)])
    return out.getvalue()


def _row(report: Report, line: Line) -> list[str]:
    found, rule = line.finding, report.rules[line.finding.rule]
    first = line.source[0] if line.source else None
    labels = [line.labels.get(name, "") for name in report.label_names]
    return [
        found.rule,
        citation(rule.id, rule.cite),
        rule.severity,
        str(found.status),
        found.who,
        found.key or "",
        format_instant(found.since, line.zone),
        "" if found.until is None else format_instant(found.until, line.zone),
        format_instant(found.duty, line.zone),
        " ".join(sorted(found.flags)),
        line.place,
        first.file if first else "",
        str(first.row) if first else "",
        " ".join(found.evidence),
        sentence(line, rule, report.as_of),
        "yes" if rule.confirmed_on else "no",
        *labels,
    ]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
