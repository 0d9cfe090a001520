"""What may stand in each field of a step: yes, no or unknown; a moment; a number; a list; words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.casework.custody.terms import StepKind
from throughcare.kernel.errors import BadDate
from throughcare.kernel.partial_dates import parse

MOST_LETTERS: Final = 10_000
MOST_ITEMS: Final = 500
UNKNOWN: Final = "unknown"
Reader = Callable[[object], object]

SEXES: Final = ("female", "male", "other", UNKNOWN)
MODES: Final = ("oral", "written", "oral_and_written", "sign")


def flag(given: object) -> object:
    """Yes, no, or the word unknown."""
    if isinstance(given, bool) or given == UNKNOWN:
        return given
    raise ValueError(_("say yes, no or unknown"))


def words(given: object) -> str:
    """Words that can be kept."""
    if not isinstance(given, str):
        raise ValueError(_("write it in words"))
    if "\0" in given or len(given) > MOST_LETTERS:
        raise ValueError(_("shorten it, and take out signs that are no letters"))
    return given


def moment(given: object) -> str:
    """A day and hour with its zone, as ISO 8601 writes it."""
    try:
        read = given if isinstance(given, datetime) else datetime.fromisoformat(str(given))
    except ValueError as error:
        raise ValueError(_("give the day and the hour")) from error
    if read.tzinfo is None:
        raise ValueError(_("give the zone of the hour too"))
    return read.isoformat()


def partial_date(given: object) -> str:
    """A date as far as it is known."""
    try:
        return str(parse(str(given)))
    except BadDate as error:
        raise ValueError(f"{error.what}; {error.remedy}") from error


def one_of(known: tuple[str, ...]) -> Reader:
    """One word of a closed list."""

    def read(given: object) -> object:
        if given not in known:
            raise ValueError(_("choose one of: %(words)s") % {"words": ", ".join(known)})
        return given

    return read


def list_of(read: Reader) -> Reader:
    """A list, each of its things read in the same way."""

    def read_all(given: object) -> object:
        if not isinstance(given, (list, tuple)) or len(given) > MOST_ITEMS:
            raise ValueError(_("give a list, each thing by itself"))
        return [read(one) for one in given]

    return read_all


def thing(given: object) -> object:
    """A thing of an inventory: words, or its description in named parts."""
    if not isinstance(given, Mapping):
        return words(given)
    return {str(name): part if _plain(part) else words(part) for name, part in given.items()}


def anything(given: object) -> object:
    """A field without a closed form: plain values that can be kept, or lists and groups of them."""
    if _plain(given):
        return given
    if isinstance(given, datetime):
        return moment(given)
    if isinstance(given, Mapping):
        return {str(name): anything(part) for name, part in given.items()}
    return list_of(anything)(given) if isinstance(given, (list, tuple)) else words(given)


def _plain(given: object) -> bool:
    return given is None or isinstance(given, (bool, int, float))


_COMMON: Final[Mapping[str, Reader]] = {"at": moment, "declined": flag, "witness": words}
_FIELDS: Final[Mapping[StepKind, Mapping[str, Reader]]] = {
    StepKind.LEGALITY: {"order": words, "found": words, "checked": anything},
    StepKind.ARREST: {"place": words, "authority": words},
    StepKind.CHARGES_TOLD: {"language": words, "interpreter": anything, "mode": one_of(MODES)},
    StepKind.IDENTITY: {
        "searched_duplicates": flag, "documents_seen": list_of(words), "found": words,
        "received_by_sex": one_of(SEXES), "woman_officer": words,
    },
    StepKind.SEARCH: {
        "kind": words, "reason": words, "by_staff": words, "by_staff_sex": one_of(SEXES),
        "authorised_by": words, "result": words, "second_look": words,
    },
    StepKind.INJURIES: {"none_seen": flag, "marks": list_of(thing), "words": words},
    StepKind.COMPLAINT: {"made": flag, "words": words, "reported_to": words},
    StepKind.PROPERTY: {
        "items": list_of(thing), "money": anything, "medicines": anything,
        "signed_by_person": flag, "signed_how": words, "refused_to_sign": flag,
        "receipt_signed": flag,
    },
    StepKind.INFORMATION: {
        "topics": list_of(words), "language": words, "mode": one_of(MODES),
        "interpreter": anything, "understood": anything, "adapted": anything,
    },
    StepKind.LAWYER: {"name": words, "assigned": flag, "free_aid": flag},
    StepKind.CONSUL: {
        "foreign": flag, "refugee_or_stateless": flag, "told_of_right": flag,
        "wants_contact": flag,
    },
    StepKind.FAMILY: {"means_given": flag, "told_whom": words, "by": words},
    StepKind.DEPENDANTS: {
        "members": anything, "children": anything, "arranged": anything, "guardianship": anything,
    },
    StepKind.NEEDS: {
        "needs": anything, "own_words": words, "interpreter": flag, "adjustments": anything,
    },
    StepKind.PLACE: {"place": words, "bed": words, "reasons": words},
    StepKind.AGE: {
        "disputed": flag, "says_birth_date": partial_date, "decided_birth_date": partial_date,
        "decided_by": words, "disputed_by": words, "reasons": words,
    },
}  # fmt: skip


def reader_of(kind: StepKind, name: str) -> Reader:
    """How a field of a kind of step is read. It raises ValueError with what to do."""
    if name.endswith("_at"):
        return moment
    return _FIELDS.get(kind, {}).get(name) or _COMMON.get(name, anything)
