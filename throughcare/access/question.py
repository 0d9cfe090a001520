"""The question "may this viewer do this?" and the answer with its named reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment, Level, Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Period:
    """From its beginning, up to and without its end; no end is until further notice."""

    begins: datetime
    ends: datetime | None

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at that moment."""
        return self.begins <= at and (self.ends is None or at < self.ends)


@dataclass(frozen=True)
class HeldPost:
    """A role at an establishment, by its code in the tree of places, such as `north`."""

    role: Role
    establishment: str
    period: Period


@dataclass(frozen=True)
class Assigned:
    """A case given to a role of the viewer; for a relative, what the prisoner allows."""

    role: Role
    person: UUID
    period: Period


@dataclass(frozen=True)
class Grant:
    """Emergency access. Unconfirmed, it lapses at `confirm_by`; None: nobody else was on duty."""

    role: Role
    person: UUID
    compartment: Compartment
    period: Period
    confirm_by: datetime | None
    confirmed: bool

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at that moment."""
        return self.period.holds(at) and not self.lapsed(at)

    def lapsed(self, at: datetime) -> bool:
        """Whether the second person's hour has passed without confirmation."""
        return self.confirm_by is not None and not self.confirmed and at >= self.confirm_by


@dataclass(frozen=True)
class Viewer:
    """Who asks, with all that was ever given, each with its period.

    `person` is the file of the viewer's own, if there is one. `kin` are the persons whom any
    account of the same human being has declared as relatives.
    """

    account: int
    suspended: bool = False
    person: UUID | None = None
    posts: tuple[HeldPost, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    kin: frozenset[UUID] = frozenset()
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True)
class Subject:
    """Whom or what it is about. No establishment: held nowhere, or not to be found."""

    person: UUID | None
    establishment: str | None


class Reason(Enum):
    """Why: the name of each answer."""

    GRANTED = "granted"
    EMERGENCY = "emergency"
    SUSPENDED = "suspended"
    NO_POST = "no_post"
    POST_ENDED = "post_ended"
    POST_NOT_BEGUN = "post_not_begun"
    NO_PERSON_DATA = "no_person_data"
    COMPARTMENT_CLOSED = "compartment_closed"
    OWN_RELATIVE = "own_relative"
    OWN_FILE = "own_file"
    ASSIGNMENT_ENDED = "assignment_ended"
    GRANT_EXPIRED = "grant_expired"
    GRANT_UNCONFIRMED = "grant_unconfirmed"
    NOT_IN_ESTABLISHMENT = "not_in_establishment"
    NOT_ASSIGNED = "not_assigned"
    NOT_SELF = "not_self"
    ONLY_REDACTED = "only_redacted"
    ONLY_READ = "only_read"
    ONLY_APPEND = "only_append"
    # Of acts on accounts, posts, cases and emergencies; no file is asked about.
    NOT_IN_OFFICE = "not_in_office"
    OWN_ACCESS = "own_access"
    SECOND_PERSON = "second_person"


@dataclass(frozen=True)
class Answer:
    """Yes or no, why, and how far: `fields` are those that a redacted read shows."""

    allowed: bool
    level: Level
    reason: Reason
    fields: tuple[str, ...] = ()

    @property
    def sentence(self) -> StrOrPromise:
        """Words for the person at the screen."""
        return _SENTENCES[self.reason]


_NOTHING = _("There is nothing here. Check the number, or ask the records office.")
_SENTENCES = {
    Reason.GRANTED: _("Allowed by your post."),
    Reason.EMERGENCY: _("Allowed by emergency access. It ends by itself and will be reviewed."),
    Reason.SUSPENDED: _("This account is suspended. Ask the administrator of accounts."),
    Reason.NO_POST: _("You hold no post. Ask your director to appoint you."),
    Reason.POST_ENDED: _("Your post has ended. Ask your director whether it should go on."),
    Reason.POST_NOT_BEGUN: _("Your post has not begun. Come back on its first day."),
    Reason.NO_PERSON_DATA: _(
        "Figures only: nobody's file is opened here. Ask for published tables."
    ),
    Reason.COMPARTMENT_CLOSED: _(
        "Your post does not open this part of the file. Ask who answers for it."
    ),
    Reason.OWN_RELATIVE: _("You declared this person as a relative. A colleague must do this."),
    Reason.OWN_FILE: _(
        "This is your own file. A post does not open it; use your own access to it."
    ),
    Reason.ASSIGNMENT_ENDED: _("Your assignment to this person has ended. Ask the case manager."),
    Reason.GRANT_EXPIRED: _(
        "Your emergency access has ended. Ask the owner of this part of the file."
    ),
    Reason.GRANT_UNCONFIRMED: _(
        "Nobody confirmed your emergency access in time. Ask the duty officer."
    ),
    Reason.NOT_IN_ESTABLISHMENT: _NOTHING,
    Reason.NOT_ASSIGNED: _NOTHING,
    Reason.NOT_SELF: _NOTHING,
    Reason.ONLY_REDACTED: _(
        "You see a short form here. Ask who answers for this part if you need more."
    ),
    Reason.ONLY_READ: _("You may read here, not write. Ask who answers for this part of the file."),
    Reason.ONLY_APPEND: _(
        "You may add here, not read what others wrote. Ask who answers for this part."
    ),
    Reason.NOT_IN_OFFICE: _("Your post does not do this. Ask your director who does."),
    Reason.OWN_ACCESS: _(
        "Nobody decides on their own account, post or case. A colleague must do this."
    ),
    Reason.SECOND_PERSON: _(
        "You took this emergency access yourself. A second person must do this."
    ),
}
