"""The eyes with which the engine looks: every compartment of every file, for the engine alone.

A judgement needs what no single viewer may see together. Nothing that was read here is shown to
anybody: only findings are kept, and they pass both walls again when somebody reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

from throughcare.access.walls import seeing_all

ENTER: Final = "duties_enter"
_ONE_MOMENT: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"


@contextmanager
def engine_eyes() -> Iterator[None]:
    """Look as the engine until the block ends, in a transaction of its own or the one around."""
    with transaction.atomic(), seeing_all(ENTER):
        yield


@contextmanager
def engine_eyes_at_one_moment() -> Iterator[None]:
    """Look as the engine, changing nothing, at one moment of the database. In no other transaction.

    Inside one, as tests are, that transaction's own moments are seen.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute(_ONE_MOMENT)
        with seeing_all(ENTER):
            yield
