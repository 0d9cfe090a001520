"""What stands now, beside a form about a board, its minutes, a level or an appeal."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.casework.assessment import queries
from throughcare.casework.assessment.board import last_review
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.queries import Classifications, SeenClassification
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.queries import unit_paths
from throughcare.casework.people.items_wait import items_waiting_for
from throughcare.casework.people.queries import File
from throughcare.duties.queries import called_for
from throughcare.web.classification.members import members_at
from throughcare.web.classification.shown import calls_of, shown_of, unit_words
from throughcare.web.custody.deeds import Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


def of_call(request: Request, file: File, _row: UUID | None) -> Stands:
    """What calls for a board stands beside the form, and the first of it in its field."""
    _found(request, file)
    calls = called_for(request.viewer, file.id, at=request.at)
    return Stands(
        beside=tuple((one.what, moment_words(one.at)) for one in calls_of(calls)),
        initial={"trigger": calls[0].trigger} if calls else {},
    )


def of_board(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The board that is called together."""
    board = _found(request, file).board
    if board is None or board.first != row_id:
        raise NotThere
    return Stands(
        beside=(
            (_("What calls for the board"), board.get_trigger_display()), (_("Why"), board.why),
            (_("When the board meets"), moment_words(board.meets_at)),
        ),
        initial={"decided_at": timezone.localtime(minute_of(min(board.meets_at, request.at)))},
    )  # fmt: skip


def of_minutes(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The same, and what the minutes need to know: members, units, a status, a woman."""
    board = of_board(request, file, row_id)
    decided_at = board.initial["decided_at"]
    review = timezone.localtime(last_review(decided_at, str(zone_of(file.held_at))))
    assert row_id is not None  # `of_board` found it
    asked = queries.minutes_asked(request.viewer, row_id, file.id, at=request.at)
    return Stands(
        beside=(*_waiting(request, file), *board.beside),
        initial={"decided_at": decided_at, "review_at": review},
        more={
            "members": members_at(file.held_at, at=request.at), "units": _units(request, file),
            "marked": asked.marked, "woman": asked.woman, "also": asked.also,
        },
    )  # fmt: skip


def of_classification(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The level and its reasons, for whoever tells the person or writes down an appeal."""
    return _beside(_seen(_found(request, file, own_words=True), row_id))


def of_signing(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The minutes whole: nobody signs what was not read."""
    found = _found(request, file)
    row = _seen(found, row_id).row
    one = next(one for one in shown_of(found, at=request.at) if one.seen.row is row)
    factors = tuple(
        (factor.get_kind_display(), f"{factor.get_weighs_display()}. {factor.words}")
        for factor in one.factors
    )
    none = _("no dissent")
    seats = tuple((sat.office, f"{sat.name}. {sat.dissent or none}") for sat in one.members)
    model = f"{row.get_model_display()}. {row.model_why}" if row.model else ""
    return Stands(
        beside=(
            *_waiting(request, file), *_beside(one.seen).beside,
            (_("Why the next lower level is not enough"), row.lower_why),
            (_("What the person wishes"), row.wish), (_("Unit"), one.place),
            (_("How the person is placed"), model),
            (_("What the board was advised"), row.departs_from),
            (_("Why it decides otherwise"), row.departs_why), *one.answers, *factors, *seats,
        ),
        words=one.seen.words,
    )  # fmt: skip


def of_appeal(request: Request, file: File, row_id: UUID | None) -> Stands:
    """What the person says, and the level it is about."""
    for seen in _found(request, file).seen:
        for said in seen.appeals:
            if said.first == row_id:
                return Stands(
                    beside=((_("What the person says"), said.words), *_beside(seen).beside)
                )
    raise NotThere


def _found(request: Request, file: File, *, own_words: bool = False) -> Classifications:
    """For whoever may write here; with `own_words` for the person too."""
    found = queries.classifications_of(request.viewer, file.id, at=request.at)
    if not (found.may_appeal if own_words else found.may_write):
        raise NotThere
    return found


def _seen(found: Classifications, row_id: UUID | None) -> SeenClassification:
    seen = next((one for one in found.seen if one.row.first == row_id), None)
    if seen is None:
        raise NotThere
    return seen


def _waiting(request: Request, file: File) -> tuple[tuple[str, str], ...]:
    """How many items wait, as nothing can be decided before; nothing for who may not know."""
    found = items_waiting_for(request.viewer, file.id, file.held_at, at=request.at)
    return ((_("Items that wait for a written answer"), str(found)),) if found else ()


def _beside(one: SeenClassification) -> Stands:
    row = one.row
    reasons = " ".join(words for words in (row.reasons, row.besides) if words)
    return Stands(
        beside=(
            (_("Security level"), row.get_level_display()), (_("Reasons"), reasons),
            (_("When the board decided"), moment_words(row.decided_at)),
            (_("Until when"), moment_words(one.ends_at)),
        )
    )  # fmt: skip


def _units(request: Request, file: File) -> list[tuple[str, str]]:
    paths = unit_paths(file.held_at or "", at=request.at)
    names = names_of_places(paths)
    return [(path, unit_words(path, names)) for path in paths]
