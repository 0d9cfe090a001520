"""A private cluster with one prison and its admissions officer, taken away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from bench.ground import ground

PRISON: Final = "north"
OFFICER: Final = 1
LONG_BEFORE: Final = timedelta(days=4000)


@contextmanager
def prison(cells: tuple[str, ...], at: datetime) -> Iterator[None]:
    """A fresh installation with one prison; afterwards this process serves as the service does."""
    with ground():
        _furnish(cells, at - LONG_BEFORE)
        yield


def _furnish(cells: tuple[str, ...], since: datetime) -> None:
    from throughcare.access.models import Account, Post
    from throughcare.access.terms import Role
    from throughcare.kernel.models import Place

    account = Account.objects.create(pk=OFFICER, name="amel")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment=PRISON, begins=since
    )
    made: dict[str, Place] = {}
    kinds = ("establishment", "premises", "unit", "cell")
    for cell in cells:
        steps = [PRISON, *cell.split("/")]
        for depth, code in enumerate(steps):
            path, parent = "/".join(steps[: depth + 1]), made.get("/".join(steps[:depth]))
            if path not in made:
                made[path] = Place.objects.create(
                    kind=kinds[depth], parent=parent, code=code, path=path,
                    time_zone="Africa/Tunis" if parent is None else None,
                    certified_capacity=2, floor_area=12, used_from=since,
                )  # fmt: skip
