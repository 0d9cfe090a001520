"""A request as every page behind the door receives it: with its viewer and its moment."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from throughcare.access.question import Viewer


class Request(HttpRequest):
    """Of somebody who has signed in. `at` is the one moment of the request, in UTC."""

    viewer: Viewer
    at: datetime
