"""Beds, who lies in them, who must be kept apart, and what a place was certified for."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record, period


class Bed(models.Model):
    """A bed of a cell or a unit, in use in [used_from, used_until)."""

    id = models.UUIDField(primary_key=True, editable=False)
    place = models.ForeignKey("kernel.Place", models.PROTECT, related_name="+")
    code = models.TextField()
    used_from = models.DateTimeField()
    used_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("place", "code"), name="custody_bed_has_one_code"),
            models.CheckConstraint(condition=~Q(code=""), name="custody_bed_is_named"),
            models.CheckConstraint(
                condition=Q(used_until__isnull=True) | Q(used_until__gt=F("used_from")),
                name="custody_bed_is_used_for_a_time",
            ),
        )


class Placement(Record):
    """In a place in [since, until), in a bed where one was given. Compartment ID.

    `despite`: why the person was put there although a rule keeps some of the people there apart.
    """

    place = models.ForeignKey("kernel.Place", models.PROTECT, related_name="+")
    bed = models.ForeignKey(Bed, models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    despite = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("place", "since"), name="custody_who_is_in_a_place",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="custody_placement_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="custody_one_place_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
            ExclusionConstraint(
                name="custody_one_person_in_a_bed",
                expressions=[
                    (F("bed"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True, bed__isnull=False),
            ),
        )


class KeepApart(Record):
    """Two people who must not share a place in [since, until). Compartment INC.

    Who gives places learns that the two may not share, and never why. `decided_by`: who decided
    it, in words; empty is whoever wrote it down.
    """

    other = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    reason = models.TextField()
    decided_by = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(person=F("other")) & ~Q(reason="") & Q(until__gt=F("since")),
                name="custody_keeping_apart_is_of_two_for_a_reason_with_an_end",
            ),
        )


class RollCount(models.Model):
    """People counted in a unit or an establishment at a time. About nobody in particular.

    `expected`: who lies there, without those who are away at that time. Never changed: whoever
    counts again writes a new row.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    place = models.ForeignKey("kernel.Place", models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    counted = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    said = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(counted=F("expected")) | ~Q(said=""),
                name="custody_a_count_that_differs_says_what_was_done",
            ),
            models.CheckConstraint(
                condition=Q(counted_at__lte=F("recorded_at")),
                name="custody_count_is_of_the_past",
            ),
        )
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="counts_stay_as_written", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]


class PlaceChange(models.Model):
    """What a place was certified for before it was changed, and until when. About nobody.

    The place itself says what holds now; this row what held until `changed_at`, and why it changed.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    place = models.ForeignKey("kernel.Place", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    capacity_before = models.IntegerField(null=True)
    capacity_after = models.IntegerField(null=True)
    area_before = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    area_after = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    why = models.TextField()
    recorded_by = models.TextField()

    class Meta:
        indexes = (models.Index(fields=("place", "changed_at"), name="custody_what_a_place_was"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(why=""), name="custody_place_is_changed_for_a_reason"
            ),
        )
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="changes_of_places_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
