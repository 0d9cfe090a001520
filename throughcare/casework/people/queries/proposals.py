"""Files that may be of one person, and wait for somebody who decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.people import doors, files
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Proposal
from throughcare.casework.people.queries.listing import Listed, listed
from throughcare.casework.people.queries.search import within_reach

MOST: Final = 100  # proposals of one page, the oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An open proposal with a line of each of its two files."""

    proposal: Proposal
    one: Listed
    other: Listed


@doors.entering
def open_proposals(viewer: doors.Viewer, *, at: datetime) -> list[Proposed]:
    """Those that the viewer may decide: both files are within reach for writing.

    Leaves an entry. Raises NotThere without a post.
    """
    leave = doors.standing(viewer, at=at)
    reach = within_reach(viewer, doors.Act.WRITE, at=at).values("id")
    waiting = Proposal.objects.filter(
        decided_at=None, proposed_at__lte=at, one__in=reach, other__in=reach
    )
    proposals = list(waiting.order_by("proposed_at", "id")[:MOST])
    doors.record(
        event="read.proposals", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=IDENTITY, content={"proposals": [one.id for one in proposals]},
    )  # fmt: skip
    return _with_lines(viewer, proposals, at=at)


@doors.entering
def proposal_of(viewer: doors.Viewer, proposal_id: UUID, *, at: datetime) -> Proposal:
    """A proposal, open or decided, for whoever may write in both files.

    The reading of the two files leaves the entries. Raises access's NotThere or Refused.
    """
    proposal = Proposal.objects.filter(id=proposal_id).first()
    if proposal is None:
        raise doors.not_there()
    for person_id in (proposal.one_id, proposal.other_id):
        files.ask_about(viewer, doors.Act.WRITE, doors.Compartment.ID, person_id, at=at)
    return proposal


def _with_lines(
    viewer: doors.Viewer, proposals: Sequence[Proposal], *, at: datetime
) -> list[Proposed]:
    ids = {one for proposal in proposals for one in (proposal.one_id, proposal.other_id)}
    lines = {line.id: line for line in listed(viewer, sorted(ids), at=at)}
    return [
        Proposed(proposal=one, one=lines[one.one_id], other=lines[one.other_id])
        for one in proposals
    ]
