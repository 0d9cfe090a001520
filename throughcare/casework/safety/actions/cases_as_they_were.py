"""To write down a disciplinary case that did not go as the rules ask: as it was."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, fresh_id
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.actions.discipline import one_case
from throughcare.casework.safety.holding_measures import (
    hold_register,
    hold_standing,
    need_found,
    need_said,
)
from throughcare.casework.safety.measure_errors import BadCase
from throughcare.casework.safety.models import DisciplinaryCase


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """How a case went, as far as it is known. What is empty is not known, or was not done."""

    rule_broken: str = ""
    happened_at: datetime | None = None
    reported_at: datetime | None = None
    reporter: str = ""
    notice_at: datetime | None = None
    notice_language: str = ""
    time_waived_at: datetime | None = None
    investigation_closed_at: datetime | None = None
    mind_weighed_at: datetime | None = None
    mind_weighed_by: str = ""
    mind_finding: str = ""
    heard_at: datetime | None = None
    person_heard: bool | None = None
    legal_help: str = ""
    interpreter: str = ""
    decided_at: datetime | None = None
    decider: str = ""
    decider_role: str = ""
    outcome: str = ""
    reasons: str = ""
    review_told_at: datetime | None = None
    questioned_at: datetime | None = None
    lawyer_offered_at: datetime | None = None

    def said(self) -> dict[str, object]:
        """What is known."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}


@entering
def record_what_happened_case(
    *, by: Viewer, at: datetime, person_id: UUID, act: str, went: Went, found: str,
    said_by: str, incident: UUID | None = None,
) -> DisciplinaryCase:  # fmt: skip
    """A case that nobody could have led so. For whoever may add to the register.

    Raises NothingFound, BadCase, BadMoment, NotThere, Refused.
    """
    need_found(found, said_by)
    holding = hold_register(person_id, act=Act.APPEND, by=by, at=at, why=found)
    need_said(BadCase, act=act)
    need_past(*_moments(went), at=at)
    row = DisciplinaryCase(
        act=act.strip(), incident=incident or fresh_id(at), found=found.strip(),
        said_by=said_by.strip(), **went.said(),
    )  # fmt: skip
    with refusing({"safety_one_case_for_one_act": one_case()}):
        return put(holding, row, event="safety.case_found", happened_at=min([at, *_moments(went)]))


@entering
def record_what_happened_in_case(
    *, by: Viewer, at: datetime, case_id: UUID, went: Went, found: str, said_by: str
) -> DisciplinaryCase:
    """What was done in a case that stands, against the rules. What `went` leaves empty stays.

    Raises NothingFound, BadMoment, NotThere, Refused.
    """
    need_found(found, said_by)
    holding, case = hold_standing(DisciplinaryCase, case_id, by=by, at=at, why=found)
    need_past(*_moments(went), at=at)
    row = anew(case, found=found.strip(), said_by=said_by.strip(), **went.said())
    return put(holding, row, event="safety.case_found", happened_at=at, replaces=case)


def _moments(went: Went) -> list[datetime]:
    return [value for value in went.said().values() if isinstance(value, datetime)]
