"""What the engine is told of custody: every record of the room, in the vocabulary of the rules.

Every version of every row is handed over, with the moments between which it stood, so that the
engine itself answers "as known on". What is not known is None, or a field said to be unknown. One
file for each family of records:

knowing, told, sheet, ages   how versions, rows and names become records
stays, moves, orders, footing, lengths, places   from the rows of those tables
arrival, contact, household, course, together   from the steps of the walks
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, TypeVar, cast
from uuid import UUID

from standards.records import Person, Record
from throughcare.casework.custody.facts import (
    arrival,
    contact,
    course,
    footing,
    household,
    lengths,
    moves,
    orders,
    places,
    stays,
    together,
)
from throughcare.casework.custody.facts.ages import identity_at
from throughcare.casework.custody.facts.kept import FIELDS, KEPT
from throughcare.casework.custody.facts.places import ever_placed_in, ground, lying_in
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.facts.told import (
    Ground,
    Told,
    beside_others,
    rows_by_whole,
    with_rows,
)
from throughcare.casework.custody.models import (
    LegalStatus,
    ManualDate,
    Movement,
    Order,
    Placement,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.told import History
from throughcare.casework.rows.record import Record as Row

__all__ = [
    "FIELDS",
    "KEPT",
    "Ground",
    "Told",
    "ever_placed_in",
    "ground",
    "lying_in",
    "person_of",
    "records_of",
    "told_of",
]

R = TypeVar("R", bound=Row)
Writer = Callable[[Sheet, Step, object], None]

OF_STEPS: Final[Mapping[str, Writer]] = {
    StepKind.ARREST: arrival.arrest,
    StepKind.CHARGES_TOLD: arrival.charges_told,
    StepKind.HEARING: course.hearing,
    StepKind.SEARCH: arrival.search,
    StepKind.INJURIES: arrival.injuries,
    StepKind.COMPLAINT: arrival.complaint,
    StepKind.PROPERTY: arrival.goods,
    StepKind.MONEY: arrival.money,
    StepKind.MEDICATION: arrival.medication,
    StepKind.INFORMATION: contact.information,
    StepKind.LAWYER: contact.lawyer,
    StepKind.CONSUL: contact.consul,
    StepKind.FAMILY: contact.family,
    "authority": contact.authority,
    StepKind.DEPENDANTS: household.dependants,
    StepKind.ALLOCATION: course.allocation,
    StepKind.SHARING: course.sharing,
    StepKind.BEDDING: course.bedding,
    StepKind.PAPERS: course.papers,
    StepKind.HOME: course.home,
    StepKind.FILE_COPY: course.file_copy,
}


_TABLES: Final[tuple[type[Row], ...]] = (
    Stay,
    Order,
    LegalStatus,
    ManualDate,
    Placement,
    Movement,
    Step,
    Sentence,
)


def told_of(
    histories: Mapping[UUID, History], parts: Mapping[UUID, UUID], on: Ground
) -> list[Told]:
    """Every row of the room about these whole files, from their parts: a query for each table."""
    some = with_rows(_TABLES, parts)
    of = {model: rows_by_whole(model, parts) if model in some else {} for model in _TABLES}
    beside = beside_others(parts) if Placement in some else {}

    def rows(model: type[R], whole: UUID) -> list[R]:
        return cast(list[R], of[model].get(whole, []))

    return [
        Told(
            whole=whole, history=history, ground=on, beside=beside,
            stays=rows(Stay, whole), orders=rows(Order, whole),
            statuses=rows(LegalStatus, whole), dates=rows(ManualDate, whole),
            placements=rows(Placement, whole), movements=rows(Movement, whole),
            steps=rows(Step, whole), sentences=rows(Sentence, whole),
        )
        for whole, history in histories.items()
    ]  # fmt: skip


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told)
    stays.stays(sheet)
    orders.orders(sheet)
    footing.footing(sheet)
    lengths.lengths(sheet)
    places.placements(sheet)
    moves.movements(sheet)
    for step in told.steps:
        OF_STEPS.get(step.kind, _nothing)(sheet, step, contact.stay_root(sheet, step))
    together.together(sheet)
    return sheet.records


def person_of(told: Told, *, known_at: datetime) -> Person:
    """Birth date, sex and zone as they counted at a moment; a disputed age counts as not known."""
    return identity_at(told, known_at).known(told.whole, told.zone)


def _nothing(sheet: Sheet, step: Step, key: object) -> None:
    """A step of which the rules ask nothing by itself."""
