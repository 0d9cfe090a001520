"""From when until when a status holds: it ends by itself, and nothing is written for that.

Every query, list, alert and search asks here; no other place compares the days of a status.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from django.db.models import Q

from standards.durations import Duration
from standards.instants import from_datetime, to_datetime
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_terms import CONFIRMED

_FILE: Final = Path(__file__).with_name("status.yaml")


@cache
def longest() -> Duration:
    """How long a status may last."""
    held = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Duration(months=int(held["longest"]["months"]))


def last_moment(since: datetime, zone: str) -> datetime:
    """The latest end of a status that begins then, by the clock of the place."""
    return to_datetime(longest().after(from_datetime(since), zone), zone)


def begins(row: Status) -> datetime | None:
    """When it begins to hold: on its day, and not before a second human being confirmed it."""
    if row.state not in CONFIRMED or row.looked_at is None:
        return None
    return max(row.since, row.looked_at)


def ends(row: Status) -> datetime:
    """When it holds no more: by itself, or by somebody's word before that."""
    return row.expires_at if row.ended_at is None else min(row.expires_at, row.ended_at)


def holds_at(row: Status, moment: datetime) -> bool:
    """Whether it holds at the moment, which is in [begins, ends)."""
    since = begins(row)
    return since is not None and since <= moment < ends(row)


def is_over(row: Status, moment: datetime) -> bool:
    """Whether it can hold no more at the moment or after it, confirmed or not."""
    return moment >= ends(row)


def holding(moment: datetime) -> Q:
    """The same as `holds_at`, as a filter of rows."""
    return Q(
        state__in=sorted(CONFIRMED), since__lte=moment, looked_at__lte=moment,
        expires_at__gt=moment,
    ) & (Q(ended_at=None) | Q(ended_at__gt=moment))  # fmt: skip
