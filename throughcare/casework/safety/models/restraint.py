"""Uses of instruments of restraint, and what was done while they were on (Rules 47 to 49). DIS.

Whoever may only add to the register puts restraints on and takes them off by rows of its own: the
end stands in a check that says so, so that nobody has to read what others wrote.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record
from throughcare.casework.safety.measure_terms import LAWFUL_PURPOSES, Looked, Purpose
from throughcare.casework.safety.models.restriction import FOUND_HOW
from throughcare.casework.safety.models.versions import Versioned


class Restraint(Versioned):
    """Restrained in [since, until); without an end until a check says that they came off.

    `instrument`: a code of `instruments.yaml`. `ordered_by`, `ordered_at`: the order of the
    director. `at_appearance`: they stayed on before a court or other authority. `found`: as of a
    restriction.
    """

    instrument = models.TextField(blank=True)
    purpose = models.TextField(choices=Purpose.choices)
    lawful_ground = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    lesser_means_tried = models.TextField(blank=True)
    ordered_by = models.TextField(blank=True, default="")
    ordered_at = models.DateTimeField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    at_appearance = models.BooleanField(default=False)
    as_sanction = models.BooleanField(default=False)
    found = models.TextField(blank=True, default="")
    said_by = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        indexes = (
            models.Index(
                fields=("person", "since"), name="safety_who_was_restrained",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values)
                & (~Q(found="") | Q(purpose__in=LAWFUL_PURPOSES)),
                name="safety_restraint_purpose_is_lawful",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="safety_restraint_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    ~Q(instrument="")
                    & ~Q(lawful_ground="")
                    & ~Q(reason="")
                    & ~Q(lesser_means_tried="")
                ),
                name="safety_restraint_says_why_and_what_was_tried",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | Q(as_sanction=False),
                name="safety_restraint_is_no_sanction",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | Q(at_appearance=False),
                name="safety_restraint_is_off_before_an_authority",
            ),
            models.CheckConstraint(
                condition=(
                    Q(ordered_at__isnull=True, ordered_by="")
                    | (Q(ordered_at__isnull=False) & ~Q(ordered_by=""))
                )
                & (
                    ~Q(found="")
                    | ~Q(purpose=Purpose.HARM)
                    | Q(ordered_at__isnull=False, ordered_at__lte=F("since"))
                ),
                name="safety_restraint_against_harm_is_ordered_before",
            ),
            models.CheckConstraint(condition=FOUND_HOW, name="safety_restraint_found_says_by_whom"),
        )


class RestraintCheck(Record):
    """What was done about restraints that are on, and after: looked at, taken off, reported.

    `restraint`: the first version of the use it belongs to.
    """

    restraint = models.ForeignKey(Restraint, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.TextField(choices=Looked.choices)
    words = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("restraint", "at"), name="safety_checks_of_a_restraint",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(what__in=Looked.values), name="safety_restraint_check_is_of_the_list"
            ),
        )
