"""Which statuses each operation can answer, and the call behind a request."""

from __future__ import annotations

from typing import Any, Final, cast

from django.http import HttpRequest

from throughcare.api.call import Call
from throughcare.api.problems import ProblemBody

_ALWAYS: Final = (401, 403, 404, 422, 429, 500)
_WITH_BODY: Final = (400, 413, 415)


def reading(shown: Any) -> dict[int, Any]:
    """A reading answers 200; a body that comes with it is measured too (413)."""
    return _answers(200, shown, (*_ALWAYS, 413))


def searching(shown: Any) -> dict[int, Any]:
    """A reading by POST: its body may be unreadable."""
    return _answers(200, shown, (*_ALWAYS, *_WITH_BODY))


def making(shown: Any) -> dict[int, Any]:
    """Something new: 201, or 409 when the file has changed meanwhile."""
    return _answers(201, shown, (*_ALWAYS, *_WITH_BODY, 409))


def changing(shown: Any) -> dict[int, Any]:
    """Something that was there is ended or struck out: 200, or 409."""
    return _answers(200, shown, (*_ALWAYS, *_WITH_BODY, 409))


def named(name: str) -> dict[str, Any]:
    """The operation's name in the schema and among the addresses."""
    return {"operation_id": name, "url_name": name}


def took(request: HttpRequest) -> Call:
    """The request as the door has let it in."""
    return cast(Call, request)


def _answers(good: int, shown: Any, refusals: tuple[int, ...]) -> dict[int, Any]:
    return {good: shown, **dict.fromkeys(sorted(refusals), ProblemBody)}
