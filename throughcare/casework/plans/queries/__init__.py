"""What may be read of plans, each question behind the wall."""

from throughcare.casework.plans.models import (
    Caring,
    Goal,
    Handover,
    Plan,
    Progress,
    ReleasePlan,
    Report,
    Said,
    Step,
)
from throughcare.casework.plans.queries.due import (
    DueReview,
    DueStep,
    plan_reviews_due,
    steps_due,
    steps_without_owner,
)
from throughcare.casework.plans.queries.in_force import (
    ShortPlan,
    ShortStep,
    plan_in_force,
    plan_in_short,
)
from throughcare.casework.plans.queries.latest import latest_review
from throughcare.casework.plans.queries.versions import Plans, SeenGoal, SeenPlan, plans_of

__all__ = [
    "Caring", "DueReview", "DueStep", "Goal", "Handover", "Plan", "Plans", "Progress",
    "ReleasePlan", "Report", "Said", "SeenGoal", "SeenPlan", "ShortPlan", "ShortStep", "Step",
    "latest_review",
    "plan_in_force", "plan_in_short", "plan_reviews_due", "plans_of",
    "steps_due", "steps_without_owner",
]  # fmt: skip
