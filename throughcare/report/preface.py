"""What stands before any figure: what was read, when, with which rules and assumptions."""

from __future__ import annotations

from throughcare.report.lengths import Lengths
from throughcare.report.model import DamagedRow, Report, Rule
from throughcare.report.summary import Summary
from throughcare.report.words import limit_words, moment_words, number_words, percent, plural

NOT_CONFIRMED = "not yet confirmed against the official text"
NO_ASSUMPTION = (
    "No assumption was declared. Where the records do not say a thing, the answer is unknown."
)
_DIGITS = 16  # of the fingerprint of the rulebook; programs get all of them
PARAPHRASE = "The rules are given here in short. The official texts prevail."


def facts(report: Report) -> list[tuple[str, str]]:
    """The settings of the check, name and value."""
    clock = " (read from the clock of this computer)" if report.as_of_from_clock else ""
    return [
        ("Files", ", ".join(report.files)),
        ("As of", f"{moment_words(report.as_of, report.zone)} {report.zone}{clock}"),
        ("Known by", f"{moment_words(report.known_at, report.zone)} {report.zone}"),
        ("Profile", report.profile or "none: the rules as they stand"),
        ("Rulebook", report.digest[:_DIGITS]),
        ("Engine", report.engine),
    ]


def rows_words(report: Report) -> str:
    """How many rows were read, kept and left out."""
    said = f"{plural(report.read, 'row')} read, {report.accepted:,} accepted"
    if not report.damaged:
        return f"{said}, none damaged."
    return f"{said}, {len(report.damaged):,} damaged and listed below."


def damage_words(row: DamagedRow) -> str:
    """Where the row is, and what is wrong with it."""
    where = f"{row.file}, row {row.row}" if row.row is not None else row.file
    if row.column is None:
        return f"{where}: {row.reason}"
    cell = row.column if row.value is None else f"{row.column} '{row.value}'"
    if row.reason.startswith("is "):
        return f"{where}: {cell} {row.reason}"
    return f"{where}: {row.reason} ({cell})"


def verdict(summary: Summary) -> str:
    """The whole in one sentence."""
    asked, totals = len(summary.rules), summary.totals
    broken = sum(1 for part in summary.rules.values() if part.counts["breached"])
    said = f"{plural(asked, 'rule')} checked. "
    if not totals["breached"]:
        # Where answers are unknown, finding none must not sound like there being none.
        said += "No breach could be shown." if totals["unknown"] else "No breach found."
    else:
        said += f"{plural(totals['breached'], 'breach', 'breaches')} of {plural(broken, 'rule')}."
    if totals["unknown"]:
        said += f" {plural(totals['unknown'], 'answer')} unknown."
    return said


def lengths_words(lengths: Lengths) -> list[str]:
    """What the lengths of spells say, in sentences."""
    said = []
    limit = limit_words(lengths.allowed)
    ended = len(lengths.ended)
    if ended:
        over = lengths.ended_over
        said.append(
            f"{over:,} of {plural(ended, 'ended spell')} ({percent(over, ended)}) lasted longer "
            f"than {limit}; {lengths.ended_within:,} did not."
        )
    if lengths.median is not None and lengths.mean is not None:
        longest = lengths.in_units(lengths.longest[0].length)
        said.append(
            f"Longest {number_words(longest)} {lengths.unit}, middle length "
            f"{number_words(lengths.median)}, mean {number_words(lengths.mean)}."
        )
    if lengths.open:
        over = sum(spell.is_over for spell in lengths.open)
        verb = "is" if len(lengths.open) == 1 else "are"
        said.append(
            f"{plural(len(lengths.open), 'spell')} {verb} still open, {over:,} of them "
            f"past {limit}."
        )
    return said


def standing(rule: Rule) -> list[str]:
    """Who set the number, what a country put in its place, and whether anybody checked it."""
    source = "the rule itself" if rule.set_by == "rule" else "local policy"
    said = [f"Number set by {source}."]
    if rule.set_by_note:
        said.append(rule.set_by_note)
    said += [f"Country profile: {words}." for words in rule.laid_over]
    if rule.lacking:
        said.append(f"Answered in part only; not recorded: {', '.join(rule.lacking)}.")
    checked = f"Checked on {rule.confirmed_on}" if rule.confirmed_on else NOT_CONFIRMED.capitalize()
    return [*said, f"{checked}."]
