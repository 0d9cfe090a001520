"""What must be said before a plan is written. Asks nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.queries import Account, viewer_of
from throughcare.access.question import Viewer
from throughcare.casework.people.files import Holding
from throughcare.casework.plans.errors import (
    BadDay,
    BadReview,
    MissingPart,
    NoOwner,
    NotSaid,
    TooMuchSaid,
)
from throughcare.casework.plans.groups import groups_of, last_review_of
from throughcare.casework.plans.models import Plan
from throughcare.casework.plans.rules import asked_of, not_in_short
from throughcare.casework.plans.terms import PARTS, Choice, PlanKind

# Signs of one text. What is longer belongs on a paper of its own.
LONGEST: Final = 20_000
WOMEN: Final = "women"


def need_said(**said: str) -> dict[str, str]:
    """These texts without blanks around them. Raises NotSaid where one is empty, TooMuchSaid."""
    missing = [name.replace("_", " ") for name, text in said.items() if not text.strip()]
    if missing:
        raise NotSaid(
            _("this is not said: %(what)s") % {"what": ", ".join(missing)},
            remedy=_("write it in a sentence; what else was typed is kept"),
        )
    return need_short(**said)


def need_short(**said: str) -> dict[str, str]:
    """These texts without blanks around them. Raises TooMuchSaid for one that is too long."""
    for text in said.values():
        if len(text) > LONGEST:
            raise TooMuchSaid(
                _("this text has %(signs)s signs, and %(most)s are the most")
                % {"signs": len(text), "most": LONGEST},
                remedy=_("shorten it, or put the rest on a paper of its own; nothing is lost"),
            )
    return {name: text.strip() for name, text in said.items()}


def need_of(value: str, values: list[str]) -> None:
    """Refuse what is not of the list. Raises NotSaid."""
    if value not in values:
        raise NotSaid(_("this is not of the list"), remedy=_("choose one of the list"))


def parts_said(kind: str, parts: Mapping[str, str], choice: str) -> dict[str, str]:
    """The parts as they are kept. Raises NotSaid, TooMuchSaid."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        raise NotSaid(_("this is not of the list"), remedy=_("choose one of the list"))
    said = need_short(**{name: parts.get(name, "") for name in PARTS})
    if kind == PlanKind.SHORT and any(said[name] for name in not_in_short()):
        raise TooMuchSaid(
            _("nobody who is not sentenced has a plan for release or its conditions"),
            remedy=_("leave these empty; say nothing of what the person is charged with"),
        )
    need_of(choice, ["", *Choice.values])
    if said["violence"] and choice != Choice.SAID:
        raise NotSaid(
            _("violence that she suffered is written down by her choice alone"),
            remedy=_("ask whether she wants it written, and tick so; or leave it empty"),
        )
    return said


def need_parts(plan: Plan, *, at: datetime) -> None:
    """Refuse a plan that leaves out what is asked of this person. Raises MissingPart."""
    groups = groups_of(plan.person_id, at=at)
    for name in asked_of(groups):
        if plan.kind == PlanKind.SHORT and name in not_in_short():
            continue
        if not getattr(plan, name):
            raise MissingPart(
                _("this part of the plan is missing: %(part)s") % {"part": PARTS[name]},
                remedy=_("write it with the person, then go on"), part=name,
            )  # fmt: skip
    if WOMEN in groups and not plan.choice:
        raise MissingPart(
            _("this part of the plan is missing: %(part)s")
            % {"part": _("whether she chose to speak of violence that she suffered")},
            remedy=_("ask her; not to speak of it is an answer"), part="choice",
        )  # fmt: skip


def need_review(holding: Holding, review_at: datetime) -> None:
    """Refuse a review that comes too late, or is over already. Raises BadReview."""
    last = last_review_of(holding)
    if not holding.at < review_at <= last:
        raise BadReview(
            _("a plan is looked at again after today, and by %(last)s at the latest")
            % {"last": last.isoformat(" ", "minutes")},
            remedy=_("give a day of review before that"),
        )


def need_owner(account: int | str, *, at: datetime) -> Viewer:
    """The member of staff who does a step. Raises NoOwner for one who holds no post now."""
    try:
        member = viewer_of(int(account), at=at)
    except (Account.DoesNotExist, ValueError):
        member = None
    if (
        member is None or member.person is not None or member.suspended
        or not any(post.period.holds(at) for post in member.posts)
    ):  # fmt: skip
        raise NoOwner(
            _("whoever should do this holds no post here any more"),
            remedy=_("choose somebody who is there"),
        )
    return member


def need_not_before(day: datetime, since: datetime, *, what: str) -> None:
    """Refuse a moment before another. Raises BadDay."""
    if day < since:
        raise BadDay(what, remedy=_("look at both days and hours"))
