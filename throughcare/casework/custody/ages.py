"""Whether a person counts as a child: a doubt is resolved in the person's favour."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from throughcare.casework.custody.calendar import today_at
from throughcare.casework.custody.clocks import adult_age
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.asked_once import once
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.partial_dates import parse


def counts_as_child(person_id: UUID, *, at: datetime, known_at: datetime | None = None) -> bool:
    """Whether the person must be treated as a child at the moment, as known then or at `known_at`.

    While the age is disputed, yes. Once it is decided, the decided date counts; otherwise the best
    known one, and of a date without its day the youngest reading (Havana Rules 11, 28 and 29;
    Beijing Rules). Without any date too: the engine presumes a child as well. Asks nobody.
    """
    step = age_step(person_id, known_at=known_at or at)
    if step is not None and step.value.get("disputed") is True:
        return True
    decided = parse(str(step.value.get("decided_birth_date", "unknown"))) if step else None
    if decided is not None and decided.latest is not None:
        return under_age(decided.latest, _today(person_id, at))
    born = known_person(person_id, known_at=known_at or at).birth_date
    return born is None or under_age(born, _today(person_id, at))


def _today(person_id: UUID, at: datetime) -> date:
    return today_at(subject_of(person_id).establishment, at=at)


def age_step(person_id: UUID, *, known_at: datetime) -> Step | None:
    """The last word about a disputed age that stood at the moment."""
    return once(("age step", person_id, known_at), lambda: _age_step(person_id, known_at))


def _age_step(person_id: UUID, known_at: datetime) -> Step | None:
    said = rows_of(Step, person_id, known_at=known_at).filter(kind=StepKind.AGE)
    return said.order_by("recorded_at", "id").last()


def under_age(born: date, today: date) -> bool:
    """Whether somebody born on that day has not come of age. Who is born on 29 February does on
    1 March."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return years < adult_age()
