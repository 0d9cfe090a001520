"""What is left of a name's part when spelling is taken away: consonants, and rough vowels.

Arabic writes no short vowels; Latin spellings of one Arabic or Kazakh name differ in theirs. So a
part has two forms: its `skeleton` (classes of consonants) and its `sound` (the same with a, i, u).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

# Class letters in capitals: X is sh, ch, ш, ش; J is j, zh, ж, ج. H and w, y are told apart later.
_ARABIC = {
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abttJhhddrzsXsdtzagfkklmnhui", strict=True)),
    **dict(zip("أإآٱىئؤءةپچژگڤڨکیہںے", "aiaaaiu  bXJgfgkihni", strict=True)),
}
_CYRILLIC = {
    **dict(zip("абвгдежзийклмнопрстуфхцч", "abfgdiJziiklmnuprstufhsX", strict=True)),
    **dict(zip("шщъыьэюя", "XX i iua", strict=True)),
    **dict(zip("ёәғқңөұүһіѐў", "iagknuuuhiiu", strict=True)),
    "ю": "iu", "я": "ia", "ё": "iu", "п": "b",
}  # fmt: skip
_LATIN = {"ş": "X", "š": "X", "ç": "X", "č": "X", "ž": "J", "ğ": "g", "ı": "i"}
_DIGRAPHS = (
    ("shch", "X"), ("sch", "X"), ("tch", "X"), ("dzh", "J"), ("sh", "X"), ("ch", "X"),
    ("zh", "J"), ("dj", "J"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"),
    ("ts", "s"), ("ck", "k"), ("ky", "X"), ("ng", "n"), ("ou", "u"),
    ("q", "k"), ("x", "h"), ("j", "J"), ("p", "b"), ("v", "f"),
)  # fmt: skip
_SINGLE = str.maketrans({"w": "u", "o": "u", "y": "i", "e": "i"})
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "l",
        "ar",
        "as",
        "ad",
        "an",
        "ech",
        "ben",
        "bin",
        "ibn",
        "bint",
        "bent",
        "ould",
        "uld",
        "wuld",
        "uly",
        "ogly",
        "oglu",
        "kyzy",
        "qyzy",
        "kizi",
        "qizi",
        "de",
        "du",
        "van",
        "von",
        "بن",
        "ابن",
        "بنت",
        "ولد",
        "ال",
        "ұлы",
        "улы",
        "қызы",
        "кызы",
        "оглы",
    ]
)
_ENDINGS = ("ұлы", "улы", "қызы", "кызы", "uly", "qyzy", "kyzy", "oglu", "ogly")


class Sound(NamedTuple):
    """The two forms of one part. `short` says that its script leaves short vowels out."""

    skeleton: str
    sound: str
    short: bool


@lru_cache(maxsize=200_000)
def sound_of(word: str) -> Sound:
    """The forms of one word, in lower case and without marks."""
    arabic = any("\u0600" <= sign <= "\u06ff" for sign in word)
    rough = "".join(_ARABIC.get(s) or _CYRILLIC.get(s) or _LATIN.get(s) or s for s in word)
    rough = "".join(s if s.isascii() else anyascii(s).lower() for s in rough).replace(" ", "")
    for letters, instead in _DIGRAPHS:
        rough = rough.replace(letters, instead)
    rough = re.sub("c(?=[iey])", "s", rough).replace("c", "k").translate(_SINGLE)
    rough = re.sub(r"[^a-zXJ0-9]", "", rough)
    rough = re.sub(r"(.)\1+", r"\1", rough)
    rough = re.sub(r"(?<=..)h$", "", rough)
    skeleton = re.sub("[aiu]", "", rough)
    return Sound(re.sub(r"(.)\1+", r"\1", skeleton) or rough, rough, arabic)


@lru_cache(maxsize=200_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: no articles, no 'son of'; none twice."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("й", "и"))
    for letter in _LATIN:
        plain = plain.replace(unicodedata.normalize("NFKD", letter), letter)
    plain = "".join(s for s in plain if unicodedata.category(s) not in {"Mn", "Cf"} and s != "ـ")
    plain = re.sub(r"['’‘ʼʻ`ʿʾ]", "", plain)
    found = [word for word in re.split(r"[\W_]+", plain) if word]
    kept = [_bare(word) for word in _joined(found)]
    return tuple(sorted({word for word in kept if word not in PARTICLES} or set(found)))


def _joined(words: list[str]) -> list[str]:
    """Abd al-Karim, Abdelkarim and عبد الكريم as one word."""
    joined: list[str] = []
    open_servant = False
    for word in words:
        if open_servant and word in PARTICLES:
            continue
        if open_servant:
            joined[-1] += _bare(word)
        else:
            joined.append(word)
        open_servant = word in {"abd", "abdel", "abdul", "abdal", "abdou", "عبد", "abdu"}
        if open_servant and word != "عبد":
            joined[-1] = "abd"
    return joined


def _bare(word: str) -> str:
    word = re.sub(r"^abd[aeuo]+[lrnsdzt](?=[^aeiou]?[aeiouhlrnkmwgjbfqy])(?=.{3})", _servant, word)
    word = re.sub(r"^عبدال(?=..)", "عبد", word)
    word = re.sub(r"^ال(?=...)|^ال(?=له$)", "", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return word.removesuffix(ending)
    return word


def _servant(found: re.Match[str]) -> str:
    last = found[0][-1]
    return "abda" if last == "l" else f"abda{last}"
