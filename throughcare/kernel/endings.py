"""Whether what follows the beginning of a word only changes its form: plural, case, whose it is.

`word*` in a list takes every word that begins so, and with it surnames and other words: ораза (a
fast) would find Оразалин. `word+` takes the word in its forms only. The alphabet tells the language
near enough: Russian and Kazakh share one, and so do English and French.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from throughcare.kernel.folding import fold

_LATIN: Final = r"s|e|es|x|ne|nes|le|les|te|tes|ve|ves|se|ses|er|ed|ing"

_RUSSIAN: Final = (
    "а у ом ем ём е и ы о ь й я ю ов ев ей ам ям ами ями ах ях ой ою ею ью ии ия ию ием ией "
    "ий ый ая яя ое ее ые ие ого его ому ему ым им ую юю ых их ыми ими"
)

# Kazakh hangs one ending on another: who or what kind, many, whose, case, who is it.
_KAZAKH: Final = (
    "лық лік дық дік тық тік лы лі ды ді ты ті сыз сіз шы ші шыл шіл лас лес дас дес тас тес",
    "лар лер дар дер тар тер",
    "ым ім м ың ің ң ы і сы сі ымыз іміз мыз міз ыңыз іңіз ңыз ңіз",
    "ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н да де та те нда нде дан ден "
    "тан тен нан нен мен бен пен ша ше",
    "ғы гі қы кі нікі дікі тікі",
    "лар лер дар дер тар тер",
    "мын мін бын бін пын пін сың сің мыз міз быз біз пыз піз дай дей тай тей",
)

# Arabic: the one from there, woman, many, whose; also as it is said in Tunis (ش after "not").
_ARABIC: Final = (
    r"(?:ي|وي)?(?:ة|ه|ت|ا|ين|ون|وا|ان|تين|تان|ات)?"
    r"(?:ه|ها|هم|هن|هما|ك|كم|كن|نا|ني|ي|و|هو)?(?:ش)?"
)


def _one_of(written: str) -> str:
    return "(?:" + "|".join(sorted(map(fold, written.split()), key=len, reverse=True)) + ")?"


_ENDING: Final = re.compile(
    "|".join((_LATIN, _one_of(_RUSSIAN), "".join(map(_one_of, _KAZAKH)), _ARABIC))
)


@lru_cache(maxsize=20_000)
def is_ending(rest: str) -> bool:
    """Whether this, after the beginning of a word and folded, is an ending or none."""
    return not rest or _ENDING.fullmatch(rest) is not None
