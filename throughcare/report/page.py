"""The report as one page: no script, nothing fetched, made to be read and printed."""

from __future__ import annotations

from importlib.resources import files

from throughcare.report.charts import PATTERNS
from throughcare.report.closing import closing
from throughcare.report.markup import bullets, element, escape, from_file
from throughcare.report.model import STATUSES, Report
from throughcare.report.preface import NO_ASSUMPTION, facts, rows_words, verdict
from throughcare.report.rule_part import rule_part, status_chip
from throughcare.report.summary import RuleSummary, Summary
from throughcare.report.words import STATUS_MEANINGS, STATUS_WORDS, citation, plural

_TITLE = "Records checked against the rules"


def render_page(summary: Summary) -> str:
    """The whole report as HTML."""
    report = summary.report
    found = [rule_part(part, report) for part in summary.rules.values() if part.lines]
    main = "".join(
        [
            _head(report),
            _assumptions(report),
            _verdict(summary),
            _overview(summary),
            *found,
            closing(summary),
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_TITLE)} – Throughcare</title>\n<style>\n{_css()}</style>\n</head>\n"
        f"<body>\n{PATTERNS}\n<main>\n{main}\n</main>\n</body>\n</html>\n"
    )


def _css() -> str:
    return files("throughcare.report").joinpath("page.css").read_text(encoding="utf-8")


def _head(report: Report) -> str:
    said = "".join(
        element("div", element("dt", escape(name)) + element("dd", from_file(value)))
        for name, value in facts(report)
    )
    brand = element("p", "Throughcare", class_="brand")
    return element("header", brand + element("h1", _TITLE) + element("dl", said, class_="facts"))


def _assumptions(report: Report) -> str:
    if report.assumptions:
        number = plural(len(report.assumptions), "declared assumption")
        lead = element("p", f"Every figure below rests on {number}.")
        said = lead + bullets(
            f"<strong>{from_file(assumed.name)}</strong>: {from_file(assumed.text)} "
            f"It touches {plural(assumed.records_touched, 'record')}."
            for assumed in report.assumptions
        )
    else:
        said = element("p", escape(NO_ASSUMPTION))
    head = element("h2", "Assumptions", id="assumptions")
    return element("section", head + said, class_="assumptions", aria_labelledby="assumptions")


def _verdict(summary: Summary) -> str:
    totals = summary.totals
    tiles = "".join(
        element(
            "li",
            f"<b>{totals[str(status)]:,}</b>{status_chip(status)}"
            f"<small>{escape(STATUS_MEANINGS[status])}</small>",
        )
        for status in STATUSES
    )
    said = element("p", escape(verdict(summary)), class_="verdict")
    said += element("p", escape(rows_words(summary.report)))
    said += element("ul", tiles, class_="tiles")
    head = element("h2", "In short", id="short")
    return element("section", head + said, aria_labelledby="short")


def _overview(summary: Summary) -> str:
    """All rules that found something, then the names of those that did not."""
    parts = [part for part in summary.rules.values() if part.lines]
    head = element("h2", "By rule", id="by-rule")
    said = _rules_table(parts) if parts else element("p", "There is nothing to report.")
    if summary.silent:
        names = ", ".join(
            f"{escape(rule.title)} ({escape(citation(rule.id, rule.cite))})"
            for rule in summary.silent
        )
        number = plural(len(summary.silent), "rule")
        said += element("p", f"Checked with nothing to report: {number}. {names}.", class_="quiet")
    return element("section", head + said, aria_labelledby="by-rule")


def _rules_table(parts: list[RuleSummary]) -> str:
    heads = "".join(
        element("th", escape(STATUS_WORDS[status]), scope="col", class_="number")
        for status in STATUSES
    )
    top = f'<tr><th scope="col">Rule</th><th scope="col">Severity</th>{heads}</tr>'
    body = "".join(_rule_row(part) for part in parts)
    note = "<caption>Each duty or spell counts once in each status.</caption>"
    inside = f"<table>{note}<thead>{top}</thead><tbody>{body}</tbody></table>"
    return element("div", inside, class_="scroll")


def _rule_row(part: RuleSummary) -> str:
    rule = part.rule
    link = element("a", escape(rule.title), href=f"#rule-{rule.id}")
    cite = element("small", escape(citation(rule.id, rule.cite)))
    cells = "".join(
        element(
            "td",
            f"{part.counts[str(status)]:,}",
            class_=f"number some-{status}" if part.counts[str(status)] else "number none",
        )
        for status in STATUSES
    )
    head = element("th", f"{link} {cite}", scope="row")
    return element("tr", head + element("td", escape(rule.severity)) + cells)
