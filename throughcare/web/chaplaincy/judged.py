"""A file is judged in the request that wrote of religion, and not by whoever opens it next.

What was written marks the file, and the next page of it would ask the database more often than
another: a sign for somebody who may know nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from throughcare.duties.actions import bring_up_to_date
from throughcare.web.request import Request


def judged_now(request: Request, persons: Collection[UUID]) -> None:
    """Judge these files as of this request."""
    bring_up_to_date(persons, at=request.at)
