"""What stands now, beside a form about a programme."""

from __future__ import annotations

from uuid import UUID

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.queries import File
from throughcare.casework.programmes import queries
from throughcare.casework.programmes.queries import HelpOf, Taken
from throughcare.casework.programmes.terms import OPEN, State
from throughcare.web.custody.deeds import Stands
from throughcare.web.programmes.shown import state_words
from throughcare.web.request import Request


def help_of(request: Request, file: File, *, writes: bool = True) -> HelpOf:
    """What stands in the file, for whoever may write here. Raises NotThere."""
    found = queries.attendance_of(request.viewer, file.id, at=request.at)
    if found.redacted or (writes and not found.may_write):
        raise NotThere
    return found


def of_file(request: Request, file: File, _row: UUID | None) -> Stands:
    """A form about nothing that stands."""
    help_of(request, file)
    return Stands()


def of_refer(request: Request, file: File, _row: UUID | None) -> Stands:
    """The programmes of the prison where the person is held.

    A teacher reads a file in short, and not where the person is: then those of the own prisons.
    """
    help_of(request, file)
    viewer, at = request.viewer, request.at
    houses = [file.held_at] if file.held_at else queries.houses_to_see(viewer, at=at)
    offered = [
        (str(one.row.first), f"{one.row.name} ({one.row.get_kind_display()})")
        for house in houses for one in queries.catalogue_of(viewer, house, at=at).programmes
    ]  # fmt: skip
    return Stands(more={"programmes": offered})


def of_referral(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The programme, where the referral stands, and what it should help with."""
    return _beside(taken(help_of(request, file), row_id))


def of_enrol(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The same, and the groups of the programme."""
    one = taken(help_of(request, file), row_id)
    groups = queries.groups_of(request.viewer, one.programme.place, at=request.at)
    choices = [
        (str(group.first), group.name) for group in groups
        if group.programme_id == one.programme.first
    ]  # fmt: skip
    return Stands(beside=_beside(one).beside, more={"groups": choices})


def of_open(request: Request, file: File, row_id: UUID | None) -> Stands:
    """What may be withdrawn from: by staff who add, and by the person."""
    found = help_of(request, file, writes=False)
    about = Subject(file.id, file.held_at)
    adds = gate.may(request.viewer, Act.APPEND, Compartment.PRG, about, at=request.at)
    one = taken(found, row_id)
    if not (adds or found.own) or one.withdrawn or one.row.state not in OPEN:
        raise NotThere
    return _beside(one)


def of_content(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A referral of which progress may be written: the person's word holds."""
    one = taken(help_of(request, file), row_id)
    if one.withdrawn or one.consent is None or one.row.state not in (
        State.ENROLLED, State.COMPLETED,
    ):  # fmt: skip
        raise NotThere
    return _beside(one)


def of_review(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The measure that another authority looks at."""
    for one in help_of(request, file).taken:
        for review in one.reviews:
            if review.id == row_id and not review.reviewed_by:
                return Stands(beside=((one.programme.name, review.measure),))
    raise NotThere


def taken(found: HelpOf, row_id: UUID | None) -> Taken:
    """The referral that an address names. Raises NotThere."""
    for one in found.taken:
        if one.row.first == row_id:
            return one
    raise NotThere


def _beside(one: Taken) -> Stands:
    return Stands(beside=((one.programme.name, f"{state_words(one)}. {one.row.why}"),))
