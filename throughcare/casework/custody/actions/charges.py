"""What a person is charged with: to write it down, to correct it, to strike it out.

A charge is no proof of anything, and no risk evidence by itself.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadCharge
from throughcare.casework.custody.models import Charge, Order
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out

# ICCS 1.0 (UNODC 2015): eleven sections, each with up to three levels below it.
_ICCS: Final = re.compile(r"(0[1-9]|1[01])[0-9]{0,4}")
_LONGEST: Final = 2_000


@entering
def add_charge(
    *, by: Viewer, at: datetime, person_id: UUID, words: str, iccs: str = "",
    terrorism_related: bool | None = None, order_id: UUID | None = None, why: str = "",
) -> Charge:  # fmt: skip
    """Write down a charge in the words of the authority, and the order in which it stands.

    `iccs`: its code, with or without points; empty is not known. `terrorism_related`: as the
    authority states it, None is not known. Raises BadCharge, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    charge = _charge(holding, words, iccs, terrorism_related, order_id)
    return put(holding, charge, event="custody.charge_added", happened_at=at)


@entering
def correct_charge(
    *, by: Viewer, at: datetime, charge_id: UUID, words: str, iccs: str = "",
    terrorism_related: bool | None = None, order_id: UUID | None = None, why: str,
) -> Charge:  # fmt: skip
    """Write a charge anew. Raises BadCharge, NoReason, AlreadyReplaced, NotThere, Refused."""
    holding, before = hold_row(
        Charge, charge_id, compartment=Compartment.SEN, by=by, at=at, why=why
    )  # fmt: skip
    charge = _charge(holding, words, iccs, terrorism_related, order_id)
    return put(holding, charge, event="custody.charge_corrected", happened_at=at, replaces=before)


@entering
def strike_out_charge(*, by: Viewer, at: datetime, charge_id: UUID, why: str) -> Charge:
    """Say that it was never a charge of this person. Raises as `correct_charge`."""
    holding, charge = hold_row(
        Charge, charge_id, compartment=Compartment.SEN, by=by, at=at, why=why
    )  # fmt: skip
    return strike_out(holding, charge)


def iccs_code(typed: str) -> str:
    """The code without points and spaces. Raises BadCharge where it has not the form of one."""
    code = re.sub(r"[\s.]", "", typed, flags=re.ASCII)
    if code and not _ICCS.fullmatch(code):
        raise BadCharge(
            _("%(code)s is no code of the classification of crime (ICCS)") % {"code": typed},
            remedy=_("type two to six digits that begin with 01 to 11, or leave it empty"),
        )
    return code


def _charge(
    holding: Holding, words: str, iccs: str, terrorism_related: bool | None, order_id: UUID | None
) -> Charge:
    text = words.strip()
    if not text or len(text) > _LONGEST or "\0" in text:
        raise BadCharge(
            _("the charge has no words, or some that cannot be kept"),
            remedy=_("type it as the authority has written it, in at most 2000 letters"),
        )
    if order_id is not None:
        known = rows_of(Order, holding.person.id, known_at=holding.at)
        if not known.filter(id=order_id).exists():
            raise NotThere
    return Charge(
        words=text, iccs=iccs_code(iccs), terrorism_related=terrorism_related, order_id=order_id
    )
