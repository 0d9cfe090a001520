"""Movements out of a place, and the steps of reception, transfer and release."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.custody.models.order import Order
from throughcare.casework.custody.models.stay import Stay
from throughcare.casework.custody.terms import MovementKind, Stage, StepKind
from throughcare.casework.rows.record import Record, period


class Movement(Record):
    """Away in [left_at, arrived_at): on the way to another prison, at court, ... Compartment ID.

    `to_place` is the code of an establishment for a transfer, otherwise words. `arrived_at`: when
    the person came there (transfer) or came back. An order is needed for a transfer.
    """

    kind = models.TextField(choices=MovementKind)
    from_place = models.TextField()
    to_place = models.TextField(blank=True)
    left_at = models.DateTimeField()
    arrived_at = models.DateTimeField(null=True)
    expected_at = models.DateTimeField(null=True)
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("to_place",), name="custody_who_is_away",
                condition=Q(stood_until__isnull=True, arrived_at__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=MovementKind.values),
                name="custody_movement_kind_is_in_the_list",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(arrived_at__gte=F("left_at")),
                name="custody_movement_arrives_after_it_leaves",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MovementKind.TRANSFER) | ~Q(to_place=F("from_place")),
                name="custody_transfer_goes_to_another_place",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MovementKind.TRANSFER) | Q(order__isnull=False),
                name="custody_transfer_has_an_order",
            ),
            models.CheckConstraint(
                condition=Q(left_at__lte=F("recorded_at"))
                & (Q(arrived_at__isnull=True) | Q(arrived_at__lte=F("recorded_at"))),
                name="custody_movement_is_of_the_past",
            ),
            ExclusionConstraint(
                name="custody_one_movement_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("left_at", "arrived_at"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )


class Step(Record):
    """One step of a walk, as it was done. Compartment by its kind (`terms.compartment_of`).

    `value` has the form of its kind (`values.py`). Several steps of a kind may stand beside one
    another: property is updated, information is given again.
    """

    stay = models.ForeignKey(Stay, models.PROTECT, null=True, related_name="+")
    movement = models.ForeignKey(Movement, models.PROTECT, null=True, related_name="+")
    stage = models.TextField(choices=Stage)
    kind = models.TextField(choices=StepKind)
    compartment = models.TextField()
    value = models.JSONField()
    happened_at = models.DateTimeField()

    class Meta(Record.Meta):
        indexes = (models.Index(fields=("person", "kind"), name="custody_steps_of_person"),)
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values) & Q(kind__in=StepKind.values),
                name="custody_step_is_in_the_list",
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")),
                name="custody_step_is_not_written_before_it_happens",
            ),
        )
