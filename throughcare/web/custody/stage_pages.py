"""The pages that the walks of transfer, release and death share: the list, and one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import WALK, Stage, StepKind, compartment_of
from throughcare.casework.people.queries import file_to_change
from throughcare.web.custody.acting import Step
from throughcare.web.custody.known import Known
from throughcare.web.custody.step_forms import StepForm, form_of, said_of
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise

_LABELS: Final[Mapping[tuple[Stage, StepKind], StrOrPromise]] = {
    (Stage.RELEASE, StepKind.PROPERTY): gettext_lazy("Property given back"),
    (Stage.DEATH, StepKind.PROPERTY): gettext_lazy("Property given to the family"),
    (Stage.TRANSFER, StepKind.PROPERTY): gettext_lazy("Property that goes along"),
    (Stage.TRANSFER, StepKind.LAWYER): gettext_lazy("Lawyer told"),
    (Stage.RELEASE, StepKind.MONEY): gettext_lazy("Money and savings"),
    (Stage.RELEASE, StepKind.PAPERS): gettext_lazy("Identity papers"),
    (Stage.RELEASE, StepKind.FILE_COPY): gettext_lazy("Copy of the file offered"),
    (Stage.DEATH, StepKind.FAMILY): gettext_lazy("Next of kin told"),
}
_SECTION: Final[Mapping[Stage, tuple[str, str]]] = {
    Stage.TRANSFER: ("movements", "transfer"),
    Stage.RELEASE: ("release", "custody/release"),
    Stage.DEATH: ("release", "custody/death"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTaken:
    """A step as it was done; `said` is empty where it may not be read here."""

    at: datetime
    by: str
    said: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A line of the list. `closed`: written here and not read back."""

    label: str
    way: str
    taken: Sequence[ShownTaken]
    may: bool
    closed: bool


def shown_steps(walk: queries.StageWalk, person_id: UUID, known: Known) -> list[ShownStep]:
    """The lines of the list, in the order of the walk. Nothing is written on an earlier day."""
    names = names_of(
        taken.by for step in walk.steps for taken in step.taken if taken.by is not None
    )
    _section, way = _SECTION[walk.stage]
    return [
        ShownStep(
            label=label_of(walk.stage, step.kind), may=step.may and known.day is None,
            way=f"/people/{person_id}/{way}/{step.kind.replace('_', '-')}",
            closed=compartment_of(step.kind) is Compartment.HLT,
            taken=[
                ShownTaken(
                    at=taken.happened_at, by=names.get(taken.by or "", ""),
                    said=said_of(walk.stage, step.kind, taken.value or {}),
                )
                for taken in step.taken
            ],
        )
        for step in walk.steps
    ]  # fmt: skip


def label_of(stage: Stage, kind: StepKind) -> str:
    """What a step is called in this walk."""
    return capfirst(str(_LABELS.get((stage, kind), StepKind(kind).label)))


def step_page(request: Request, person_id: UUID, stage: Stage, name: str) -> HttpResponse:
    """The form of one step. Another step of the walk is no page of it."""
    kind = next((one for one in WALK[stage] if one.replace("_", "-") == name), None)
    if kind is None:
        raise NotThere
    file = file_to_change(
        request.viewer, person_id, act=Act.APPEND, compartment=compartment_of(kind), at=request.at
    )
    walk = queries.stage_walk(request.viewer, file.id, stage, at=request.at)
    section, way = _SECTION[stage]
    step = Step(
        request=request, file=file, section=section, back=f"/people/{file.id}/{way}",
        title=label_of(stage, kind), button=gettext_lazy("Save this step"),
    )  # fmt: skip

    def write(form: StepForm, _sending: Sending) -> str:
        actions.take_step(
            by=request.viewer, at=request.at, person_id=file.id, stage=stage, kind=kind,
            value=form.value(), happened_at=form.cleaned_data["happened_at"],
            movement_id=walk.movement.id if walk.movement else None,
        )  # fmt: skip
        return f"{step.back}?done=step"

    hint = ""
    if compartment_of(kind) is Compartment.HLT:
        hint = _("This is kept in the health file: you write it, and it is not read back here.")
    return step.answer(lambda typed: form_of(stage, kind)(typed, at=request.at), write, hint=hint)
