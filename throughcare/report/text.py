"""The report for a terminal of 80 columns, with no need of colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from throughcare.report.lengths import Bar, Lengths, Spell
from throughcare.report.model import STATUSES, Report
from throughcare.report.preface import (
    NO_ASSUMPTION,
    NOT_CONFIRMED,
    PARAPHRASE,
    damage_words,
    facts,
    lengths_words,
    rows_words,
    standing,
    verdict,
)
from throughcare.report.series import by_year
from throughcare.report.summary import RuleSummary, Summary, Table, remedies
from throughcare.report.words import (
    STATUS_WORDS,
    citation,
    day_words,
    length_words,
    limit_words,
    number_words,
    plural,
)

WIDTH = 80
_BAR = 40
_NUMBER = 9
_SHOWN = 12  # lines of a list before the rest is only counted
_NAMES = 30
_MONTHS = 24


def render_text(summary: Summary) -> str:
    """The whole report as lines of at most 80 characters."""
    blocks = [_head(summary), *_parts(summary), _unknowns(summary), *_closing(summary)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def render_brief(summary: Summary, written: str) -> str:
    """What stands on the screen when the report itself went to a file."""
    blocks = [_head(summary), _damaged(summary.report, few=True), [f"Written to {written}"]]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _head(summary: Summary) -> list[str]:
    report = summary.report
    said = ["THROUGHCARE: RECORDS CHECKED AGAINST THE RULES", "=" * WIDTH, "", "Assumptions"]
    said += [*_assumptions(report), ""]
    for name, value in facts(report):
        said += _wrap(f"{name:<9} {value}", hang=10)
    said += ["", rows_words(report), *_wrap(verdict(summary)), ""]
    return said + _by_rule(summary)


def _assumptions(report: Report) -> list[str]:
    if not report.assumptions:
        return _wrap(NO_ASSUMPTION, indent=2)
    said: list[str] = []
    for assumed in report.assumptions:
        touched = plural(assumed.records_touched, "record")
        said += _wrap(f"* {assumed.name}: {assumed.text} It touches {touched}.", indent=2, hang=4)
    return said


def _by_rule(summary: Summary) -> list[str]:
    shown = [(part.rule.id, part.counts) for part in summary.rules.values() if part.lines]
    said = _table("Rule", shown) if shown else []
    if summary.silent:
        said += _wrap(
            f"{plural(len(summary.silent), 'rule')} checked with nothing to report: "
            f"{', '.join(rule.id for rule in summary.silent)}."
        )
    return said


def _parts(summary: Summary) -> Iterable[list[str]]:
    for part in summary.rules.values():
        if part.lines:
            yield _rule(part, summary.report)


def _rule(part: RuleSummary, report: Report) -> list[str]:
    rule = part.rule
    said = ["-" * WIDTH, *_wrap(f"{rule.title} ({citation(rule.id, rule.cite)})")]
    said += _wrap(f"{rule.says} Severity: {rule.severity}.")
    said += [line for words in standing(rule) for line in _wrap(words)]
    if part.lengths is not None and part.lengths.spells:
        said += ["", *(line for words in lengths_words(part.lengths) for line in _wrap(words))]
        said += ["", *_bars(part.lengths), *_spells(part.lengths)]
    said += ["", *_names("By place", part.places), "", *_times(part.months)]
    for name, table in part.groups.items():
        said += ["", *_names(f"By {name.replace('_', ' ')}", table)]
    return said


def _times(months: Table) -> list[str]:
    """By month, or by year where the months would fill the screen."""
    if len(months) <= _MONTHS:
        return _names("By month begun", months)
    return _names("By year begun", by_year(months))


def _names(title: str, table: Table) -> list[str]:
    rows = list(table.items())
    left = len(rows) - _NAMES
    return _table(title, rows[:_NAMES]) + ([f"and {left:,} more"] if left > 0 else [])


def _table(title: str, rows: list[tuple[str, dict[str, int]]]) -> list[str]:
    room = WIDTH - _NUMBER * len(STATUSES)
    heads = "".join(f"{STATUS_WORDS[status]:>{_NUMBER}}" for status in STATUSES)
    said = [f"{title:<{room}}{heads}"]
    for name, counts in rows:
        numbers = "".join(f"{counts[str(status)]:>{_NUMBER},}" for status in STATUSES)
        said.append(f"{_cut(name, room - 1):<{room}}{numbers}")
    return said


def _bars(lengths: Lengths) -> list[str]:
    """The distribution of lengths: # ended, o still open, a line at the limit."""
    highest = max(bar.ended + bar.open for bar in lengths.bars)
    said = [f"Length in {lengths.unit} (# ended, o still open)"]
    last = max((i for i, bar in enumerate(lengths.bars) if bar.ended + bar.open), default=0)
    for index, bar in enumerate(lengths.bars[: last + 1]):
        if bar.over and not lengths.bars[index - 1].over:
            words = f" limit: {limit_words(lengths.allowed)} "
            said.append(words.center(WIDTH, "-"))
        said.append(_bar(bar, highest))
    return said


def _bar(bar: Bar, highest: int) -> str:
    ended = round(_BAR * bar.ended / highest) or (1 if bar.ended else 0)
    still = round(_BAR * bar.open / highest) or (1 if bar.open else 0)
    return f"{bar_words(bar):>16} |{'#' * ended}{'o' * still} {bar.ended + bar.open}"


def bar_words(bar: Bar) -> str:
    """The lengths that a bar holds: up to 5, over 5 to 10, over 90."""
    if bar.low == 0 and bar.high is not None:
        return f"up to {number_words(bar.high)}"
    if bar.high is None:
        return f"over {number_words(bar.low)}"
    return f"over {number_words(bar.low)} to {number_words(bar.high)}"


def _spells(lengths: Lengths) -> list[str]:
    said: list[str] = []
    for title, spells in (("Longest ended", lengths.longest), ("Still open", lengths.open)):
        if spells:
            said += ["", title, *(_spell(spell) for spell in spells[:_SHOWN])]
        if len(spells) > _SHOWN:
            said.append(f"  and {len(spells) - _SHOWN:,} more")
    return said


def _spell(spell: Spell) -> str:
    line = spell.line
    began = day_words(line.finding.duty, line.zone)
    row = f"row {line.source[0].row}" if line.source else ""
    who = _cut(line.finding.who, 24)
    # Where rows have no person key, the row is the name.
    source = "" if who == row else row
    return f"  {length_words(spell.length):>18}  since {began:<18} {who} {source}".rstrip()


def _unknowns(summary: Summary) -> list[str]:
    said = ["-" * WIDTH, "Unknown, and what to record so that it becomes an answer"]
    found = [part for part in summary.rules.values() if part.counts["unknown"]]
    for part in found:
        wanted = ", ".join(remedies(summary.report, part.rule)) or "see the rule"
        said += _wrap(
            f"* {part.rule.id}: {part.counts['unknown']:,} unknown. Record: {wanted}.",
            indent=2,
            hang=4,
        )
    return said if found else []


def _closing(summary: Summary) -> list[list[str]]:
    report = summary.report
    return [_damaged(report), _notices(report), _coverage(report), _numbers(summary)]


def _damaged(report: Report, few: bool = False) -> list[str]:
    if not report.damaged:
        return []
    said = ["Damaged rows, left out of the check"]
    shown = report.damaged[:_SHOWN] if few else report.damaged
    for row in shown:
        said += _wrap(f"* {damage_words(row)}", indent=2, hang=4)
    if len(shown) < len(report.damaged):
        said.append(f"  and {len(report.damaged) - len(shown):,} more")
    return said


def _notices(report: Report) -> list[str]:
    if not report.notices:
        return []
    shown = report.notices[:_SHOWN]
    lines = [line for said in shown for line in _wrap(f"* {said}", indent=2, hang=4)]
    left = len(report.notices) - len(shown)
    return ["Notices", *lines, *([f"  and {left:,} more"] if left else [])]


def _coverage(report: Report) -> list[str]:
    if not report.unanswered:
        return []
    return _wrap(
        f"These records can answer {plural(len(report.answerable), 'monitored rule')} and cannot "
        f"answer {len(report.unanswered):,}. `throughcare rules coverage` lists them."
    )


def _numbers(summary: Summary) -> list[str]:
    policy = [rule.id for rule in summary.to_confirm if rule.set_by != "rule"]
    open_ = [rule for rule in summary.to_confirm if rule.confirmed_on is None]
    said = _wrap(PARAPHRASE)
    if open_:
        verb = "is" if len(open_) == 1 else "are"
        said += _wrap(f"{plural(len(open_), 'rule')} used here {verb} {NOT_CONFIRMED}.")
    if policy:
        said += _wrap(f"Numbers set by local policy, not by the instrument: {', '.join(policy)}.")
    return said


def _wrap(text: str, *, indent: int = 0, hang: int = 0) -> list[str]:
    return textwrap.wrap(
        _plain(text), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (hang or indent)
    )


def _cut(text: str, room: int) -> str:
    clean = " ".join(_plain(text).split())
    return clean if len(clean) <= room else f"{clean[: room - 1]}…"


def _plain(text: str) -> str:
    """Without the signs by which a file could move the cursor or colour the screen."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
