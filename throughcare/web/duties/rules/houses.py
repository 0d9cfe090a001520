"""For which establishment the numbers are: the one asked for, or the first with numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughcare.access.errors import NotThere
from throughcare.duties.queries.by_rule import houses_with_numbers
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Houses:
    """The establishments to choose from, by their names, and the one that is shown, if any."""

    names: Mapping[str, str]
    here: str

    @property
    def name(self) -> str:
        """What the establishment is called."""
        return self.names.get(self.here, "")

    @property
    def several(self) -> bool:
        """Whether there is a choice."""
        return len(self.names) > 1


def houses_of(request: Request) -> Houses:
    """Those with numbers for this viewer. Raises NotThere where another one is asked for."""
    return chosen(request, houses_with_numbers(request.viewer, at=request.at))


def chosen(request: Request, known: Sequence[str]) -> Houses:
    """Of these establishments the one asked for by `at`, or one of the viewer's own posts."""
    asked = request.GET.get("at", "")
    if asked and asked not in known:
        raise NotThere
    held = [post.establishment for post in request.viewer.posts if post.period.holds(request.at)]
    own = [one for one in held if one in known]
    here = asked or next(iter([*own, *known]), "")
    return Houses(names=names_of_places(known), here=here)
