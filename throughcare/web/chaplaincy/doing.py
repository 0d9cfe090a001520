"""What is done about religion on a file: one deed for each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.chaplaincy import actions, queries
from throughcare.casework.chaplaincy.errors import AgainstTheWish
from throughcare.casework.people.queries import File
from throughcare.web.chaplaincy import forms
from throughcare.web.chaplaincy.judged import judged_now
from throughcare.web.custody.deeds import Deed, Find, Sent, Stands
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECTION: Final = "religion"


def _nothing(_request: Request, _file: File, _row: UUID | None) -> Stands:
    return Stands()


def _for_the_chaplain(request: Request, file: File, _row: UUID | None) -> Stands:
    if not queries.faith_of(request.viewer, file.id, at=request.at).may_offer:
        raise NotThere
    return Stands()


def _of_request(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.faith_of(request.viewer, file.id, at=request.at)
    one = next((asked.row for asked in found.asked if asked.row.id == row_id), None)
    if one is None or not found.may_offer:
        raise NotThere
    return Stands(
        beside=(
            (_("Faith, as the person says it"), one.faith),
            (_("When it was asked"), moment_words(one.asked_at)),
        )
    )


def _of_wish(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.faith_of(request.viewer, file.id, at=request.at)
    one = next((wish for wish in found.wishes if wish.id == row_id), None)
    if one is None or not found.may_wish:
        raise NotThere
    return Stands(
        beside=(
            (_("What the person wishes"), one.get_kind_display()),
            (_("Faith, as the person says it"), one.faith),
            (_("Since when"), moment_words(one.since)),
        )
    )


def _ask(sent: Sent) -> object:
    return actions.ask_for(**sent.whose, **sent.words("faith", "asked_at"))


def _wish(sent: Sent) -> object:
    return actions.wish(**sent.whose, **sent.words("kind", "faith", "since"))


def _visit(sent: Sent) -> object:
    said = sent.words("kind", "offered_at", "outcome")
    return actions.offer_visit(**sent.whose, **said, request_id=sent.row_id)


def _service(sent: Sent) -> object:
    said = sent.words("faith", "held_at")
    return actions.hold_service(**sent.when, person_ids=[sent.file.id], **said)


def _end(sent: Sent) -> object:
    return actions.end_wish(**sent.when, wish_id=sent.row, **sent.words("until"))


def _judged(write: Callable[[Sent], object]) -> Callable[[Sent], object]:
    def and_judge(sent: Sent) -> object:
        row = write(sent)
        judged_now(sent.request, [sent.file.id])
        return row

    return and_judge


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object], find: Find, hint: StrOrPromise = "",
) -> Deed:  # fmt: skip
    return Deed(
        section=SECTION, title=title, button=button, form=form, write=_judged(write), find=find,
        done="written", code=Compartment.REL, hint=hint, at_field={AgainstTheWish: "outcome"},
    )  # fmt: skip


_NO_WORDS: Final = _("That it was offered, and whether it took place. Never what was said.")
OF_A_FILE: Final[Mapping[str, Deed]] = {
    "ask": replace(
        _deed(
            _("Ask for a representative"), _("Save the request"), forms.AskForm, _ask, _nothing,
            _("Of any faith or belief. Only the chaplaincy reads it."),
        ),
        act=Act.APPEND,
    ),
    "wish": _deed(
        _("A wish about religion"), _("Save the wish"), forms.WishForm, _wish, _nothing,
        _("It holds until the person says otherwise. Only the chaplaincy reads it."),
    ),
    "visit": _deed(
        _("A visit was offered"), _("Save the visit"), forms.VisitForm, _visit, _for_the_chaplain,
        _NO_WORDS,
    ),
    "service": _deed(
        _("A service was open to the person"), _("Save the service"), forms.ServiceForm, _service,
        _for_the_chaplain, _("In the unit where the person lay."),
    ),
}  # fmt: skip
OF_A_REQUEST: Final[Mapping[str, Deed]] = {
    "answer": _deed(
        _("Answer the request"), _("Save the visit"), forms.VisitForm, _visit, _of_request,
        _NO_WORDS,
    ),
}  # fmt: skip
OF_A_WISH: Final[Mapping[str, Deed]] = {
    "end": _deed(
        _("The person wishes otherwise"), _("Save the end"), forms.EndForm, _end, _of_wish
    ),
}  # fmt: skip
