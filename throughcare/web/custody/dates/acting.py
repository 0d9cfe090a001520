"""What the form pages of this part share: the file, the dates, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse

from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody import queries
from throughcare.casework.people import queries as people
from throughcare.web.custody.dates.words import day, length_of
from throughcare.web.people.acting import Asked, SomeForm
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def to_change(request: Request, person_id: UUID) -> people.File:
    """The file, for whoever may write sentences in it. Raises NotThere or Refused."""
    return people.file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=Compartment.SEN, at=request.at
    )


def dates_of(request: Request, file: people.File) -> queries.ReleaseDates:
    """The dates of the file as they stand."""
    return queries.release_dates_of(request.viewer, file.id, at=request.at)


def sentences_of(told: queries.ReleaseDates) -> Sequence[tuple[str, str]]:
    """The sentences to choose from."""
    return [
        (str(one.id), f"{one.get_kind_display()}, {length_of(one.years, one.months, one.days)}, "
                      f"{day(one.starts_on)}")
        for one in told.sentences
    ]  # fmt: skip


def orders_of(told: queries.ReleaseDates) -> Sequence[tuple[str, str]]:
    """The judgments to choose from."""
    return [
        (str(one.id), f"{one.authority}, {one.number}, {day(one.issued_on)}")
        for one in told.orders
    ]  # fmt: skip


def ask(
    request: Request, file: people.File, title: StrOrPromise, button: StrOrPromise,
    form: Callable[..., SomeForm], act: Callable[[SomeForm], object], done: str, **shown: Any,
) -> HttpResponse:  # fmt: skip
    """A form page that leads back to the dates once it is done."""
    asked = Asked(
        request=request, file=file, here="custody", title=title, button=button,
        template="custody/dates/act.html",
    )  # fmt: skip

    def do(filled: SomeForm, _sending: object) -> str:
        act(filled)
        return f"/people/{file.id}/custody/dates?done={done}"

    return asked.answer(form, do, **shown)
