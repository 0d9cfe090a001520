"""A dry run does everything and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back() -> Iterator[None]:
    """One transaction that never commits."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
