"""The addresses of the interface for machines, each behind its door."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from throughcare.api.door import guarded, nothing
from throughcare.api.operations.files import SEARCH
from throughcare.api.service import API

_OPERATIONS = [one for one in API.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]

urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(
            f"v1/{one.pattern}",
            guarded(one.callback, only_reads=one.name == SEARCH),
            name=f"api-{one.name}",
        )
        for one in _OPERATIONS
    ),
    re_path("", guarded(nothing, only_reads=True)),
]
