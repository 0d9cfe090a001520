"""A person's photo: to show it, and to keep a new one."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.terms import Act
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.pictures import MOST_BYTES
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.base import PageForm
from throughcare.web.people.local import local
from throughcare.web.request import Request


class PhotoForm(PageForm):
    """A file; what it is decides whoever reads it as a picture."""

    photo = forms.FileField(
        label=_("Photo"), allow_empty_file=True, max_length=500,
        help_text=_("A JPEG, PNG or WebP of at most 8 megabytes. Place and time of the camera "
                    "are taken out."),
        error_messages={"required": _("Choose a file.")},
    )  # fmt: skip

    def clean_photo(self) -> UploadedFile[bytes]:
        """Not larger than what is read at all."""
        photo: UploadedFile[bytes] = self.cleaned_data["photo"]
        if (photo.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Choose one of 8 megabytes."))
        return photo


@require_http_methods(["GET", "HEAD", "POST"])
@local
def new(request: Request, person_id: UUID) -> HttpResponse:
    """Choose a file, and keep the picture in it."""
    file = queries.file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
    asked = Asked(
        request=request, file=file, here="identity", title=_("Keep a photo"),
        button=_("Keep the photo"), template="people/photo.html",
    )  # fmt: skip
    return asked.answer(
        lambda typed: PhotoForm(typed, request.FILES if typed is not None else None),
        lambda form, sending: _keep(request, file, form, sending.version),
    )


def _keep(request: Request, file: queries.File, form: PhotoForm, version: int) -> str:
    raw = form.cleaned_data["photo"].read()
    actions.set_photo(
        by=request.viewer, at=request.at, person_id=file.id, raw=raw, expected=version
    )
    return f"/people/{file.id}?done=photo"


@require_safe
def picture(request: Request, person_id: UUID, photo_id: UUID) -> HttpResponse:
    """The picture itself. Nothing on the way keeps it."""
    content = queries.photo_of(request.viewer, person_id, photo_id, at=request.at)
    answer = HttpResponse(content, content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Disposition"] = 'inline; filename="photo.jpg"'
    return answer
