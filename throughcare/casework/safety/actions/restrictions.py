"""To order a restriction, to tell it, to look at it again, and to end it before its day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.holding_measures import hold_register, hold_standing, need_said
from throughcare.casework.safety.measure_errors import (
    AlreadyOver,
    BadRestriction,
    ForbiddenRestriction,
    SamePersonLooks,
)
from throughcare.casework.safety.measure_terms import RestrictionGround, RestrictionKind, Scope
from throughcare.casework.safety.models import Restriction, RestrictionReview
from throughcare.casework.safety.restricting import (
    need_allowed,
    need_not_too_long,
    need_some_contact,
    need_sound_restriction,
)
from throughcare.casework.safety.ruled import words_of
from throughcare.casework.safety.special_regime import imposed_by, need_facts_and_measures
from throughcare.casework.safety.terms import AuthorityRole, ReviewOutcome, ToldHow


@entering
def order_restriction(
    *, by: Viewer, at: datetime, person_id: UUID, kind: RestrictionKind, scope: Scope,
    ground: RestrictionGround, legal_ground: str, reasons: str, authority: str,
    authority_role: AuthorityRole, since: datetime, end_at: datetime, review_at: datetime,
    facts: str = "", measures: str = "", why: str = "",
) -> Restriction:  # fmt: skip
    """Restrict contact, regime or property from a moment on. It ends by itself at `end_at`.

    A special regime, and nothing else, says besides on which `facts` about this person it rests and
    which `measures` it takes.
    Raises ForbiddenRestriction, RestrictionTooLong, BadRestriction, NotThere, Refused.
    """
    holding = hold_register(person_id, act=Act.WRITE, by=by, at=at, why=why)
    need_allowed(holding.person.id, scope, ground, authority_role, at=at)
    need_said(BadRestriction, authority=authority, legal_ground=legal_ground, reasons=reasons)
    need_facts_and_measures(scope, facts, measures)
    need_sound_restriction(kind, scope, since, end_at, review_at, at=at)
    need_some_contact(holding.person.id, scope, since, end_at, at=at)
    need_not_too_long(holding, scope, since, end_at)
    row = Restriction(
        kind=kind, scope=scope, ground=ground, legal_ground=legal_ground.strip(),
        reasons=reasons.strip(), facts=facts.strip(), measures=measures.strip(),
        authority=authority.strip(), authority_role=authority_role,
        ordered_by=str(by.account), since=since, end_at=end_at, review_at=review_at,
    )  # fmt: skip
    with _told():
        return put(holding, row, event="safety.restricted", happened_at=since)


@entering
def tell_restriction(
    *, by: Viewer, at: datetime, restriction_id: UUID, told_at: datetime, language: str,
    how: ToldHow, how_to_challenge: str,
) -> Restriction:  # fmt: skip
    """Write down that the person was told of a restriction, in which language, and how it can be
    challenged. Raises BadRestriction, BadMoment, NotThere, Refused.
    """  # fmt: skip
    holding, stands = hold_standing(Restriction, restriction_id, by=by, at=at)
    need_said(BadRestriction, language=language, how_to_challenge=how_to_challenge)
    need_past(told_at, at=at)
    told = anew(
        stands, told_at=told_at, told_language=language.strip(), told_how=how,
        how_to_challenge=how_to_challenge.strip(),
    )  # fmt: skip
    return put(holding, told, event="safety.restriction_told", happened_at=told_at, replaces=stands)


@entering
def end_restriction(
    *, by: Viewer, at: datetime, restriction_id: UUID, ended_at: datetime, why: str
) -> Restriction:
    """End a restriction before its day. Raises AlreadyOver, BadMoment, NoReason, NotThere."""
    holding, stands = hold_standing(Restriction, restriction_id, by=by, at=at, why=why)
    need_reason(why)
    need_past(ended_at, at=at)
    need_running(stands, ended_at)
    ended = anew(stands, ended_at=ended_at, ended_why=why.strip())
    return put(
        holding, ended, event="safety.restriction_ended", happened_at=ended_at, replaces=stands
    )


@entering
def review_restriction(
    *, by: Viewer, at: datetime, restriction_id: UUID, reviewed_at: datetime, reviewer: str,
    outcome: ReviewOutcome, reasons: str, next_review_at: datetime | None = None,
) -> RestrictionReview:  # fmt: skip
    """Say whether a restriction must go on. One that ends, ends at that moment.

    Raises SamePersonLooks, AlreadyOver, BadRestriction, BadMoment, NotThere, Refused.
    """
    holding, stands = hold_standing(Restriction, restriction_id, by=by, at=at, why=reasons)
    need_said(BadRestriction, reviewer=reviewer, reasons=reasons)
    need_past(reviewed_at, at=at)
    need_running(stands, reviewed_at)
    _need_another(stands, by, reviewer)
    row = RestrictionReview(
        restriction_id=stands.first, at=reviewed_at, reviewer=reviewer.strip(), outcome=outcome,
        reasons=reasons.strip(),
    )  # fmt: skip
    written = put(holding, row, event="safety.restriction_reviewed", happened_at=reviewed_at)
    after = _after_review(stands, outcome, reviewed_at, reasons, next_review_at)
    put(
        holding, after, event="safety.restriction_after_review", happened_at=reviewed_at,
        replaces=stands,
    )  # fmt: skip
    return written


def need_running(row: Restriction, moment: datetime) -> None:
    """Refuse to end or review what is over. Raises AlreadyOver, BadRestriction."""
    if moment < row.since:
        raise BadRestriction(
            _("the restriction had not begun then"), remedy=_("look at day and hour")
        )
    over = min((one for one in (row.ended_at, row.end_at) if one is not None), default=None)
    if over is not None and moment >= over:
        raise AlreadyOver(
            _("the restriction was over then: it ends by itself"),
            remedy=_("nothing is left to do; another one needs an order of its own"),
        )


def _need_another(row: Restriction, by: Viewer, reviewer: str) -> None:
    if imposed_by(row, str(by.account), reviewer):
        raise SamePersonLooks(
            _("whoever ordered a restriction does not review it"),
            remedy=_("let somebody else look at it and sign in to write it down"),
        )


def _after_review(
    row: Restriction, outcome: ReviewOutcome, at: datetime, reasons: str,
    next_review_at: datetime | None,
) -> Restriction:  # fmt: skip
    if outcome == ReviewOutcome.END:
        return anew(row, ended_at=at, ended_why=reasons.strip())
    later = next_review_at is not None and at < next_review_at
    if not later or (row.end_at is not None and next_review_at and next_review_at > row.end_at):
        raise BadRestriction(
            _("what goes on is reviewed again before it ends, and no day for that is given"),
            remedy=_("give a later day that lies before the end, or end the restriction"),
        )
    return anew(row, review_at=next_review_at)


@contextmanager
def _told() -> Iterator[None]:
    """Two who write at once: the database's own refusal in the same words."""
    left = ForbiddenRestriction(
        words_of("nmr-43-3-ban"),
        remedy=_("look at which restrictions of contact run, and leave one means open"),
    )
    with refusing({"safety_some_contact_is_left": left}):
        yield
