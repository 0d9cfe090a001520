"""The building blocks of requests: bounded texts, numbers, moments with a zone.

The bounds are our own: far above what a file needs, and far under what would hurt.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

_NO_NUL: Final = r"^[^\x00]*$"

Word: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_NO_NUL)]
Line: TypeAlias = Annotated[str, StringConstraints(max_length=1_000, pattern=_NO_NUL)]
Reason: TypeAlias = Annotated[
    str, StringConstraints(min_length=1, max_length=1_000, pattern=_NO_NUL)
]
Text: TypeAlias = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000, pattern=_NO_NUL)
]
Establishment: TypeAlias = Annotated[
    str, StringConstraints(max_length=250, pattern=r"^[a-z0-9][a-z0-9-]*$")
]
PartialDay: TypeAlias = Annotated[
    str,
    StringConstraints(max_length=10, pattern=_NO_NUL),
    Field(description="1990-05-17, 1990-05, 1990 or unknown"),
]
Named: TypeAlias = Annotated[
    Line, Field(description="The name on the order: compared with the names in the file")
]
Sure: TypeAlias = Annotated[
    Line,
    Field(
        description="Why it belongs here although the name differs, or although it stands in "
        "another file too. Kept in the register"
    ),
]
Version: TypeAlias = Annotated[
    int, Field(ge=1, le=2_147_483_647, description="The version of the file that you have seen")
]


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("this moment lies outside of the calendar") from error


Moment: TypeAlias = Annotated[AwareDatetime, AfterValidator(_in_utc)]


class Form(BaseModel):
    """What comes in: nothing but what is named."""

    model_config = ConfigDict(extra="forbid")


class Shown(BaseModel):
    """What goes out. Unknown is null."""

    model_config = ConfigDict(extra="forbid")
