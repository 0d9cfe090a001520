"""The file of a measure, held for a step; and what every such row must say. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.safety.measure_errors import NothingFound
from throughcare.casework.safety.models.versions import Versioned
from throughcare.errors import BadInput

V = TypeVar("V", bound=Versioned)


def hold_register(person_id: UUID, *, act: Act, by: Viewer, at: datetime, why: str = "") -> Holding:
    """The file, held for an entry in the register of discipline. Raises NotThere or Refused."""
    return hold(person_id=person_id, act=act, compartment=Compartment.DIS, by=by, at=at, why=why)


def hold_standing(
    model: type[V], row_id: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> tuple[Holding, V]:
    """The file of a row, held for its next step, and the version of the row that stands now.

    `row_id` may be of any version. Raises NotThere for what is hidden or struck out, Refused.
    """
    rows = model._default_manager
    named = rows.filter(id=row_id).first()
    if named is None:
        raise NotThere
    holding = hold_register(named.person_id, act=Act.WRITE, by=by, at=at, why=why)
    standing = rows.filter(first=named.first, stood_until=None).first()
    if standing is None:
        raise NotThere
    return holding, standing


def need_said(error: type[BadInput], **said: str) -> None:
    """Refuse where one of these was left empty. The names are those of the form's fields."""
    missing = [name.replace("_", " ") for name, text in said.items() if not text.strip()]
    if missing:
        raise error(
            _("this is not said: %(what)s") % {"what": ", ".join(missing)},
            remedy=_("write it in a sentence; what else was typed is kept"),
        )


def need_found(found: str, said_by: str) -> None:
    """What was done against a rule stands with who says so and how it is known."""
    if not found.strip() or not said_by.strip():
        raise NothingFound(
            _("what was done against a rule is written with who says so and how it is known"),
            remedy=_("name the person who says so, and say how it became known"),
        )
