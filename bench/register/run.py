"""The bench of the register: writing with and without it, sealing, and proof of a million."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import psycopg

from bench.ground import DATABASE, ground
from bench.register.living import measure_living
from bench.register.visits import make_visits
from bench.register.writers import ACT, ROW, begin, write
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER

WRITERS, ROUNDS, START_SECONDS = 8, 5, 4.0
LEAST_RATIO, MOST_SECONDS, A_MILLION = 0.75, 10.0, 1_000_000
LAST = Path(__file__).with_name("last.json")


def main() -> int:
    """Measure, print, keep the figures. 0 if what is wanted was reached."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seconds", type=float, default=60, help="of writing on each side")
    words.add_argument("--entries", type=int, default=A_MILLION, help="to verify")
    words.add_argument("--people", type=int, default=10_000, help="whose rows are compared")
    asked = words.parse_args()
    with ground() as folder:
        make_visits(folder)
        writing = measure_writing(folder, asked.seconds)
        order = check_order(folder)
        proof = measure_proof(folder, asked.entries)
        living = measure_living(asked.people)
    figures = {
        "made": datetime.now(UTC).date().isoformat(), "cores": os.cpu_count(),
        "load": round(os.getloadavg()[1], 1), "writing": writing, "order": order, "proof": proof,
        "living": living,
    }  # fmt: skip
    LAST.write_text(json.dumps(figures, indent=1) + "\n")
    show(figures)
    return 0 if reached(figures) else 1


def measure_writing(folder: DataFolder, seconds: float) -> dict[str, Any]:
    """Rates of both sides, turn by turn, so that both meet the same machine."""
    account, persons = _people()
    pool = ProcessPoolExecutor(
        WRITERS, mp_context=get_context("spawn"), initializer=begin, initargs=(str(folder.root),)
    )
    with pool:
        for one in [pool.submit(time.sleep, START_SECONDS) for _ in range(WRITERS)]:
            one.result()  # all are loaded

        def turn(kind: str, proven: bool, each: float) -> int:
            begins = time.time() + 0.5
            running = [
                pool.submit(write, kind, number, account, persons[number], proven, begins, each)
                for number in range(WRITERS)
            ]
            return sum(one.result() for one in running)

        turn(ROW, True, 0.5)
        return {kind: _turns(turn, kind, seconds / ROUNDS) for kind in (ROW, ACT)}


def _turns(turn: Callable[[str, bool, float], int], kind: str, each: float) -> dict[str, Any]:
    """The two sides of one kind of change, in turns, each side first as often."""
    rates: dict[bool, list[float]] = {False: [], True: []}
    for number in range(ROUNDS):
        for proven in (False, True) if number % 2 else (True, False):
            rates[proven].append(turn(kind, proven, each) / each)
    ratios = [a / b for a, b in zip(rates[True], rates[False], strict=True)]
    return {
        "plain": [round(rate) for rate in rates[False]],
        "proven": [round(rate) for rate in rates[True]],
        "ratio": round(median(ratios), 3), "ratios": [round(ratio, 3) for ratio in ratios],
    }  # fmt: skip


def _people() -> tuple[int, list[UUID]]:
    """An account with a post, and a file for each writer."""
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.access.terms import Role
    from throughcare.casework.people import actions
    from throughcare.casework.people.kinds import Kind
    from throughcare.kernel.names import name_of

    at = datetime.now(UTC)
    account = Account.objects.create(name="bench")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment="north",
        begins=at - timedelta(days=1),
    )  # fmt: skip
    viewer = viewer_of(account.pk, at=at)
    name = {"use": "recorded", "parts": name_of("Aigerim")}
    facts = [(Kind.NAME, name)]
    persons = [
        actions.register_person(by=viewer, at=at, establishment="north", facts=facts).id
        for _ in range(WRITERS)
    ]
    return account.pk, persons


def check_order(folder: DataFolder) -> dict[str, Any]:
    """Seal what the writers left: one order, no gap, no fork, and nothing lost."""
    from django.db import connection

    from throughcare.register.models import Entry

    written = Entry.objects.count()
    _, seconds = _seal(folder)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), min(position), max(position), count(DISTINCT entry_id) "
            "FROM register_sealed"
        )
        count, lowest, highest, entries = cursor.fetchone()
    found = _verify(folder)[0]
    return {
        "written": written, "sealed": count, "seal_seconds": round(seconds, 2),
        "one_order": (lowest, highest, entries) == (0, count - 1, count) and count == written,
        "trouble": str(found.trouble or ""),
    }  # fmt: skip


def measure_proof(folder: DataFolder, entries: int) -> dict[str, Any]:
    """Fill up to so many entries in bulk, seal, and verify three times."""
    from django.db import connection, transaction

    from throughcare.register.actions import record_many
    from throughcare.register.models import Entry

    missing = max(0, entries - Entry.objects.count())
    began = time.perf_counter()
    with transaction.atomic():
        record_many(_drafts(missing))
    filled = time.perf_counter() - began
    _, sealing = _seal(folder)
    connection.close()
    _settle(folder)
    runs = [_verify(folder) for _ in range(3)]
    return {
        "entries": runs[0][0].sealed, "filled_in_bulk": missing,
        "bulk_a_second": round(missing / filled) if missing else None,
        "seal_seconds": round(sealing, 2),
        "trouble": str(runs[0][0].trouble or ""), "seconds": [round(run[1], 2) for run in runs],
        "own_cpu_seconds": [round(run[2], 2) for run in runs],
        "median": round(median(run[1] for run in runs), 2),
    }  # fmt: skip


def _settle(folder: DataFolder) -> None:
    """What the database does by itself after so many rows at once, before it is measured.

    A register that grew over years has been vacuumed; here it would run beside the verification.
    """
    owner = psycopg.connect(
        host=str(folder.socket), dbname=DATABASE, user=OWNER, autocommit=True
    )  # fmt: skip
    with owner:
        owner.execute("VACUUM (ANALYZE) register_entry, register_sealed, register_checkpoint")


def _drafts(count: int) -> Iterator[Any]:
    from throughcare.register.actions import Draft

    begins = datetime(2026, 3, 1, tzinfo=UTC)
    for number in range(count):
        at = begins + timedelta(seconds=number)
        yield Draft(
            event="people.fact_stated", by=str(number % 97), role="admissions officer",
            place="north/a", happened_at=at, at=at, about=UUID(int=number), compartment="ID",
            table="visit", row=str(UUID(int=number)), content={"said": number},
        )  # fmt: skip


def _seal(folder: DataFolder) -> tuple[int, float]:
    from throughcare.register.actions import seal
    from throughcare.register.signing import signing_key

    key, began, size = signing_key(folder.keys), time.perf_counter(), 0
    while (made := seal(at=datetime.now(UTC), key=key)) is not None:
        size = made.size
    return size, time.perf_counter() - began


def _verify(folder: DataFolder) -> tuple[Any, float, float]:
    """What was found, seconds by the clock, and seconds of this process's own work."""
    from django.db import connection

    from throughcare.register.proofs import _announced
    from throughcare.register.signing import public_keys
    from throughcare.register.verify import verify

    _announced.clear()  # the made-up entries speak of rows that do not stand
    connection.ensure_connection()
    began, worked = time.perf_counter(), time.process_time()
    found = verify(connection.connection, keys=public_keys(folder.keys))
    return found, time.perf_counter() - began, time.process_time() - worked


def reached(figures: dict[str, Any]) -> bool:
    """Is it as fast as wanted, and is nothing wrong?"""
    sound = not figures["order"]["trouble"] and not figures["proof"]["trouble"]
    sound = sound and not figures["living"]["trouble"]
    quick = figures["proof"]["median"] < MOST_SECONDS
    return bool(
        sound and quick and figures["order"]["one_order"]
        and figures["writing"][ACT]["ratio"] >= LEAST_RATIO
    )  # fmt: skip


def show(figures: dict[str, Any]) -> None:
    """The table."""
    writing, order, proof = figures["writing"], figures["order"], figures["proof"]
    print(f"{figures['cores']} cores, load {figures['load']} over 5 minutes, {WRITERS} writers")
    for kind in (ROW, ACT):
        plain, proven = (median(writing[kind][side]) for side in ("plain", "proven"))
        print(f"  {kind}, changes a second: without {plain:,.0f}, with {proven:,.0f}, ", end="")
        print(f"ratio {writing[kind]['ratio']:.0%} (median of {ROUNDS}; wanted 75%)")
    whole = "yes" if order["one_order"] else "NO"
    print(f"  written {order['written']:,}, sealed {order['sealed']:,}; one order: {whole}")
    print(f"  in bulk: {proof['bulk_a_second'] or 0:,} entries a second")
    print(f"  {proof['entries']:,} entries verified in {proof['median']} s (wanted 10),", end="")
    print(f" {median(proof['own_cpu_seconds'])} s of it this process's own work")
    living = figures["living"]
    print(f"  {living['rows']:,} living rows compared in {living['seconds']} s,", end="")
    print(f" {living['microseconds_a_row']} µs a row")
    print(f"  trouble: {order['trouble'] or proof['trouble'] or living['trouble'] or 'none'}")
