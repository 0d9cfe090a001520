"""From rulebook, intake and findings to a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standards.checks import Check
from standards.findings import Finding
from standards.instants import Instant
from standards.records import types_of
from standards.rulebook.coverage import Reach, RuleCoverage
from standards.rulebook.entry import Entry, ProfileValue
from standards.rulebook.load import Rulebook
from throughcare.intake.outcome import Intake
from throughcare.report.gather import gather
from throughcare.report.model import Assumed, DamagedRow, Report, Rule, Unanswered
from throughcare.report.words import term


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the check was asked: which files, when, with what."""

    files: tuple[str, ...]
    as_of: Instant
    as_of_from_clock: bool
    known_at: Instant
    zone: str
    engine: str
    profile: str | None


def assemble(
    settings: Settings,
    rulebook: Rulebook,
    checks: Sequence[Check],
    coverage: Sequence[RuleCoverage],
    intake: Intake,
    findings: Iterable[Finding],
) -> Report:
    """One report of everything that one check found."""
    entries, archive = rulebook.entries, intake.archive
    missing = {one.rule: one.missing for one in coverage}
    rules = {
        check.rule: _rule(entries[check.rule], check, missing.get(check.rule, ()))
        for check in checks
    }
    return Report(
        files=settings.files,
        as_of=settings.as_of,
        as_of_from_clock=settings.as_of_from_clock,
        known_at=settings.known_at,
        zone=settings.zone,
        engine=settings.engine,
        profile=settings.profile,
        digest=rulebook.digest,
        rules=rules,
        lines=tuple(gather(findings, archive, intake.labels, intake.source_rows)),
        read=intake.read,
        accepted=intake.accepted,
        damaged=tuple(
            DamagedRow(row.file, row.row, row.reason, row.column, row.value)
            for row in intake.damaged
        ),
        notices=tuple(_notice(n.file, n.row, n.text) for n in intake.notices),
        assumptions=tuple(
            Assumed(said.name, _sentence(said.text), said.records_touched)
            for said in intake.assumptions
        ),
        label_names=tuple(intake.label_names),
        answerable=tuple(one.rule for one in coverage if one.reach != Reach.NOT),
        unanswered=tuple(
            Unanswered(one.rule, entries[one.rule].cite, entries[one.rule].title, one.missing)
            for one in coverage
            if one.reach == Reach.NOT
        ),
        kept=archive.kept if archive.kept is not None else types_of(archive.records),
    )


def _rule(entry: Entry, check: Check, lacking: tuple[str, ...]) -> Rule:
    return Rule(
        id=entry.id,
        cite=entry.cite,
        title=entry.title,
        says=entry.says,
        check=check,
        severity=entry.severity or "medium",
        set_by=entry.set_by or "rule",
        confirmed_on=entry.checked_on,
        needs=entry.needs,
        set_by_note=entry.set_by_note,
        laid_over=tuple(_laid_over(value) for value in entry.laid_over),
        lacking=lacking,
    )


def _laid_over(value: ProfileValue) -> str:
    return f"{term(value.parameter)} {value.value} from {value.source} ({value.standing})"


def _notice(file: str, row: int, text: str) -> str:
    return f"{file}, row {row}: {text}" if row else f"{file}: {text}"


def _sentence(text: str) -> str:
    """The user's own words, closed, as another sentence follows them."""
    return text if text.rstrip().endswith((".", "!", "?", "؟", "。")) else f"{text.rstrip()}."
