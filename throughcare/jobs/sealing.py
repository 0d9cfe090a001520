"""Seal the register every few seconds: `python -m throughcare.jobs.sealing`."""

from __future__ import annotations

import signal
import sys
import threading
from datetime import UTC, datetime

from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready

# How long a row may stand unsealed: what an intruder could change unseen. Our own policy.
SECONDS_BETWEEN_SEALS = 3.0


def run(stop: threading.Event, seconds: float = SECONDS_BETWEEN_SEALS) -> None:
    """Seal until told to stop. A seal that fails is said and tried again: nothing is lost by it."""
    from django.db import Error, connection

    from throughcare.register.actions import seal
    from throughcare.register.signing import signing_key

    key = signing_key(data_folder().keys)
    while not stop.wait(seconds):
        try:
            while seal(at=datetime.now(UTC), key=key) is not None and not stop.is_set():
                pass
        except Error as error:
            print(f"sealing: {error}".strip(), file=sys.stderr, flush=True)
            connection.close()


def main() -> None:
    """Run in a process of its own until it is told to end."""
    stop = threading.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):  # first: it may be told to end while it starts
        signal.signal(kind, lambda *_: stop.set())
    ready(data_folder())
    run(stop)


if __name__ == "__main__":
    main()
