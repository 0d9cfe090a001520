"""The steps of the reception, as they were taken in the hours after the admission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random

from throughcare.casework.custody.models import Movement, Stay, Step
from throughcare.casework.custody.terms import Stage, StepKind, compartment_of
from throughcare.casework.people.kinds import Kind
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.words import words
from throughcare.demo.people import Person
from throughcare.demo.plan import plan
from throughcare.demo.row import new
from throughcare.demo.staff import Member

Value = Mapping[str, object]
_MINUTES_A_STEP = 12


def step(
    stage: Stage, kind: StepKind, value: Value, at: datetime, stay: Stay,
    movement: Movement | None = None,
) -> Step:  # fmt: skip
    """A step as it was done at a moment."""
    return new(
        Step,
        stay=stay, movement=movement, stage=stage, kind=kind, compartment=compartment_of(kind),
        value={name: one for name, one in value.items() if one not in (None, "")}, happened_at=at,
    )  # fmt: skip


def reception(
    pen: Pen, source: Random, stay: Stay, one: Person, cell: str, *, desk: Member, nurse: Member,
    until: datetime, open_steps: int = 0, order: str = "", hurt: bool = False,
) -> None:  # fmt: skip
    """Every step up to `until`, without the last `open_steps`. `hurt`: came with injuries."""
    at = stay.admitted_at
    taken = list(_reception(source, one, cell, order, at, hurt=hurt))
    for place, (kind, value) in enumerate(taken[: len(taken) - open_steps or None]):
        done = at + timedelta(minutes=_MINUTES_A_STEP * (place + 1))
        if done > until:
            return
        by = nurse if kind in (StepKind.INJURIES, StepKind.COMPLAINT) else desk
        pen.put(step(Stage.RECEPTION, kind, value, done, stay), by=by, at=done)


def release(
    pen: Pen, source: Random, stay: Stay, at: datetime, *, desk: Member, nurse: Member
) -> None:
    """The steps of a release that is long past: most people had what they need, some not."""
    taken: tuple[tuple[StepKind, Value, Member], ...] = (
        (StepKind.PROPERTY, {"returned": True, "receipt_signed": True}, desk),
        (StepKind.MONEY, {"amount": source.randrange(5, 300), "receipt_signed": True}, desk),
        (StepKind.PAPERS, {"ready": source.random() < 0.8}, desk),
        (StepKind.CLOTHING, {"own": True}, desk),
        (StepKind.HOME, {"arranged": source.random() < 0.7}, desk),
        (StepKind.TRANSPORT, {"means": source.choice(("bus", "the family"))}, desk),
        (StepKind.MEDICATION, {"needed": False}, nurse),
        (StepKind.FILE_COPY, {"offered": True, "declined": source.random() < 0.8}, desk),
    )
    for kind, value, by in taken:
        pen.put(step(Stage.RELEASE, kind, value, at, stay), by=by, at=at)


def _reception(
    source: Random, one: Person, cell: str, order: str, at: datetime, *, hurt: bool
) -> Iterator[tuple[StepKind, Value]]:
    found = "valid" if order else "without"
    yield StepKind.LEGALITY, {"order": order, "checked": str(at.date()), "found": found}
    yield StepKind.IDENTITY, {
        "searched_duplicates": True, "found": source.choice(("stated", "verified"))}  # fmt: skip
    yield StepKind.SEARCH, {
        "kind": "pat_down", "reason": "reception", "by_staff": "reception", "by_staff_sex": one.sex,
        "result": source.choice(("nothing found", "nothing found", "a lighter, kept")),
    }  # fmt: skip
    marks = [source.choice(words().marks)] if source.random() < 0.12 else []
    marks = list(words().hurt) if hurt else marks
    yield StepKind.INJURIES, {"marks": marks} if marks else {"none_seen": True}
    made = hurt or (bool(marks) and source.random() < 0.3)
    told = {"words": "beaten at the arrest", "reported_to": "the public prosecutor",
            "reported_at": (at + timedelta(minutes=90)).isoformat()}  # fmt: skip
    yield StepKind.COMPLAINT, {"made": made, **(told if made else {})}
    items = sorted(source.sample(list(words().wears), source.randrange(1, 5)))
    yield StepKind.PROPERTY, {
        "items": [{"what": what, "count": 1} for what in items],
        "money": source.randrange(0, 400), "signed_by_person": True,
    }  # fmt: skip
    yield StepKind.INFORMATION, {
        "topics": list(words().topics), "language": one.language,
        "mode": source.choice(("written", "written", "oral")), "understood": True,
    }  # fmt: skip
    yield StepKind.LAWYER, {
        "name": source.choice(words().lawyers), "reached_at": (at + timedelta(hours=1)).isoformat(),
    }  # fmt: skip
    yield StepKind.CONSUL, _consul(source, one)
    yield StepKind.FAMILY, {
        "means_given": True, "told_whom": source.choice(("mother", "wife", "brother", "husband")),
        "told_at": (at + timedelta(hours=1)).isoformat(),
    }  # fmt: skip
    yield StepKind.DEPENDANTS, {"children": source.choice((0, 0, 1, 2, 3)), "arranged": True}
    needs = source.choice(words().needs) if source.random() < 0.2 else "nothing"
    yield StepKind.NEEDS, {"own_words": needs}
    yield StepKind.PLACE, {"place": cell}


def _consul(source: Random, one: Person) -> Value:
    """Only foreign nationals have a consul; whoever is stateless is told of the protecting body."""
    countries = {fact.value["country"] for fact in one.facts if fact.kind is Kind.NATIONALITY}
    if countries == {plan().country}:
        return {"foreign": False}
    return {
        "foreign": True, "refugee_or_stateless": "stateless" in countries, "told_of_right": True,
        "wants_contact": source.random() < 0.5,
    }  # fmt: skip
