"""The way back: only to a page of this service."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_way(request: HttpRequest, way: str) -> str:
    """`way` when it leads to this service, otherwise the first page."""
    hosts = {request.get_host()}
    fits = url_has_allowed_host_and_scheme(way, hosts, require_https=request.is_secure())
    return way if fits else "/"
