"""What a form says when the room refuses it, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.people.errors import (
    AlertStands,
    AlreadyReplaced,
    BadPeriod,
    CannotMerge,
    Change,
    ChangedMeanwhile,
    NoReason,
)
from throughcare.casework.people.kinds import Kind
from throughcare.errors import BadInput
from throughcare.web.drafts.errors import SentAlready
from throughcare.web.drafts.sending import Sending, send_once
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_WORDS: Final[dict[type[BadInput], tuple[StrOrPromise, StrOrPromise]]] = {
    AlertStands: (
        gettext_lazy("An alert of this kind is active already."),
        gettext_lazy("End that one first, or let it stand."),
    ),
    AlreadyReplaced: (
        gettext_lazy("What you want to change no longer stands: somebody replaced or ended it."),
        gettext_lazy("Open the file anew and change what stands there now."),
    ),
    BadPeriod: (
        gettext_lazy("These times do not fit together."),
        gettext_lazy("Look at day and hour."),
    ),
    CannotMerge: (
        gettext_lazy("These two files cannot be joined or separated like this: one of them has "
                     "changed, or they are one already."),
        gettext_lazy("Open both files anew and look at what was decided."),
    ),
    NoReason: (
        gettext_lazy("This needs a reason, and none was written."),
        gettext_lazy("Write in a sentence why; it stands in the register."),
    ),
}  # fmt: skip
_DONE: Final[dict[str, StrOrPromise]] = {
    "struck out": gettext_lazy("struck out"),
    "stated": gettext_lazy("stated"),
    "corrected or verified": gettext_lazy("corrected or verified"),
    "amended": gettext_lazy("amended"),
    "joined with another or separated again": gettext_lazy(
        "joined with another or separated again"
    ),
}
_THINGS: Final[dict[str, StrOrPromise]] = {
    "file": gettext_lazy("the whole file"),
    "note": gettext_lazy("note"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One change by somebody else, in words."""

    thing: StrOrPromise
    done: StrOrPromise
    by: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, what to do now, and what somebody else changed."""

    what: str
    remedy: str
    changes: Sequence[Told] = ()


def attempt(
    request: Request, sending: Sending, act: Callable[[], str]
) -> tuple[str | None, Sending, Trouble | None]:
    """Send once: the way to go on, or the form to show again with its trouble."""
    try:
        return send_once(request, sending, act), sending, None
    except ChangedMeanwhile as error:
        return None, replace(sending, version=error.version), _changed(error)
    except SentAlready as error:
        return None, replace(sending, key=uuid4()), Trouble(error.what, error.remedy)
    except BadInput as error:
        return None, sending, trouble_of(error)


def trouble_of(error: BadInput) -> Trouble:
    """The error in the words of the page; one without such words speaks for itself."""
    what, remedy = _WORDS.get(type(error), (error.what, error.remedy))
    return Trouble(str(what), str(remedy))


def _changed(error: ChangedMeanwhile) -> Trouble:
    names = names_of([one.by for one in error.changes])
    return Trouble(
        _("Somebody else has changed this file since you opened it."),
        _("Look at what changed. What you typed is still here: save it again if it still holds."),
        [_told(one, names.get(one.by, one.by)) for one in error.changes],
    )


def _told(change: Change, by: str) -> Told:
    thing = Kind(change.kind).label if change.kind in Kind.values else _THINGS[change.kind]
    return Told(thing, _DONE[change.done], by)
