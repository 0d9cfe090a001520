"""Which record types the room can give at all, whether or not there is one yet; a line a topic."""

from __future__ import annotations

from typing import Final

from throughcare.casework.assessment.facts import assessed, status

_STATUS: Final = (
    "vep_flag", "vep", "assessed_vulnerable", "vep_in_custody",
    "admission_with_vep_flag_or_flag_set", "vep_flag_unconfirmed",
)  # fmt: skip

_ASSESSED: Final = (
    assessed.RECORD,
    assessed.DONE,
    assessed.TRAINED,
    assessed.TOLD,
    assessed.TOLD_RECORD,
)

KEPT: Final = frozenset((*_STATUS, *_ASSESSED))

FIELDS: Final = frozenset(
    (
        *(f"vep_flag.{name}" for name in status.FIELDS),
        *(f"{assessed.RECORD}.{name}" for name in assessed.FIELDS),
        *(f"{assessed.TOLD_RECORD}.{name}" for name in ("at", "withheld_reason")),
    )
)
