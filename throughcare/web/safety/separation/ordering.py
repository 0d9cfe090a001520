"""A separation begins: by an order, with the move to the cell in the same step; or it is found."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.custody import queries as of_places
from throughcare.casework.people.queries import File, file_to_change
from throughcare.casework.safety import actions, queries
from throughcare.web.custody.deeds import Deed, Sent, Stands, answered
from throughcare.web.custody.places.choices import choices_of, split
from throughcare.web.people.forms.acts import Moment
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.safety.lets import DIS, lets_of
from throughcare.web.safety.said import lately_said, row_said
from throughcare.web.safety.separation.order_forms import (
    FirstOrderForm,
    FoundForm,
    words_of_form,
)

_METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(_METHODS)
@local
def order(request: Request, person_id: UUID) -> HttpResponse:
    """Order a separation. The page says at once which it is in a row, and which day that makes."""
    file = file_to_change(request.viewer, person_id, act=Act.APPEND, compartment=DIS, at=request.at)
    since = _since(request) or request.at
    row = queries.in_a_row(request.viewer, file.id, since=since, at=request.at)
    return answered(
        request, file, _ORDER, None, row=row, runs=_runs(request, file),
        row_said=row_said(row, row.day), lately_said=lately_said(row),
    )  # fmt: skip


@never_cache
@require_http_methods(_METHODS)
@local
def found(request: Request, person_id: UUID) -> HttpResponse:
    """Write down a separation that nobody could have ordered, or that nobody wrote down."""
    file = file_to_change(request.viewer, person_id, act=Act.APPEND, compartment=DIS, at=request.at)
    return answered(request, file, _FOUND, None)


def _runs(request: Request, file: File) -> queries.Counter | None:
    counter = queries.counter_of(request.viewer, file.id, at=request.at)
    return counter if counter is not None and counter.runs else None


def _cells(request: Request, file: File, _row: UUID | None) -> Stands:
    """Where the person may be moved, for those who may move."""
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    if not lets.places:
        return Stands()
    free = of_places.free_places(request.viewer, file.id, at=request.at)
    return Stands(more={"choices": choices_of(free)})


def _order(sent: Sent) -> object:
    """The move first, so that the separation names the cell it began in. Both or neither."""
    said: dict[str, Any] = dict(sent.said)
    if said.get("place"):
        path, bed = split(said["place"])
        of_custody.place_in(
            **sent.whose, place=path, bed=bed, since=said["since"],
            reason=gettext("moved to another cell"), despite=said.get("despite", ""),
        )  # fmt: skip
    words = words_of_form(said, valid_from=said["since"], made_at=said["since"])
    return actions.order_separation(
        **sent.whose, kind=said["kind"], since=said["since"], order=words
    )


def _find(sent: Sent) -> object:
    said: dict[str, Any] = dict(sent.said)
    begins = said["since"]
    orders = []
    if said["ordered"]:
        orders.append(words_of_form(said, valid_from=begins, made_at=said["made_at"] or begins))
    return actions.find_separation(
        **sent.whose, kind=said["kind"], since=begins, until=said["until"], found=said["found"],
        orders=orders,
    )  # fmt: skip


def _since(request: Request) -> datetime | None:
    """The beginning that was typed, as far as it can be read."""
    try:
        typed = Moment(required=False).clean(request.POST.get("since", ""))
    except ValidationError:
        return None
    return typed if typed is not None and typed <= request.at else None


_ORDER = Deed(
    section="separation", title=gettext_lazy("Order a separation"),
    button=gettext_lazy("Save the order"), form=FirstOrderForm, write=_order, find=_cells,
    done="separation-ordered", act=Act.APPEND, template="safety/separation/order.html",
)  # fmt: skip
_FOUND = Deed(
    section="separation", title=gettext_lazy("A separation that was found"),
    button=gettext_lazy("Save what was found"), form=FoundForm, write=_find,
    done="separation-found", act=Act.APPEND,
    hint=gettext_lazy(
        "For what happened and could not have been ordered. The rules go on to call it broken, and "
        "the inspector sees it."
    ),
)  # fmt: skip
