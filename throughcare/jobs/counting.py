"""Count by night how far raters agree: `python -m throughcare.jobs.counting`.

The libraries take seconds to load and a coefficient a quarter of a second, so no page counts
(ADR 0035). After a new installation it counts at once, so that the page has something to show.
"""

from __future__ import annotations

import signal
import sys
import threading
from datetime import UTC, datetime

from throughcare.cluster.folder import data_folder
from throughcare.config.ready import ready

# How often it looks whether a night has begun. Our own choice.
SECONDS_BETWEEN = 300.0


def run(stop: threading.Event, seconds: float = SECONDS_BETWEEN) -> None:
    """Count until told to stop. What fails is said and tried again: the old figures still stand."""
    from django.db import Error, connection

    from throughcare.errors import BadInput

    while True:
        try:
            once()
        except (Error, BadInput) as error:
            print(f"counting: {error}".strip(), file=sys.stderr, flush=True)
            connection.close()
        if stop.wait(seconds):
            return


def once() -> None:
    """Count, if nothing was counted since the last night began."""
    from throughcare.casework.assessment.actions import agreement_is_due, count_agreement

    now = datetime.now(UTC)
    if agreement_is_due(at=now):
        count_agreement(at=now)


def main() -> None:
    """Run in a process of its own until it is told to end."""
    stop = threading.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):  # first: it may be told to end while it starts
        signal.signal(kind, lambda *_: stop.set())
    ready(data_folder())
    run(stop)


if __name__ == "__main__":
    main()
