"""What the list of the morning is asked for: in the address, and kept for this session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from throughcare.access.errors import NotThere
from throughcare.duties.queries import Wanted, oversees
from throughcare.duties.queries.morning import WHENS
from throughcare.duties.rules import rulebook
from throughcare.web.request import Request

KEPT: Final = "morning"
PERSON, KIND = "person", "kind"
_ASKED: Final = ("at", "when", "kind", "mine", "by")
_MOST_PAGES: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Place, part of the week, rule, only what the viewer may cure, grouping, page."""

    place: str
    when: str = ""
    rule: str = ""
    mine: bool = True
    by: str = PERSON
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        """As the query is asked."""
        return Wanted(when=self.when, rule=self.rule, mine=self.mine)

    @property
    def way(self) -> str:
        """The address of the list as it is asked for here."""
        asked = {
            "at": self.place, "when": self.when, "kind": self.rule,
            "mine": "1" if self.mine else "0", "by": self.by,
        }  # fmt: skip
        pages = {"page": str(self.page)} if self.page > 1 else {}
        return f"/morning?{urlencode({**asked, **pages})}"

    def turned(self, **other: object) -> Filter:
        """The same with something else, from its first page on."""
        return replace(self, **{"page": 1, **other})  # type: ignore[arg-type]


def is_asked(request: Request) -> bool:
    """Whether the address asks for anything."""
    return any(name in request.GET for name in (*_ASKED, "page"))


def filter_of(request: Request, places: Sequence[str]) -> Filter:
    """What the address asks for, or what was asked for last where it asks for nothing.

    A place that is not the viewer's, a part or a rule that is none: there is no such list. Raises
    NotThere.
    """
    usual = usual_of(request, places)
    if is_asked(request):
        found = _read(request.GET.dict(), usual, places)
        _keep(request, found, usual)
        return found
    try:
        return _read(request.session.get(KEPT) or {}, usual, places)
    except NotThere:  # a post or a rule that is no more
        del request.session[KEPT]
        return usual


def usual_of(request: Request, places: Sequence[str]) -> Filter:
    """The list where nothing is asked for: whoever watches others sees all, others their own."""
    return Filter(place=places[0], mine=not oversees(request.viewer, at=request.at))


def _read(asked: Mapping[str, str], usual: Filter, places: Sequence[str]) -> Filter:
    place, mine = asked.get("at", "") or usual.place, asked.get("mine", "")
    when, rule = asked.get("when", ""), asked.get("kind", "")
    by = asked.get("by", "") or usual.by
    known = (
        place in places and when in ("", *WHENS) and by in (PERSON, KIND)
        and (not rule or rule in rulebook().entries) and mine in ("", "0", "1")
    )  # fmt: skip
    if not known:
        raise NotThere
    return Filter(
        place=place, when=when, rule=rule, by=by, page=_page(asked.get("page", "1")),
        mine=mine == "1" if mine else usual.mine,
    )  # fmt: skip


def _keep(request: Request, found: Filter, usual: Filter) -> None:
    """Remember what was asked for, where it is not the usual."""
    plain = replace(found, page=1)
    if plain == usual:
        request.session.pop(KEPT, None)
        return
    said = {
        "at": found.place, "when": found.when, "kind": found.rule, "by": found.by,
        "mine": "1" if found.mine else "0",
    }  # fmt: skip
    if request.session.get(KEPT) != said:
        request.session[KEPT] = said


def _page(said: str) -> int:
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0
    if not 1 <= number <= _MOST_PAGES:
        raise NotThere
    return number
