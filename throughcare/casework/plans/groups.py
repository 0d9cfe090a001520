"""Who the person is, as far as a plan asks for it. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import today_at, zone_of
from throughcare.casework.custody.together import own_groups
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import Holding, parts_of, subject_of
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries.redacted import standing_facts
from throughcare.casework.plans.rules import CHILDREN, DISABLED, OLDER, last_review, older_from


def groups_of(person_id: UUID, *, at: datetime) -> frozenset[str]:
    """The groups of `plan.yaml` that the person belongs to, as known at the moment.

    Whose age is not known counts as a child; whose sex is not known is asked nothing for it.
    """
    house = subject_of(person_id).establishment or ""
    groups = set(own_groups(person_id, house, at=at)) - {CHILDREN}
    if counts_as_child(person_id, at=at):
        groups.add(CHILDREN)
    born = known_person(person_id, known_at=at).birth_date
    if born is not None:
        today = today_at(house or None, at=at)
        years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        groups |= {OLDER} if years >= older_from() else set()
    facts = standing_facts(parts_of(person_id), at=at)
    groups |= {DISABLED} if any(one.kind == Kind.ADJUSTMENT for one in facts) else set()
    return frozenset(groups)


def is_marked(person_id: UUID, *, at: datetime) -> bool:
    """Whether a status of the person as violent extremist holds. For whoever reads the plan."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plans_marked(%s, %s)", [person_id, at])
        return bool(cursor.fetchone()[0])


def last_review_of(holding: Holding) -> datetime:
    """Until when at the latest what is signed now is looked at again."""
    zone = str(zone_of(holding.person.held_at))
    return last_review(holding.at, zone, marked=is_marked(holding.person.id, at=holding.at))
