"""The question: one rule, one person, one moment; and what the engine says to it."""

from __future__ import annotations

from dataclasses import dataclass

from standards.checks import Check, WithinRatio
from standards.findings import Finding, Status
from standards.instants import Instant, to_datetime
from standards.person.company import Company
from standards.person.engine import evaluate_file, open_files
from standards.person.file import PersonFile
from standards.person.within_ratio import within_ratio
from standards.prepare import prepare
from standards.records import Archive, Record
from standards.rulebook.coverage import Kept, Reach, RuleCoverage, coverage
from standards.rulebook.derivations import Derivation
from standards.rulebook.entry import Entry
from standards.rulebook.model import Rulebook
from throughcare.intake.outcome import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything that the reasoning may look at. `file` is None where no record counts."""

    rulebook: Rulebook
    entry: Entry
    check: Check
    intake: Intake
    person: str
    as_of: Instant
    known_at: Instant
    file: PersonFile | None
    company: Company
    covered: RuleCoverage
    findings: tuple[Finding, ...]

    @property
    def archive(self) -> Archive:
        return self.intake.archive

    @property
    def zone(self) -> str:
        """The zone of the data."""
        return self.archive.zone

    def file_of(self, who: str) -> PersonFile | None:
        """The file of the finding's person, place or thing."""
        return self.company.file(who)

    def derivation(self, state: str) -> Derivation | None:
        """How the state follows from other records, if it does."""
        return next((d for d in self.rulebook.derivations if d.state == state), None)

    def raw(self, record_id: str, who: str | None = None) -> Record | None:
        """The record as it was written, of that person if ids come twice."""
        found = [r for r in self.archive.records if r.id == record_id]
        return next((r for r in found if r.who == who), found[0] if found else None)


def ask(
    rulebook: Rulebook,
    entry: Entry,
    check: Check,
    intake: Intake,
    person: str,
    *,
    as_of: Instant,
    known_at: Instant,
) -> Asked:
    """Ask the reference engine about one person and one rule."""
    archive = intake.archive
    prepared = prepare(
        archive, [check], as_of=as_of, known_at=known_at, derivations=rulebook.derivations
    )
    files = open_files(archive, prepared, as_of=as_of)
    company = Company(files, archive.places, archive.zone)
    file = files.get(person)
    findings = evaluate_file(file, [check], company) if file is not None else []
    if isinstance(check, WithinRatio):
        own = {record.id for record in prepared.records if record.who == person}
        findings += [
            finding
            for finding in within_ratio(check, company, as_of=as_of)
            if finding.who == person or own & set(finding.evidence)
        ]
    # What is still to be done comes after what has been.
    findings.sort(key=lambda f: (f.duty, f.status == Status.DUE, f.since, f.key or ""))
    return Asked(
        rulebook=rulebook,
        entry=entry,
        check=check,
        intake=intake,
        person=person,
        as_of=as_of,
        known_at=known_at,
        file=file,
        company=company,
        covered=_covered(rulebook, check, archive, as_of),
        findings=tuple(findings),
    )


def _covered(rulebook: Rulebook, check: Check, archive: Archive, as_of: Instant) -> RuleCoverage:
    on = to_datetime(as_of, archive.zone).date()
    found = coverage(rulebook, Kept.of(archive), on)
    return next((c for c in found if c.rule == check.rule), RuleCoverage(check.rule, Reach.NOT))
