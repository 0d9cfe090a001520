"""Ask for the timeline of one person with two thousand records, as a browser does.

    .venv/bin/python -m bench.duties.timeline --times 30

The person of this bench, for as many years as it takes. What counts is the ratio to the page behind
the same door that reads no file.
"""

from __future__ import annotations

import argparse
import gc
import json
from typing import TYPE_CHECKING, Final

from bench.duties.run import _figures, _officer, _size, _ten_years, _took
from bench.ground import ground

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

PLAIN: Final = "/what-may-i"
PASSWORD: Final = "a long enough password of a bench"


def main() -> None:
    """Print milliseconds, and the ratio."""
    words = argparse.ArgumentParser(prog="python -m bench.duties.timeline")
    words.add_argument("--times", type=int, default=30)
    words.add_argument("--years", type=int, default=15)
    given = words.parse_args()
    with ground():
        person, client = _ready(given.years)
        ways = {"plain": PLAIN, "timeline": f"/people/{person}/timeline"}
        took = {
            name: _figures([_took(lambda way=way: _open(client, way)) for _ in range(given.times)])
            for name, way in ways.items()
        }
        records, findings = _size(person)
    ratio = round(took["timeline"]["median"] / took["plain"]["median"], 1)
    said = {"records": records, "findings": findings, "ms": took, "times_the_plain_page": ratio}
    print(json.dumps(said, indent=2))


def _ready(years: int) -> tuple[UUID, Client]:
    """The person, judged, and a browser that has signed in as the officer."""
    from django.conf import settings
    from django.test import Client

    from bench.duties import run
    from throughcare.access.models import Account

    settings.ALLOWED_HOSTS = ["*"]
    run.YEARS = years  # type: ignore[misc]
    run.BEGAN = run.NOW - run.timedelta(days=365 * years)  # type: ignore[misc]
    officer = _officer()
    person = _ten_years(officer)
    account = Account.objects.get(pk=officer.account)
    account.set_password(PASSWORD)
    account.save()
    client = Client()
    client.post("/sign-in", {"name": account.name, "password": PASSWORD})
    for way in (PLAIN, f"/people/{person}/timeline"):
        _open(client, way)  # the first one judges
    gc.freeze()  # as the service does once it is loaded (config/wsgi.py)
    return person, client


def _open(client: Client, way: str) -> None:
    answer = client.get(way)
    assert answer.status_code == 200, f"{way} answered {answer.status_code}"


if __name__ == "__main__":
    main()
