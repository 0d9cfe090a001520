"""What is asked of an entry before it is written: who writes, which words, which moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.terms import Role
from throughcare.casework.observations.errors import BadTime, NotSaid, TooLong
from throughcare.casework.observations.values import longest
from throughcare.errors import BadInput

# Who may append for another reason writes no observation: a chaplain, a lawyer, a partner, a judge.
OBSERVERS: Final = frozenset(
    {
        Role.SECURITY_OFFICER, Role.WOMENS_UNIT_OFFICER, Role.CASE_MANAGER, Role.PSYCHOLOGIST,
        Role.TEACHER_INSTRUCTOR, Role.JUVENILE_SPECIALIST,
    }
)  # fmt: skip


def need_observer(leave: Leave) -> None:
    """Only who works with the person every day. Raises NotThere."""
    if Role(leave.role) not in OBSERVERS:
        raise NotThere


def need_short(*texts: str) -> None:
    """Raises TooLong."""
    most = longest()
    if any(len(one) > most for one in texts):
        raise TooLong(
            _("this is longer than %(most)s signs") % {"most": most},
            remedy=_("shorten it to what was seen and heard; nothing of it is lost meanwhile"),
        )


def need_past(moment: datetime, *, at: datetime) -> None:
    """Raises BadTime for a moment that has not come."""
    if moment > at:
        raise BadTime(
            _("this time has not come yet"), remedy=_("write the time at which it happened")
        )


def need_listed(value: str, values: list[str]) -> None:
    """Raises NotSaid for what is not of a closed list."""
    if value not in values:
        raise NotSaid(_("this is not of the list"), remedy=_("choose one of the list"))


def told() -> Mapping[str, BadInput]:
    """What the database refuses, in words."""
    return {
        "observations_while_in_custody": BadTime(
            _("the person was not in custody at that time"),
            remedy=_("look at the time, and whether this is the right person"),
        ),
        "observations_nobody_observes_himself": NotSaid(
            _("nobody writes this about himself or herself"),
            remedy=_("let a colleague write it"),
        ),
        "observations_observation_once": NotSaid(
            _("this was sent before by another account"), remedy=_("type it again")
        ),
    }
