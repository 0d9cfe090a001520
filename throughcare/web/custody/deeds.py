"""One form and what it does: shown, judged, sent once, and the way back to its section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.queries import File, file_to_change
from throughcare.casework.rows.errors import OtherWords
from throughcare.errors import BadInput
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.custody.sections import sections
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.acting import Asked
from throughcare.web.people.local import local
from throughcare.web.people.trouble import ToldAtField, trouble_of
from throughcare.web.request import Request
from throughcare.web.signing import shown_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TEMPLATE: Final = "custody/act.html"
_FILE: Final = "people/<uuid:person_id>/custody"
Page = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """What stands now, for a form about a row: shown beside it, and filled into it.

    `words`: of what is signed with the form, the digest; `whole`: all of it, where the template
    of the form shows that.
    """

    beside: tuple[tuple[StrOrPromise, object], ...] = ()
    initial: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)  # what the form is made with
    shown: Mapping[str, Any] = field(default_factory=dict)  # what the template is given besides
    words: str = ""
    whole: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that was judged whole, and whom it is about. `seen`: the words shown with it."""

    request: Request
    file: File
    row_id: UUID | None
    said: Mapping[str, Any]
    seen: str = ""

    @property
    def row(self) -> UUID:
        """The row it is about. Raises NotThere where the address names none."""
        if self.row_id is None:
            raise NotThere
        return self.row_id

    @property
    def whose(self) -> dict[str, Any]:
        """By whom, when and about whom, as the actions of a person take it."""
        return {**self.when, "person_id": self.file.id}

    @property
    def when(self) -> dict[str, Any]:
        """By whom and when, as the actions of a row take it."""
        by: Viewer = self.request.viewer
        at: datetime = self.request.at
        return {"by": by, "at": at}

    def words(self, *names: str) -> dict[str, Any]:
        """What was typed in these fields."""
        return {name: self.said[name] for name in names}


Find = Callable[[Request, File, UUID | None], Stands]


def _nothing(_request: Request, _file: File, _row: UUID | None) -> Stands:
    return Stands()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """`act` is what the policy is asked for before anybody types; `find` what stands now.

    `at_field`: which refusals of the room belong to one field, and stand there.
    """

    section: str
    title: StrOrPromise
    button: StrOrPromise
    form: type[TimedForm]
    write: Callable[[Sent], object]
    done: str
    act: Act = Act.WRITE
    code: Compartment = Compartment.DIS
    hint: StrOrPromise = ""
    find: Find = _nothing
    template: str = TEMPLATE
    at_field: Mapping[type[BadInput], str] = field(default_factory=dict)


def page_for(deed: Deed) -> Page:
    """The page of a deed."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @local
    def page(request: Request, person_id: UUID, row_id: UUID | None = None) -> HttpResponse:
        file = file_to_change(
            request.viewer, person_id, act=deed.act, compartment=deed.code, at=request.at
        )
        return answered(request, file, deed, row_id)

    return page


def answered(
    request: Request, file: File, deed: Deed, row_id: UUID | None, **shown: Any
) -> HttpResponse:
    """The answer of a form page. `shown` is for its template."""
    stands = deed.find(request, file, row_id)
    words = shown_words(request, stands.words)
    back = f"/people/{file.id}/custody/{deed.section}"
    asked = Asked(
        request=request, file=file, here="custody", title=deed.title, button=deed.button,
        template=deed.template,
    )  # fmt: skip

    def write(form: TimedForm, _sending: Sending) -> str:
        said = form.cleaned_data
        try:
            deed.write(
                Sent(request=request, file=file, row_id=row_id, said=said, seen=words.seen)
            )  # fmt: skip
        except OtherWords:
            words.anew()
            raise
        except tuple(deed.at_field) as error:
            told = trouble_of(error)
            name = deed.at_field[type(error)]
            form.add_error(name if name in form.fields else None, f"{told.what} {told.remedy}")
            raise ToldAtField from error
        return f"{back}?done={deed.done}"

    return asked.answer(
        lambda typed: deed.form(typed, at=request.at, initial=stands.initial, **stands.more),
        write, sections=sections(request, file, deed.section), back=back, hint=deed.hint,
        beside=stands.beside, shown_words=words, **stands.shown, **shown,
    )  # fmt: skip


def addresses(
    section: str, name: str, of_a_file: Mapping[str, Deed], of_a_row: Mapping[str, Deed]
) -> list[URLPattern]:
    """The addresses of the forms of a section; each is called by its section and its own word."""

    def called(way: str) -> str:
        return f"{name}_{way}".replace("-", "_")

    return [
        *(
            path(f"{_FILE}/{section}/{way}", page_for(deed), name=called(way))
            for way, deed in of_a_file.items()
        ),
        *(
            path(f"{_FILE}/{section}/<uuid:row_id>/{way}", page_for(deed), name=called(way))
            for way, deed in of_a_row.items()
        ),
    ]
