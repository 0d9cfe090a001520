"""Names of lands and tongues in the languages of the service, as phrases of the lists.

From Unicode CLDR (Babel), which knows more of them than any list of ours. Each language has its own
way to change a name, and names that are other words too (`leave_out` of the lists): china, fang.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from babel import Locale

from throughcare.kernel.folding import fold

_PLAIN: Final = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_LONG_ENOUGH: Final = 4
_NO_LAND: Final = frozenset({"001", "019", "ZZ", "XA", "XB", "UN", "EZ", "EU", "QO", "CX"})
# What is taken off a name, so that its other forms are found: Руанда, Руанды; of many words, each.
_LAST: Final = {
    "ru": re.compile(r"(?:ая|ое|ые|ий|ый|ия|а|я|о|е|й|ь|ы|и)$"),
    "ar": re.compile(r"(?:يا|ية|ا|ة|ي)$"),
    "kk": re.compile(r"(?:ь)$"),
}


def lands(language: str, leave_out: Collection[str]) -> list[str]:
    """The names of countries and parts of the world."""
    names = Locale(language).territories.items()
    return [
        _in_its_forms(name, language)
        for code, name in names
        if code not in _NO_LAND and _usable(name, leave_out)
    ]


def tongues(language: str, leave_out: Collection[str]) -> list[str]:
    """The names of languages, one word each; in English with a capital letter."""
    found = [
        name.removesuffix(" тілі")
        for name in Locale(language).languages.values()
        if _usable(name.removesuffix(" тілі"), leave_out)
    ]
    return list(dict.fromkeys(_tongues(language, found)))


def _tongues(language: str, names: list[str]) -> Iterator[str]:
    for name in names:
        if " " in name or "-" in name:
            continue
        if language == "en":
            yield f"^{name}"
        elif language == "ru" and name.endswith("ский"):
            yield f"{name.removesuffix('ий')}+"
        elif language == "ar":
            yield name.removeprefix("ال")
        else:
            yield name


def _usable(name: str, leave_out: Collection[str]) -> bool:
    return (
        len(name) >= _LONG_ENOUGH
        and _PLAIN.fullmatch(name) is not None
        and fold(name) not in leave_out
    )


def _in_its_forms(name: str, language: str) -> str:
    if language not in _LAST:
        return name
    words = [word.removeprefix("ال") for word in name.replace("-", " - ").split()]
    return " ".join(word if word == "-" else _in_forms(word, language) for word in words)


def _in_forms(word: str, language: str) -> str:
    bare = _LAST[language].sub("", word)
    return f"{bare}+" if len(bare) >= _LONG_ENOUGH else word
