"""What the tests of the pages of duties start from: somebody who came in some hours ago."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils import timezone

from tests.web.people.made import Somebody
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import Stage, StepKind
from throughcare.casework.people.models import Person

FAMILY: Final = "Family told of the imprisonment"


def received(officer: Somebody, name: str = "Aigerim", hours: int = 1) -> Person:
    """Somebody admitted some hours ago, with nothing else written."""
    file = officer.open(name)
    back_again(officer, file, hours)
    return file


def let_go(colleague: Somebody, file: Person, hours: int) -> None:
    """The person is released, some hours ago, by somebody else than who received."""
    at = timezone.now()
    left = at - timedelta(hours=hours)
    order = PrintedOrder(authority="Court of the North", number="R1", issued_on=left.date())
    custody.release(by=colleague.viewer, at=at, person_id=file.id, left_at=left, order=order)


def back_again(officer: Somebody, file: Person, hours: int) -> None:
    """Whose file this is came in some hours ago."""
    at = timezone.now()
    custody.receive(
        by=officer.viewer, at=at, person_id=file.id, establishment="north",
        admitted_at=at - timedelta(hours=hours), without_order="brought at night, no papers",
    )  # fmt: skip


def contact_made(officer: Somebody, file: Person) -> None:
    """The step of the reception in which the family is told."""
    at = timezone.now()
    custody.take_step(
        by=officer.viewer, at=at, person_id=file.id, stage=Stage.RECEPTION,
        kind=StepKind.FAMILY, value={"means_given": True},
        happened_at=at,
    )  # fmt: skip
