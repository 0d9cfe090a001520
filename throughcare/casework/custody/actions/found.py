"""To take over the file of a person whom nobody holds and who comes in again elsewhere."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.asked import Marks, as_asked
from throughcare.casework.people.files import entering, hold, need_reason


@entering
def take_over(
    *, by: Viewer, at: datetime, person_id: UUID, establishment: str, marks: Marks, why: str
) -> UUID:
    """Move a file that these marks find elsewhere to this establishment; the core record comes too.

    After a release the file stays where the person was held last until it is taken over. Who is
    held elsewhere is transferred: then, and for a file that the marks do not find, NotThere.
    The file's id. Raises NoReason, NotThere, Refused.
    """
    need_reason(why)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT custody_take_over("
            "%s, %s, %s::text[], %s::int[], %s::int[], %s::text[], %s, %s)",
            [person_id, establishment, *as_asked(marks), at],
        )
        if not cursor.fetchone()[0]:
            raise NotThere
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    holding.enter("custody.taken_over", holding.person)
    return holding.person.id
