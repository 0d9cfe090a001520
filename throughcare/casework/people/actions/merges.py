"""Two files of one person: propose, decide side by side, merge, and separate again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold, need_reason
from throughcare.casework.people.errors import CannotMerge
from throughcare.casework.people.joined_files import whole_file
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Merge, Proposal


@doors.entering
def propose_duplicate(
    *, by: doors.Viewer, at: datetime, one: UUID, other: UUID, why: str
) -> Proposal:
    """Say that two files may be of one person. Nothing follows until somebody decides.

    A second proposal of the same two answers with the first. Raises CannotMerge, NoReason,
    NotThere, Refused.
    """
    holdings = _hold_two(one, other, by=by, at=at, why=why)
    first, second = sorted(holding.person.id for holding in holdings)
    open_one = Proposal.objects.filter(one=first, other=second, decided_at=None).first()
    if open_one is not None:
        return open_one
    proposal = Proposal.objects.create(
        id=fresh_id(at), one_id=first, other_id=second, why=why, proposed_at=at,
        proposed_by=doors.account_of(by),
    )  # fmt: skip
    for holding in holdings:
        holding.enter("people.duplicate_proposed", proposal)
    return proposal


@doors.entering
def refuse_duplicate(*, by: doors.Viewer, at: datetime, proposal_id: UUID, why: str) -> Proposal:
    """Decide that two files are of two persons. Raises as `propose_duplicate`."""
    found = Proposal.objects.filter(id=proposal_id).first()
    if found is None:
        raise doors.not_there()
    holdings = _hold_two(found.one_id, found.other_id, by=by, at=at, why=why)
    proposal = Proposal.objects.get(id=proposal_id)
    if proposal.decided_at is not None:
        raise CannotMerge(
            _("somebody has decided on these two files already"),
            remedy=_("open both files anew and look at what was decided"),
        )
    _decide(proposal, holdings, merged=False)
    return proposal


@doors.entering
def merge(*, by: doors.Viewer, at: datetime, kept: UUID, merged: UUID, why: str) -> Merge:
    """Let `merged` be read as part of `kept`. No row is moved, so that it can be undone.

    Raises CannotMerge, NoReason, NotThere, Refused.
    """
    holdings = _hold_two(kept, merged, by=by, at=at, why=why)
    keeping = next(one for one in holdings if one.person.id == whole_file(kept))
    giving = next(one for one in holdings if one is not keeping)
    act = Merge.objects.create(
        id=fresh_id(at), kept=keeping.person, merged=giving.person, why=why, merged_at=at,
        merged_by=doors.account_of(by),
    )  # fmt: skip
    _same_version(*holdings)
    for holding in holdings:
        holding.enter("people.files_merged", act)
    one, other = sorted((keeping.person.id, giving.person.id))
    for proposal in Proposal.objects.filter(one=one, other=other, decided_at=None):
        _decide(proposal, holdings, merged=True)
    return act


@doors.entering
def unmerge(*, by: doors.Viewer, at: datetime, merged: UUID, why: str) -> Merge:
    """Separate a file again that was merged: each row is where it was.

    What was written after the merge stays in the file that was kept. Raises CannotMerge, NoReason,
    NotThere, Refused.
    """
    keeping = hold(
        person_id=merged, act=doors.Act.WRITE, compartment=IDENTITY, by=by, at=at, why=why
    )
    need_reason(why)
    act = Merge.objects.select_related("merged").filter(merged=merged, undone_at=None).first()
    if act is None:
        raise CannotMerge(_("this file is not merged"), remedy=_("open it: it stands for itself"))
    freed = Holding(
        person=act.merged, by=by, at=at, why=why, leave=keeping.leave, compartment=IDENTITY
    )
    _same_version(keeping, freed)
    act.undone_at, act.undone_by, act.undone_why = at, doors.account_of(by), why
    act.save(update_fields=["undone_at", "undone_by", "undone_why"])
    for holding in (keeping, freed):
        holding.enter("people.files_separated", act)
    return act


def _hold_two(
    one: UUID, other: UUID, *, by: doors.Viewer, at: datetime, why: str
) -> tuple[Holding, Holding]:
    """Both files, locked in the order of their ids so that two such acts never block each other."""
    wholes = sorted({whole_file(one), whole_file(other)})
    held = [
        hold(person_id=each, act=doors.Act.WRITE, compartment=IDENTITY, by=by, at=at, why=why)
        for each in wholes
    ]
    need_reason(why)
    if len({holding.person.id for holding in held}) != 2:
        raise CannotMerge(
            _("these two are one file already"),
            remedy=_("choose two files that stand for themselves"),
        )
    return held[0], held[1]


def _decide(proposal: Proposal, holdings: tuple[Holding, Holding], *, merged: bool) -> None:
    proposal.merged, proposal.decided_at = merged, holdings[0].at
    proposal.decided_by = doors.account_of(holdings[0].by)
    proposal.save(update_fields=["merged", "decided_at", "decided_by"])
    for holding in holdings:
        holding.enter("people.duplicate_decided", proposal)


def _same_version(*holdings: Holding) -> None:
    """Both go on from one version above both: what was seen before is old in either file."""
    newest = max(holding.person.version for holding in holdings) + 1
    for holding in holdings:
        holding.person.version = newest
        holding.person.save(update_fields=["version"])
