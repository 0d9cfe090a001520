"""What is measured: who is found among the first ten, and how long it takes."""

from __future__ import annotations

import os
import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from bench.names.load import AT, VIEWERS, prepare
from bench.names.people import HELD_OUT, TUNED, Pair, pairs
from throughcare.access.models import Account, Post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.casework.people import queries
from throughcare.cluster.folder import DataFolder
from throughcare.kernel.matching import likeness

FIRST = 10
ALL_WORDS = 0.9  # likeness of a name that has every word asked, and others besides


class Times(NamedTuple):
    """Milliseconds of each search, and what the processors worked for one, in the middle."""

    taken: list[float]
    worked: float


LATER = AT + timedelta(hours=1)


def run(root: Path, count: int, seed: int, *, missed: bool) -> None:
    """Fill the cluster, and print recall and times."""
    sets = {"tuned": pairs(TUNED), "held out": pairs(HELD_OUT)}
    labelled = [pair for of_set in sets.values() for pair in of_set]
    known = prepare(DataFolder(root), count, labelled, seed)
    viewers = {words: _viewer(*who) for words, who in VIEWERS.items()}
    waiting = ", ".join(f"{load:.0f}" for load in os.getloadavg())
    print(f"{count:,} people; {os.cpu_count()} processors, load {waiting}")
    for words, of_set in sets.items():
        _print_recall(words, of_set, known, viewers["the whole service"], missed=missed)
    asked = [pair.other for pair in labelled if pair.same]
    plain = _times(asked, _plain_read(list(known.values())))
    _print_times("plain read", plain, plain)
    for words, viewer in viewers.items():
        _print_times(words, _times(asked, _find(viewer)), plain)


def _viewer(number: int, role: str, place: str) -> Viewer:
    begins = datetime(2026, 1, 1, tzinfo=AT.tzinfo)
    account, new = Account.objects.get_or_create(pk=number, defaults={"name": f"bench {number}"})
    if new:
        Post.objects.create(account=account, role=role, establishment=place, begins=begins)
    return viewer_of(number, at=LATER)


def _print_recall(
    words: str, of_set: list[Pair], known: dict[str, UUID], viewer: Viewer, *, missed: bool
) -> None:
    same = [pair for pair in of_set if pair.same]
    lost = [pair for pair in same if not _is_found(viewer, pair, known[pair.one])]
    print(f"{words}: {1 - len(lost) / len(same):.1%} of {len(same)} among the first {FIRST}")
    shared = sum(_is_shared(viewer, pair) for pair in lost)
    print(f"    of the {len(lost)} not found, {shared} share every word asked with ten others")
    of_kind = Counter(pair.why for pair in same)
    for why, many in sorted(Counter(pair.why for pair in lost).items()):
        print(f"    not found, {why}: {many} of {of_kind[why]}")
    if missed:
        for pair in lost:
            _print_missed(viewer, pair)


def _is_found(viewer: Viewer, pair: Pair, person: UUID) -> bool:
    found = queries.find(viewer, pair.other, at=LATER, limit=FIRST)
    return person in {one.id for one in found}


def _is_shared(viewer: Viewer, pair: Pair) -> bool:
    """Whether the ten who were shown bear what was asked as well as the person looked for."""
    own = max(likeness(pair.other, one) for one in pair.one.split("|"))
    found = queries.find(viewer, pair.other, at=LATER, limit=FIRST)
    return len(found) == FIRST and own >= ALL_WORDS and found[-1].likeness >= own


def _print_missed(viewer: Viewer, pair: Pair) -> None:
    print(f"    {pair.why}: {pair.other} -> {pair.one}")
    for one in queries.find(viewer, pair.other, at=LATER, limit=FIRST)[:: FIRST - 1]:
        shown = " ".join(str(part["text"]) for part in one.matched.value.get("parts", []))
        print(f"        {one.likeness:.3f} {shown}")


def _find(viewer: Viewer) -> Callable[[str], object]:
    return lambda text: queries.find(viewer, text, at=LATER)


def _plain_read(persons: list[UUID]) -> Callable[[str], object]:
    """One row by its key, in a transaction of its own: what any answer costs at the least."""

    def read(text: str) -> object:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT people_whole(%s)", [persons[len(text) % len(persons)]])
            return cursor.fetchall()

    return read


def _times(asked: list[str], do: Callable[[str], object]) -> Times:
    taken, before = [], _processor_ms()
    for text in asked:
        begun = time.perf_counter()
        do(text)
        taken.append((time.perf_counter() - begun) * 1000)
    return Times(taken, (_processor_ms() - before) / len(asked))


def _processor_ms() -> float:
    """What this process and its server process have worked so far, whoever else is waiting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(server[11]) + int(server[12])
    return (time.process_time() + ticks / os.sysconf("SC_CLK_TCK")) * 1000


def _print_times(words: str, times: Times, plain: Times) -> None:
    middle, high = statistics.median(times.taken), statistics.quantiles(times.taken, n=20)[-1]
    base = statistics.median(plain.taken)
    print(
        f"{words:18} p50 {middle:7.1f} ms  p95 {high:7.1f} ms  {middle / base:6.1f} plain reads"
        f"  processors {times.worked:6.1f} ms a search"
    )
