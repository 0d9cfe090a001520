"""A form on its way: the key it carries, what fills it, and how it is sent once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from django.http import QueryDict

from throughcare.web.drafts.actions import once
from throughcare.web.drafts.queries import draft_of, is_spent
from throughcare.web.request import Request
from throughcare.web.signing import SEEN

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KEY: Final = "once"
VERSION: Final = "version"
# What a form carries beside what is typed into it.
OWN: Final = frozenset({KEY, "csrfmiddlewaretoken", "draft_form", "draft_way", SEEN})
_LARGEST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One form of one page.

    `form` names it in the list of drafts, `way` is its page. `version` is that of the file when
    the page was loaded. `typed` is what fills it, from the post or from a draft; None is a fresh
    form. `judged`: somebody pressed the button that saves.
    """

    key: UUID
    form: StrOrPromise
    way: str
    version: int
    typed: QueryDict | None
    judged: bool


def sending_of(request: Request, form: StrOrPromise, *, version: int = 0) -> Sending:
    """What came with this request. A key or a version that is none is answered by a new one."""
    if request.method == "POST":
        return Sending(
            key=key_in(request.POST.get(KEY)) or uuid4(), form=form, way=request.path,
            version=_whole(request.POST.get(VERSION, "")), typed=request.POST,
            judged="more" not in request.POST,
        )  # fmt: skip
    asked = key_in(request.GET.get("draft"))
    draft = draft_of(request.viewer.account, asked, at=request.at) if asked else None
    key, typed = (draft.key, _as_sent(draft.typed)) if draft else (uuid4(), None)
    if typed is not None and typed.get(VERSION):
        version = _whole(str(typed[VERSION]))
    return Sending(key=key, form=form, way=request.path, version=version, typed=typed, judged=False)


def send_once(request: Request, sending: Sending, act: Callable[[], str]) -> str:
    """Do what the form asks for, unless this form did it; the way to where it led.

    Raises SentAlready, and whatever `act` raises.
    """
    return once(
        by=request.viewer.account, at=request.at, key=sending.key, digest=_digest(request), act=act
    )


def was_sent(request: Request, sending: Sending) -> bool:
    """Whether this form was sent before, whatever was in it."""
    return is_spent(request.viewer.account, sending.key)


def key_in(said: str | None) -> UUID | None:
    """A key as a page carries it; None for anything else."""
    try:
        return UUID(said or "")
    except ValueError:
        return None


def _digest(request: Request) -> str:
    told = sha256()
    for name, values in sorted(request.POST.lists()):
        if name not in OWN:
            told.update(repr((name, values)).encode())
    for name, file in sorted(request.FILES.items()):
        told.update(repr((name, getattr(file, "name", ""), getattr(file, "size", 0))).encode())
    return told.hexdigest()


def _whole(said: str) -> int:
    """A version, or 0, which no file has: then the person is told what changed."""
    digits = said.isascii() and said.isdigit() and len(said) < 11
    number = int(said) if digits else 0
    return number if number <= _LARGEST else 0


def _as_sent(typed: Mapping[str, list[str]]) -> QueryDict:
    filled = QueryDict(mutable=True)
    for name, values in typed.items():
        filled.setlist(name, values)
    return filled
