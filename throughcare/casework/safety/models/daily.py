"""The days of a separation: time out of the cell, contacts, visits of health staff. DIS.

`entry_key` comes from the device that writes: what is sent twice is written once. `said_at` is the
time that the device's own clock showed, which may be wrong.
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Final

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record, period
from throughcare.casework.safety.terms import AskedBy, EntryTable, Settlement

_A_DAY: Final = timedelta(days=1)


class DayEntry(Record):
    """What every entry of a day has."""

    entry_key = models.UUIDField()
    said_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("entry_key",), name="%(app_label)s_%(class)s_once"),
        )


def _of_one_day(model: str) -> tuple[models.BaseConstraint, ...]:
    return (
        models.CheckConstraint(
            condition=Q(until__gt=F("since")), name=f"safety_{model}_ends_after_it_begins"
        ),
        models.CheckConstraint(
            condition=Q(until__lte=F("since") + _A_DAY), name=f"safety_{model}_within_a_day"
        ),
        ExclusionConstraint(
            name=f"safety_{model}_once_at_a_time",
            expressions=[
                (F("person"), RangeOperators.EQUAL),
                (period("since", "until"), RangeOperators.OVERLAPS),
            ],
            condition=Q(stood_until__isnull=True),
        ),
    )


class OutOfCell(DayEntry):
    """Out of the cell in [since, until)."""

    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta(DayEntry.Meta):
        constraints = (*DayEntry.Meta.constraints, *_of_one_day("out_of_cell"))


class Contact(DayEntry):
    """With others in [since, until). `kind` is a name of the rulebook's lists of contact."""

    since = models.DateTimeField()
    until = models.DateTimeField()
    kind = models.TextField()

    class Meta(DayEntry.Meta):
        constraints = (
            *DayEntry.Meta.constraints,
            *_of_one_day("contact"),
            models.CheckConstraint(condition=~Q(kind=""), name="safety_contact_has_a_kind"),
        )


class HealthRequest(DayEntry):
    """The person or staff asked for health staff during a separation."""

    at = models.DateTimeField()
    asked_by = models.TextField(choices=AskedBy.choices)

    class Meta(DayEntry.Meta):
        constraints = (
            *DayEntry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(asked_by__in=AskedBy.values), name="safety_request_asked_by"
            ),
        )


class HealthVisit(DayEntry):
    """Health staff saw the person. `answers`: the first version of the request it answers."""

    at = models.DateTimeField()
    answers = models.ForeignKey(HealthRequest, models.PROTECT, null=True, related_name="+")

    class Meta(DayEntry.Meta):
        indexes = (
            models.Index(
                fields=("person", "at"), name="safety_visits_of_a_person",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip


class DayConflict(Record):
    """An entry that came for hours of which another officer had written. Nothing of it is lost.

    It waits until a person settles it; `outcome` is empty until then. `against`: the row that
    stands. `until` and `kind` as the entry had them.
    """

    entry = models.TextField(choices=EntryTable.choices)
    entry_key = models.UUIDField()
    said_at = models.DateTimeField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField()
    kind = models.TextField(blank=True, default="")
    against = models.UUIDField()
    written_by = models.TextField()
    outcome = models.TextField(blank=True, default="", choices=Settlement.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(entry__in=(EntryTable.OUT_OF_CELL, EntryTable.CONTACT)),
                name="safety_conflict_is_of_a_period",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=Settlement.values),
                name="safety_conflict_outcome",
            ),
            models.UniqueConstraint(
                fields=("entry_key",), name="safety_conflict_once",
                condition=Q(replaces__isnull=True),
            ),
        )  # fmt: skip
