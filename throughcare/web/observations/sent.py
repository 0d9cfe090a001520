"""Observations from a device, many at once: JSON in, and the fate of each out.

    POST /observations/entries      with the session and the token of forms (X-CSRFToken)
    {"now": "…", "place": "north/a/1", "entries": [
      {"key": "…", "person": "…", "tone": "concern", "spot": "yard", "seen_at": "",
       "behaviour": "…", "meaning": "", "kept_why": "", "warned": "", "gone": false,
       "said_at": "2026-03-02T09:58:00Z", "opened": 1772441000}, …]}

    {"clock": "", "outcomes": [{"key": "…", "fate": "asked", "said": "…", "seal": "…",
      "marks": [[["He ", false], ["prays", true]]]}, …]}

Each entry is written or not by itself. One whose words warn is answered by a question (`asked`),
with the words marked: sent again with the `seal` as `warned` it is written as it stands, and with
`gone` too, with the fact that its writer did not look. `opened`: when the page was given out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.observations.actions import Fate, Looked, Sent, take_observation
from throughcare.casework.observations.queries import sent_before
from throughcare.errors import BadInput
from throughcare.kernel.models import Place
from throughcare.web.device.batch import NoBatch, batch_of, fates, instant, no_batch
from throughcare.web.device.clock import Clock
from throughcare.web.device.shown import key_of
from throughcare.web.observations.forms import ObserveForm
from throughcare.web.observations.lets import may_observe_at
from throughcare.web.observations.words import seal_of
from throughcare.web.people.forms.acts import Moment
from throughcare.web.people.local import local
from throughcare.web.request import Request

TEXTS: Final = ("tone", "spot", "seen_at", "behaviour", "meaning", "kept_why")
Told = dict[str, Any]


class Unreadable(Exception):
    """What was sent can be no entry; the words say why."""


@never_cache
@require_POST
@local
def entries(request: Request) -> JsonResponse:
    """Write down what a device sends. 200 with the fate of each entry, 422 for no batch."""
    try:
        batch = batch_of(request, at=request.at)
    except NoBatch as error:
        return no_batch(error)
    rows = [_row(key, one) for key, one in zip(batch.keys, batch.entries, strict=True)]
    before = sent_before(request.viewer, rows, at=request.at)
    there = _is_there(request, batch.place)
    told = []
    for key, row, one in zip(batch.keys, rows, batch.entries, strict=True):
        if row in before:
            said = _fate(Fate.ALREADY)
        elif not there:
            said = _refused(_("this unit is not there any more, or not yours to write of"))
        else:
            said = _taken(request, batch.place, batch.clock, row, one)
        told.append({"key": str(key), **said})
    return fates(told)


def _row(key: UUID, one: Mapping[str, Any]) -> UUID:
    """The key of the row: that of the field, and of what stands in it."""
    said = [str(one.get(name, "")) for name in ("person", *TEXTS)]
    return key_of(key, *(text.encode("utf-8", "replace").decode() for text in said))


def _is_there(request: Request, place: str) -> bool:
    """Whether there is such a place, and the viewer writes there: one answer for both."""
    adds = may_observe_at(request.viewer, place.split("/")[0], at=request.at)
    return adds and Place.objects.in_use(request.at).filter(path=place).exists()


def _taken(
    request: Request, place: str, clock: Clock | None, key: UUID, one: Mapping[str, Any]
) -> Told:
    try:
        person, sent = _how(request, clock, key, one)
        form = _form(request, sent, one)
        if set(form.errors) == {"__all__"} and form.warnings:
            return _asked(form)
        if not form.is_valid():
            raise Unreadable(_wrong(form))
        words: Told = {name: form.cleaned_data.get(name) for name in TEXTS}
        fate = take_observation(
            by=request.viewer, at=request.at, person_id=person, place=place, sent=sent, **words
        )
    except Unreadable as error:
        return _refused(str(error))
    except BadInput as error:
        return _refused(f"{error.what}; {error.remedy}")
    except (NotThere, Refused):
        return _refused(
            _("this person is no longer held here, or is not yours to write of. Somebody may have "
              "been moved or released meanwhile: tell the case team what you saw")
        )  # fmt: skip
    return _fate(fate)


def _how(
    request: Request, clock: Clock | None, key: UUID, one: Mapping[str, Any]
) -> tuple[UUID, Sent]:
    """Of whom it is, and how it came. Raises Unreadable."""
    texts = [one.get(name, "") for name in (*TEXTS, "warned", "person", "said_at")]
    try:
        if clock is None or not all(isinstance(text, str) for text in texts):
            raise ValueError(one)
        "".join(texts).encode()  # half a sign cannot be kept
        person, said_at = UUID(one["person"]), instant(one["said_at"])
        opened = instant(datetime.fromtimestamp(int(one["opened"]), UTC).isoformat())
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        raise Unreadable(_("this entry cannot be read; type it again")) from None
    _need_placed(clock, said_at, opened, one.get("seen_at", ""))
    looked = Looked.GONE if one.get("gone") is True else Looked.NOT_YET
    if one.get("warned") == seal_of(one.get("behaviour", ""), one.get("meaning", "")):
        looked = Looked.YES
    written_at = min(clock.typed_at(said_at), request.at)
    return person, Sent(key=key, said_at=said_at, written_at=written_at, looked=looked)


def _need_placed(clock: Clock, said_at: datetime, opened: datetime, typed: str) -> None:
    """Refuse what cannot be placed in time, as the clock was set anew. Raises Unreadable."""
    try:
        seen_at = Moment(required=False).clean(typed)
    except ValidationError:
        return  # the form says it
    if seen_at is not None:
        cannot = clock.cannot_place(said_at, seen_at)
        if cannot:
            raise Unreadable(cannot)
    elif clock.changed_since(said_at, opened):
        raise Unreadable(
            _("the clock of this device was changed while this waited, so that nobody can say when "
              "it was; type the time")
        )  # fmt: skip


def _form(request: Request, sent: Sent, one: Mapping[str, Any]) -> ObserveForm:
    """The form of the page, filled with it: one judge for both ways."""
    typed = {name: one.get(name, "") for name in TEXTS}
    seal = seal_of(typed["behaviour"], typed["meaning"])
    warned = "" if sent.looked == Looked.NOT_YET else seal
    return ObserveForm({**typed, "warned": warned}, at=request.at)


def _wrong(form: ObserveForm) -> str:
    """Everything that is wrong, each at its field."""
    told = [str(error) for error in form.non_field_errors()]
    for field in form:
        told += [f"{field.label}: {error}" for error in field.errors]
    return " ".join(told)


def _asked(form: ObserveForm) -> Told:
    of = ", ".join(f"{of} ({words})" for one in form.warnings for of, words in one.of)
    said = f"{_('Not saved yet: look at the marked words first.')} {_('They speak of:')} {of}."
    marks = [[[part.text, part.marked] for part in one.parts] for one in form.warnings]
    return {
        "fate": Fate.ASKED.value,
        "said": said,
        "seal": form.seal,
        "marks": marks,
        "of_words": of,
    }


def _fate(fate: Fate) -> Told:
    if fate == Fate.ASKED:  # the form has asked before: only a list that differs leads here
        return _refused(_("this entry cannot be read; type it again"))
    said = _("It was there already.") if fate == Fate.ALREADY else _("Written.")
    return {"fate": fate.value, "said": said}


def _refused(why: str) -> Told:
    return {"fate": Fate.REFUSED.value, "said": _("Refused: %(why)s") % {"why": why}}
