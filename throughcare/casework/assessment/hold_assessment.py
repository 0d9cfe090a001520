"""The file of an assessment, held for a step of a rater or of whoever approves. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.assess_errors import NotYours
from throughcare.casework.assessment.assess_terms import AssessmentState
from throughcare.casework.assessment.errors import WrongState
from throughcare.casework.assessment.holding import need_staff
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.custody.errors import NotInCustody
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.people.files import Holding, hold

PSY = Compartment.PSY


def hold_psychology(
    person_id: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> Holding:  # fmt: skip
    """The file, held by somebody who may write in its psychological part."""
    return need_staff(
        hold(person_id=person_id, act=Act.WRITE, compartment=PSY, by=by, at=at, why=why)
    )


def hold_assessment(
    assessment_id: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> tuple[Holding, Assessment]:
    """The file of an assessment, and its row that stands now. Raises NotThere or Refused."""
    named = Assessment.objects.filter(id=assessment_id).first()
    if named is None:
        raise NotThere
    holding = hold_psychology(named.person_id, by=by, at=at, why=why)
    standing = Assessment.objects.filter(first=named.first, stood_until=None).first()
    if standing is None:
        raise NotThere
    return holding, standing


def need_in_custody(holding: Holding) -> None:
    """Refuse to go on about somebody who was released meanwhile. Raises NotInCustody.

    To stop it, and to read what is written, is always left.
    """
    if stay_at(holding.person.id, at=holding.at, known_at=holding.at) is None:
        raise NotInCustody(
            _("this person was released meanwhile: the assessment does not go on"),
            remedy=_("stop it and write why; what is written stays readable"),
        )


def same_hand(by: Viewer, account: str) -> bool:
    """Whether the account is of the same human being."""
    me = holder_of(by.account)
    return me is not None and me == holder_of(account)


def need_assessor(row: Assessment, by: Viewer) -> None:
    """Refuse a step of the assessor to anybody else. Raises NotYours, WrongState."""
    if row.assessed_by != str(by.account):
        raise _not_yours()
    if row.state != AssessmentState.PREPARING:
        raise _done()


def need_rater(row: Assessment, by: Viewer) -> None:
    """Refuse to rate to whoever is neither rater, or has finished. Raises NotYours, WrongState."""
    me = str(by.account)
    if me not in (row.assessed_by, row.second_by):
        raise _not_yours()
    of_first = row.state == AssessmentState.PREPARING and me == row.assessed_by
    of_second = me == row.second_by and row.second_at is None
    if not (of_first or of_second):
        raise _done()


def _not_yours() -> NotYours:
    return NotYours(
        _("this is the step of another rater, and each rates without the other"),
        remedy=_("sign in with the account that began it, or begin as the second rater"),
    )


def _done() -> WrongState:
    return WrongState(
        _("your rating is finished: it does not change behind the other's back"),
        remedy=_("let whoever approves send it back, or write it into the consensus note"),
    )
