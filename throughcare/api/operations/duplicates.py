"""Two files of one person: propose, look at both, decide, and separate again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.asking import Why
from throughcare.api.schemas.asked import MergeForm, ProposalForm, WhyForm
from throughcare.api.schemas.shown import TwoShown, file_shown
from throughcare.api.schemas.written import MergeWritten, Written
from throughcare.api.statuses import changing, making, named, reading, took
from throughcare.casework.people import actions, queries

router = Router(tags=["duplicates"])


@router.post("/duplicates", response=making(Written), **named("propose_duplicate"))
def propose_duplicate(request: HttpRequest, said: ProposalForm) -> Status[Written]:
    """Say that two files may be of one person. Nothing follows until somebody decides."""
    call = took(request)
    proposal = actions.propose_duplicate(
        by=call.viewer, at=call.at, one=said.one, other=said.other, why=said.why
    )
    return Status(201, Written(id=proposal.id))


@router.get("/duplicates/{proposal}", response=reading(TwoShown), **named("side_by_side"))
def side_by_side(request: HttpRequest, proposal: UUID, why: Why) -> TwoShown:
    """Read both files of a proposal, to decide."""
    call = took(request)
    one, other = queries.side_by_side(call.viewer, proposal, at=call.at, why=why)
    return TwoShown(one=file_shown(one), other=file_shown(other))


@router.post(
    "/duplicates/{proposal}/refusal", response=changing(Written), **named("refuse_duplicate")
)
def refuse_duplicate(request: HttpRequest, proposal: UUID, said: WhyForm) -> Written:
    """Decide that two files are of two persons."""
    call = took(request)
    refused = actions.refuse_duplicate(
        by=call.viewer, at=call.at, proposal_id=proposal, why=said.why
    )
    return Written(id=refused.id)


@router.post("/people/{person}/merge", response=making(MergeWritten), **named("merge_files"))
def merge_files(request: HttpRequest, person: UUID, said: MergeForm) -> Status[MergeWritten]:
    """Decide that two files are of one person: `merged` is read as part of this one."""
    call = took(request)
    act = actions.merge(by=call.viewer, at=call.at, kept=person, merged=said.merged, why=said.why)
    written = MergeWritten(
        id=act.id, kept=act.kept_id, merged=act.merged_id, version=act.merged.version
    )
    return Status(201, written)


@router.post(
    "/people/{person}/separation", response=changing(MergeWritten), **named("separate_files")
)
def separate_files(request: HttpRequest, person: UUID, said: WhyForm) -> MergeWritten:
    """Separate a file again that was merged into another."""
    call = took(request)
    act = actions.unmerge(by=call.viewer, at=call.at, merged=person, why=said.why)
    return MergeWritten(
        id=act.id, kept=act.kept_id, merged=act.merged_id, version=act.merged.version
    )
