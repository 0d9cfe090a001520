"""Who is screened in, by sex and kind of offence: a director sees a slant, and no name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.desk import fewest_shown, shares_over
from throughcare.casework.assessment.holding import PLN
from throughcare.casework.assessment.models import Screening
from throughcare.casework.assessment.terms import Outcome, ScreeningState
from throughcare.casework.custody.offences import sections_of
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import entering, held_where, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.register.actions import record

ALL, SEX, OFFENCE = "all", "sex", "offence"
Group = tuple[str, str]  # by what, and which


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of how many screened people in a group how many went on to a full assessment.

    `hidden`: the group, or what is left of it, is too small to be shown; then both are None.
    """

    by: str
    group: str
    screened: int | None
    screened_in: int | None
    hidden: bool


@entering
def shares_at(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[Share]:
    """Confirmed screenings of those held at a prison, over the time that `desk.yaml` says.

    For whoever reads plans of the whole prison, and legal status as well. Leaves an entry. Raises
    NotThere or Refused.
    """
    where = Subject(None, establishment)
    leave = gate.ask(viewer, Act.READ, PLN, where, at=at)
    gate.ask(viewer, Act.READ, Compartment.SEN, where, at=at)
    outcomes = _outcomes(viewer, establishment, at=at)
    record(
        event="read.shares_of_screenings", by=str(viewer.account), role=leave.role,
        place=leave.place, at=at, happened_at=at, compartment=PLN,
        content={"place": establishment},
    )  # fmt: skip
    sexes = {one: known_person(one, known_at=at).sex or "unknown" for one in outcomes}
    offences = sections_of(outcomes, known_at=at)
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for person, full in outcomes.items():
        groups[ALL, ""].append(full)
        groups[SEX, sexes[person]].append(full)
        for section in offences.get(person, {"unknown"}):
            groups[OFFENCE, section].append(full)
    hidden = _hidden(groups)
    return [
        Share(by=by, group=group, screened=None, screened_in=None, hidden=True)
        if (by, group) in hidden
        else Share(
            by=by, group=group, screened=len(told), screened_in=sum(told), hidden=False
        )
        for (by, group), told in sorted(groups.items())
    ]  # fmt: skip


def _outcomes(viewer: Viewer, establishment: str, *, at: datetime) -> Mapping[UUID, bool]:
    """Each person screened, and whether the latest confirmed screening asks for an assessment."""
    mine = whose("person", viewer, PLN, Act.READ, at=at)
    rows = list(
        Screening.objects.filter(
            known(at), mine, state=ScreeningState.CONFIRMED, screened_at__gte=at - shares_over()
        ).order_by("screened_at", "id")
    )
    wholes = whole_by_part({row.person_id for row in rows})
    here = set(held_where(set(wholes.values())).get(establishment, ()))
    latest = {wholes[row.person_id]: row.outcome == Outcome.FULL for row in rows}
    return {person: full for person, full in latest.items() if person in here}


def _hidden(groups: Mapping[Group, Sequence[bool]]) -> set[Group]:
    """The groups that are not shown: the small ones, and so many beside them that none can be
    worked out from the whole and the others.
    """
    hidden = {group for group, told in groups.items() if _few(told)}
    for by in {by for by, _group in groups}:
        same = sorted((one for one in groups if one[0] == by), key=lambda one: len(groups[one]))
        for another in same:
            kept_back = [one for one in same if one in hidden]
            if not kept_back or (len(kept_back) > 1 and not _few(_joined(groups, kept_back))):
                break
            hidden.add(another)
    return hidden


def _few(told: Sequence[bool]) -> bool:
    """Whether the group, those screened in or those not are so few that one is recognised."""
    full = sum(told)
    return any(0 < part < fewest_shown() for part in (len(told), full, len(told) - full))


def _joined(groups: Mapping[Group, Sequence[bool]], some: Iterable[Group]) -> list[bool]:
    return [one for group in some for one in groups[group]]
