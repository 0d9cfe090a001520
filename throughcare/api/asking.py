"""What comes in by the address: the number of a page, the reason for a reading."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ninja import Query
from pydantic import StringConstraints

from throughcare.api.fields import Moment

WHY = "Why the file is read. It stands in the register; name nobody in it"

Cursor: TypeAlias = Annotated[
    Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[!-~]*$")] | None,
    Query(description="`next` of the page before"),
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=100, description="Rows of one page")]
Before: TypeAlias = Annotated[
    Moment | None, Query(description="Leave out what was recorded at this moment or later")
]
Why: TypeAlias = Annotated[
    str, Query(min_length=1, max_length=500, pattern=r"^[^\x00]*$", description=WHY)
]
