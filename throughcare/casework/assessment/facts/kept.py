"""Which record types the room can give at all, whether or not there is one yet; a line a topic."""

from __future__ import annotations

from typing import Final

from throughcare.casework.assessment.facts import assessed, classified, shared, status

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

_CLASSIFIED: Final = (
    classified.RECORD,
    classified.DONE,
    classified.FILED,
    classified.OF_WOMAN,
    classified.OF_VEP,
    classified.MIND_ALONE,
    classified.RECRUITER,
)

KEPT: Final = frozenset((*_STATUS, *_ASSESSED, *_CLASSIFIED, shared.RECORD))

FIELDS: Final = frozenset(
    (
        *(f"vep_flag.{name}" for name in status.FIELDS),
        *(f"{assessed.RECORD}.{name}" for name in assessed.FIELDS),
        *(f"{assessed.TOLD_RECORD}.{name}" for name in ("at", "withheld_reason")),
        *classified.OF_A_WOMAN,
        *classified.ALLOCATED,
        *(f"{shared.RECORD}.{name}" for name in shared.FIELDS),
    )
)
