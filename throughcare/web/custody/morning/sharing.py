"""Places that hold too many, and people who lie together and may not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.sharing_rules import TITLES
from throughcare.web.custody.morning.section import Morning, Row, Section, open_to
from throughcare.web.people.shown.places import names_of_places


def over_capacity(morning: Morning) -> Section | None:
    """The places here that hold more people than they are certified for, the most first."""
    request, place = morning.request, morning.place
    if place is None:
        return None
    found = open_to(lambda: queries.over_capacity(request.viewer, place, at=request.at))
    if found is None:
        return None
    names = names_of_places(one.path for one in found)
    rows = [
        Row(
            said=_("%(people)s people, certified for %(capacity)s")
            % {"people": one.people, "capacity": one.capacity},
            label=names.get(one.path, one.path), way=f"/places/{one.path}",
        )
        for one in found
    ]  # fmt: skip
    return Section(
        key="over-capacity", title=_("Over capacity"), rows=rows, way=f"/places/{place}",
        why=_("Each place is certified for a number of people (Rules 12 and 13)."),
    )  # fmt: skip


def sharing_conflicts(morning: Morning) -> Section | None:
    """Who lies together here and may not; of some, only that they may not."""
    request, place = morning.request, morning.place
    if place is None:
        return None
    found = open_to(lambda: queries.sharing_conflicts(request.viewer, place, at=request.at))
    if found is None:
        return None
    names = names_of_places(one.within for one in found)
    rows = [
        Row(
            said=TITLES[one.kind], label=names.get(one.within, one.within),
            way=f"/places/{one.within}",
        )
        for one in found
    ]  # fmt: skip
    return Section(
        key="sharing", title=_("Who may not share lies together"), rows=rows,
        way=f"/places/{place}/sharing", why=_("Categories are kept apart (Rule 11)."),
    )  # fmt: skip
