"""What a board must be, and what its minutes must say. Asks nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from standards.groups import WOMEN
from throughcare.access.queries import Account, holder_of, viewer_of
from throughcare.casework.assessment.board import (
    also_for,
    fewest,
    last_review,
    never_without,
    sits_as,
)
from throughcare.casework.assessment.board_errors import (
    BadModel,
    BadReview,
    NoQuorum,
    NotOfTheBoard,
    TooMuch,
)
from throughcare.casework.assessment.board_terms import (
    LEAST,
    FactorKind,
    Level,
    Model,
    Office,
    Weighs,
)
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.lasting import holding as status_holds
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_terms import VEP
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.errors import NotInCustody
from throughcare.casework.custody.together import own_groups
from throughcare.casework.people.files import Holding
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.models import Place

# What is asked of a woman besides (Bangkok Rules 41); "not known" is an answer.
OF_WOMEN: Final = ("violence", "care", "mind", "dependency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """An account that sat there, in an office; `dissent` in the member's own words, or nothing."""

    account: int
    office: Office
    dissent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One factor: of which kind, which way it pulls, and the facts."""

    kind: FactorKind
    weighs: Weighs
    words: str


def house_of(holding: Holding) -> str:
    """The prison that holds the person; a board is about somebody in custody. NotInCustody."""
    held_at = holding.person.held_at
    if not held_at:
        raise NotInCustody(
            _("this person is not in custody: there is nothing to classify"),
            remedy=_("say that the board does not decide; what is written stays readable"),
        )
    return held_at


def need_quorum(holding: Holding, seats: Sequence[Sitting], *, at: datetime) -> None:
    """Refuse too few, the wrong ones, or one human being twice. Raises NoQuorum, NotOfTheBoard."""
    holders = [holder_of(seat.account) for seat in seats]
    for seat in seats:
        _need_post(holding, seat, at=at)
    if len(set(holders)) < len(seats):
        raise NotOfTheBoard(
            _("one human being sits there twice"), remedy=_("name each member once, in one office")
        )
    wanted = {never_without(), *_also(holding)}
    missing = wanted - {seat.office for seat in seats}
    if len(seats) < fewest() or missing:
        said = [str(Office(one).label) for one in Office if one in missing]
        raise NoQuorum(
            _("this is no board: %(count)s sat there, %(fewest)s are needed; missing: %(missing)s")
            % {"count": len(seats), "fewest": fewest(), "missing": ", ".join(said) or "-"},
            remedy=_("let the board meet again when they can come; what was typed is kept"),
        )


def _need_post(holding: Holding, seat: Sitting, *, at: datetime) -> None:
    try:
        member = viewer_of(seat.account, at=at)
    except Account.DoesNotExist:
        member = None
    held = house_of(holding)
    if (
        member is None
        or seat.office not in Office.values
        or member.person is not None
        or not any(
            post.role in sits_as(Office(seat.office))
            and post.establishment == held
            and post.period.holds(at)
            for post in member.posts
        )
    ):
        raise NotOfTheBoard(
            _("one of those named holds no post here that sits in that office"),
            remedy=_("choose the member and the office again"),
        )


def _also(holding: Holding) -> list[Office]:
    """Who must sit there too, because of who the person is as it is known by now."""
    at = holding.at
    groups = set(own_groups(holding.person.id, house_of(holding), at=at))
    if counts_as_child(holding.person.id, at=at):
        groups.add("children")
    return [office for group, office in also_for().items() if group in groups]


def need_minutes(
    *, level: str, reasons: str, besides: str, lower_why: str, wish: str, departs_from: str,
    departs_why: str, factors: Sequence[Weighed],
) -> None:  # fmt: skip
    """Refuse minutes without grounds, or that rest on what somebody is or believes.

    Raises NotSaid, BeliefAlone, TooMuch.
    """
    if level not in Level.values:
        raise NotSaid(
            _("this is no security level of the list"), remedy=_("choose one of the list")
        )
    need_said(reasons=reasons, wish_of_the_person=wish)
    need_act(reasons, besides)
    if level != LEAST:
        need_said(why_a_lower_level_is_not_enough=lower_why)
        need_act(lower_why, besides)
    if bool(departs_from.strip()) != bool(departs_why.strip()):
        raise NotSaid(
            _("a board that decides otherwise than it was advised says what that was and why"),
            remedy=_("write both, or neither"),
        )
    _need_factors(level, factors, besides)


def _need_factors(level: str, factors: Sequence[Weighed], besides: str) -> None:
    kinds = [one.kind for one in factors]
    if not factors or len(set(kinds)) < len(kinds):
        raise NotSaid(
            _("no factor was weighed, or one of them twice"),
            remedy=_("write down each thing that was weighed, once, with its facts"),
        )
    for one in factors:
        if one.kind not in FactorKind.values or one.weighs not in Weighs.values:
            raise NotSaid(_("this is no factor of the list"), remedy=_("choose one of the list"))
        need_said(facts=one.words)
        need_act(one.words, besides)
    raising = {one.kind for one in factors if one.weighs == Weighs.MORE}
    if level == Level.HIGH and raising <= {FactorKind.OFFENCE}:
        raise TooMuch(
            _("the offence alone is no ground for the highest level"),
            remedy=_("name what this person did or does that asks for it, or choose a lower level"),
        )
    if level != LEAST and raising == {FactorKind.MENTAL_HEALTH}:
        raise TooMuch(
            _("mental health alone is no ground for a higher level"),
            remedy=_("let the person be helped, and choose a lower level"),
        )


def need_answers(holding: Holding, answers: Mapping[str, str]) -> None:
    """Refuse to leave out what must be asked of a woman. "Not known" is an answer. NotSaid."""
    if WOMEN in own_groups(holding.person.id, house_of(holding), at=holding.at):
        need_said(**{name: answers[name] for name in OF_WOMEN})


def need_review(holding: Holding, *, decided_at: datetime, review_at: datetime) -> None:
    """Refuse a review that comes too late, or is over already. Raises BadReview."""
    last = last_review(decided_at, str(zone_of(holding.person.held_at)))
    if not max(decided_at, holding.at) < review_at <= last:
        raise BadReview(
            _("a classification is looked at again after it was decided, and by %(last)s")
            % {"last": last.isoformat(" ", "minutes")},
            remedy=_("give a day of review before that; until then it holds, and no longer"),
        )


def need_model(holding: Holding, model: str, model_why: str, *, at: datetime) -> None:
    """A model of placement is chosen for whoever has a status that holds, and for nobody else.

    Raises BadModel, NotSaid.
    """
    marked = rows_of(Status, holding.person.id, known_at=holding.at).filter(
        status_holds(at), kind__in=sorted(VEP)
    )
    if marked.exists() != bool(model):
        raise BadModel(
            _("a model of placement is chosen where a status holds, and nowhere else"),
            remedy=_("look at the status of this person, and choose a model or none"),
        )
    if model:
        if model not in Model.values:
            raise NotSaid(_("this is no model of the list"), remedy=_("choose one of the list"))
        need_said(why_this_model=model_why)


def need_place(holding: Holding, place: str, *, at: datetime) -> None:
    """Refuse a place that is no unit in use of the prison that holds the person. NotSaid."""
    if not place:
        return
    there = Place.objects.in_use(at).within(house_of(holding)).filter(path=place)
    if not any(one.kind == "unit" for one in there):
        raise NotSaid(
            _("this is no unit in use here"), remedy=_("choose one of the units of this prison")
        )
