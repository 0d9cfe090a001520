"""What the engine is told of judgements about a person, in the vocabulary of the rules.

Every version of every row is handed over, with the moments between which it stood. One file for
each family of records; each topic of the room adds its tables to `told` and its writers here:

told      the rows of a whole file
assessed  assessments that were approved, and whether their assessor was trained
status    the marks as violent extremist or as vulnerable, and which of them nobody confirmed
classified  what boards of classification decided, and on what
shared    what was handed to other agencies
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from standards.records import Record
from throughcare.casework.assessment.facts import assessed, classified, shared, status
from throughcare.casework.assessment.facts.kept import FIELDS, KEPT
from throughcare.casework.assessment.facts.told import TABLES, Told, told_of
from throughcare.casework.custody.facts.sheet import Sheet

__all__ = ["FIELDS", "KEPT", "TABLES", "Told", "records_of", "told_of"]

Writer = Callable[[Sheet, Told], None]

WRITERS: Final[tuple[Writer, ...]] = (
    assessed.assessments,
    *(status.flags, status.in_custody, status.flags_set, status.unconfirmed),
    *(classified.classifications, classified.recruiters),
    shared.sharings,
)


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told.custody)
    for write in WRITERS:
        write(sheet, told)
    return sheet.records
