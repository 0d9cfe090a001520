"""Who the person is: what was compared with papers becomes verified in the file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people import actions as of_people
from throughcare.casework.people.kinds import Kind, Standing
from throughcare.casework.people.queries import File
from throughcare.kernel.partial_dates import parse
from throughcare.web.custody.reception.forms.identity import IdentityForm
from throughcare.web.custody.reception.step import at_step
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.local import local
from throughcare.web.people.shown.facts import grouped, pieces_of
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_COMPARED = (Kind.NAME, Kind.BIRTH_DATE, Kind.SEX, Kind.NATIONALITY, Kind.IDENTIFIER)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def identity(request: Request, person_id: UUID) -> HttpResponse:
    """Verified by papers, or stated."""
    here = at_step(request, person_id, StepKind.IDENTITY, Act.WRITE)
    offered = [
        (str(fact.id), f"{Kind(fact.kind).label}: {pieces_of(fact.kind, fact.value)[0][1]}")
        for fact in here.file.facts
        if fact.kind in _COMPARED and fact.standing == Standing.STATED
    ]

    def write(form: IdentityForm, sending: Sending) -> str:
        said = form.cleaned_data
        for behind, fact in enumerate(said.get("facts", ())):
            of_people.verify_fact(
                by=request.viewer, at=request.at, fact_id=UUID(fact), proof=said["proof"],
                expected=sending.version + behind,
            )  # fmt: skip
        here.take(form.value(), said["happened_at"])
        return here.on()

    names = names_of(fact.recorded_by for fact in here.file.facts)
    return here.answer(
        lambda typed: here.form(IdentityForm, typed).offer(offered), write,
        facts=grouped(here.file.facts, _COMPARED, names), invented=looks_invented(here.file),
    )  # fmt: skip


def looks_invented(file: File) -> bool:
    """Whether a birth date that is only stated is a 1 January: often nobody knew the day."""
    dates = [
        parse(str(fact.value["date"])) for fact in file.facts
        if fact.kind == Kind.BIRTH_DATE and fact.standing == Standing.STATED
    ]  # fmt: skip
    return any((date.month, date.day) == (1, 1) for date in dates)
