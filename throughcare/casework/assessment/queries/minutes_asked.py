"""What the minutes of a board must say besides, because of who the person is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from standards.groups import CHILDREN, WOMEN
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.board import also_for
from throughcare.casework.assessment.board_terms import Office
from throughcare.casework.assessment.lasting import ends
from throughcare.casework.assessment.models import Board, Status
from throughcare.casework.assessment.status_terms import CONFIRMED, VEP
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.together import own_groups
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesAsked:
    """`woman`: the four questions are asked. `marked`: a status held when the board met, or since.

    `also`: who sits there too.
    """

    woman: bool
    marked: bool
    also: Sequence[Office]


@reading
def minutes_asked(viewer: Viewer, board_id: UUID, person_id: UUID, *, at: datetime) -> MinutesAsked:
    """For the form of the minutes, whose page leaves the entry. Raises NotThere or Refused."""
    ask_about(viewer, Act.WRITE, Compartment.PLN, person_id, at=at)
    subject = subject_of(person_id)
    whole = subject.person or person_id
    called = rows_of(Board, whole, known_at=at).filter(first=board_id).first()
    since = called.meets_at if called is not None else at
    marks = rows_of(Status, whole, known_at=at).filter(
        kind__in=sorted(VEP), state__in=sorted(CONFIRMED)
    )
    held = subject.establishment
    groups = set(own_groups(whole, held, at=at)) if held else set()
    if counts_as_child(whole, at=at):
        groups.add(CHILDREN)
    return MinutesAsked(
        woman=WOMEN in groups, marked=any(ends(row) > min(since, at) for row in marks),
        also=[office for group, office in also_for().items() if group in groups],
    )  # fmt: skip
