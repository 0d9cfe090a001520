"""Invented people with like names. Everything comes from the seed; nobody in it is real."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.names import stems
from bench.names.stems import spellings

TESTS = Path(__file__).parents[2] / "tests" / "kernel"
TUNED, HELD_OUT = TESTS / "name_pairs.csv", TESTS / "name_pairs_held_out.csv"
# One in fifty is a near relation of a labelled name: all its words but one.
NEAR_RELATIONS = 50
Stock = tuple[list[list[str]], list[float]]


class Pair(NamedTuple):
    """A labelled pair: what the file says (names apart by |), what is typed, one person or not."""

    one: str
    other: str
    same: bool
    why: str


def pairs(file: Path) -> list[Pair]:
    """The labelled pairs of a file."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    return [Pair(row["one"], row["other"], row["same"] == "yes", row["why"]) for row in rows]


def people(count: int, seed: int, like: list[str]) -> Iterator[str]:
    """That many names of three words, some with a spelling in Latin letters after a bar.

    `like` are names of which some people bear all words but one.
    """
    chance, peoples = Random(seed), _peoples()
    for _ in range(count):
        people = chance.choices(peoples, [40, 25, 15, 20])[0]
        words = [_drawn(stock, chance) for stock in people]
        home = [word[0] for word in words]
        if chance.randrange(NEAR_RELATIONS) == 0:
            relation = chance.choice(like).split("|")[0].split()
            relation[chance.randrange(len(relation))] = chance.choice(home)
            yield " ".join(relation)
        elif chance.random() < 0.4:
            yield " ".join(home) + "|" + " ".join(chance.choice(word[1:] or word) for word in words)
        else:
            yield " ".join(chance.choice(word) for word in words)


def _peoples() -> list[list[Stock]]:
    arabic = spellings(stems.ARABIC_GIVEN)
    family = [[f"ال{home}", latin] for home, latin in spellings(stems.ARABIC_FAMILY)]
    sons = [[f"بن {one[0]}", f"Ben {one[1]}"] for one in arabic]
    kazakh = _put_together(spellings(stems.KAZAKH_FIRST), spellings(stems.KAZAKH_LAST))
    uly = _put_together(kazakh, spellings("ұлы|uly қызы|qyzy ов|ov ова|ova"))
    russian = spellings(stems.RUSSIAN_GIVEN)
    fathers = _put_together(russian, spellings("ович|ovich овна|ovna"))
    russians = _put_together(spellings(stems.RUSSIAN_FAMILY), spellings(stems.RUSSIAN_ENDINGS))
    ugandan = _put_together(spellings(stems.UGANDAN_FIRST), spellings(stems.UGANDAN_LAST))
    christian = spellings(stems.UGANDAN_GIVEN)
    return [
        [_stock(arabic), _stock(arabic), _stock([*family, *sons])],
        [_stock(kazakh), _stock(uly), _stock(uly[::-1])],
        [_stock(russian), _stock(fathers), _stock(russians)],
        [_stock(christian), _stock(ugandan), _stock(ugandan[::-1])],
    ]


def _put_together(first: list[list[str]], last: list[list[str]]) -> list[list[str]]:
    return [[a[0] + b[0].lower(), a[-1] + b[-1].lower()] for b in last for a in first]


def _stock(words: list[list[str]]) -> Stock:
    """Some names are borne by many and most by few: the n-th is drawn with 1 / (n + 10)."""
    return words, list(accumulate(1 / (place + 10) for place in range(len(words))))


def _drawn(stock: Stock, chance: Random) -> list[str]:
    words, upto = stock
    return chance.choices(words, cum_weights=upto)[0]
