"""To give somebody a personal officer, to end that, and to log when the two met. PRG."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.observations.checks import (
    need_listed,
    need_observer,
    need_past,
    need_short,
    told,
)
from throughcare.casework.observations.errors import BadOfficer, BadTime
from throughcare.casework.observations.models import OfficerContact, PersonalOfficer
from throughcare.casework.observations.terms import ContactKind
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put

PRG = Compartment.PRG


@entering
def appoint_officer(
    *, by: Viewer, at: datetime, person_id: UUID, officer: str | int, why: str = ""
) -> PersonalOfficer:
    """Make an account with a post at the prison the personal officer, from now on.

    Whoever was it before is it no more. Raises BadOfficer, TooLong, NotThere, Refused.
    """
    holding = hold(person_id=person_id, act=Act.WRITE, compartment=PRG, by=by, at=at, why=why)
    need_observer(holding.leave)
    need_short(why)
    place = holding.person.held_at
    if not place:
        raise BadOfficer(
            _("the person is held in no prison"), remedy=_("appoint somebody once the person is")
        )
    for before in _running(holding):
        _end(holding, before, why)
    row = PersonalOfficer(
        officer=str(officer), establishment=place, since=at, why=why.strip()
    )  # fmt: skip
    with refusing({**_no_officer(), **told()}):
        return put(holding, row, event="observations.officer_appointed", happened_at=at)


@entering
def end_officer(*, by: Viewer, at: datetime, officer_id: UUID, why: str) -> PersonalOfficer:
    """Say that the two no longer belong together. Raises NoReason, AlreadyReplaced, NotThere."""
    holding, row = hold_row(PersonalOfficer, officer_id, compartment=PRG, by=by, at=at, why=why)
    need_observer(holding.leave)
    need_short(why)
    if row.until is not None and row.until <= at:
        raise BadTime(_("this has ended already"), remedy=_("load the page again"))
    return _end(holding, row, why)


@entering
def log_contact(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, met_at: datetime | None = None,
    words: str = "",
) -> OfficerContact:  # fmt: skip
    """Write down that one met the person. Raises NotSaid, TooLong, BadTime, NotThere, Refused."""
    holding = hold(person_id=person_id, act=Act.APPEND, compartment=PRG, by=by, at=at, why="")
    need_observer(holding.leave)
    need_listed(kind, ContactKind.values)
    moment = met_at or at
    need_past(moment, at=at)
    need_short(words)
    row = OfficerContact(kind=kind, met_at=moment, words=words.strip())
    with refusing(told()):
        return put(holding, row, event="observations.met", happened_at=moment)


def _running(holding: Holding) -> list[PersonalOfficer]:
    rows = rows_of(PersonalOfficer, holding.person.id, known_at=holding.at)
    return list(rows.filter(until=None))


def _end(holding: Holding, row: PersonalOfficer, why: str) -> PersonalOfficer:
    if row.since >= holding.at:
        raise BadOfficer(
            _("somebody was appointed at this very moment"), remedy=_("load the page again")
        )
    ended = anew(row, until=holding.at, why=why.strip() or row.why)
    return put(
        holding, ended, event="observations.officer_ended", happened_at=holding.at, replaces=row
    )


def _no_officer() -> dict[str, BadOfficer]:
    none = BadOfficer(
        _("this account has no post in the prison that holds the person"),
        remedy=_("choose an officer of the list"),
    )
    own = BadOfficer(
        _("nobody is the personal officer in the own file"), remedy=_("choose another officer")
    )
    return {
        "observations_officer_has_a_post": none, "observations_nobody_is_his_own_officer": own,
        "observations_officer_is_somebody": none,
    }  # fmt: skip
