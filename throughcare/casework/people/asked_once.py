"""What a reading asks of a file again and again, asked once: whose it is, its parts, its facts.

A page of one file asked forty times for what cannot change under it. Kept only while the outermost
reading runs, which changes nothing, and apart for each viewer and moment behind the wall: an answer
that the database gave to one of them is never that of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from throughcare.access.walls import inside_as

R = TypeVar("R")

_kept: ContextVar[dict[object, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def asking_once() -> Iterator[None]:
    """Keep the answers until the block ends. For readings only: an act would read what was."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(question: object, ask: Callable[[], R]) -> R:
    """The answer to the question, from the database the first time. Outside a reading: always."""
    kept, me = _kept.get(), inside_as()
    if kept is None or me is None:
        return ask()
    key = (me, question)
    if key not in kept:
        kept[key] = ask()
    return cast(R, kept[key])
