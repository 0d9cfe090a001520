"""Forget what has ended in the room of intelligence: `python -m throughcare.jobs.forgetting`.

Nobody reads it from the instant of its end; here its words are destroyed, and who was released
while something was not answered is noted. `--lock-anew` encrypts all under the newest key, once.
"""

from __future__ import annotations

import signal
import sys
import threading
from datetime import UTC, datetime

from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready

# How long words may stand that nobody can read any more: our own choice.
SECONDS_BETWEEN = 60.0


def run(stop: threading.Event, seconds: float = SECONDS_BETWEEN) -> None:
    """Forget until told to stop. What fails is said and tried again."""
    from django.db import Error, connection

    while True:
        try:
            once()
        except Error as error:
            print(f"forgetting: {error}".strip(), file=sys.stderr, flush=True)
            connection.close()
        if stop.wait(seconds):
            return


def once() -> None:
    """Destroy what has ended, and note who left with something open."""
    from throughcare.casework.intelligence.actions import destroy_ended, note_left_open

    now = datetime.now(UTC)
    note_left_open(at=now)
    destroy_ended(at=now)


def lock_anew() -> int:
    """Encrypt everything under the newest key; how many texts. Raises NoKey."""
    from throughcare.casework.intelligence.actions import lock_anew as again

    return again(at=datetime.now(UTC))


def main() -> None:
    """Run in a process of its own until it is told to end, or lock everything anew."""
    if "--lock-anew" in sys.argv[1:]:
        ready(data_folder(), as_owner=True)
        print(f"locked anew: {lock_anew()}")
        return
    stop = threading.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):  # first: it may be told to end while it starts
        signal.signal(kind, lambda *_: stop.set())
    ready(data_folder())
    run(stop)


if __name__ == "__main__":
    main()
