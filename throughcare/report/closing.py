"""The end of the page: what is unknown, what was left out, what is still to be confirmed."""

from __future__ import annotations

from throughcare.report.markup import bullets, details, element, escape, from_file, table
from throughcare.report.model import DamagedRow, Report, Rule
from throughcare.report.preface import NOT_CONFIRMED, PARAPHRASE, standing
from throughcare.report.summary import Summary, remedies
from throughcare.report.words import citation, plural

_MOST_NOTICES = 200


def closing(summary: Summary) -> str:
    """All the parts that follow the rules, leaving out the empty ones."""
    report = summary.report
    return "".join(
        [
            _unknowns(summary),
            _damaged(report),
            _notices(report),
            _numbers(summary),
            _coverage(report),
        ]
    )


def _section(title: str, name: str, inside: str) -> str:
    head = element("h2", escape(title), id=name)
    return element("section", head + inside, aria_labelledby=name)


def _unknowns(summary: Summary) -> str:
    parts = [part for part in summary.rules.values() if part.counts["unknown"]]
    if not parts:
        return ""
    rows = [
        (
            _named(part.rule),
            f"{part.counts['unknown']:,}",
            escape(", ".join(remedies(summary.report, part.rule)) or "see the rule"),
        )
        for part in parts
    ]
    said = table("What to record so that it becomes an answer", ("Rule", "Unknown", "Record"), rows)
    return _section("What is unknown", "unknown-answers", said)


def _damaged(report: Report) -> str:
    if not report.damaged:
        return ""
    lead = element(
        "p",
        f"{plural(len(report.damaged), 'row')} could not be read as written. None "
        "was guessed; none counts in the figures above.",
    )
    heads = ("File", "Row", "Column", "Value", "Why")
    rows = [_damaged_row(row) for row in report.damaged]
    return _section("Damaged rows", "damaged", lead + table("Damaged rows", heads, rows))


def _damaged_row(row: DamagedRow) -> tuple[str, ...]:
    number = "" if row.row is None else f"{row.row:,}"
    texts = [from_file(text or "") for text in (row.column, row.value, row.reason)]
    return (from_file(row.file), number, *texts)


def _notices(report: Report) -> str:
    if not report.notices:
        return ""
    said = bullets(from_file(notice) for notice in report.notices[:_MOST_NOTICES])
    left = len(report.notices) - _MOST_NOTICES
    if left > 0:
        said += element("p", f"{plural(left, 'more notice')} in the JSON form of this report.")
    return _section("Notices", "notices", said)


def _numbers(summary: Summary) -> str:
    rules = summary.to_confirm
    if not rules:
        return _section("About the rules", "about", element("p", PARAPHRASE))
    rows = [
        (
            _named(rule),
            escape(" ".join(standing(rule)[:-1])),
            escape(str(rule.confirmed_on) if rule.confirmed_on else NOT_CONFIRMED),
        )
        for rule in rules
    ]
    said = table("Numbers that are policy or not confirmed", ("Rule", "Number", "Checked"), rows)
    lead = element(
        "p",
        f"{escape(PARAPHRASE)} {plural(len(rules), 'rule')} used here "
        f"{'has' if len(rules) == 1 else 'have'} a number that is policy or is "
        f"{NOT_CONFIRMED}.",
    )
    return _section("About the rules", "about", lead + details("The list", said))


def _coverage(report: Report) -> str:
    if not report.unanswered:
        return ""
    lead = element(
        "p",
        f"These records can answer {plural(len(report.answerable), 'rule')} and "
        f"cannot answer {len(report.unanswered):,}. A rule that cannot be answered is "
        "neither kept nor broken.",
    )
    rows = [
        (
            f"{escape(rule.title)} {element('small', escape(citation(rule.rule, rule.cite)))}",
            escape(", ".join(rule.missing)),
        )
        for rule in report.unanswered
    ]
    said = table("Rules that these records cannot answer", ("Rule", "Not recorded"), rows)
    return _section("What could not be asked", "coverage", lead + details("The list", said))


def _named(rule: Rule) -> str:
    return f"{escape(rule.title)} {element('small', escape(citation(rule.id, rule.cite)))}"
