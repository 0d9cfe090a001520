"""To state a fact, to verify it, to correct it, to strike it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import CONTACTS, Kind, compartment_of
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.acts import ProofForm, ReasonForm
from throughcare.web.people.forms.values import FORMS, BirthDateForm, ValueForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.facts import fact_shown, grouped
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django.http import QueryDict
    from django_stubs_ext import StrOrPromise

_TITLES: Final[dict[str, StrOrPromise]] = {
    Kind.NAME: _("Add a name"),
    Kind.BIRTH_DATE: _("Add a birth date"),
    Kind.SEX: _("Add the sex as recorded"),
    Kind.GENDER: _("Add the gender as the person says"),
    Kind.NATIONALITY: _("Add a nationality"),
    Kind.LANGUAGE: _("Add a language"),
    Kind.DOCUMENT: _("Add a document"),
    Kind.IDENTIFIER: _("Add a number"),
    Kind.ADJUSTMENT: _("Add a disability or adjustment"),
    Kind.DEPENDANT: _("Add a dependant"),
    Kind.EMERGENCY_CONTACT: _("Add an emergency contact"),
}
_FORM_PAGE: Final = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def state(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """Write down what somebody says of the person, beside what is there."""
    if kind not in FORMS:
        raise NotThere
    file = _file(request, person_id, kind)
    asked = _asked(request, file, kind, _TITLES[kind], _("Write this down"))
    names = names_of(fact.recorded_by for fact in file.facts)
    return asked.answer(
        lambda typed: _dated(FORMS[kind](typed), request),
        lambda form, sending: _done(
            file, kind, "stated",
            actions.state_fact(
                by=request.viewer, at=request.at, person_id=file.id, kind=Kind(kind),
                value=form.value(), expected=sending.version,
            ),
        ),
        standing=grouped(file.facts, (Kind(kind),), names),
    )  # fmt: skip


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def correct(request: Request, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Put a right value in the place of a wrong one, with the reason."""
    file, fact = _fact(request, person_id, fact_id)
    if fact.kind not in FORMS:  # a photo is not corrected: a new one takes its place
        raise NotThere
    asked = _asked(request, file, fact.kind, _("Correct an entry"), _("Save the correction"))

    def form(typed: QueryDict | None) -> ValueForm:
        blank = FORMS[fact.kind]()
        made = FORMS[fact.kind](typed, initial=blank.initial_of(fact.value))
        made.ask_why()
        return _dated(made, request)

    return asked.answer(
        form,
        lambda form, sending: _done(
            file, fact.kind, "corrected",
            actions.correct_fact(
                by=request.viewer, at=request.at, fact_id=fact.id, value=form.value(),
                why=form.cleaned_data["why"], expected=sending.version,
            ),
        ),
        fact=_shown(fact),
    )  # fmt: skip


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def verify(request: Request, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Say that a stated fact was compared with a proof."""
    file, fact = _fact(request, person_id, fact_id)
    asked = _asked(request, file, fact.kind, _("Verify an entry"), _("It is verified"))
    return asked.answer(
        lambda typed: ProofForm(typed),
        lambda form, sending: _done(
            file, fact.kind, "verified",
            actions.verify_fact(
                by=request.viewer, at=request.at, fact_id=fact.id,
                proof=form.cleaned_data["proof"], expected=sending.version,
            ),
        ),
        fact=_shown(fact),
    )  # fmt: skip


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def strike_out(request: Request, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Strike out what should never have stood here."""
    file, fact = _fact(request, person_id, fact_id)
    asked = _asked(request, file, fact.kind, _("Strike out an entry"), _("Strike it out"))
    return asked.answer(
        lambda typed: ReasonForm(typed),
        lambda form, sending: _done(
            file, fact.kind, "struck-out",
            actions.void_fact(
                by=request.viewer, at=request.at, fact_id=fact.id,
                why=form.cleaned_data["why"], expected=sending.version,
            ),
        ),
        fact=_shown(fact),
    )  # fmt: skip


def _fact(request: Request, person_id: UUID, fact_id: UUID) -> tuple[queries.File, queries.Fact]:
    """The file and one of its facts, also one that somebody has replaced meanwhile.

    Whoever had typed beside it is then told what changed, instead of losing the page.
    """
    read = queries.file_of(request.viewer, person_id, at=request.at, why="")
    known = {fact.id: fact for fact in read.facts}
    if fact_id not in known:
        history = queries.history_of(request.viewer, person_id, at=request.at)
        known = {fact.id: fact for fact in history.facts}
    if fact_id not in known:
        raise NotThere
    fact = known[fact_id]
    return _file(request, person_id, fact.kind), fact


def _file(request: Request, person_id: UUID, kind: str) -> queries.File:
    return queries.file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=compartment_of(kind), at=request.at
    )


def _asked(
    request: Request, file: queries.File, kind: str, title: StrOrPromise, button: StrOrPromise
) -> Asked:
    here = "contacts" if compartment_of(kind) == CONTACTS else "identity"
    return Asked(request=request, file=file, here=here, title=title, button=button)


def _done(file: queries.File, kind: str, what: str, fact: queries.Fact) -> str:
    """The way to the tab where the fact stands, at its kind."""
    tab = "/contacts" if compartment_of(kind) == CONTACTS else ""
    return f"/people/{file.id}{tab}?done={what}#of-{fact.kind}"


def _shown(fact: queries.Fact) -> object:
    return fact_shown(fact, names_of([fact.recorded_by]))


def _dated(form: ValueForm, request: Request) -> ValueForm:
    if isinstance(form, BirthDateForm) and form.is_bound and form.is_valid():
        form.refuse_future(request.at)
    return form
