"""What the engine is told of this room, in the vocabulary of the rules.

Every version of every row is handed over, with the moments between which it stood.

told         the rows of a whole file, and the programmes and sessions they are of
taking_part  offers, consent, enrolment, progress, sessions
schooling    who must get schooling; a measure after a refusal, and who looked at it
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from standards.records import Record
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.programmes.facts import schooling, taking_part
from throughcare.casework.programmes.facts.told import TABLES, Told, told_of

__all__ = ["FIELDS", "KEPT", "TABLES", "records_of", "told_of"]

WRITERS: Final[tuple[Callable[[Sheet, Told], None], ...]] = (
    *(taking_part.enrolments, taking_part.consents, taking_part.inside),
    *(taking_part.sessions, taking_part.obliged),
    *(schooling.admissions, schooling.checks, schooling.after_refusal),
)

KEPT: Final = frozenset(
    (
        *(taking_part.SCHOOL, taking_part.OFFERED, taking_part.JOINED, taking_part.CONSENT),
        *(taking_part.INSIDE, taking_part.NOTE, taking_part.SPORT, taking_part.OUTSIDER),
        *(taking_part.VETTED, taking_part.OBLIGED),
        *(schooling.OF_SCHOOL_AGE, schooling.MUST_LEARN, schooling.MEASURE, schooling.REVIEW),
    )
)
FIELDS: Final = frozenset[str]()


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told.custody)
    for write in WRITERS:
        write(sheet, told)
    return sheet.records
