"""One version of a person's plan, with what both sides say of it. Compartment PLN."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.plans.models.versioned import Versioned
from throughcare.casework.plans.terms import Agreement, Choice, PlanKind, PlanState, SignedHow

_UNSIGNED: Final = Q(
    person_how="", person_at__isnull=True, person_by="", signed_by="", signed_at__isnull=True
)
_PERSON: Final = Q(person_how__in=SignedHow.values, person_at__isnull=False) & ~Q(person_by="")
_NOT_STAFF: Final = Q(signed_by="", signed_at__isnull=True)
_STAFF: Final = Q(signed_at__isnull=False) & ~Q(signed_by="")
# An agreement that is whole: none yet, or one of the list, with a reason where it is no full yes.
_AGREED: Final = (
    Q(agreement="", agreement_why="", agreement_by="")
    | (Q(agreement="agreed") & ~Q(agreement_by=""))
    | (Q(agreement__in=["partly", "not", "could_not"]) & ~Q(agreement_why="") & ~Q(agreement_by=""))
)


class Plan(Versioned):
    """A version: a draft, then signed by two human beings, then replaced or ended.

    `goes_on`: the first row of the version before. `nothing_new`: a review that says so openly;
    else `changed` says what is. The parts are words; which must be there says `plan.yaml`.
    `choice`: whether she chose to speak of `violence`. `person_by`, `signed_by`, `agreement_by`,
    `begun_by` and `ended_by` are accounts; `person_by` is who wrote down how the person signed.
    `agreement_seen`, `person_seen` and `signed_seen` are digests of the rows that were shown then.
    """

    state = models.TextField(choices=PlanState.choices)
    kind = models.TextField(choices=PlanKind.choices)
    version = models.PositiveIntegerField()
    goes_on = models.UUIDField(null=True)
    nothing_new = models.BooleanField(default=False)
    changed = models.TextField(blank=True, default="")
    begun_by = models.TextField()
    staff = models.TextField(blank=True, default="")
    family = models.TextField(blank=True, default="")
    release = models.TextField(blank=True, default="")
    conditions = models.TextField(blank=True, default="")
    care = models.TextField(blank=True, default="")
    children = models.TextField(blank=True, default="")
    programmes = models.TextField(blank=True, default="")
    choice = models.TextField(blank=True, default="", choices=Choice.choices)
    violence = models.TextField(blank=True, default="")
    school = models.TextField(blank=True, default="")
    guardian = models.TextField(blank=True, default="")
    adjustments = models.TextField(blank=True, default="")
    review_at = models.DateTimeField()
    agreement = models.TextField(blank=True, default="", choices=Agreement.choices)
    agreement_why = models.TextField(blank=True, default="")
    agreement_by = models.TextField(blank=True, default="")
    agreement_seen = models.TextField(blank=True, default="")
    person_how = models.TextField(blank=True, default="", choices=SignedHow.choices)
    person_why = models.TextField(blank=True, default="")
    person_by = models.TextField(blank=True, default="")
    person_at = models.DateTimeField(null=True)
    person_seen = models.TextField(blank=True, default="")
    signed_by = models.TextField(blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    signed_seen = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True, default="")
    ended_why = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        indexes = (
            models.Index(
                fields=("person", "review_at"), name="plans_whose_plan_holds",
                condition=Q(stood_until__isnull=True, state="signed"),
            ),
        )  # fmt: skip
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    state__in=PlanState.values,
                    kind__in=PlanKind.values,
                    version__gte=1,
                    agreement__in=["", *Agreement.values],
                    choice__in=["", *Choice.values],
                    person_how__in=["", *SignedHow.values],
                )
                & ~Q(begun_by=""),
                name="plans_plan_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(version=1, goes_on__isnull=True, nothing_new=False, changed="")
                | (
                    Q(version__gt=1, goes_on__isnull=False) & (Q(nothing_new=True) ^ ~Q(changed=""))
                ),
                name="plans_review_says_what_is_new_or_that_nothing_is",
            ),
            models.CheckConstraint(
                condition=Q(kind="full") | Q(release="", conditions=""),
                name="plans_short_plan_stays_short",
            ),
            models.CheckConstraint(
                condition=Q(choice="said") | Q(violence=""), name="plans_violence_is_hers_to_tell"
            ),
            models.CheckConstraint(condition=_AGREED, name="plans_agreement_is_whole"),
            models.CheckConstraint(
                condition=~Q(person_how="declined") | ~Q(person_why=""),
                name="plans_who_declines_to_sign_is_heard",
            ),
            models.CheckConstraint(
                condition=(Q(state="draft") & (_UNSIGNED | (_PERSON & _NOT_STAFF)))
                | (Q(state__in=["signed", "replaced"]) & _PERSON & _STAFF)
                | (Q(state="ended") & (_UNSIGNED | _PERSON)),
                name="plans_plan_is_signed_by_both",
            ),
            models.CheckConstraint(
                condition=(_UNSIGNED | ~Q(agreement="")),
                name="plans_nothing_is_signed_without_an_agreement",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True)
                | Q(signed_at__lt=F("review_at"), signed_at__gte=F("person_at")),
                name="plans_plan_is_reviewed_after_it_is_signed",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="ended", ended_at__isnull=False) & ~Q(ended_by="") & ~Q(ended_why="")
                )
                | (Q(state="replaced", ended_at__isnull=False, ended_why="") & ~Q(ended_by=""))
                | Q(
                    state__in=["draft", "signed"], ended_at__isnull=True, ended_by="", ended_why=""
                ),
                name="plans_plan_ends_at_a_time_for_a_reason",
            ),
        )

    @property
    def state_said(self) -> str:
        """The state in words."""
        return str(PlanState(self.state).label)
