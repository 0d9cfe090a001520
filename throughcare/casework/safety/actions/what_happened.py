"""To write down what was done against a rule: as it was, with who says so. Nothing is ordered here.

What the other actions refuse may have happened all the same, or come from another register. An
honest officer writes it here, and the engine then says which rules were broken.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, fresh_id
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.holding_measures import hold_register, need_found
from throughcare.casework.safety.measure_errors import BadRestraint, BadRestriction, BadSanction
from throughcare.casework.safety.measure_terms import (
    SCOPES,
    Purpose,
    RestrictionGround,
    RestrictionKind,
    Scope,
)
from throughcare.casework.safety.models import Restraint, Restriction, Sanction
from throughcare.casework.safety.special_regime import need_no_facts_of_others
from throughcare.casework.safety.terms import AuthorityRole
from throughcare.errors import BadInput


@entering
def record_what_happened_restriction(
    *, by: Viewer, at: datetime, person_id: UUID, kind: RestrictionKind, scope: Scope,
    ground: RestrictionGround, since: datetime, found: str, said_by: str,
    end_at: datetime | None = None, ended_at: datetime | None = None, legal_ground: str = "",
    reasons: str = "", facts: str = "", measures: str = "", authority: str = "",
    authority_role: AuthorityRole = AuthorityRole.OTHER,
) -> Restriction:  # fmt: skip
    """A restriction that nobody could have ordered, or that came from elsewhere as it was.

    Raises NothingFound, BadRestriction, BadMoment, NotThere, Refused.
    """
    holding = _hold(person_id, by, at, found, said_by)
    need_past(since, ended_at, at=at)
    if kind not in RestrictionKind.values or scope not in SCOPES[kind]:
        raise BadRestriction(
            _("this restriction is not of the list, or of another kind"),
            remedy=_("choose the kind first, then what is restricted"),
        )
    need_no_facts_of_others(scope, facts, measures)
    _need_times(BadRestriction, since, end_at, ended_at)
    row = Restriction(
        kind=kind, scope=scope, ground=ground, legal_ground=legal_ground.strip(),
        reasons=reasons.strip(), facts=facts.strip(), measures=measures.strip(),
        authority=authority.strip(), authority_role=authority_role,
        ordered_by="", since=since, end_at=end_at, ended_at=ended_at,
        ended_why=found.strip() if ended_at else "", found=found.strip(), said_by=said_by.strip(),
    )  # fmt: skip
    return put(holding, row, event="safety.restriction_found", happened_at=since)


@entering
def record_what_happened_restraint(
    *, by: Viewer, at: datetime, person_id: UUID, instrument: str, purpose: Purpose,
    since: datetime, found: str, said_by: str, until: datetime | None = None,
    lawful_ground: str = "", reason: str = "", lesser_means_tried: str = "",
    ordered_by: str = "", ordered_at: datetime | None = None, at_appearance: bool = False,
    as_sanction: bool = False,
) -> Restraint:  # fmt: skip
    """Restraints that were put on against a rule, whatever they were.

    Raises NothingFound, BadRestraint, BadMoment, NotThere, Refused.
    """
    holding = _hold(person_id, by, at, found, said_by)
    need_past(since, until, ordered_at, at=at)
    _need_times(BadRestraint, since, until)
    row = Restraint(
        instrument=instrument.strip(), purpose=purpose, lawful_ground=lawful_ground.strip(),
        reason=reason.strip(), lesser_means_tried=lesser_means_tried.strip(),
        ordered_by=ordered_by.strip(), ordered_at=ordered_at, since=since, until=until,
        at_appearance=at_appearance, as_sanction=as_sanction, found=found.strip(),
        said_by=said_by.strip(),
    )  # fmt: skip
    return put(holding, row, event="safety.restraint_found", happened_at=since)


@entering
def record_what_happened_sanction(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, imposed_at: datetime, found: str,
    said_by: str, case_id: UUID | None = None, incident: UUID | None = None, offence: str = "",
    reasons: str = "", since: datetime | None = None, until: datetime | None = None,
    no_end_why: str = "", decider: str = "", decider_role: str = "", collective: bool = False,
) -> Sanction:  # fmt: skip
    """A sanction that nobody could have imposed: a blow, a group punished, a second one.

    `case_id`: the first version of its case; `incident`: the act, where there is no case.
    Raises NothingFound, BadSanction, BadMoment, NotThere, Refused.
    """
    holding = _hold(person_id, by, at, found, said_by)
    need_past(imposed_at, at=at)
    if since is not None:
        _need_times(BadSanction, since, until)
    row = Sanction(
        case_id=case_id, incident=_act_of(case_id) or incident or fresh_id(at),
        kind=kind.strip(), offence=offence.strip(), reasons=reasons.strip(), since=since,
        until=until, no_end_why=no_end_why.strip(), imposed_at=imposed_at,
        decider=decider.strip(), decider_role=decider_role, collective=collective,
        found=found.strip(), said_by=said_by.strip(),
    )  # fmt: skip
    no_case = BadSanction(
        _("this is no case of this person"), remedy=_("choose a case of this person, or none")
    )
    with refusing({"safety_row_is_of_the_same_person": no_case}):
        return put(holding, row, event="safety.sanction_found", happened_at=imposed_at)


def _act_of(case_id: UUID | None) -> UUID | None:
    """The act of a case, through the door for those who do not read it."""
    if case_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT safety_act_of_case(%s)", [case_id])
        found: UUID | None = cursor.fetchone()[0]
    return found


def _hold(person_id: UUID, by: Viewer, at: datetime, found: str, said_by: str) -> Holding:
    need_found(found, said_by)
    return hold_register(person_id, act=Act.APPEND, by=by, at=at, why=found)


def _need_times(error: type[BadInput], since: datetime, *later: datetime | None) -> None:
    if any(one is not None and one < since for one in later):
        raise error(_("it would end before it begins"), remedy=_("look at both days and hours"))
