"""A goal in the prisoner's own words, the steps to it, and how it goes. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.plans.models.plan import Plan
from throughcare.casework.plans.models.versioned import Versioned
from throughcare.casework.plans.terms import Actor, GoalState, Moved, Serves, StepState
from throughcare.casework.rows.record import Record


class Goal(Versioned):
    """`plan`: the first row of its version. `words` are the prisoner's, `measure` says how both see
    that it goes on. `goes_on`: the first row of the same goal in the version before. `from_words`:
    the first row of the person's own proposal that it came of.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    words = models.TextField()
    serves = models.TextField(choices=Serves.choices)
    serves_words = models.TextField()
    measure = models.TextField()
    state = models.TextField(choices=GoalState.choices)
    goes_on = models.UUIDField(null=True)
    from_words = models.UUIDField(null=True)
    given_up_why = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(serves__in=Serves.values, state__in=GoalState.values),
                name="plans_goal_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(serves_words="") & ~Q(measure=""),
                name="plans_goal_is_in_words",
            ),
            models.CheckConstraint(
                condition=Q(state="live", given_up_why="")
                | (Q(state="given_up") & ~Q(given_up_why="")),
                name="plans_goal_is_given_up_for_a_reason",
            ),
        )


class Step(Versioned):
    """`goal`: the first row of its goal. `account` does it, as `role`; or the person; or `who`.

    `due` is a day by the calendar of the prison. `closed_why`: how it went.
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    words = models.TextField()
    actor = models.TextField(choices=Actor.choices)
    account = models.TextField(blank=True, default="")
    role = models.TextField(blank=True, default="")
    who = models.TextField(blank=True, default="")
    due = models.DateField()
    state = models.TextField(choices=StepState.choices)
    closed_at = models.DateTimeField(null=True)
    closed_why = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        indexes = (
            models.Index(
                fields=("due",), name="plans_what_is_due",
                condition=Q(stood_until__isnull=True, state="open"),
            ),
        )  # fmt: skip
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(actor__in=Actor.values, state__in=StepState.values) & ~Q(words=""),
                name="plans_step_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=(Q(actor="staff", who="") & ~Q(account="") & ~Q(role=""))
                | Q(actor="prisoner", account="", role="", who="")
                | (Q(actor__in=["relative", "agency"], account="", role="") & ~Q(who="")),
                name="plans_step_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True, closed_why="")
                | Q(state="done", closed_at__isnull=False)
                | (Q(state="given_up", closed_at__isnull=False) & ~Q(closed_why="")),
                name="plans_step_is_closed_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__lte=F("recorded_at")),
                name="plans_step_is_closed_by_now",
            ),
        )


class Progress(Record):
    """How it goes with a goal, in words, at a review. No number.

    `plan`: the version that the review made; `goal`: the first row of the goal before that.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    moved = models.TextField(choices=Moved.choices)
    words = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(moved__in=Moved.values) & ~Q(words=""),
                name="plans_progress_is_in_words",
            ),
            models.UniqueConstraint(
                fields=("plan", "goal"), condition=Q(stood_until__isnull=True),
                name="plans_progress_is_said_once",
            ),
        )  # fmt: skip
