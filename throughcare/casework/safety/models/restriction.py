"""Restrictions of contact, regime and property, and their reviews. Compartment DIS.

A restriction ends by itself at `end_at`, whether or not anybody looks: nothing has to be written
for that, and no row that runs past it counts.
"""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record
from throughcare.casework.safety.measure_terms import (
    FORBIDDEN,
    SCOPES,
    RestrictionGround,
    RestrictionKind,
    Scope,
)
from throughcare.casework.safety.models.versions import Versioned
from throughcare.casework.safety.terms import AuthorityRole, ReviewOutcome, ToldHow

FOUND_HOW: Final = (Q(found="") & Q(said_by="")) | (~Q(found="") & ~Q(said_by=""))


def _scope_of_its_kind() -> Q:
    some = Q()
    for kind, scopes in SCOPES.items():
        some |= Q(kind=kind, scope__in=sorted(scopes))
    return some


class Restriction(Versioned):
    """Less of something in [since, end_at), or until `ended_at` if that came first.

    `ordered_by`: the account
    that gave the order. `found`: how it is known that this was done although nobody could have
    ordered it, and `said_by` who says so; both empty otherwise. Only such a row may lack an end.
    `facts` and `measures`: what a special regime rests on and what it changes; of others empty.
    """

    kind = models.TextField(choices=RestrictionKind.choices)
    scope = models.TextField(choices=Scope.choices)
    ground = models.TextField(choices=RestrictionGround.choices)
    legal_ground = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    facts = models.TextField(blank=True, default="")
    measures = models.TextField(blank=True, default="")
    authority = models.TextField(blank=True)
    authority_role = models.TextField(choices=AuthorityRole.choices)
    ordered_by = models.TextField()
    since = models.DateTimeField()
    end_at = models.DateTimeField(null=True)
    review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_language = models.TextField(blank=True, default="")
    told_how = models.TextField(blank=True, default="", choices=ToldHow.choices)
    how_to_challenge = models.TextField(blank=True, default="")
    found = models.TextField(blank=True, default="")
    said_by = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        indexes = (
            models.Index(
                fields=("person", "since"), name="safety_who_is_restricted",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=_scope_of_its_kind(), name="safety_restriction_scope_of_its_kind"
            ),
            models.CheckConstraint(
                condition=Q(
                    ground__in=RestrictionGround.values, authority_role__in=AuthorityRole.values
                ),
                name="safety_restriction_ground_and_role",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    Q(end_at__isnull=False, review_at__isnull=False)
                    & ~Q(authority="")
                    & ~Q(legal_ground="")
                    & ~Q(reasons="")
                ),
                name="safety_restriction_says_who_why_and_until_when",
            ),
            models.CheckConstraint(
                condition=(Q(end_at__isnull=True) | Q(end_at__gt=F("since")))
                & (
                    Q(review_at__isnull=True)
                    | Q(review_at__gte=F("since"), end_at__isnull=True)
                    | Q(review_at__gte=F("since"), review_at__lte=F("end_at"))
                ),
                name="safety_restriction_is_reviewed_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_why="")
                | (
                    Q(ended_at__gte=F("since"))
                    & (Q(end_at__isnull=True) | Q(ended_at__lte=F("end_at")))
                    & ~Q(ended_why="")
                ),
                name="safety_restriction_ends_no_later_than_it_says",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | ~Q(scope__in=FORBIDDEN),
                name="safety_no_family_barred_and_no_food_cut",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | ~Q(scope=Scope.CHILDREN_BARRED, ground=RestrictionGround.SANCTION),
                name="safety_children_are_not_barred_as_a_sanction",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | ~Q(authority_role=AuthorityRole.HEALTH_STAFF),
                name="safety_health_staff_order_no_restriction",
            ),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, told_language="", told_how="")
                | (
                    Q(told_at__isnull=False) & ~Q(told_language="") & Q(told_how__in=ToldHow.values)
                ),
                name="safety_restriction_told_when_how_and_in_which_language",
            ),
            models.CheckConstraint(
                condition=FOUND_HOW, name="safety_restriction_found_says_by_whom"
            ),
            models.CheckConstraint(
                condition=Q(scope=Scope.SPECIAL_REGIME) | Q(facts="", measures=""),
                name="safety_facts_and_measures_of_a_special_regime",
            ),
        )


class RestrictionReview(Record):
    """Somebody looked whether a restriction must go on. Never who ordered it.

    `restriction`: the first version of the row that is reviewed.
    """

    restriction = models.ForeignKey(Restriction, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reviewer = models.TextField()
    outcome = models.TextField(choices=ReviewOutcome.choices)
    reasons = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(reviewer="") & ~Q(reasons="") & Q(outcome__in=ReviewOutcome.values),
                name="safety_restriction_review_says_who_and_why",
            ),
        )
