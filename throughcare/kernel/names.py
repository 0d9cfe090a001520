"""A person's name: parts in the order in which the person gives them.

There is no first and no last name here: most of the people in the file have names of another
build. A part may say what it is (a father's name, a patronymic), and need not.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.kernel.errors import BadName

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
# They turn the direction of whatever follows, on the screen and in a printed list.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Script(StrEnum):
    """In which letters a part is written; other also stands for no letters at all."""

    ARABIC = "arabic"
    CYRILLIC = "cyrillic"
    LATIN = "latin"
    OTHER = "other"


class PartKind(StrEnum):
    """What a part is, if the person says so."""

    UNSPECIFIED = "unspecified"
    GIVEN = "given"
    FATHERS = "fathers"
    GRANDFATHERS = "grandfathers"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    NICKNAME = "nickname"


KIND_WORDS = {
    PartKind.UNSPECIFIED: gettext_lazy("part of the name"),
    PartKind.GIVEN: gettext_lazy("given name"),
    PartKind.FATHERS: gettext_lazy("father's name"),
    PartKind.GRANDFATHERS: gettext_lazy("grandfather's name"),
    PartKind.PATRONYMIC: gettext_lazy("patronymic"),
    PartKind.FAMILY: gettext_lazy("family name"),
    PartKind.NICKNAME: gettext_lazy("nickname"),
}


def script_of(text: str) -> Script:
    """The script of the first letter that has one of the three; else other."""
    for sign in text:
        if unicodedata.category(sign)[0] != "L":
            continue
        word = unicodedata.name(sign, "").split(" ")[0].lower()
        return Script(word) if word in set(Script) else Script.OTHER
    return Script.OTHER


def normalised(text: str) -> str:
    """The text in Unicode's composed form (NFC), nothing else changed. Raises BadName."""
    for place, sign in enumerate(text, start=1):
        if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in _TURNING:
            raise BadName(
                _("sign %(place)s of the name cannot be seen and cannot be kept (U+%(code)s)")
                % {"place": place, "code": f"{ord(sign):04X}"},
                remedy=_("type the name by hand instead of pasting it"),
            )
    if not any(unicodedata.category(sign)[0] in "LNPSM" for sign in text):
        raise BadName(
            _("a part of the name is empty"),
            remedy=_("type it, or take the part away"),
        )
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name. `text` is the original spelling, `spellings` are further ones.

    Raises BadName if a spelling is empty or holds a control character.
    """

    text: str
    kind: PartKind = PartKind.UNSPECIFIED
    spellings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", normalised(self.text))
        object.__setattr__(self, "spellings", tuple(normalised(one) for one in self.spellings))

    @property
    def script(self) -> Script:
        """The script of the original spelling."""
        return script_of(self.text)

    @property
    def latin(self) -> str | None:
        """The first spelling in Latin letters, the original before others; None without one."""
        written = (self.text, *self.spellings)
        return next((one for one in written if script_of(one) is Script.LATIN), None)

    def spelling(self, number: int) -> str:
        """Its further spelling of that number; the original where there are not so many."""
        return self.spellings[number] if number < len(self.spellings) else self.text


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, in the person's own order. Raises BadName if it has no part."""

    parts: tuple[NamePart, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise BadName(
                _("a name needs at least one part"),
                remedy=_("type the name that the person gives, or 'unknown'"),
            )

    def __str__(self) -> str:
        """The original spellings, with plain spaces: for searching, not for the screen."""
        return " ".join(part.text for part in self.parts)

    def display(self) -> str:
        """For the screen: each part isolated, so that no script turns its neighbours around."""
        return " ".join(f"{FIRST_STRONG_ISOLATE}{p.text}{POP_ISOLATE}" for p in self.parts)

    def latin(self) -> str | None:
        """In Latin letters, as the papers write it; None if any part has no such spelling.

        Nothing is transliterated here: a spelling that nobody gave is not the person's name.
        """
        written = [part.latin for part in self.parts]
        known = [one for one in written if one is not None]
        return " ".join(known) if len(known) == len(written) else None

    def spelled(self) -> tuple[str, ...]:
        """Every text under which the name may be looked for, the original first, none twice."""
        further = (one for part in self.parts for one in part.spellings)
        latin = self.latin()
        return tuple(dict.fromkeys([str(self), *([latin] if latin else []), *further]))

    def wholes(self) -> tuple[str, ...]:
        """The whole name in each of its spellings, the original first, none twice.

        For comparing two people: a spelling of one part alone is the name of half a village.
        """
        most = max(len(part.spellings) for part in self.parts)
        further = (" ".join(part.spelling(n) for part in self.parts) for n in range(most))
        return tuple(dict.fromkeys([str(self), *further]))


def name_of(*texts: str) -> PersonName:
    """A name from its parts' original spellings, with no kinds. Raises BadName."""
    return PersonName(tuple(NamePart(text) for text in texts))


def as_json(name: PersonName) -> list[dict[str, object]]:
    """The parts as plain data, in order."""
    return [
        {"text": part.text, "kind": part.kind.value, "spellings": list(part.spellings)}
        for part in name.parts
    ]


def from_json(parts: list[dict[str, object]]) -> PersonName:
    """The name that `as_json` wrote. Raises BadName."""
    return PersonName(tuple(_part(part) for part in parts))


def _part(part: dict[str, object]) -> NamePart:
    spellings = part.get("spellings", [])
    if not isinstance(part.get("text"), str) or not isinstance(spellings, list):
        raise BadName(_("a part of a stored name has no text"), where=str(part))
    kind = PartKind(str(part.get("kind", PartKind.UNSPECIFIED)))
    return NamePart(str(part["text"]), kind, tuple(str(one) for one in spellings))
