"""The words of a name that tell people apart, in one form whatever hand wrote them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from throughcare.kernel.letters import letters

# A name is never longer; what comes after tells nobody apart, and would cost time.
LONGEST = 200
MOST_WORDS = 8
_WHOLE_NAME = 6  # letters that a name after "ben" has, where the two are written as one
_APOSTROPHES = "'’‘ʼʻ`ʿʾ"
_APART, _BETWEEN = re.compile(f"[{_APOSTROPHES}]"), re.compile(r"[\W_]+")
# Letters whose mark is part of them: it is not taken away.
_MARKED = "şšçčžğёї"
_COMPOSED = {unicodedata.normalize("NFKD", sign): sign for sign in _MARKED}


def words_of(name: str) -> tuple[str, ...]:
    """The words in their order: no articles, no 'son of'; none twice, at most MOST_WORDS."""
    found = _joined(written_words(name))
    kept = [_bare(word) for word in found]
    telling = [word for word in kept if word not in letters().particles]
    return tuple(dict.fromkeys(telling or kept))[:MOST_WORDS]


def written_words(name: str) -> list[str]:
    """Every word in lower case, without marks, tied articles and what cannot be seen."""
    plain = name[:LONGEST].lower()
    if not plain.isascii():
        plain = _without_marks(plain)
    plain = _tied().sub("", plain)
    plain = _APART.sub("", plain)
    return [word for word in _BETWEEN.split(plain) if word]


def _without_marks(plain: str) -> str:
    plain = unicodedata.normalize("NFKD", plain.replace("й", "и"))
    for apart, together in _COMPOSED.items():
        plain = plain.replace(apart, together)
    return "".join(s for s in plain if unicodedata.category(s) not in {"Mn", "Cf"} and s != "ـ")


@cache
def _tied() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(letters().tied))})[-‐‑{_APOSTROPHES}](?=\w)")


def _joined(words: list[str]) -> list[str]:
    """Abd al-Karim, Abdelkarim and عبد الكريم as one word."""
    joined: list[str] = []
    servant = False
    for word in words:
        if servant and word in letters().particles:
            continue
        if servant:
            joined[-1] += _bare(word)
        else:
            joined.append(word)
        servant = word in letters().servants
        if servant and word != "عبد":
            joined[-1] = "abd"
    return joined


@lru_cache(maxsize=100_000)
def _bare(word: str) -> str:
    word = re.sub(r"^abd[aeuo]+[lrnsdzt](?=[^aeiou]?[aeiouhlrnkmwgjbfqy])(?=.{3})", _servant, word)
    word = re.sub(r"^عبدال(?=..)", "عبد", word)
    word = re.sub(r"^ال(?=...)|^ال(?=له$)", "", word)
    for beginning in letters().beginnings:
        if word.startswith(beginning) and len(word) >= len(beginning) + _WHOLE_NAME:
            return word.removeprefix(beginning)
    for ending in letters().endings:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return word.removesuffix(ending)
    return word


def _servant(found: re.Match[str]) -> str:
    last = found[0][-1]
    return "abda" if last == "l" else f"abda{last}"
