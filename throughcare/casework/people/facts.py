"""What the engine is told of a person: birth date and sex, as known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from standards.records import Person as Known
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import Kind, Standing
from throughcare.casework.people.models import Fact
from throughcare.casework.people.queries.redacted import standing_facts
from throughcare.casework.people.values import name_in
from throughcare.kernel.partial_dates import Precision, parse


def known_person(person_id: UUID, *, known_at: datetime) -> Known:
    """Birth date and sex of the whole file. What is not known is None.

    A birth date without its day stands for its last day and says so, so that a child is never
    taken for an adult. Of several facts a verified one counts, then the latest.
    """
    whole = whole_file(person_id)
    facts = standing_facts(parts_of(whole), at=known_at)
    born, sex = _best(facts, Kind.BIRTH_DATE), _best(facts, Kind.SEX)
    return known_by(
        str(whole), str(born.value["date"]) if born else None,
        str(sex.value["sex"]) if sex else None,
    )  # fmt: skip


def known_by(name: str, born: str | None, said: str | None) -> Known:
    """The same of a birth date and a sex as facts keep them; None is not known."""
    date = parse(born) if born else None
    return Known(
        id=name,
        birth_date=date.latest if date else None,
        birth_date_is_latest=bool(date and date.precision in (Precision.MONTH, Precision.YEAR)),
        sex=None if said == "unknown" else said,
    )


def _best(facts: Sequence[Fact], kind: Kind) -> Fact | None:
    of_kind = [fact for fact in facts if fact.kind == kind]
    return max(
        of_kind,
        key=lambda fact: (fact.standing == Standing.VERIFIED, fact.recorded_at, fact.made_in),
        default=None,
    )


def names_of_person(person_id: UUID) -> list[str]:
    """Every spelling of every name that stands in the whole file. Behind the wall."""
    facts = Fact.objects.filter(
        person__in=parts_of(whole_file(person_id)), kind=Kind.NAME, voided_at=None
    )  # fmt: skip
    return [one for fact in facts for one in name_in(fact.value).spelled()]
