"""The person engine's door: records, checks and a moment in; findings out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from standards.checks import (
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.findings import Finding
from standards.groups import ADULTS_ASSUMED
from standards.instants import Instant
from standards.person.company import Company
from standards.person.file import PersonFile
from standards.person.max_duration import max_duration
from standards.person.never import never
from standards.person.only_with import only_with
from standards.person.quota import quota
from standards.person.recur_within import recur_within
from standards.person.requires_fields import requires_fields
from standards.person.respond_within import respond_within
from standards.person.separate import separate
from standards.person.within_ratio import within_ratio
from standards.places import zone_of
from standards.prepare import Preparation, prepare
from standards.records import Archive, Record
from standards.rulebook.derivations import Derivation

Progress = Callable[[int, int], None]


def evaluate_archive(
    archive: Archive,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None = None,
    derivations: Sequence[Derivation] = (),
    progress: Progress | None = None,
) -> list[Finding]:
    """All findings for everybody in the archive, as of one moment and as known at another.

    `derivations` are those of the rulebook (rulebook.derivations). `progress` is called with
    how many files are done and how many there are.
    """
    prepared = prepare(archive, checks, as_of=as_of, known_at=known_at, derivations=derivations)
    files = open_files(archive, prepared, as_of=as_of)
    company = Company(files, archive.places, archive.zone)
    findings: list[Finding] = []
    for done, file in enumerate(files.values(), start=1):
        findings += evaluate_file(file, checks, company)
        if progress is not None:
            progress(done, len(files))
    for check in checks:
        if isinstance(check, WithinRatio):
            findings += within_ratio(check, company, as_of=as_of)
    return findings


def open_files(archive: Archive, prepared: Preparation, *, as_of: Instant) -> dict[str, PersonFile]:
    """One file for each person or thing that has records, in the order of their names."""
    records: dict[str, list[Record]] = defaultdict(list)
    for record in prepared.records:
        records[record.who or record.place or ""].append(record)
    return {
        who: PersonFile(
            who,
            own,
            person=archive.persons.get(who),
            as_of=as_of,
            zone=archive.zone,
            zone_of=lambda record: zone_of(record, archive.places, archive.zone),
            adult_if_unknown=ADULTS_ASSUMED in archive.assumptions,
        )
        for who, own in sorted(records.items())
    }


def evaluate_file(file: PersonFile, checks: Iterable[Check], company: Company) -> list[Finding]:
    """The findings about one person or thing; ratios belong to places and are not among them."""
    findings: list[Finding] = []
    for check in checks:
        match check:
            case RespondWithin():
                findings += respond_within(check, file)
            case RecurWithin():
                findings += recur_within(check, file)
            case MaxDuration():
                findings += max_duration(check, file)
            case Never():
                findings += never(check, file)
            case OnlyWith():
                findings += only_with(check, file, company)
            case Separate():
                findings += separate(check, file, company)
            case RequiresFields():
                findings += requires_fields(check, file)
            case Quota():
                findings += quota(check, file)
            case _:
                pass
    return findings
