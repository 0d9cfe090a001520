"""Histories drawn by chance and driven through actions, as officers would have written them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db import Error, transaction

from tests.casework.custody.made import COLLEAGUE
from tests.casework.safety.made import (
    ADMISSIONS,
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    HOUR,
    NURSE,
    WING,
    contact,
    grown,
    of_age,
    out,
    words,
)
from tests.staff import see_no_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import OrderKind, Stage, Status, StepKind
from throughcare.casework.safety import actions as safety
from throughcare.errors import BadInput

CELLS = ("north/a/1/01", "north/a/1/02", "north/a/2/01", "north/a/2/02", "north/a/2/03")
STEPS = {
    StepKind.FAMILY: {"means_given": True, "told_whom": "a sister"},
    StepKind.PROPERTY: {"items": ["a coat"], "signed_by_person": True},
    StepKind.INFORMATION: {"topics": ["rights"], "language": "fr", "mode": "oral"},
    StepKind.DEPENDANTS: {"members": "none", "children": "none"},
    StepKind.INJURIES: {"none_seen": True},
    StepKind.BEDDING: {"changed": True},
}
CONTACTS = ("face_to_face", "family_visit", "food_hatch", "roll_call")


@dataclass
class Life:
    """Somebody in custody, the moment of the story, and what was written of it so far."""

    chance: Random
    person: UUID
    at: datetime
    written: list[str] = field(default_factory=list)
    refused: int = 0
    spell: UUID | None = None

    def go_on(self) -> None:
        """Let some time pass, and do one thing; what is refused is not written, and that is all."""
        hours = self.chance.choice((0, 1, 5, 12, 24, 24, 25, 48, 100))
        self.at += timedelta(hours=hours, minutes=self.chance.choice((0, 0, 7)))
        act = self.chance.choice(ACTS)
        try:
            with transaction.atomic():
                act(self)
            self.written.append(act.__name__)
        except (BadInput, Refused, NotThere, Error):
            self.refused += 1


def begun(number: int, chance: Random) -> Life:
    """Received, a grown man or woman or a child, in a cell or not."""
    born = chance.choice(("1985-05-05", "1985-05-05", "2008-03-20", ""))
    cell = chance.choice((*CELLS, None))
    name = f"{'ABCDEFGHIKLMNOPRST'[number % 18]}{'aeiou'[number % 5]}r{number}"
    return Life(chance, grown(name, born=born, cell=cell if born.startswith("19") else None), AT)


def _order(life: Life) -> None:
    custody.register_order(
        by=ADMISSIONS, at=life.at, person_id=life.person, kind=OrderKind.REMAND,
        authority="a court", number=f"{life.chance.random()}", issued_on=life.at.date(),
        valid_from=life.at - life.chance.choice((0, 1, 30)) * HOUR,
        valid_to=life.at + life.chance.choice((1, 10, 60)) * DAY,
    )  # fmt: skip


def _status(life: Life) -> None:
    value = life.chance.choice((Status.UNTRIED, Status.SENTENCED, Status.APPEALING))
    custody.set_status(
        by=ADMISSIONS, at=life.at, person_id=life.person, value=value, since=life.at - HOUR
    )


def _cell(life: Life) -> None:
    custody.place_in(
        by=ADMISSIONS, at=life.at, person_id=life.person, place=life.chance.choice(CELLS),
        since=life.at - life.chance.choice((0, 2, 30)) * HOUR, despite="no other place",
    )  # fmt: skip


def _step(life: Life) -> None:
    kind = life.chance.choice(tuple(STEPS))
    custody.take_step(
        by=ADMISSIONS, at=life.at, person_id=life.person, kind=kind, value=STEPS[kind],
        stage=life.chance.choice((Stage.RECEPTION, Stage.STAY)),
        happened_at=life.at - life.chance.choice((0, 1, 20)) * HOUR,
    )  # fmt: skip


def _birth(life: Life) -> None:
    of_age(life.person, life.chance.choice(("1990-01-01", "2008-03-07", "2008")), at=life.at)
    see_no_rows()


def _separate(life: Life) -> None:
    since = life.at - life.chance.choice((0, 3, 30)) * HOUR
    found = life.chance.random() < 0.4
    said = words(since, life.chance.choice((1, 3, 10, 20)))
    kind = life.chance.choice(("segregation_cell", "own_cell", "small_group"))
    if found:
        life.spell = safety.find_separation(
            by=DIRECTOR, at=life.at, person_id=life.person, kind=kind, since=since,
            found="seen by the inspector", orders=[said] if life.chance.random() < 0.5 else [],
        ).spell  # fmt: skip
        return
    order = safety.order_separation(
        by=DIRECTOR, at=life.at, person_id=life.person, kind=kind, order=said, since=since
    )
    life.spell = order.separation_id


def _let_out(life: Life) -> None:
    safety.end_separation(
        by=DIRECTOR, at=life.at, person_id=life.person, separation_id=_spell(life),
        until=life.at - life.chance.choice((0, 1, 12)) * HOUR,
    )  # fmt: skip


def _review(life: Life) -> None:
    safety.review_separation(
        by=DEPUTY, at=life.at, person_id=life.person, separation_id=_spell(life),
        reviewed_at=life.at, reviewer="B. Deputy", reviewer_role="deputy", independent=True,
        outcome="continue", reasons="still needed",
    )  # fmt: skip


def _day(life: Life) -> None:
    since = life.at - life.chance.choice((2, 5, 9)) * HOUR
    until = since + life.chance.choice((1, 2)) * HOUR
    entries = [out(life.person, since, until)]
    if life.chance.random() < 0.7:
        entries.append(contact(life.person, since, until, life.chance.choice(CONTACTS)))
    safety.enter_day(by=WING, at=life.at, entries=entries)


def _advice(life: Life) -> None:
    safety.advise_director(
        by=NURSE, at=life.at, person_id=life.person, said_at=life.at, advice="end", said_by="Dr C"
    )


def _health(life: Life) -> None:
    safety.state_health(
        by=NURSE, at=life.at, person_id=life.person,
        kind=life.chance.choice(("pregnant", "disability_worsened_by_solitary")),
        since=life.at - life.chance.choice((0, 2)) * DAY,
    )  # fmt: skip


def _free(life: Life) -> None:
    if life.chance.random() < 0.3:
        order = PrintedOrder(
            authority="a court", number=f"R{life.chance.random()}", issued_on=life.at.date()
        )
        custody.release(
            by=COLLEAGUE, at=life.at, person_id=life.person, left_at=life.at, order=order
        )


def _spell(life: Life) -> UUID:
    return life.spell or _none()


def _none() -> UUID:
    raise NotThere


Act = Callable[[Life], None]
ACTS: Sequence[Act] = (
    *(_order, _status, _cell, _step, _step, _step, _birth, _separate, _separate),
    *(_let_out, _review, _day, _day, _advice, _health, _free),
)
