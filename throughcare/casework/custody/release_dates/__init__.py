"""When a sentence ends, line by line: pure arithmetic from sentences, days and a country profile.

Nothing here knows a database, a viewer or a language. The order of operations is always the same:

1. The terms are laid end to end as pronounced: a consecutive sentence begins where the one before
   it ends, a concurrent one on its own day. Each way from a first sentence to a last one is a path.
2. Remission of the profile, with what was granted and what was lost, never below zero.
3. Days at large are added, credited remand and pardons are taken off, never below the beginning.
4. Of several paths the one that ends last decides.

Periods are half-open: `end` is the first day that is no longer served. What the profile does not
know is not guessed: the outcome says so, and a date is asked for by hand.
"""

from throughcare.casework.custody.release_dates.compute import release_dates
from throughcare.casework.custody.release_dates.errors import BadProfile, BadTerms
from throughcare.casework.custody.release_dates.inputs import Change, ChangeKind, Kind, Term
from throughcare.casework.custody.release_dates.outcome import (
    Conditional,
    Dates,
    Line,
    Said,
    Unsupported,
)
from throughcare.casework.custody.release_dates.profile import Profile, Value, profile_from
from throughcare.casework.custody.release_dates.profiles import all_profiles, profile_of_zone

__all__ = [
    "BadProfile",
    "BadTerms",
    "Change",
    "ChangeKind",
    "Conditional",
    "Dates",
    "Kind",
    "Line",
    "Profile",
    "Said",
    "Term",
    "Unsupported",
    "Value",
    "all_profiles",
    "profile_from",
    "profile_of_zone",
    "release_dates",
]
