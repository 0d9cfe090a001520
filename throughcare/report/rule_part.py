"""The part of the page about one rule: in words, in pictures, in tables, finding by finding."""

from __future__ import annotations

from collections.abc import Sequence

from standards.findings import Status
from throughcare.report.figures import count_table, draw_lengths, draw_months, draw_places
from throughcare.report.lengths import Lengths, Spell
from throughcare.report.markup import details, element, escape, from_file, table
from throughcare.report.model import STATUSES, UNKNOWN, Line, Report, Rule
from throughcare.report.preface import lengths_words, standing
from throughcare.report.sentences import sentence
from throughcare.report.summary import RuleSummary
from throughcare.report.words import (
    STATUS_SIGNS,
    STATUS_WORDS,
    citation,
    day_words,
    length_words,
    plural,
)

MOST_ROWS = 500
_MOST_SPELLS = 10
# What needs somebody's eye comes first where not all rows can be shown.
_ORDER = (Status.BREACHED, Status.DUE, Status.UNKNOWN, Status.LAPSED, Status.MET)


def status_chip(status: Status) -> str:
    """The status as a word with a sign, so that colour is never needed."""
    sign = element("span", STATUS_SIGNS[status], aria_hidden="true")
    return element("span", f"{sign} {STATUS_WORDS[status]}", class_=f"chip {status}")


def rule_part(part: RuleSummary, report: Report) -> str:
    """Everything the page says of one rule that found something."""
    rule = part.rule
    said = [_head(rule), _counts(part)]
    if part.lengths is not None and part.lengths.spells:
        said.append(_lengths(rule, part.lengths))
    said.append(draw_places(rule.id, part.places))
    said.append(draw_months(rule.id, part.months))
    said.extend(_group(name, counts) for name, counts in part.groups.items())
    said.append(_findings(part, report))
    inside = "".join(said)
    return element(
        "section", inside, id=f"rule-{rule.id}", class_="rule", aria_labelledby=f"title-{rule.id}"
    )


def _head(rule: Rule) -> str:
    cite = element("p", escape(citation(rule.id, rule.cite)), class_="cite")
    title = element("h2", escape(rule.title), id=f"title-{rule.id}")
    return cite + title + element("p", escape(rule.says), class_="says") + _standing(rule)


def _standing(rule: Rule) -> str:
    marks = [f"Severity: {rule.severity}.", *standing(rule)]
    return element("ul", "".join(element("li", escape(mark)) for mark in marks), class_="marks")


def _counts(part: RuleSummary) -> str:
    said = " ".join(
        element("li", f"{status_chip(status)} <b>{part.counts[str(status)]:,}</b>")
        for status in STATUSES
    )
    return element("ul", said, class_="counts")


def _lengths(rule: Rule, lengths: Lengths) -> str:
    said = "".join(
        element("p", escape(words), class_="finding" if index == 0 else None)
        for index, words in enumerate(lengths_words(lengths))
    )
    said += draw_lengths(rule.id, lengths)
    if lengths.longest:
        said += _spells("Longest that have ended", lengths.longest)
    if lengths.open:
        said += _spells("Still open", lengths.open)
    return said


def _spells(caption: str, spells: Sequence[Spell]) -> str:
    rows = [
        (
            from_file(spell.line.finding.who),
            escape(length_words(spell.length)),
            escape(day_words(spell.line.finding.duty, spell.line.zone)),
            "Past the limit" if spell.is_over else "Within the limit",
            from_file(_where(spell.line)),
        )
        for spell in spells[:_MOST_SPELLS]
    ]
    left = len(spells) - len(rows)
    more = element("p", f"{left:,} more are in the table of findings.") if left > 0 else ""
    return table(caption, ("Who", "Length", "Began", "Limit", "Source"), rows) + more


def _group(name: str, counts: dict[str, dict[str, int]]) -> str:
    word = name.replace("_", " ")
    return count_table(f"By {word}", word.capitalize(), counts)


def _findings(part: RuleSummary, report: Report) -> str:
    ordered = sorted(
        part.lines,
        key=lambda line: (
            _ORDER.index(line.finding.status),
            line.finding.until is not None,
            line.finding.duty,
        ),
    )
    shown = ordered[:MOST_ROWS]
    rows = [
        (
            from_file(line.finding.who),
            status_chip(line.finding.status),
            from_file(sentence(line, part.rule, report.as_of)),
            from_file(line.place),
            from_file(_where(line)),
        )
        for line in shown
    ]
    heads = ("Who", "Status", "What was found", "Place", "Source")
    said = table(f"Findings under {citation(part.rule.id, part.rule.cite)}", heads, rows)
    left = len(ordered) - len(shown)
    if left > 0:
        said += element(
            "p",
            f"{left:,} more findings are left out here. "
            "The JSON and CSV forms of this report hold all of them.",
            class_="quiet",
        )
    return details(f"All findings: {plural(len(shown), 'row')} shown", said)


def _where(line: Line) -> str:
    """The row that the finding rests on, and how many more."""
    if not line.source:
        return UNKNOWN
    first, more = line.source[0], len(line.source) - 1
    said = f"{first.file}, row {first.row}"
    return f"{said} and {more} more" if more else said
