"""One step of the reception: its form, and how it is written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import WALK, Stage, StepKind, compartment_of
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.reception.body_map import body_map
from throughcare.web.custody.reception.forms.base import StepForm
from throughcare.web.custody.reception.forms.beside import ArrestForm, ChargesToldForm
from throughcare.web.custody.reception.forms.body import ComplaintForm, InjuriesForm, SearchForm
from throughcare.web.custody.reception.forms.things import PropertyForm
from throughcare.web.custody.reception.forms.told import (
    ConsulForm,
    DependantsForm,
    FamilyForm,
    InformationForm,
    LawyerForm,
    NeedsForm,
)
from throughcare.web.custody.reception.shown import said_of
from throughcare.web.custody.reception.titles import TOLD
from throughcare.web.custody.reception.walk import way_on
from throughcare.web.custody.sections import sections
from throughcare.web.people.acting import Asked
from throughcare.web.people.local import local
from throughcare.web.request import Request

FORMS: Final[dict[StepKind, type[StepForm]]] = {
    form.kind: form
    for form in (
        SearchForm, InjuriesForm, ComplaintForm, PropertyForm, InformationForm, LawyerForm,
        ConsulForm, FamilyForm, DependantsForm, NeedsForm, ArrestForm, ChargesToldForm,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class At:
    """One step of one person's reception, as a page asks for it."""

    request: Request
    file: File
    walk: queries.Walk
    kind: StepKind

    def form(self, of: type[StepForm], typed: QueryDict | None, **named: Any) -> Any:
        """The form of the step."""
        return of(
            typed, at=self.request.at, walk=self.walk,
            officer=self.request.user.get_username(), **named,
        )  # fmt: skip

    def take(self, value: dict[str, object], happened_at: Any) -> None:
        """Write the step down."""
        actions.take_step(
            by=self.request.viewer, at=self.request.at, person_id=self.file.id,
            stage=Stage.RECEPTION, kind=self.kind, value=value, happened_at=happened_at,
        )  # fmt: skip

    def on(self) -> str:
        """The way on once this step is done."""
        return f"{way_on(self.walk, self.kind)}?done=step"

    def answer(
        self, make: Callable[[QueryDict | None], Any], act: Callable[[Any, Any], str],
        *, template: str = "custody/reception/step.html", **shown: Any,
    ) -> HttpResponse:  # fmt: skip
        """The page of the step."""
        order = list(WALK[Stage.RECEPTION])
        steps = {one.kind: one for one in (*self.walk.steps, *self.walk.beside)}
        asked = Asked(
            request=self.request, file=self.file, here="custody", title=TOLD[self.kind].title,
            button=_("Save and go on"), template=template,
        )  # fmt: skip
        return asked.answer(
            make, act, sections=sections(self.request, self.file, "reception"), walk=self.walk,
            told=TOLD[self.kind], said=said_of(steps[self.kind]), walked=steps[self.kind],
            number=order.index(self.kind) + 1 if self.kind in order else 0, of=len(order),
            way=f"/people/{self.file.id}/custody/reception", skip=way_on(self.walk, self.kind),
            **shown,
        )  # fmt: skip


def at_step(request: Request, person_id: UUID, kind: StepKind, act: Act = Act.APPEND) -> At:
    """The file, for who may write this step. Raises NotThere or Refused."""
    file = file_to_change(
        request.viewer, person_id, act=act, compartment=compartment_of(kind), at=request.at
    )
    if file.redacted:
        raise NotThere
    return At(request, file, queries.walk_of(request.viewer, file.id, at=request.at), kind)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def step(request: Request, person_id: UUID, step: str) -> HttpResponse:
    """A step with nothing but its form; without a stay there is nothing to write yet."""
    if step not in FORMS:
        raise NotThere
    here = at_step(request, person_id, StepKind(step))
    form_of = FORMS[here.kind]

    def write(form: StepForm, _sending: object) -> str:
        here.take(form.value(), form.cleaned_data["happened_at"])
        return here.on()

    chosen = request.POST.getlist("marks") if here.kind is StepKind.INJURIES else ()
    return here.answer(
        lambda typed: here.form(form_of, typed), write, template=form_of.template,
        sides=body_map(chosen) if here.kind is StepKind.INJURIES else (),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def correct(request: Request, person_id: UUID, step: str, step_id: UUID) -> HttpResponse:
    """Write a step anew, with the reason; the old one stays readable. Only who reads it can."""
    if step not in FORMS:
        raise NotThere
    here = at_step(request, person_id, StepKind(step), Act.WRITE)
    form_of = FORMS[here.kind]
    walked = next(one for one in (*here.walk.steps, *here.walk.beside) if one.kind is here.kind)
    old = next((one for one in walked.said if one.id == step_id), None)
    if old is None:
        raise NotThere
    initial = {
        **form_of.initial_of(old.value), "happened_at": timezone.localtime(old.happened_at)
    }  # fmt: skip

    def make(typed: QueryDict | None) -> Any:
        form = here.form(form_of, typed, initial=initial)
        form.ask_why()
        return form

    def write(form: StepForm, _sending: object) -> str:
        actions.correct_step(
            by=request.viewer, at=request.at, step_id=step_id, value=form.value(),
            happened_at=form.cleaned_data["happened_at"], why=form.cleaned_data["why"],
        )  # fmt: skip
        return f"/people/{here.file.id}/custody/reception?done=corrected"

    return here.answer(make, write, correcting=True)
