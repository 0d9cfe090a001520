"""The named officer's answer on each item: shared as, or not shared because."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence.checks import need_short, need_words
from throughcare.casework.intelligence.errors import BadReport, NotTheOfficer, Over
from throughcare.casework.intelligence.keys import need_key
from throughcare.casework.intelligence.models import Answer, LeftOpen, Report, Statement
from throughcare.casework.intelligence.models.answer import OCCASIONS
from throughcare.casework.intelligence.named import names_officer
from throughcare.casework.intelligence.policy import answer_holds
from throughcare.casework.intelligence.writing import put
from throughcare.casework.people.files import Holding, entering, hold


@entering
def answer(
    *, by: Viewer, at: datetime, item: UUID, occasion: str, why: str,
    statement_id: UUID | None = None,
) -> Answer:  # fmt: skip
    """Answer an item before a board, a meeting or a release: with the statement it is shared as,
    or with the reason why it is not shared. It holds for a month, and for no board called later.

    Raises NoKey, NotTheOfficer, BadReport, TooLong, Over, NotThere, Refused.
    """  # fmt: skip
    need_key()
    holding, report, left = _held(item, by=by, at=at)
    _need_named(holding)
    if occasion not in OCCASIONS:
        raise BadReport(_("before what it is answered is not of the list"))
    need_words(why=why)
    need_short(why)
    if statement_id is not None:
        _need_statement(statement_id, item, at)
    good_until = at + answer_holds()
    words = {
        "why": why.strip(), "shared_as": str(statement_id or ""), "officer": str(by.account),
    }  # fmt: skip
    lives = report is not None and report.expires_at > at
    ends = report.expires_at if report is not None and lives else good_until
    return put(
        holding, Answer(item=item, occasion=occasion, good_until=good_until), words,
        kind="answer", item=item, expires_at=max(ends, at + timedelta(seconds=1)),
        event="intelligence.answered_after_release" if left else "intelligence.answered",
    )  # fmt: skip


def _held(item: UUID, *, by: Viewer, at: datetime) -> tuple[Holding, Report | None, bool]:
    """What ended is answered too where somebody left while it was open. NotThere, Refused, Over."""
    row = Report.objects.filter(first=item, stood_until=None).first()
    left = LeftOpen.objects.filter(item=item).first()
    found = row or left
    if found is None:
        raise NotThere
    holding = hold(
        person_id=found.person_id, act=Act.WRITE, compartment=Compartment.INT, by=by, at=at, why=""
    )
    if left is None and (row is None or row.state != "live" or row.expires_at <= at):
        raise Over(
            _("this report has ended, and nothing is left of it"), remedy=_("go back to the list")
        )
    return holding, row, left is not None


def _need_named(holding: Holding) -> None:
    if not names_officer(holding.person.held_at, holding.by, at=holding.at):
        raise NotTheOfficer(
            _("answers are given by the officer whom the director has named for this prison"),
            remedy=_("ask that officer, or ask the director to name one"),
        )


def _need_statement(statement_id: UUID, item: UUID, at: datetime) -> None:
    found = Statement.objects.filter(
        first=statement_id, item=item, stood_until=None, ended_at=None, expires_at__gt=at
    )
    if not found.exists():
        raise BadReport(
            _("there is no such statement of this item"),
            remedy=_("share it first, or say why it is not shared"),
        )
