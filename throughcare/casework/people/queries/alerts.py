"""The alerts that are active at a moment: raised by then, not expired, not ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from throughcare.casework.people.models import Alert


def active_alerts(persons: Iterable[UUID], *, at: datetime) -> list[Alert]:
    """Those of these files, the oldest first. Only for a full reader: asks nobody."""
    raised = Alert.objects.filter(active_at(at), person__in=list(persons))
    return list(raised.order_by("raised_at"))


def active_at(at: datetime) -> Q:
    """What is true of an alert that is active."""
    standing = Q(ended_at=None) | Q(ended_at__gt=at)
    return Q(raised_at__lte=at, expires_at__gt=at) & standing
