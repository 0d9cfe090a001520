"""To write down one contact, and to strike out what was never so."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.contact.checks import (
    ContactWords,
    need_sound,
    not_in_custody,
    not_of_the_file,
    written_already,
)
from throughcare.casework.contact.models import Contact
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put, strike_out


@entering
def write_contact(*, by: Viewer, at: datetime, person_id: UUID, said: ContactWords) -> Contact:
    """Write down a contact that was offered, and what became of it.

    Raises BadContact, NotAgreed, NotInCustody, WrittenAlready, BadMoment, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.CON, by=by, at=at, why=""
    )
    need_sound(holding, said)
    with refusing(
        {
            "contact_in_custody": not_in_custody(),
            "contact_is_written_once": written_already(),
            "contact_approved_is_of_the_file": not_of_the_file(),
        }
    ):
        return put_contact(holding, said)


@entering
def strike_contact(*, by: Viewer, at: datetime, contact_id: UUID, why: str) -> Contact:
    """Say that a contact was never so, for a reason. Raises NoReason, AlreadyReplaced, NotThere."""
    holding, row = hold_row(Contact, contact_id, compartment=Compartment.CON, by=by, at=at, why=why)
    return strike_out(holding, row)


def put_contact(holding: Holding, said: ContactWords) -> Contact:
    """The row, once it was judged."""
    words = {**asdict(said), "refused_why": said.refused_why.strip()}
    return put(holding, Contact(**words), event="contact.written", happened_at=said.at)
