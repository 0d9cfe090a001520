"""The made-up columns, opened for the population engine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bench.engine.draft import KEY_BASE
from bench.engine.world import ZONES
from standards.population.columns import NONE, SCHEMAS, Columns, Names


@dataclass(slots=True)
class BenchNames(Names):
    """Names whose keys and record names are not written out: a number tells its text.

    Ten million texts would take a gigabyte and say nothing. Order of numbers is order of texts.
    """

    name_base: int = 0

    def text(self, number: int) -> str | None:
        if number == NONE:
            return None
        if number < KEY_BASE:
            return self.texts[number]
        if number < self.name_base:
            return f"k{number}"
        return f"r{number - self.name_base:09d}"


class Outdated(ValueError):
    """Records made for other queries: their names have other numbers."""


def open_columns(folder: Path, published: Names) -> Columns:
    """The Parquet files as Columns; nothing is read yet. Raises Outdated.

    `published` are the names of the published queries, with which the records must agree.
    """
    texts = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    if texts[: len(published.texts)] != published.texts:
        raise Outdated(f"the records in {folder} were made for another rulebook: make them again")
    return Columns(
        tables={name: folder / f"{name}.parquet" for name in SCHEMAS},
        names=BenchNames(
            numbers={text: number for number, text in enumerate(texts)},
            texts=texts,
            name_base=about["name_base"],
        ),
        zones=list(ZONES),
        zone=0,
        span=(about["first"], about["last"]),
    )


def bench_names(folder: Path) -> BenchNames:
    """The names of the records alone."""
    texts = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    base = json.loads((folder / "about.json").read_text(encoding="utf-8"))["name_base"]
    return BenchNames({text: number for number, text in enumerate(texts)}, texts, base)
