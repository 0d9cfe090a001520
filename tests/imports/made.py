"""What the tests of the import start from: a moment, a mapping, and a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.casework.custody.made import ADMISSIONS, AT, DAY
from throughcare.access.question import Viewer
from throughcare.imports.mapping import read_import_map
from throughcare.imports.outcome import Outcome, Result, RowResult
from throughcare.imports.run import Order, run

NOW = AT + 100 * DAY  # 9 June 2026

MAP = """\
mapping: the old register
zone: Africa/Tunis
dates: [D.M.YYYY, YYYY-MM-DD]
person: no
known_by: prisoner number
persons:
  names:
    - parts: [{column: name, split: yes}]
  birth_date: born
  sex: {column: sex, values: {m: male, f: female, ж: female, ذكر: male}}
order:
  kind: {constant: remand}
  authority: court
  number: order
  issued_on: ordered
  valid_to: until
stay: {admitted_at: admitted, left_at: left}
status: {value: {constant: untried}}
placement: {place: cell}
"""
HEAD = "no,name,born,sex,court,order,ordered,until,admitted,left,cell\n"
ONE = "1,Amel Trabelsi,1990-05-17,f,Court,7/26,2026-03-01,2026-09-01,2026-03-02,,a/1/01\n"


def imported(
    files: Sequence[Path], mapping: Path, *, by: Viewer = ADMISSIONS, at: datetime = NOW,
    place: str = "north", **more: Any,
) -> Outcome:  # fmt: skip
    """One import of these files."""
    more.setdefault("on", at.date())
    return run(
        Order(
            files=files, mapping=read_import_map(mapping), by=by, account="amel", place=place,
            at=at, **more,
        )
    )  # fmt: skip


def results(outcome: Outcome) -> list[str]:
    """What came of each row."""
    return [one.result.value for one in outcome.rows]


def only(outcome: Outcome) -> RowResult:
    """The one row of the file."""
    assert len(outcome.rows) == 1
    return outcome.rows[0]


def refusal(outcome: Outcome) -> RowResult:
    """The one row that is refused."""
    (found,) = [one for one in outcome.rows if one.result is Result.REFUSED]
    return found
