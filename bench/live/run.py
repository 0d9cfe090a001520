"""Build a demo country, gather its records as the owner, and judge them by every rule."""

from __future__ import annotations

import argparse
import json
import resource
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.ground import ground

ON: Final = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
LAST: Final = Path(__file__).with_name("last.json")


def main() -> int:
    """Measure one size, print the figures, and keep them beside this file if asked."""
    words = argparse.ArgumentParser(prog="python -m bench.live")
    words.add_argument("--size", default="large", choices=("small", "large", "national"))
    words.add_argument("--keep", action="store_true", help="write the figures to last.json")
    given = words.parse_args()
    figures = measure(given.size)
    print(json.dumps(figures, indent=2))
    if given.keep:
        LAST.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def measure(size: str) -> dict[str, Any]:
    """Seconds and rates of gathering and of judging, and how they stand to one another."""
    with ground(as_owner=True):
        from standards.instants import from_datetime
        from standards.population.engine import evaluate_archive
        from standards.rulebook.coverage import Kept, Reach, coverage
        from standards.rulebook.load import load_rulebook
        from throughcare.casework.archive import archive_of_all
        from throughcare.demo.country import country
        from throughcare.demo.loading import build

        build(country(1, size, on=ON), lambda done, total: None)
        began = time.perf_counter()
        archive = archive_of_all(known_at=ON, tell=_said("gathered"))
        gathered = time.perf_counter() - began
        rulebook = load_rulebook()
        checks = rulebook.checks(ON.date())
        reached = coverage(rulebook, Kept.of(archive), ON.date())
        asked = [checks[one.rule] for one in reached if one.reach != Reach.NOT]
        began = time.perf_counter()
        findings = evaluate_archive(
            archive, asked, as_of=from_datetime(ON), derivations=rulebook.derivations,
            progress=_said("judged"),
        )  # fmt: skip
        judged = time.perf_counter() - began
    records = len(archive.records)
    return {
        "size": size, "people": len(archive.persons), "records": records, "rules": len(asked),
        "findings": len(findings), "gather_seconds": round(gathered, 1),
        "judge_seconds": round(judged, 1), "records_gathered_a_second": round(records / gathered),
        "records_judged_a_second": round(records / judged),
        "gather_to_judge": round(gathered / judged, 2),
        "most_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def _said(what: str) -> Any:
    def tell(done: int, total: int) -> None:
        print(f"  {what} {done:,} of {total:,}", flush=True)

    return tell
