"""Notes of a file: to read them, to write one, to amend one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import IDENTITY
from throughcare.web.people.acting import Asked
from throughcare.web.people.file import page_of, read
from throughcare.web.people.forms.acts import AmendmentForm, NoteForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.notes import notes_shown
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def notes(request: Request, person_id: UUID) -> HttpResponse:
    """The notes as they read now, newest first; a short reading shows safety notes alone."""
    file = read(request, person_id)
    earlier: list[queries.Note] = []
    if not file.redacted:
        history = queries.history_of(request.viewer, person_id, at=request.at)
        earlier = list(history.notes)
    told = {**page_of(request, file, "notes"), "notes": notes_shown(file.notes, earlier)}
    return render(request, "people/notes.html", told)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def add(request: Request, person_id: UUID) -> HttpResponse:
    """Write down what happened."""
    file = _file(request, person_id)
    asked = Asked(
        request=request, file=file, here="notes", title=_("Write a note"),
        button=_("Save the note"),
    )  # fmt: skip

    def write(form: NoteForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.add_note(
            by=request.viewer, at=request.at, person_id=file.id,
            kind=queries.NoteKind(said["kind"]), text=said["text"],
            happened_at=said["happened_at"],
        )  # fmt: skip
        return f"/people/{file.id}/notes?done=noted"

    return asked.answer(lambda typed: NoteForm(typed, at=request.at), write)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def amend(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """Write the note anew; the old one stays readable."""
    file = _file(request, person_id)
    history = queries.history_of(request.viewer, person_id, at=request.at)
    note = next((one for one in history.notes if one.id == note_id), None)
    if note is None:
        raise NotThere
    asked = Asked(
        request=request, file=file, here="notes", title=_("Amend a note"),
        button=_("Save the note"),
    )  # fmt: skip

    def write(form: AmendmentForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.amend_note(
            by=request.viewer, at=request.at, note_id=note_id, text=said["text"], why=said["why"]
        )
        return f"/people/{file.id}/notes?done=amended"

    return asked.answer(
        lambda typed: AmendmentForm(typed, initial={"text": note.text}), write,
        notes=notes_shown([note], history.notes),
    )  # fmt: skip


def _file(request: Request, person_id: UUID) -> queries.File:
    return queries.file_to_change(
        request.viewer, person_id, act=Act.APPEND, compartment=IDENTITY, at=request.at
    )
