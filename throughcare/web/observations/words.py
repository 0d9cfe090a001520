"""What the lists of words speak of, said to the writer; a text with the words that were found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.casework.observations.marks import Named, named_in

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# By the key of the group in `words/common.yaml`; a test holds the two together.
SAID: Final[dict[str, StrOrPromise]] = {
    "religion": _("religion or belief"),
    "worship": _("worship"),
    "dress": _("dress, hair or beard"),
    "diet": _("diet or fasting"),
    "origin": _("origin or nationality"),
    "language": _("language or accent"),
    "politics": _("politics"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text, and whether it is one of the words."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """A text with its words marked; what they speak of, each with its words."""

    parts: Sequence[Part]
    of: Sequence[tuple[StrOrPromise, str]]


def warned_of(text: str) -> Warned | None:
    """What the writer is shown of a text; None where nothing is found."""
    found = named_in(text)
    if not found:
        return None
    keys = dict.fromkeys(one.of for one in found)
    said = {key: ", ".join(one.words for one in found if one.of == key) for key in keys}
    return Warned(_parts(text, found), [(SAID[key], words) for key, words in said.items()])


def seal_of(*texts: str) -> str:
    """What says that the words of these very texts were shown as marked."""
    return sha256("|".join(texts).encode("utf-8", "replace")).hexdigest()


def _parts(text: str, found: Sequence[Named]) -> list[Part]:
    """Split where the words stand. What folding saw otherwise stays unmarked, and is named."""
    longest_first = sorted({one.words for one in found}, key=len, reverse=True)
    words = [r"\s*".join(map(re.escape, one.split())) for one in longest_first]
    cut = re.split(rf"(?<!\w)({'|'.join(words)})(?!\w)", text)
    return [Part(piece, place % 2 == 1) for place, piece in enumerate(cut) if piece]
