"""What the parts of a file are called, and how far a post opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment, Level, Scope

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

COMPARTMENTS: Final[dict[Compartment, StrOrPromise]] = {
    Compartment.ID: _("identity"),
    Compartment.SEN: _("sentence and legal status"),
    Compartment.HLT: _("health"),
    Compartment.PSY: _("psychology"),
    Compartment.REL: _("religious and pastoral care"),
    Compartment.INT: _("security intelligence"),
    Compartment.INC: _("incidents"),
    Compartment.DIS: _("discipline and separation"),
    Compartment.PLN: _("plan and classification"),
    Compartment.PRG: _("programmes"),
    Compartment.CON: _("contact with the outside world"),
    Compartment.CMP: _("complaints to the inspector"),
    Compartment.LEG: _("lawyer's visits and letters"),
    Compartment.AGG: _("figures without names"),
}

LEVELS: Final[dict[Level, StrOrPromise]] = {
    Level.NONE: _("closed"),
    Level.REDACTED: _("you see a short form"),
    Level.READ: _("you read it"),
    Level.APPEND: _("you add to it, and do not read what others wrote"),
    Level.WRITE: _("you read it and write in it"),
}

SCOPES: Final[dict[Scope, StrOrPromise]] = {
    Scope.ESTABLISHMENT: _("everybody held at this establishment"),
    Scope.ASSIGNED: _("people whose case is assigned to you"),
    Scope.SELF: _("one person: yourself, or the relative who allows it"),
    Scope.SERVICE: _("everybody, at every establishment"),
}

EMERGENCY_NOTES: Final[dict[Compartment, StrOrPromise]] = {
    code: _("Nothing of this part is kept in this service yet. Ask who answers for it at once.")
    for code in (Compartment.HLT, Compartment.PSY, Compartment.INT)
}
