"""What a meeting must be, and what its minutes must say. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from standards.groups import CHILDREN
from throughcare.access.queries import Account, holder_of, viewer_of
from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.together import own_groups
from throughcare.casework.people.files import Holding
from throughcare.casework.team.errors import NoOwner, NoTeam, NotOfTheTeam
from throughcare.casework.team.models import Meeting
from throughcare.casework.team.rules import (
    also_for_group,
    also_for_kind,
    fewest,
    may_be_silent,
    never_without,
    sits_as,
    sitting_roles,
)
from throughcare.casework.team.team_terms import Heard, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A member in an office: there, or absent and why."""

    account: int
    office: Seat
    present: bool = True
    absent_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a member said of somebody, and what the member held against the decisions."""

    account: int
    words: str = ""
    dissent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, who does it, and by when."""

    words: str
    owner: int | None
    due_at: datetime | None


def sits_here(account: int, offices: Iterable[Seat], establishment: str, *, at: datetime) -> bool:
    """Whether an account holds a post here then that sits in one of these offices."""
    member = _viewer(account, at=at)
    roles = {role for office in offices for role in sits_as(office)}
    return (
        member is not None
        and member.person is None
        and any(
            post.role in roles and post.establishment == establishment and post.period.holds(at)
            for post in member.posts
        )
    )


def need_members(meeting: Meeting, there: Sequence[There], *, at: datetime) -> None:
    """Refuse members who may not sit so, or one human being twice. Raises NotOfTheTeam, NotSaid."""
    for one in there:
        known = one.office in Seat.values
        if not known or not sits_here(one.account, [one.office], meeting.establishment, at=at):
            raise NotOfTheTeam(
                _("one of those named holds no post here that sits in that office"),
                remedy=_("choose the member and the office again"),
            )
        if not one.present:
            need_said(why_somebody_was_absent=one.absent_why)
    holders = [holder_of(one.account) for one in there]
    if len(set(holders)) < len(holders):
        raise NotOfTheTeam(
            _("one human being sits there twice"), remedy=_("name each member once, in one office")
        )


def need_quorum(meeting: Meeting, offices: Sequence[str]) -> None:
    """Refuse too few, or a team without an office that it needs. Raises NoTeam."""
    wanted = {never_without(), *also_for_kind(meeting.kind)}
    missing = wanted - set(offices)
    if len(offices) < fewest() or missing:
        raise NoTeam(
            _("this is no team: %(count)s were there, %(fewest)s are needed; missing: %(missing)s")
            % {"count": len(offices), "fewest": fewest(), "missing": _named(missing) or "-"},
            remedy=_("let the team meet again when they can come; what was typed is kept"),
        )


def need_also(holding: Holding, establishment: str, offices: Sequence[str]) -> None:
    """Refuse to speak about somebody without who sits there because of who that is. NoTeam."""
    at = holding.at
    groups = set(own_groups(holding.person.id, establishment, at=at))
    if counts_as_child(holding.person.id, at=at):
        groups.add(CHILDREN)
    missing = {office for group, office in also_for_group().items() if group in groups}
    missing -= set(offices)
    if missing:
        raise NoTeam(
            _("because of who the person is, there sits too: %(missing)s")
            % {"missing": _named(missing)},
            remedy=_("take the person off this agenda, and meet again with that member"),
        )


def need_minutes(
    *, considered: str, heard: str, heard_words: str, reasons: str, besides: str
) -> None:
    """Refuse minutes without grounds, or that rest on what somebody is or believes.

    Raises NotSaid, BeliefAlone.
    """
    if heard not in Heard.values:
        raise NotSaid(
            _("how the view of the person was heard is not said"),
            remedy=_("choose one of the list, and write what the person said or why not"),
        )
    need_said(
        what_was_considered=considered, what_the_person_said=heard_words, reasons=reasons
    )  # fmt: skip
    need_act(reasons, besides)


def need_sayings(
    said: Sequence[Said], present: dict[str, str], besides: str
) -> None:  # fmt: skip
    """Refuse words of somebody who was not there, or that speak of belief and name no act.

    `present`: the office of each account that was there. What a chaplain says is not looked
    through: to ask for worship is a need, and the office is there for it.
    """
    for one in said:
        office = present.get(str(one.account))
        if office is None:
            raise NotOfTheTeam(
                _("whoever is quoted was not there"), remedy=_("choose among those who were there")
            )
        if office not in may_be_silent():
            need_act(one.words, besides)


def need_decisions(
    decided: Sequence[Decided], establishment: str, *, held_at: datetime, at: datetime
) -> None:
    """Refuse a decision without words, an owner who holds a post here now, or a day to come.

    Raises NotSaid, NoOwner.
    """
    for one in decided:
        need_said(what_was_decided=one.words)
        if one.owner is None or one.due_at is None:
            raise NoOwner(
                _("a decision has an owner and a day: without them nobody does it"),
                remedy=_("choose who does it, and by when"),
            )
        member = _viewer(one.owner, at=at)
        if member is None or member.person is not None or not any(
            post.role in sitting_roles() and post.establishment == establishment
            and post.period.holds(at) for post in member.posts
        ):  # fmt: skip
            raise NoOwner(
                _("the owner of a decision holds no post of the team here now"),
                remedy=_("choose somebody who works here, or who has taken over the post"),
            )
        if one.due_at <= max(held_at, at):
            raise NoOwner(
                _("the day of a decision is over already"), remedy=_("give a day to come")
            )


def _viewer(account: int, *, at: datetime) -> Viewer | None:
    try:
        found = viewer_of(account, at=at)
    except Account.DoesNotExist:
        return None
    return None if found.suspended else found


def _named(offices: Iterable[Seat]) -> str:
    missing = set(offices)
    return ", ".join(str(Seat(one).label) for one in Seat if one in missing)
