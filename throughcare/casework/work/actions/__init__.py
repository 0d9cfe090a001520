"""Every change of work: offers, work, hours, wages, injuries."""

from throughcare.casework.work.actions.hours import strike_hours, write_hours, write_rest_day
from throughcare.casework.work.actions.injuries import open_claim, write_injury
from throughcare.casework.work.actions.offers import note_fitness, offer_work
from throughcare.casework.work.actions.placements import end_work, place_at_work
from throughcare.casework.work.actions.wages import approve_wage

__all__ = [
    "approve_wage",
    "end_work",
    "note_fitness",
    "offer_work",
    "open_claim",
    "place_at_work",
    "strike_hours",
    "write_hours",
    "write_injury",
    "write_rest_day",
]
