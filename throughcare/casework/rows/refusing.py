"""What the database refuses, told in the room's own words: two who write at once, a hidden row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from throughcare.errors import BadInput


@contextmanager
def refusing(told: Mapping[str, BadInput]) -> Iterator[None]:
    """Raise the error of the constraint that was broken; nothing of the block is written then."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
        if name in told:
            raise told[name] from error
        raise
