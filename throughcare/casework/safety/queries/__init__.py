"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.safety.contact_kinds import meaningful_kinds, not_meaningful_kinds
from throughcare.casework.safety.limits import LawfulException, lawful_exceptions
from throughcare.casework.safety.queries.counter import (
    Counter,
    counter_of,
    counters_for,
    separated_at,
)
from throughcare.casework.safety.queries.days import Day, days_of, health_requests_waiting
from throughcare.casework.safety.queries.house import Past, conflicts_in, history_in
from throughcare.casework.safety.queries.in_a_row import InARow, at_a_glance, in_a_row
from throughcare.casework.safety.queries.inspector import Marked, marked_at
from throughcare.casework.safety.queries.measures import (
    Measures,
    On,
    Restrained,
    Restricted,
    Tried,
    measures_of,
    restraints_on,
)
from throughcare.casework.safety.queries.register import (
    Advised,
    Health,
    Register,
    Spell,
    health_in_separation,
    separations_of,
)
from throughcare.casework.safety.requests import Waiting

__all__ = [
    "Advised",
    "Counter",
    "Day",
    "Health",
    "InARow",
    "LawfulException",
    "Marked",
    "Measures",
    "On",
    "Past",
    "Register",
    "Restrained",
    "Restricted",
    "Spell",
    "Tried",
    "Waiting",
    "at_a_glance",
    "conflicts_in",
    "counter_of",
    "counters_for",
    "days_of",
    "health_in_separation",
    "health_requests_waiting",
    "history_in",
    "in_a_row",
    "lawful_exceptions",
    "marked_at",
    "meaningful_kinds",
    "measures_of",
    "not_meaningful_kinds",
    "restraints_on",
    "separated_at",
    "separations_of",
]
