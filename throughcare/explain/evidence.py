"""The records behind an answer: what each says, when it was entered, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from standards.instants import Instant
from standards.person.custody import ADMISSION, CUSTODY_ENDS, CUSTODY_SPELLS
from standards.records import Record
from throughcare.explain.asked import Asked
from throughcare.explain.model import UsedRecord
from throughcare.explain.nothing import watched
from throughcare.explain.words import full, isolated
from throughcare.report.model import Source
from throughcare.report.words import term

# Parameters of a check that name a type of record.
_NAMING = (
    "trigger", "response", "state", "event", "guard", "record", "amount_of", "unless",
    "exempt_if", "exempt_pair_if", "excuse", "while_", "group",
)  # fmt: skip
_CUSTODY = frozenset({ADMISSION, *CUSTODY_ENDS, *CUSTODY_SPELLS})


def used_records(
    asked: Asked, ids: Iterable[str]
) -> tuple[tuple[UsedRecord, ...], tuple[UsedRecord, ...]]:
    """The records used, in the order of what happened, and those set aside with the reason."""
    wanted, relevant = set(ids), _relevant(asked)
    about = {asked.person, *(finding.who for finding in asked.findings)}
    found = [
        record
        for record in asked.archive.records
        if record.id in wanted
        or ((record.who or record.place) in about and record.type in relevant)
    ]
    fates = {id(record): _fate(asked, record) for record in found}
    used = [r for r in found if r.id in wanted and not fates[id(r)]]
    aside = [r for r in found if fates[id(r)]]
    ordered = [*sorted(used, key=_order), *sorted(aside, key=_order)]
    told = tuple(
        _tell(asked, number, record, fates[id(record)])
        for number, record in enumerate(ordered, start=1)
    )
    return told[: len(used)], told[len(used) :]


def _order(record: Record) -> tuple[Instant, str]:
    return (record.time or 0, record.id)


def _relevant(asked: Asked) -> frozenset[str]:
    """The types of record that bear on the rule."""
    named = {getattr(asked.check, parameter, None) for parameter in _NAMING}
    names = {name for name in named if isinstance(name, str)} | set(watched(asked.check))
    sources = {d.source for d in asked.rulebook.derivations if d.state in names}
    return frozenset(names | sources | (_CUSTODY if "in_custody" in names else frozenset()))


def _fate(asked: Asked, record: Record) -> str:
    """Why a record does not count; empty if it does."""
    zone = asked.zone
    known = record.known_from
    if known is not None and known > asked.known_at:
        return "That is after the moment up to which entries count here."
    if record.voided_at is not None and record.voided_at <= asked.known_at:
        return f"It was struck out on {full(record.voided_at, zone)}."
    correction = next(
        (
            other
            for other in asked.archive.records
            if other.supersedes == record.id
            and other.who == record.who
            and (other.known_from is None or other.known_from <= asked.known_at)
            and (other.voided_at is None or other.voided_at > asked.known_at)
        ),
        None,
    )
    if correction is not None:
        when = correction.known_from
        return f"It was corrected{'' if when is None else f' on {full(when, zone)}'}."
    if record.time is not None and record.time > asked.as_of:
        return "It is about a time after this answer."
    return ""


def _tell(asked: Asked, number: int, record: Record, fate: str) -> UsedRecord:
    zone = record.zone or asked.zone
    place = f", at {isolated(record.place)}" if record.place and _mine(asked, record) else ""
    kind = f" ({term(record.kind)})" if record.kind else ""
    row = asked.intake.source_rows.get(record.id)
    return UsedRecord(
        record=record,
        number=number,
        what=f"{term(record.type)}{kind}{place}",
        when=_when(record, zone, asked.as_of),
        entered=_entered(record, zone, asked.known_at),
        source=None if row is None else Source(*row),
        fate=fate,
        of_another=not _mine(asked, record),
    )


def _mine(asked: Asked, record: Record) -> bool:
    return record.who in (None, asked.person)


def _when(record: Record, zone: str, as_of: Instant) -> tuple[str, ...]:
    said = []
    if record.at is not None:
        said.append(f"Happened on {full(record.at, zone)}")
    if record.since is not None:
        said.append(f"Began on {full(record.since, zone)}")
        said.append(
            "No end is written"
            if record.until is None
            else f"Ended on {full(record.until, zone)}"
            if record.until <= as_of
            else f"Its end is written as {full(record.until, zone)}, later than this answer"
        )
    if record.planned_at is not None:
        said.append(f"Planned for {full(record.planned_at, zone)}")
    return tuple(said)


def _entered(record: Record, zone: str, known_at: Instant) -> tuple[str, ...]:
    said = []
    if record.made_at is not None:
        said.append(f"Made on {full(record.made_at, zone)}")
    if record.recorded_at is not None:
        said.append(f"Entered on {full(record.recorded_at, zone)}")
    else:
        said.append("When it was entered is not recorded; it counts as known from when it happened")
    if record.supersedes is not None:
        said.append("It corrects an earlier record")
    if record.voided_at is not None and record.voided_at > known_at:
        said.append(f"Struck out later, on {full(record.voided_at, zone)}")
    return tuple(said)
