"""What is wrong with the service above its database: tables, clock, port. Then the whole list."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from throughcare.cluster import doctor as cluster
from throughcare.cluster.doctor import Check
from throughcare.cluster.errors import CannotReach
from throughcare.cluster.folder import DataFolder
from throughcare.config.database import given_server
from throughcare.config.ready import ready
from throughcare.config.starting import check_port
from throughcare.errors import BadInput

SECONDS_TO_ANSWER: Final = 2.0
_NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def examine(folder: DataFolder, *, host: str, port: int, at: datetime) -> Iterator[Check]:
    """From the machine up to the pages. What cannot be looked at any more is left out."""
    below: list[Check] = []
    for check in _below(folder):
        below.append(check)
        yield check
    if all(check.fine or check.what == "Disk" for check in below):
        ready(folder)
        tables = examine_tables()
        yield tables
        if tables.fine:
            yield examine_clock(at=at)
    yield examine_port(host, port)


def _below(folder: DataFolder) -> Iterator[Check]:
    try:
        given = given_server()
    except CannotReach as refusal:
        yield Check("Server", False, refusal.what, refusal.remedy)
        return
    if given is None:
        yield from cluster.examine(folder)
    else:
        yield from cluster.examine_given(folder, given)


def examine_tables() -> Check:
    """Are the tables those of this program? Django must be ready."""
    from throughcare.config.migrating import standing

    found = standing()
    if found.unknown:
        said = f"made by a newer program: {', '.join(found.unknown)} is not known here"
        return Check("Tables", False, said, "install the newer program: git pull, make install")
    if found.pending:
        many = len(found.pending)
        said = f"{many} step{'' if many == 1 else 's'} behind the program, next {found.pending[0]}"
        return Check("Tables", False, said, cluster.START)
    return Check("Tables", True, "up to date")


def examine_clock(*, at: datetime) -> Check:
    """Is it now at least as late as when something was last recorded? Django must be ready."""
    from throughcare.register.queries import last_recorded_at

    last = last_recorded_at()
    if last is None or last <= at:
        return Check("Clock", True, f"{at:%Y-%m-%d %H:%M} UTC")
    said = (
        f"it says {at:%Y-%m-%d %H:%M} UTC, but the register was last written at "
        f"{last:%Y-%m-%d %H:%M} UTC: what is recorded now would stand before what was done earlier"
    )
    remedy = "set the clock of the machine (timedatectl set-ntp true), then start again"
    return Check("Clock", False, said, remedy)


def examine_port(host: str, port: int) -> Check:
    """Is the port free, or is it Throughcare that answers there?"""
    try:
        check_port(host, port)
    except BadInput as refusal:
        if _answers(host, port):
            return Check("Port", True, f"Throughcare answers at http://{host}:{port}/")
        return Check("Port", False, refusal.what, refusal.remedy)
    return Check("Port", True, f"{port} is free")


def _answers(host: str, port: int) -> bool:
    try:
        with _NO_PROXY.open(f"http://{host}:{port}/health", timeout=SECONDS_TO_ANSWER) as answer:
            return bool(answer.read() == b"ok\n")
    except (OSError, urllib.error.URLError, ValueError):  # another program, in its own words
        return False
