"""Take a messy register over, compare its account with the truth, and take it over again."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.imports.ground import OFFICER, PRISON, prison
from tools.messy_register import CELLS, Truth, make
from tools.messy_sheets import write

AT: Final = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
MAPPING: Final = Path(__file__).resolve().parents[2] / "examples" / "import" / "messy.yaml"
LAST: Final = Path(__file__).with_name("last.json")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a step took: by the clock, of this process, and of its server process."""

    seconds: float
    own: float
    server: float

    def a_row(self, rows: int) -> dict[str, float]:
        """Milliseconds a row."""
        return {
            "clock_ms": round(self.seconds / rows * 1000, 2),
            "own_cpu_ms": round(self.own / rows * 1000, 2),
            "server_cpu_ms": round(self.server / rows * 1000, 2),
        }


def main() -> int:
    """Measure one size, print the figures, and keep them beside this file if asked."""
    words = argparse.ArgumentParser(prog="python -m bench.imports")
    words.add_argument("--rows", type=int, default=20_000)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--keep", action="store_true", help="write the figures to last.json")
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="throughcare-bench-") as folder:
        path = Path(folder) / "messy.xlsx"
        sheet, truth = make(given.rows, given.seed, AT.date())
        write(path, sheet)
        with prison(CELLS, AT):
            figures = measure(path, truth)
    print(json.dumps(figures, indent=2, ensure_ascii=False))
    if given.keep:
        LAST.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if figures["differs_from_truth"] or figures["changed_again"] else 0


def measure(path: Path, truth: Truth) -> dict[str, Any]:
    """A run and a second run, what each costs a row, and where they differ from the truth."""
    from throughcare.access.queries import viewer_of
    from throughcare.imports.mapping import read_import_map
    from throughcare.imports.run import Order, run
    from tools.messy_account import changes_again, differences

    order = Order(
        files=[path], mapping=read_import_map(MAPPING), by=viewer_of(OFFICER, at=AT),
        account="amel", place=PRISON, at=AT, on=AT.date(),
    )  # fmt: skip
    before = _rows_written()
    first, cost = _measured(lambda: run(order, _say))
    between = _rows_written()
    again, cost_again = _measured(lambda: run(order, _say))
    after = _rows_written()
    rows = truth.rows_in
    return {
        "rows": rows, "people": len(truth.people), "refused": len(truth.refused),
        "proposed_pairs": len(first.pairs), "planted_pairs": len(truth.pairs),
        "without_order": len(first.without_order),
        "entries": between["register_entry"] - before["register_entry"],
        "entries_again": after["register_entry"] - between["register_entry"],
        "differs_from_truth": differences(first, truth)[:20],
        "changed_again": [
            *changes_again(again, first, truth),
            *(f"{table}: {after[table] - was} more rows" for table, was in between.items()
              if after[table] != was and table != "register_entry"),
        ],
        "first": cost.a_row(rows), "again": cost_again.a_row(rows),
        "again_to_first": round(
            (cost_again.own + cost_again.server) / (cost.own + cost.server), 3
        ),
    }  # fmt: skip


def _measured(act: Callable[[], Any]) -> tuple[Any, Cost]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = int(cursor.fetchone()[0])
    began, own, beside = time.perf_counter(), time.process_time(), _cpu_of(server)
    found = act()
    seconds, own = time.perf_counter() - began, time.process_time() - own
    return found, Cost(seconds, own, _cpu_of(server) - beside)


def _cpu_of(process: int) -> float:
    """Seconds of processor that a process has used, by Linux's count of hundredths."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / 100


def _rows_written() -> dict[str, int]:
    """How many rows each table has that an import writes, seen past the walls by the owner."""
    from django.conf import settings

    from throughcare.cluster.folder import data_folder
    from throughcare.cluster.roles import OWNER, connect

    tables = (
        "people_person", "people_fact", "people_namekey", "people_proposal", "custody_order",
        "custody_stay", "custody_legalstatus", "custody_placement", "imports_origin",
        "register_entry",
    )  # fmt: skip
    name = str(settings.DATABASES["default"]["NAME"])
    found = {}
    with connect(data_folder(), name, OWNER) as owner:
        for table in tables:
            (count,) = owner.execute(f"SELECT count(*) FROM {table}").fetchall()[0]  # type: ignore[call-overload]
            found[table] = int(count)
    return found


def _say(done: int, total: int) -> None:
    print(f"  {done:,} of {total:,} rows", flush=True)
