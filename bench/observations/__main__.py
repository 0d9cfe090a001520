"""How long the lists take with texts of several lengths, against the shortest.

    .venv/bin/python -m bench.observations

It reads the sentences of the tests, one after the other until the length is reached.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.casework.observations.marks import groups, named_in

SENTENCES: Final = Path("tests/casework/observations/sentences.yaml")
LENGTHS: Final = (500, 2_000, 10_000, 50_000)  # letters; the last is the most that a field takes
TIMES: Final = 9


def main() -> None:
    """Print the table."""
    read: Any = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    text = " ".join(one for of in read.values() for kind in of.values() for one in kind)
    began = time.perf_counter()
    groups()
    print(f"reading the lists, once: {(time.perf_counter() - began) * 1000:.0f} ms")
    print(f"{'letters':>8} {'median ms':>10} {'times the shortest':>19}")
    shortest = 0.0
    for length in LENGTHS:
        middle = statistics.median(_took((text * 20)[:length]) for _time in range(TIMES))
        shortest = shortest or middle
        print(f"{length:8} {middle * 1000:10.1f} {middle / shortest:19.1f}")


def _took(text: str) -> float:
    began = time.perf_counter()
    named_in(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
