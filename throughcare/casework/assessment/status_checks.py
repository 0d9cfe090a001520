"""What a status must say, on whom none may stand, and who may answer for it. Asks nobody."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.queries import Account, viewer_of
from throughcare.access.question import Subject
from throughcare.access.terms import Act
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.holding import PLN
from throughcare.casework.assessment.lasting import last_moment
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_errors import (
    BadPeriod,
    NoOwner,
    NotOfChildren,
    SameEvidence,
)
from throughcare.casework.assessment.status_terms import CONFIRMED, StatusKind
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import Holding, parts_of
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.folding import words_of


def need_kind(kind: str) -> None:
    """Refuse a kind that is none of the three. Raises NotSaid."""
    if kind not in StatusKind.values:
        raise NotSaid(
            _("this is none of the three kinds of status"),
            remedy=_("choose charged or convicted, assessed, or vulnerable; they are never merged"),
        )


def need_grounds(*, legal_basis: str, evidence: str, reasons: str, besides: str) -> None:
    """Refuse a status that says not on what it rests, or rests on what somebody is or believes.

    Raises NotSaid, BeliefAlone. The name of an offence may have such a word: it is not looked at.
    """
    need_said(legal_basis=legal_basis, evidence=evidence, reasons=reasons)
    need_act(evidence, besides)
    need_act(reasons, besides)


def need_grown(holding: Holding, kind: str) -> None:
    """Refuse an assessed status for a child, or while the age is open. Raises NotOfChildren."""
    if kind == StatusKind.ASSESSED and counts_as_child(holding.person.id, at=holding.at):
        raise NotOfChildren(
            _("nobody under 18 is assessed for violent extremism, nor while the age is open"),
            remedy=_("let a juvenile specialist look at needs, and write support elsewhere"),
        )


def need_period(
    holding: Holding, *, since: datetime, review_at: datetime, expires_at: datetime
) -> None:
    """Refuse a status that is over already, too long, or reviewed too late. Raises BadPeriod."""
    if expires_at <= max(since, holding.at):
        raise BadPeriod(
            _("the status would be over already"), remedy=_("give a later last day, or none at all")
        )
    last = last_moment(since, str(zone_of(holding.person.held_at)))
    if expires_at > last:
        raise BadPeriod(
            _("a status ends by itself, at the latest on %(last)s")
            % {"last": last.isoformat(" ", "minutes")},
            remedy=_("give an earlier end; it can be renewed, by two others and on new evidence"),
        )
    if not since <= review_at < expires_at:
        raise BadPeriod(
            _("a status is reviewed while it holds"),
            remedy=_("give a day of review between its first day and its last"),
        )


def need_owner(holding: Holding, account: int, office: str) -> str:
    """The account that answers for it, as text. Refuse one that may not write there. NoOwner."""
    need_said(office=office)
    try:
        owner = viewer_of(account, at=holding.at)
    except Account.DoesNotExist:
        owner = None
    held = holding.person.held_at
    if owner is None or not any(
        gate.may(owner, Act.WRITE, PLN, Subject(part, held), at=holding.at)
        for part in parts_of(holding.person.id)
        if owner.person != part
    ):
        raise NoOwner(
            _("this account may not write in the plan of the person, and so cannot answer for it"),
            remedy=_("name somebody of the case staff of this person"),
        )
    return str(account)


def need_new(holding: Holding, kind: str, said: str, besides: str) -> None:
    """Refuse to renew on what was known already. Raises NotSaid, BeliefAlone, SameEvidence."""
    need_said(new_evidence=said)
    need_act(said, besides)
    before = rows_of(Status, holding.person.id, known_at=holding.at).filter(
        kind=kind, state__in=sorted(CONFIRMED)
    )
    known = {
        _bare(text) for pair in before.values_list("evidence", "new_evidence") for text in pair
    }
    if not _bare(said) or _bare(said) in known:
        raise SameEvidence(
            _("this was known when the status was made: it renews nothing"),
            remedy=_("write what was seen since then; where there is nothing, let it end"),
        )


def _bare(text: str) -> str:
    """The words alone: another comma or another capital is no new evidence."""
    return "".join(word.folded for word in words_of(text) if any(map(str.isalnum, word.folded)))
