"""What the engine is told of the staff of a prison, in the vocabulary of the rules.

Every version of every row is handed over, with the moments between which it stood. Somebody is told
by the number of an account, the first of the human being's; never by name.

sheet      the records as they are made
posts      where somebody is posted; supervision and debriefing
training   what somebody passed, for as long as it covers
kept       which record types the room can give at all
"""

from __future__ import annotations

from collections.abc import Mapping

from standards.durations import Duration
from standards.records import Archive
from throughcare.kernel.models import Place
from throughcare.service.training.facts import posts, training
from throughcare.service.training.facts.kept import KEPT
from throughcare.service.training.facts.sheet import Sheet
from throughcare.service.training.facts.told import told_at

__all__ = ["KEPT", "archive_at"]


def archive_at(establishment: str, *, ages: Mapping[str, Duration]) -> Archive:
    """The records of whoever was ever posted at an establishment, with all that they passed.

    `ages`: how old training may be that a rule asks for, by the name of the guard.
    """
    place = Place.objects.filter(path=establishment).first()
    archive = Archive(zone=place.zone() if place else "UTC", kept=KEPT)
    for one in told_at(establishment):
        sheet = Sheet(str(one.account), archive.zone)
        posts.posts(sheet, one)
        posts.meetings(sheet, one)
        training.training(sheet, one, ages)
        archive.records += sheet.records
    return archive
