"""The person engine on one person of about 500 records: every monitored rule, many persons."""

from __future__ import annotations

import cProfile
import io
import pstats
import statistics
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.engine.generate import AS_OF, RECORDS_EACH, monitored
from bench.engine.sample import make_samples
from standards.person.engine import evaluate_archive
from standards.records import Archive, Record
from standards.rulebook.load import load_rulebook

_WITHIN = 0.1  # of the 500
_RUNS = 5
_SHOWN = 25


def one_person(folder: Path, persons: int) -> dict[str, Any]:
    """Median, quickest and slowest milliseconds, and where the time goes."""
    checks = monitored()
    derivations = load_rulebook().derivations
    archives = _archives(folder, persons)

    def judge(archive: Archive) -> int:
        return len(evaluate_archive(archive, checks, as_of=AS_OF, derivations=derivations))

    findings = [judge(archive) for archive in archives]  # warms the caches of local midnights
    times = []
    for archive in archives:
        for _ in range(_RUNS):
            start = time.perf_counter()
            judge(archive)
            times.append(1000 * (time.perf_counter() - start))
    return {
        "milliseconds": statistics.median(times),
        "quickest": min(times),
        "nine_in_ten": sorted(times)[int(len(times) * 0.9)],
        "persons": len(archives),
        "runs": len(times),
        "records": statistics.median(len(archive.records) for archive in archives),
        "findings": statistics.median(findings),
        "profile": _profile(archives, judge),
    }


def _archives(folder: Path, persons: int) -> list[Archive]:
    """Persons with nearly 500 records, each alone with the places of the prison."""
    whole = make_samples(folder, 0.0001)[0].archive
    own: dict[str, list[Record]] = defaultdict(list)
    for record in whole.records:
        own[record.who or ""].append(record)
    near = [
        who
        for who in sorted(whole.persons)
        if abs(len(own[who]) - RECORDS_EACH) <= _WITHIN * RECORDS_EACH
    ]
    return [
        Archive(
            zone=whole.zone,
            records=own[who],
            persons={who: whole.persons[who]},
            places=whole.places,
        )
        for who in near[:persons]
    ]


def _profile(archives: list[Archive], judge: Any) -> list[str]:
    """The functions in which most time is spent, and with what they call."""
    profiler = cProfile.Profile()
    profiler.enable()
    for archive in archives:
        judge(archive)
    profiler.disable()
    lines: list[str] = []
    for order in ("tottime", "cumulative"):
        text = io.StringIO()
        stats = pstats.Stats(profiler, stream=text)
        stats.strip_dirs().sort_stats(order).print_stats(_SHOWN)
        lines.append(order)
        lines += [line for line in text.getvalue().splitlines()[6:] if line.strip()]
    return lines
