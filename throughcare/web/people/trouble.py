"""What a form says when the room refuses it, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from django.utils.translation import gettext as _

from throughcare.casework.people.errors import ChangedMeanwhile
from throughcare.errors import BadInput
from throughcare.web.drafts.errors import SentAlready
from throughcare.web.drafts.sending import Sending, send_once
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


class ToldAtField(BadInput):
    """The room refused, and what it says stands at a field of the form already."""

    def __init__(self) -> None:
        super().__init__("")


@dataclass(frozen=True, slots=True)
class Told:
    """One change by somebody else, in words."""

    thing: str
    done: str
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
    """The error as the room says it, as sentences."""
    return Trouble(_sentence(error.what), _sentence(error.remedy))


def _changed(error: ChangedMeanwhile) -> Trouble:
    names = names_of([one.by for one in error.changes])
    return Trouble(
        _("Somebody else has changed this file since you opened it."),
        _("Look at what changed. What you typed is still here: save it again if it still holds."),
        [Told(one.of_what, one.done, names.get(one.by, one.by)) for one in error.changes],
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
