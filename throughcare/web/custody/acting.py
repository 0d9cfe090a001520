"""A form page of the tab Custody: the sections above it, and a way back to the section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.http import HttpResponse

from throughcare.casework.people.queries import File
from throughcare.web.custody.sections import sections
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.base import PageForm
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SomeForm = TypeVar("SomeForm", bound=PageForm)
_TEMPLATE: Final = "custody/movements/act.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One form. `section` is the section it belongs to, `back` where one goes without saving."""

    request: Request
    file: File
    section: str
    back: str
    title: StrOrPromise
    button: StrOrPromise

    def answer(
        self, form: Callable[..., SomeForm], act: Callable[[SomeForm, Sending], str], **shown: Any
    ) -> HttpResponse:
        """As `Asked.answer`."""
        asked = Asked(
            request=self.request, file=self.file, here="custody", title=self.title,
            button=self.button, template=_TEMPLATE,
        )  # fmt: skip
        return asked.answer(
            form,
            act,
            sections=sections(self.request, self.file, self.section),
            back=self.back,
            **shown,
        )
