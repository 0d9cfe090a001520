"""Courses, postings and supervision of the staff at home: most in order, some late."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.casework.assessment.tools import tool
from throughcare.demo.acted.cast import BEGAN, DAY, Cast
from throughcare.demo.country import Country
from throughcare.service.training.actions.posting import post_to_unit
from throughcare.service.training.actions.recording import record_certificate
from throughcare.service.training.actions.supervising import record_supervision
from throughcare.service.training.units import Meeting, UnitKind

_TOOL: Final = "tc-generic"
_ACADEMY: Final = "Prison Academy of Talaria"
# Of those on a wing: where each is posted, and which courses were passed. The last has none.
_POSTED: Final = (
    (UnitKind.ORDINARY, ("induction", "in_service")),
    (UnitKind.VEP, ("induction", "in_service", "vep_unit")),
    (UnitKind.VEP, ("induction",)),
    (UnitKind.ORDINARY, ()),
)


def trained(made: Country, cast: Cast) -> None:
    """Write it down as the director did, from when it began."""
    at = made.on - BEGAN
    certified_for = tool(_TOOL).training.tool
    for part in ("psychologist", "rater", "approver"):
        _passed(cast, cast.number(part), "assessor", tool=certified_for)
    officers = [
        one.number for one in made.members_at(made.home.code, Role.SECURITY_OFFICER)
        if one.since <= at - DAY
    ]  # fmt: skip
    for number, (kind, topics) in zip(officers, _POSTED, strict=False):
        _posted(made, cast, number, kind)
        for topic in topics:
            _passed(cast, number, topic)
    _posted(made, cast, cast.number("womens_officer"), UnitKind.WOMEN)
    for topic in ("induction", "in_service", "women"):
        _passed(cast, cast.number("womens_officer"), topic)
    _supervised(made, cast, officers[1 : len(_POSTED) - 1])


def _posted(made: Country, cast: Cast, number: int, kind: UnitKind) -> None:
    at = made.on - BEGAN
    post_to_unit(
        by=cast.viewer("director", at), at=at, account=Account.objects.get(pk=number),
        establishment=made.home.code, unit_kind=kind, since=at.date(),
    )  # fmt: skip


def _passed(cast: Cast, number: int, topic: str, tool: str = "") -> None:
    at = cast.on - BEGAN
    record_certificate(
        by=cast.viewer("director", at), at=at, account=Account.objects.get(pk=number),
        topic=topic, passed_on=(at - timedelta(days=20)).date(), issued_by=_ACADEMY,
        tool=tool,
    )  # fmt: skip


def _supervised(made: Country, cast: Cast, numbers: list[int]) -> None:
    """Once a month for the first of them."""
    for days in range(10, int(BEGAN / DAY), 30):
        at = cast.on - BEGAN + days * DAY
        record_supervision(
            by=cast.viewer("director", at), at=at,
            accounts=list(Account.objects.filter(pk__in=numbers[:1])),
            establishment=made.home.code, meeting=Meeting.SUPERVISION, held_on=at.date(),
            led_by="The visiting psychologist",
        )  # fmt: skip
