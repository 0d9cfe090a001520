"""The first step: the order or its absence, and the admission itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import OrderKind, Stage, StepKind
from throughcare.web.custody.reception.forms.legality import LegalityForm
from throughcare.web.custody.reception.step import At, at_step
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def legality(request: Request, person_id: UUID) -> HttpResponse:
    """Register the order, or say that there is none; then the person is received."""
    here = at_step(request, person_id, StepKind.LEGALITY, Act.WRITE)
    elsewhere = _held_elsewhere(here)
    names = names_of_places(one.kept_at for one in elsewhere)

    def write(form: LegalityForm, _sending: object) -> str:
        _write(here, form)
        return here.on()

    return here.answer(
        lambda typed: here.form(LegalityForm, typed).held_elsewhere(bool(elsewhere)), write,
        elsewhere=[names.get(one.kept_at or "", one.kept_at) for one in elsewhere],
    )  # fmt: skip


def _held_elsewhere(here: At) -> list[queries.Elsewhere]:
    """Where another prison holds somebody with the marks of this file."""
    if here.walk.stay is not None:
        return []
    found = queries.known_elsewhere(here.request.viewer, here.file.id, at=here.request.at)
    return [one for one in found if one.held]


def _write(here: At, form: LegalityForm) -> None:
    said, moment = form.cleaned_data, form.moment()
    asked: dict[str, Any] = {
        "by": here.request.viewer,
        "at": here.request.at,
        "person_id": here.file.id,
    }
    if said["found"] == "valid":
        actions.register_order(
            **asked, kind=OrderKind(said["order_kind"]), authority=said["authority"],
            number=said["number"], issued_on=said["issued_on"], valid_from=said["valid_from"],
            valid_to=said["valid_to"],
        )  # fmt: skip
    if here.walk.stay is None:
        actions.receive(
            **asked, establishment=here.file.held_at or "", admitted_at=moment,
            without_order=said["without_order"] if said["found"] == "without" else "",
            somebody_else=said.get("somebody_else", ""),
        )  # fmt: skip
    checked = {"found": "without" if said["found"] == "without" else "valid",
               "order": said["number"]}  # fmt: skip
    steps: list[tuple[StepKind, dict[str, Any]]] = [(StepKind.LEGALITY, checked)]
    if said["arrest_at"]:
        steps.append((StepKind.ARREST, {"at": said["arrest_at"].isoformat(),
                                        "place": said["arrest_place"],
                                        "authority": said["arrest_by"]}))  # fmt: skip
    if said["told_language"]:
        steps.append((StepKind.CHARGES_TOLD, {"language": said["told_language"],
                                              "mode": said["told_mode"]}))  # fmt: skip
    for kind, value in steps:
        actions.take_step(
            **asked, stage=Stage.RECEPTION, kind=kind, value=value, happened_at=moment
        )
