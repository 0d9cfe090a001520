"""Finding the person asked for among the records."""

from __future__ import annotations

from standards.records import Archive
from throughcare.errors import BadInput
from throughcare.intake.nearest import nearest

_ROW = "row "


def find_person(archive: Archive, written: str) -> str:
    """The person, place or thing by its name in the records. Raises BadInput."""
    known = {*archive.by_who(), *archive.persons, *archive.places} - {""}
    if written in known:
        return written
    as_row = f"{_ROW}{written}"
    near = as_row if as_row in known else nearest(written, known)
    hint = f"did you mean '{near}'? " if near is not None else ""
    if any(_ROW in name for name in known):
        how = (
            "These records have no key for persons, so each row stands for one person: "
            "write --person 'row 12' for row 12."
        )
    else:
        how = "Write the person as the records do, with capitals and spaces."
    raise BadInput(f"no record is about '{written}'", where="--person", remedy=hint + how)
