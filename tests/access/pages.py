"""Every page and every call to a program that there is, from the addresses of the service itself.

What stands in an address is filled in from what is known of one file; what is not known is a number
that nobody has. A new room is asked without anybody having to think of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final
from uuid import UUID

from django.urls import URLResolver

from throughcare.config.urls import urlpatterns

NOBODY: Final = UUID(int=0x42, version=4)
Known = Mapping[str, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page by the name that its address has, and one way there."""

    name: str
    way: str

    @property
    def of_api(self) -> bool:
        """Whether it answers a program."""
        return self.name.startswith("api-")


def every_page(known: Known) -> list[Page]:
    """Every address once for each value that is known of what stands in it.

    A value is looked for under the name of the page (`plan_goal.row_id`), of the room
    (`plan_*.row_id`), then of the part of the address (`row_id`).
    """
    return [
        Page(name, "/" + way)
        for name, route, parts in _addresses(urlpatterns, "")
        if name
        for way in _ways(name, route, parts, known)
    ]


def nameless() -> list[str]:
    """The addresses that have no name; `every_page` cannot tell them apart."""
    return [route for name, route, _parts in _addresses(urlpatterns, "") if not name]


def _addresses(
    patterns: Sequence[Any], before: str
) -> Iterator[tuple[str, str, Sequence[str]]]:  # fmt: skip
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _addresses(one.url_patterns, route)
        else:
            yield one.name or "", route, list(one.pattern.converters)


def _ways(name: str, route: str, parts: Sequence[str], known: Known) -> Iterator[str]:
    for values in product(*(_values(name, part, known) for part in parts)):
        way = route
        for part, value in zip(parts, values, strict=True):
            before, _mark, after = way.partition(f"{part}>")
            way = f"{before[: before.rindex('<')]}{value}{after}"
        yield way


def _values(name: str, part: str, known: Known) -> Sequence[object]:
    room = name.partition("_")[0]
    for key in (f"{name}.{part}", f"{room}_*.{part}", part):
        if key in known:
            return known[key]
    return (NOBODY,)
