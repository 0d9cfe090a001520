"""`throughcare check --live`: the records of the service's own database.

Read as the owner of the tables, like the register is verified: the service itself sees no rows of
people outside a request. Whoever runs it stands at the machine; one entry says that it was done.
What comes out names nobody: a person is the number of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from standards.instants import to_datetime
from throughcare.cli.register import database
from throughcare.intake.outcome import Intake
from throughcare.report.progress import Steps

SOURCE: Final = "the database of the service"
EVENT: Final = "read.checked_by_rules"
MAKER: Final = "somebody at the machine"
MAKERS_ROLE: Final = "installer"


@contextmanager
def opened() -> Iterator[None]:
    """The database, as the owner. Raises BadInput where it does not run."""
    with database():
        yield


def zone() -> str:
    """The zone in which most prisons of the country lie."""
    from throughcare.casework.custody.facts import ground

    return ground()[0].zone


def enter(*, rules: Sequence[str] | None, profile: str | None, as_of: int, known_at: int) -> None:
    """The entry of the register, before anything is read: no reading without it."""
    from django.db import transaction

    from throughcare.register.actions import record

    now = datetime.now(UTC)
    with transaction.atomic():
        record(
            event=EVENT, by=MAKER, role=MAKERS_ROLE, place="", happened_at=now, at=now,
            content={
                "rules": sorted(rules) if rules is not None else "all",
                "profile": profile or "none",
                "as_of": to_datetime(as_of, "UTC"), "known_at": to_datetime(known_at, "UTC"),
            },
        )  # fmt: skip


def read(*, known_at: int, steps: Steps) -> Intake:
    """Everything that the rooms tell, at one moment of the database."""
    from django.db import connection, transaction

    from throughcare.casework.archive import archive_of_all

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        archive = archive_of_all(
            known_at=to_datetime(known_at, "UTC"), tell=steps.step("Reading files of people")
        )
    return Intake(archive=archive, read=len(archive.records), accepted=len(archive.records))
