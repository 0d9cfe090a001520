"""Every change of what is written of contact with the outside."""

from throughcare.casework.contact.actions.day import DayResult, DayWords, write_day
from throughcare.casework.contact.actions.writing import strike_contact, write_contact
from throughcare.casework.contact.checks import ContactWords

__all__ = [
    "ContactWords",
    "DayResult",
    "DayWords",
    "strike_contact",
    "write_contact",
    "write_day",
]
