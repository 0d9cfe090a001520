"""To write down that restraints were put on, what was done while they were on, and their end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.holding_measures import hold_register, need_said
from throughcare.casework.safety.measure_errors import BadRestraint
from throughcare.casework.safety.measure_terms import Looked, Purpose
from throughcare.casework.safety.models import Restraint, RestraintCheck
from throughcare.casework.safety.restraining import (
    must_not,
    need_lawful_use,
    need_not_barred,
    need_order,
)


@entering
def restrain(
    *, by: Viewer, at: datetime, person_id: UUID, instrument: str, purpose: Purpose,
    lawful_ground: str, reason: str, lesser_means_tried: str, since: datetime,
    until: datetime | None = None, ordered_by: str = "", ordered_at: datetime | None = None,
    as_sanction: bool = False, at_appearance: bool = False, why: str = "",
) -> Restraint:  # fmt: skip
    """Restraints are on from a moment, and until another where they came off already.

    For whoever may add to the register. `ordered_by`, `ordered_at`: the director's order.
    Raises ForbiddenInstrument, ForbiddenRestraint, NoDirectorOrder, MustNotBeRestrained,
    BadRestraint, BadMoment, NotThere, Refused.
    """
    holding = hold_register(person_id, act=Act.APPEND, by=by, at=at, why=why)
    need_lawful_use(instrument, purpose, as_sanction=as_sanction, at_appearance=at_appearance)
    need_said(
        BadRestraint, lawful_ground=lawful_ground, reason=reason,
        lesser_means_tried=lesser_means_tried,
    )  # fmt: skip
    need_sound_time(since, until, ordered_by, ordered_at, at=at)
    need_order(holding, purpose, ordered_at, since)
    need_not_barred(holding.person.id, since, until)
    row = Restraint(
        instrument=instrument, purpose=purpose, lawful_ground=lawful_ground.strip(),
        reason=reason.strip(), lesser_means_tried=lesser_means_tried.strip(),
        ordered_by=ordered_by.strip(), ordered_at=ordered_at, since=since, until=until,
    )  # fmt: skip
    with refusing({"safety_nobody_barred_is_restrained": must_not()}):
        return put(holding, row, event="safety.restrained", happened_at=since)


@entering
def look_after_restrained(
    *, by: Viewer, at: datetime, person_id: UUID, restraint_id: UUID, what: Looked,
    done_at: datetime, words: str = "",
) -> RestraintCheck:  # fmt: skip
    """One thing done about restraints: looked at, taken off, doctor alerted or there, reported.

    `restraint_id`: the first version of the use. For whoever may add to the register, who need not
    see the use itself. Raises BadRestraint, BadMoment, NotThere, Refused.
    """
    holding = hold_register(person_id, act=Act.APPEND, by=by, at=at)
    return look(holding, restraint_id, what, done_at, words)


def look(
    holding: Holding, restraint_id: UUID, what: Looked, done_at: datetime, words: str = ""
) -> RestraintCheck:
    """The row of what was done, in a file that is held."""
    need_past(done_at, at=holding.at)
    if what not in Looked.values:
        raise BadRestraint(
            _("this is nothing that is done about restraints"), remedy=_("choose one of the list")
        )
    row = RestraintCheck(restraint_id=restraint_id, at=done_at, what=what, words=words.strip())
    with refusing({"safety_row_is_of_the_same_person": _no_such()}):
        return put(holding, row, event=f"safety.restraint_{what}", happened_at=done_at)


def need_sound_time(
    since: datetime, until: datetime | None, ordered_by: str, ordered_at: datetime | None, *,
    at: datetime,
) -> None:  # fmt: skip
    """Refuse times that make no sense. Raises BadMoment, BadRestraint."""
    need_past(since, until, ordered_at, at=at)
    if until is not None and until < since:
        raise BadRestraint(
            _("the restraints would come off before they were put on"),
            remedy=_("look at both days and hours"),
        )
    if (ordered_at is None) != (not ordered_by.strip()):
        raise BadRestraint(
            _("an order says who gave it, and when"), remedy=_("write both, or neither")
        )


def _no_such() -> BadRestraint:
    return BadRestraint(
        _("this is no use of restraints of this person"),
        remedy=_("choose one of those that are on"),
    )
