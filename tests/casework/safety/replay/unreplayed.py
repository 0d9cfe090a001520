"""The cases of the rules of this room that are not replayed, each with its reason."""

from __future__ import annotations

from typing import Final

_OTHERS: Final = "a return to the others is written as the end of the spell: none is inferred"
_PLAN: Final = "an end to come is of the order, which is refused beyond the limit, not of the spell"
_ONCE: Final = "two spells of one person at one time are refused, in the action and the database"
_BEFORE: Final = "a review of a separation that has not begun is refused"
_KEPT: Final = "the service keeps a log of contacts, so that no day is unknown or assumed"
_OTHER_TABLE: Final = "its records are of another part of the room, or of none"

NOT_REPLAYED: Final[dict[str, str]] = {
    **dict.fromkeys(("case-020", "solitary-29", "settled-02"), _OTHERS),
    **{f"settled-22-{letter}": _OTHERS for letter in "cdef"},
    **dict.fromkeys(("case-025", "longest-05", "solitary-28"), _PLAN),
    "case-013": _ONCE,
    **dict.fromkeys(("case-068", "recur-08"), _BEFORE),
    **dict.fromkeys(("case-038", "never-02", "never-05", "settled-26"), _OTHER_TABLE),
    **dict.fromkeys(("solitary-30", "solitary-31", "solitary-35"), _KEPT),
    "settled-21-b": "an end before the beginning is refused",
    "settled-23-b": "a state of health to come is refused: it is written when it begins",
    "solitary-03": "hours that are written already are a conflict, which a person settles",
    "solitary-14": "of who is not separated no contacts are written",
    "solitary-17": "a kind of contact that is none of the list is refused",
}
