"""A request as every operation receives it: with its token, its viewer and its moment."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from throughcare.access.question import Viewer
from throughcare.api.queries import Opened


class Call(HttpRequest):
    """Of a machine whose token opens. `at` is the one moment of the request, in UTC."""

    opened: Opened
    viewer: Viewer
    at: datetime
