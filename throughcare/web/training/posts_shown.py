"""Postings, meetings and what the rules say of them, as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from throughcare.duties.queries.of_staff import StaffDuty
from throughcare.duties.rules import rulebook
from throughcare.duties.wording import title_of
from throughcare.service.training.courses import lapses_soon
from throughcare.service.training.queries import Human, Met, Post, Posted
from throughcare.service.training.units import UnitKind
from throughcare.web.duties.words import SIGNS, cited

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is broken or due, and of whom; None on one's own page."""

    duty: StaffDuty
    human: Human | None

    @property
    def title(self) -> str:
        """What the rule is called in the reader's language."""
        return title_of(self.duty.rule, get_language() or "en")

    @property
    def cite(self) -> str:
        """The instrument and the rule."""
        return cited(rulebook().entries[self.duty.rule])

    @property
    def unit(self) -> StrOrPromise:
        """The kind of unit, where the rule asks for each apart."""
        return UnitKind(self.duty.unit).label if self.duty.unit else ""

    @property
    def sign(self) -> str:
        """The sign before the state."""
        return SIGNS["overdue" if self.duty.is_late else "due"]

    @property
    def state(self) -> str:
        """How it stands, in words."""
        return _("overdue") if self.duty.is_late else _("due")

    @property
    def by(self) -> datetime | None:
        """Since when it is broken, or until when it is due; None: met without an end in sight."""
        return self.duty.since if self.duty.is_late else self.duty.until


@dataclass(frozen=True, slots=True)
class PostLine:
    """A posting, and of whom."""

    post: Post
    human: Human


@dataclass(frozen=True, slots=True)
class MetLine:
    """A meeting, and who took part."""

    met: Met
    human: Human


def told(duties: Iterable[StaffDuty], staff: Sequence[Human]) -> list[Told]:
    """Each with its human being; of somebody who is not in the list nothing is told."""
    by_account = {one.first: one for one in staff}
    return [Told(one, by_account[one.account]) for one in duties if one.account in by_account]


def near(duties: Iterable[StaffDuty], *, at: datetime) -> list[StaffDuty]:
    """What is late, and what is due within the days in which something is said to lapse soon."""
    last = at + timedelta(days=lapses_soon().days)
    return [one for one in duties if one.is_late or (one.until is not None and one.until <= last)]


def posts(staff: Iterable[Posted]) -> Iterator[PostLine]:
    """Every posting, by name, the latest first."""
    return (PostLine(post, one) for one in staff for post in one.posts)


def meetings(staff: Iterable[Posted]) -> list[MetLine]:
    """Every meeting, the latest first."""
    found = [MetLine(met, one) for one in staff for met in one.meetings]
    return sorted(found, key=lambda one: one.met.held_on, reverse=True)
