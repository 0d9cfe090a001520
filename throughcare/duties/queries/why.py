"""Why a finding is as it is: the rule, the records, each step; now, or as known at a moment.

The reasoning looks with the eyes of the engine, as the judgement did. It is shown to whoever sees
the finding unmasked; records and steps only where every compartment of them is open to the viewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from standards.checks import Check, RequiresFields, Separate, WithinRatio
from standards.findings import Finding, Status
from standards.instants import from_datetime, to_datetime
from standards.records import Archive
from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.archive import archive_of, archive_of_some
from throughcare.casework.people.files import ask_about, entering, may_about
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.judging import ever_in, of_house
from throughcare.duties.kinds import kept_of, kinds, names_of
from throughcare.duties.queries.duty import Duty
from throughcare.duties.queries.of_person import of_person
from throughcare.duties.rules import checks_on, rulebook
from throughcare.explain.asked import ask
from throughcare.explain.build import Origin, build
from throughcare.explain.model import Explanation, Step, Told, UsedRecord
from throughcare.intake.outcome import Intake
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasoned:
    """What the rule says by what was known at `at`.

    `closed`: records or steps lie in compartments that are not open to the viewer, and are not
    here.
    """

    at: datetime
    findings: Sequence[Duty]
    told: Sequence[Told]
    nothing: Sequence[Step]
    records: Sequence[UsedRecord]
    aside: Sequence[UsedRecord]
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A finding with its reasons: `now`, and `then` where an earlier knowledge is asked for.

    `exact`: the finding is the one that was asked for; otherwise the rule's gravest one now.
    """

    duty: Duty
    check: Check
    exact: bool
    answers: Sequence[str]
    now: Reasoned
    then: Reasoned | None


def asked_for(
    found: Iterable[Duty], rule: str, since: datetime | None, key: str
) -> tuple[Duty, bool]:
    """The unmasked finding of a rule that began then, or the gravest of the rule. Or NotThere."""
    of_rule = [one for one in found if one.rule == rule and not one.hidden]
    for one in of_rule:
        if one.since == since and one.key == key:
            return one, True
    if not of_rule:
        raise NotThere
    return of_rule[0], since is None


@entering
def why_of(
    viewer: Viewer, person_id: UUID, rule: str, *, at: datetime, since: datetime | None,
    key: str = "", known: datetime | None = None,
) -> Why:  # fmt: skip
    """Why a finding of this person is so. Leaves the entry of a reading. Raises NotThere."""
    duty, exact = asked_for(of_person(viewer, person_id, at=at), rule, since, key)
    check = checks_on(at.date()).get(rule)
    if check is None or duty.person is None:
        raise NotThere
    kept = kept_of(check)
    leave = ask_about(viewer, Act.READ, kept.first, person_id, at=at)
    record(
        event="read.why", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=duty.person, compartment=kept.first,
        content={"rule": rule, "known": str(known or at)},
    )  # fmt: skip
    open_ones = frozenset(
        one for one in Compartment if may_about(viewer, Act.READ, one, person_id, at=at)
    )
    now = _reasoned(duty, check, at, at, open_ones)
    then = None if known is None else _reasoned(duty, check, known, at, open_ones)
    if exact and since is not None:
        now = _only(now, duty)
    return Why(
        duty=duty, check=check, exact=exact, now=now, then=then,
        answers=_answers(check),
    )  # fmt: skip


def _answers(check: Check) -> list[str]:
    """The names of what would answer the rule, each once."""
    names = check.fields if isinstance(check, RequiresFields) else names_of(check)[1]
    return list(dict.fromkeys(names))


def _reasoned(
    duty: Duty, check: Check, at: datetime, now: datetime, readable: frozenset[Compartment]
) -> Reasoned:
    """The rule asked about the person at a moment, with what was known then."""
    assert duty.person is not None  # a finding about a place has no page of a file
    who, moment = str(duty.person), from_datetime(at)
    with engine_eyes():
        archive = _archive(duty, check, at)
        book = rulebook()
        asked = ask(
            book, book.entries[check.rule], check, Intake(archive=archive), who, as_of=moment,
            known_at=moment,
        )  # fmt: skip
        said = build(asked, Origin())
    closed = not _all_open(check, said, readable)
    return Reasoned(
        at=at, findings=[_as_duty(one, duty) for one in asked.findings], closed=closed,
        told=() if closed else said.told, nothing=() if closed else said.nothing,
        records=_open_records(said.records, readable),
        aside=_open_records(said.set_aside, readable),
    )  # fmt: skip


def _archive(duty: Duty, check: Check, at: datetime) -> Archive:
    """The file alone, or that of everybody in the house where the rule looks at several."""
    if isinstance(check, (Separate, WithinRatio)) and duty.house:
        return of_house(archive_of_some(ever_in(duty.house), known_at=at), duty.house)
    assert duty.person is not None
    return archive_of(duty.person, known_at=at)


def _only(now: Reasoned, duty: Duty) -> Reasoned:
    """The one finding that is asked for, if the engine tells it apart from the others."""
    mine = [n for n, one in enumerate(now.findings) if _same(one, duty)]
    if len(mine) != 1:
        return now
    told = [now.told[mine[0]]] if len(now.told) == len(now.findings) else now.told
    return replace(now, findings=[now.findings[mine[0]]], told=told)


def _same(one: Duty, other: Duty) -> bool:
    return (one.since, one.key, one.status) == (other.since, other.key, other.status)


def _as_duty(found: Finding, like: Duty) -> Duty:
    """A finding of another knowledge, in the form of the one that is kept."""
    until = None if found.until is None else to_datetime(found.until, "UTC")
    return replace(
        like, status=Status(found.status), since=to_datetime(found.since, "UTC"), until=until,
        flags=sorted(map(str, found.flags)), key=found.key or "",
        duty=to_datetime(found.duty, "UTC"), evidence=list(found.evidence),
    )  # fmt: skip


def _all_open(check: Check, said: Explanation, readable: frozenset[Compartment]) -> bool:
    kept = kept_of(check)
    needed = {kept.first, *kept.within, *kept.answered}
    needed |= {_where(one) for one in (*said.records, *said.set_aside)}
    return needed <= readable


def _open_records(
    records: Iterable[UsedRecord], readable: frozenset[Compartment]
) -> list[UsedRecord]:
    return [one for one in records if _where(one) in readable]


def _where(one: UsedRecord) -> Compartment:
    """In which compartment a record is kept."""
    kind = kinds().get(one.record.type)
    return Compartment.ID if kind is None else kind.compartment
