"""From the first word to the last day: one person and one programme. Compartment PRG."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from throughcare.casework.programmes.models.catalogue import Group, Programme
from throughcare.casework.programmes.terms import AskedBy, Reason, State
from throughcare.casework.rows.record import Record


class Staged(Record):
    """It goes from state to state, each step a row. `first`: the id of the row it began with."""

    kind_of_state: ClassVar[str]

    first = models.UUIDField(editable=False)
    state = models.TextField()

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="%(app_label)s_%(class)s_names_its_first_row",
            ),
        )

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]


class Referral(Staged):
    """`programme`, `group`: their first rows. `consented_at`: when the person said yes, by which
    the list is ordered. `obliged_by`: the law that obliges a sentenced person to schooling.

    `why` says what it should help with. `reason` is a code, of `reasons.yaml`. `before_others_why`:
    why somebody is taken before others who wait longer. Nobody is asked why he or she declines,
    withdraws or leaves.
    """

    kind_of_state = "referral"

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    asked_by = models.TextField(choices=AskedBy.choices)
    why = models.TextField()
    obliged_by = models.TextField(blank=True, default="")
    referred_at = models.DateTimeField()
    referred_by = models.TextField()
    answered_at = models.DateTimeField(null=True)
    consented_at = models.DateTimeField(null=True)
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+")
    enrolled_at = models.DateTimeField(null=True)
    enrolled_by = models.TextField(blank=True, default="")
    before_others_why = models.TextField(blank=True, default="")
    over_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, default="", choices=Reason.choices)

    class Meta(Staged.Meta):
        indexes = (
            models.Index(
                fields=("programme", "state"), name="programmes_who_waits",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=State.values, asked_by__in=AskedBy.values)
                & Q(reason__in=["", *Reason.values]),
                name="programmes_referral_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(why="") & ~Q(referred_by=""),
                name="programmes_referral_says_what_it_should_help_with",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["not_offered", "ended"]) & ~Q(reason="")
                | ~Q(state__in=["not_offered", "ended"]) & Q(reason=""),
                name="programmes_only_the_provider_gives_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["enrolled", "completed", "left"], group__isnull=False)
                & Q(enrolled_at__isnull=False)
                & ~Q(enrolled_by="")
                | ~Q(state__in=["enrolled", "completed", "left"]),
                name="programmes_who_takes_part_is_in_a_group",
            ),
            models.CheckConstraint(
                condition=Q(state="referred", answered_at__isnull=True)
                | ~Q(state="referred") & (Q(answered_at__isnull=False) | Q(state="withdrawn")),
                name="programmes_referral_is_answered_at_a_time",
            ),
        )
