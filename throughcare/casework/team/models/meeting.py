"""A meeting of the team of a prison, who is invited, and who was there. About no person."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.access.terms import Role
from throughcare.casework.team.models.house_row import HouseRow
from throughcare.casework.team.team_terms import MeetingKind, MeetingState, Seat


class Meeting(HouseRow):
    """One state of a meeting. `first`: the id of the row that it began with.

    `chair`, `called_by`, `minuted_by`, `signed_by` are accounts. Closed by who signs; `signed_seen`
    is the digest of the rows that were signed.
    """

    first = models.UUIDField(editable=False)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    state = models.TextField(choices=MeetingState.choices)
    establishment = models.TextField()
    kind = models.TextField(choices=MeetingKind.choices)
    meets_at = models.DateTimeField()
    chair = models.TextField()
    called_by = models.TextField()
    held_at = models.DateTimeField(null=True)
    minuted_by = models.TextField(blank=True, default="")
    signed_by = models.TextField(blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    signed_seen = models.TextField(blank=True, default="")
    cancelled_why = models.TextField(blank=True, default="")

    class Meta(HouseRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values, kind__in=MeetingKind.values)
                & ~Q(establishment="") & ~Q(chair="") & ~Q(called_by=""),
                name="team_meeting_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="team_meeting_names_its_first_row",
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(cancelled_why=""))
                | (~Q(state="cancelled") & Q(cancelled_why="")),
                name="team_meeting_is_cancelled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["held", "closed"], held_at__isnull=False)
                           & ~Q(minuted_by=""))
                | Q(state__in=["called", "cancelled"], held_at__isnull=True, minuted_by=""),
                name="team_meeting_is_held_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed", signed_at__isnull=False) & ~Q(signed_by=""))
                | (~Q(state="closed") & Q(signed_at__isnull=True, signed_by="")),
                name="team_meeting_is_closed_by_a_signature",
            ),
            models.UniqueConstraint(
                fields=("first",), condition=Q(stood_until__isnull=True),
                name="team_meeting_stands_once",
            ),
        )  # fmt: skip

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]


class Invited(HouseRow):
    """That a role, or an agency outside by its name, is invited to a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    role = models.TextField(blank=True, default="")
    agency = models.TextField(blank=True, default="")

    class Meta(HouseRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=(Q(role__in=[one.value for one in Role]) & Q(agency=""))
                | (Q(role="") & ~Q(agency="")),
                name="team_invited_is_a_role_or_an_agency",
            ),
        )


class Attendance(HouseRow):
    """That a member was there in an office, or was not and why."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    account = models.TextField()
    office = models.TextField(choices=Seat.choices)
    present = models.BooleanField()
    absent_why = models.TextField(blank=True, default="")

    class Meta(HouseRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(office__in=Seat.values) & ~Q(account=""),
                name="team_attendance_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(present=True, absent_why="") | (Q(present=False) & ~Q(absent_why="")),
                name="team_absence_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=("meeting", "account"),
                condition=Q(stood_until__isnull=True),
                name="team_member_sits_once",
            ),
        )


class Feed(HouseRow):
    """The secret address of the calendar of an account: its digest alone. Revoked, it stands no
    more."""

    account = models.TextField()
    digest = models.TextField()

    class Meta(HouseRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(account="") & Q(digest__regex=r"^[0-9a-f]{64}$"),
                name="team_feed_is_somebodys",
            ),
            models.UniqueConstraint(fields=("digest",), name="team_feed_is_of_one"),
            models.UniqueConstraint(
                fields=("account",),
                condition=Q(stood_until__isnull=True),
                name="team_feed_stands_once",
            ),
        )
