"""From findings to lines: each finding with the place, labels and rows of its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from standards.findings import Finding
from standards.records import Archive, Record
from throughcare.report.model import UNKNOWN, Line, Source

Labels = Mapping[str, Mapping[str, str]]
Rows = Mapping[str, tuple[str, int]]


def gather(findings: Iterable[Finding], archive: Archive, labels: Labels, rows: Rows) -> list[Line]:
    """Each finding with what is known about the first record that it rests on."""
    sources = _Sources(archive, rows)
    return [_line(finding, sources, labels) for finding in findings]


class _Sources:
    """Finds the written records behind a finding, also where the evidence was left empty."""

    def __init__(self, archive: Archive, rows: Rows) -> None:
        self.archive, self.rows = archive, rows
        self.by_id = {record.id: record for record in archive.records}
        self._of: dict[str, list[Record]] | None = None

    def behind(self, finding: Finding) -> list[Record]:
        """The records, the one that began the duty first."""
        known = [self.by_id[one] for one in finding.evidence if one in self.by_id]
        records = known or self._of_who(finding.who)
        began = [record for record in records if record.time == finding.duty]
        if known:
            return began + [record for record in records if record.time != finding.duty]
        return began or records[:1]

    def _of_who(self, who: str) -> list[Record]:
        if self._of is None:  # only the population engine leaves evidence out
            self._of = defaultdict(list)
            for record in self.archive.records:
                self._of[record.who or record.place or ""].append(record)
        return self._of.get(who, [])


def _line(finding: Finding, sources: _Sources, labels: Labels) -> Line:
    records = sources.behind(finding)
    written = [sources.rows[record.id] for record in records if record.id in sources.rows]
    labelled = next((labels[record.id] for record in records if labels.get(record.id)), {})
    return Line(
        finding=finding,
        zone=_zone(records, sources.archive),
        place=_place(finding, records, sources.archive),
        source=tuple(Source(file, row) for file, row in dict.fromkeys(written)),
        labels=labelled,
    )


def _zone(records: list[Record], archive: Archive) -> str:
    """The zone of the record, else of its place, else of the archive."""
    for record in records[:1]:
        place = archive.places.get(record.place or "")
        return record.zone or (place.zone if place else None) or archive.zone
    return archive.zone


def _place(finding: Finding, records: list[Record], archive: Archive) -> str:
    named = next((record.place for record in records if record.place), None)
    return named or (finding.who if finding.who in archive.places else UNKNOWN)
