"""How a query or an action enters the wall: in its own transaction, as its own viewer.

Nobody opens the wall from outside: the viewer and the moment are those that the query was given,
and the database works out from its own rows whom that account reaches.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.db import connection, transaction

from throughcare.access.question import Viewer

P = ParamSpec("P")
R = TypeVar("R")

ENTER: Final = "access_enter"
_LEAVE: Final = "SELECT set_config('throughcare.reach', %s, true)"
_inside: ContextVar[tuple[int, datetime] | None] = ContextVar("inside", default=None)


@contextmanager
def behind(viewer: Viewer, *, at: datetime, enter: str = ENTER) -> Iterator[None]:
    """Let the database see through this viewer's eyes until the block ends. In a transaction.

    `enter` is the function of the database that a room enters by. What stood before comes back; an
    error needs no going back, as the rollback does it.
    """
    me = (viewer.account, at)
    if _inside.get() == me:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {enter}(%s, %s)", [viewer.account, at])
        before = cursor.fetchone()[0]
    token = _inside.set(me)
    try:
        yield
    finally:
        _inside.reset(token)
    with connection.cursor() as cursor:
        cursor.execute(_LEAVE, [before])


@contextmanager
def seeing_all(enter: str) -> Iterator[None]:
    """Look as the service itself until the block ends, by the opening `enter`. In a transaction.

    For what is worked out of all records and shown to nobody as it was read. What is asked of a
    viewer meanwhile enters by itself.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {enter}()")
        before = cursor.fetchone()[0]
    token = _inside.set(None)
    try:
        yield
    finally:
        _inside.reset(token)
    with connection.cursor() as cursor:
        cursor.execute(_LEAVE, [before])


def inside_as() -> tuple[int, datetime] | None:
    """Through whose eyes the database sees, and of which moment; None outside the wall."""
    return _inside.get()


def walled(
    enter: str = ENTER, seen_as: Callable[[Viewer], Viewer] = lambda viewer: viewer
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorator of a room's queries and actions: one transaction, behind the wall of its viewer.

    The viewer is the argument `viewer` or `by`, the moment is `at`. `seen_as` lets a room read the
    viewer in its own way, once it is inside.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(function)
        who = "by" if "by" in signature.parameters else "viewer"

        @wraps(function)
        def inside(*words: P.args, **named: P.kwargs) -> R:
            given = signature.bind(*words, **named)
            viewer, at = given.arguments[who], given.arguments["at"]
            with transaction.atomic(), behind(viewer, at=at, enter=enter):
                given.arguments[who] = seen_as(viewer)
                return function(*given.args, **given.kwargs)

        return inside

    return decorate
