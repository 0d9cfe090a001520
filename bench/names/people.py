"""Made-up people, and the labelled pairs of names. Everything comes from the seed."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

from bench.names.spellings import ALIKE, FAMILIES

PAIRS = Path(__file__).parents[2] / "tests" / "kernel" / "name_pairs.csv"
_SIZE = 3


def people(count: int, seed: int) -> list[str]:
    """That many names of three parts, each part in one of its spellings; no two the same text."""
    chance, made = Random(seed), dict[str, None]()
    while len(made) < count:
        parts = chance.sample(chance.choices(FAMILIES, [5, 4, 3])[0], _SIZE)
        made[" ".join(chance.choice(part) for part in parts)] = None
    return list(made)


def pairs(seed: int = 12) -> list[tuple[str, str, str, str]]:
    """The labelled pairs: one name, another, whether the same person, and why."""
    chance = Random(seed)
    same = [_same(chance, number) for number in range(240)]
    return same + [_different(chance, number) for number in range(70)]


def _same(chance: Random, number: int) -> tuple[str, str, str, str]:
    parts = chance.sample(chance.choices(FAMILIES, [5, 4, 2])[0], _SIZE)
    one = [part[0] for part in parts]
    other = [chance.choice(part[1:]) for part in parts]
    why = ("other spelling", "order", "typing error", "left out")[number % 4]
    if why == "order":
        chance.shuffle(other)
    elif why == "typing error":
        place = max(range(_SIZE), key=lambda at: len(other[at]))
        word = other[place]
        at = chance.randrange(1, len(word) - 1)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        other[place] = swapped if number % 8 < 4 else word[:at] + word[at + 1 :]
    elif why == "left out":
        del other[chance.randrange(_SIZE)]
    return " ".join(one), " ".join(other), "yes", why


def _different(chance: Random, number: int) -> tuple[str, str, str, str]:
    alike = ALIKE[number % len(ALIKE)]
    rest = [part[1] for part in chance.sample(FAMILIES[number % 3], 2)]
    return " ".join([alike[0], *rest]), " ".join([alike[1], *rest]), "no", "a name like it"


def write_pairs() -> None:
    """Write the labelled set anew."""
    with PAIRS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["one", "other", "same", "why"])
        writer.writerows(pairs())
