"""What a viewer may see of duties and findings, as far as the compartments of each are open."""

from throughcare.duties.queries.at_place import still_waiting_at
from throughcare.duties.queries.called_for import Call, called_at, called_for
from throughcare.duties.queries.duty import Duty
from throughcare.duties.queries.morning import Morning, Neglect, Wanted, morning
from throughcare.duties.queries.next_due import next_due
from throughcare.duties.queries.of_person import of_person
from throughcare.duties.queries.plan_called_for import no_plan, plan_called_for, plans_called_at
from throughcare.duties.queries.reading import read_morning, read_of_person
from throughcare.duties.queries.reviews import Review, Reviews, asks_review, finding_of, reviews_of
from throughcare.duties.queries.whose import directs, has_morning, morning_places, oversees

__all__ = [
    "Call",
    "Duty",
    "Morning",
    "Neglect",
    "Review",
    "Reviews",
    "Wanted",
    "asks_review",
    "called_at",
    "called_for",
    "directs",
    "finding_of",
    "has_morning",
    "morning",
    "morning_places",
    "next_due",
    "no_plan",
    "of_person",
    "oversees",
    "plan_called_for",
    "plans_called_at",
    "read_morning",
    "read_of_person",
    "reviews_of",
    "still_waiting_at",
]
