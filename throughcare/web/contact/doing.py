"""What is done about contact on a file: one deed for each form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere
from throughcare.access.terms import Compartment
from throughcare.casework.contact import actions, queries
from throughcare.casework.contact.actions import ContactWords
from throughcare.casework.contact.errors import NotAgreed
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import File
from throughcare.web.contact import forms
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request

SECTION: Final = "contact"
_FEMALE: Final = "female"


def is_woman(file: File) -> bool:
    """As the file says it."""
    return any(one.kind == Kind.SEX and one.value.get("sex") == _FEMALE for one in file.facts)


def _form(request: Request, file: File, _row: UUID | None) -> Stands:
    approved = [
        (str(one.id), f"{one.value.get('name', '')}, {one.value.get('relation', '')}".strip(", "))
        for one in file.facts if one.kind == Kind.EMERGENCY_CONTACT
    ]  # fmt: skip
    return Stands(more={"woman": is_woman(file), "approved": approved})


def _of_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.contacts_of(request.viewer, file.id, at=request.at)
    row = next((one for one in found.rows if one.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=(
            (row.get_kind_display(), moment_words(row.at)),
            (_("With whom"), row.get_whom_display()),
            (_("What became of it"), row.get_outcome_display()),
        )
    )  # fmt: skip


def _write(sent: Sent) -> object:
    said = dict(sent.said)
    said["at"] = said.pop("happened_at")
    said["approved"] = UUID(said["approved"]) if said.get("approved") else None
    return actions.write_contact(**sent.whose, said=ContactWords(**said))


def _strike(sent: Sent) -> object:
    return actions.strike_contact(**sent.when, contact_id=sent.row, why=sent.said["why"])


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "write": Deed(
        section=SECTION, title=_("Write down a contact"), button=_("Save the contact"),
        form=forms.ContactForm, write=_write, find=_form, done="written", code=Compartment.CON,
        hint=_("That it was offered, and what became of it. Never what was said."),
        at_field={NotAgreed: "agreed"},
    ),
}  # fmt: skip
OF_A_CONTACT: Final[Mapping[str, Deed]] = {
    "strike": Deed(
        section=SECTION, title=_("Strike out a contact"), button=_("Strike it out"),
        form=forms.StrikeForm, write=_strike, find=_of_row, done="written", code=Compartment.CON,
        hint=_("Only what was never so. It stays readable in the register."),
    ),
}  # fmt: skip
