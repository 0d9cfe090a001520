"""One form of the page of a plan: shown, judged, sent once, and the way back."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.people.queries import file_to_change
from throughcare.casework.rows.errors import OtherWords
from throughcare.web.custody.deeds import Deed, Page, Sent
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.acting import Asked
from throughcare.web.people.local import local
from throughcare.web.people.trouble import ToldAtField, trouble_of
from throughcare.web.request import Request
from throughcare.web.signing import shown_words

TEMPLATE: Final = "plans/act.html"
FILE: Final = "people/<uuid:person_id>/plan"
BACK: Final = gettext_lazy("Plan")


def page_for(deed: Deed) -> Page:
    """The page of a deed."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @local
    def page(request: Request, person_id: UUID, row_id: UUID | None = None) -> HttpResponse:
        file = file_to_change(
            request.viewer, person_id, act=deed.act, compartment=deed.code, at=request.at
        )
        stands = deed.find(request, file, row_id)
        words = shown_words(request, stands.words)
        back = f"/people/{file.id}/plan"
        asked = Asked(
            request=request, file=file, here="plan", title=deed.title, button=deed.button,
            template=deed.template,
        )  # fmt: skip

        def write(form: TimedForm, _sending: Sending) -> str:
            said = form.cleaned_data
            try:
                deed.write(
                    Sent(request=request, file=file, row_id=row_id, said=said, seen=words.seen)
                )
            except OtherWords:
                words.anew()
                raise
            except tuple(deed.at_field) as error:
                told = trouble_of(error)
                name = getattr(error, "part", deed.at_field[type(error)])
                form.add_error(name if name in form.fields else None, f"{told.what} {told.remedy}")
                raise ToldAtField from error
            return f"{back}?done={deed.done}"

        def made(typed: Any) -> TimedForm:
            return deed.form(typed, at=request.at, initial=stands.initial, **stands.more)

        return asked.answer(
            made, write, back=back, hint=deed.hint, beside=stands.beside, one=stands.whole,
            shown_words=words,
        )  # fmt: skip

    return page


def addresses(of_a_file: dict[str, Deed], of_a_row: dict[str, Deed]) -> list[URLPattern]:
    """The addresses of the forms: each is called by its own word."""
    return [
        *(
            path(f"{FILE}/{way}", page_for(deed), name=f"plan_{way}".replace("-", "_"))
            for way, deed in of_a_file.items()
        ),
        *(
            path(
                f"{FILE}/<uuid:row_id>/{way}", page_for(deed), name=f"plan_{way}".replace("-", "_")
            )
            for way, deed in of_a_row.items()
        ),
    ]  # fmt: skip
