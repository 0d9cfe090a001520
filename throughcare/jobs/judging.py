"""Judge what was written, and what a moment has changed: `python -m throughcare.jobs.judging`.

Whoever writes sees the answer on the next page without this job. It does what nobody is looking at:
files that an import filled, deadlines that pass at night, rules about all who live in one house.
"""

from __future__ import annotations

import signal
import sys
import threading
from datetime import UTC, datetime, timedelta

from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready

# Our own choices: so many files in one transaction; a house, which is much work, so often at most.
FILES_AT_ONCE = 20
SECONDS_BETWEEN = 2.0
HOUSE_EVERY = timedelta(seconds=60)


def run(stop: threading.Event, seconds: float = SECONDS_BETWEEN) -> None:
    """Judge until told to stop. What fails is said and tried again: its mark still stands."""
    from django.db import Error, connection

    while not stop.wait(seconds):
        try:
            once(stop)
        except Error as error:
            print(f"judging: {error}".strip(), file=sys.stderr, flush=True)
            connection.close()


def once(stop: threading.Event) -> None:
    """All files that wait, then the staff of each house that waits, then one house."""
    from throughcare.duties.actions import judge_next_house, judge_waiting, judge_waiting_staff

    while not stop.is_set() and judge_waiting(at=datetime.now(UTC), most=FILES_AT_ONCE):
        pass
    now = datetime.now(UTC)
    judge_waiting_staff(at=now)
    judge_next_house(at=now, judged_before=now - HOUSE_EVERY)


def main() -> None:
    """Run in a process of its own until it is told to end."""
    stop = threading.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):  # first: it may be told to end while it starts
        signal.signal(kind, lambda *_: stop.set())
    ready(data_folder())
    run(stop)


if __name__ == "__main__":
    main()
