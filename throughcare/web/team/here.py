"""In which prison's team the viewer is, and what its members are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from throughcare.access.errors import NotThere
from throughcare.access.queries import account_names, posts_at
from throughcare.casework.team.house import posts_in_teams
from throughcare.casework.team.rules import sits_as, sitting_roles
from throughcare.casework.team.team_terms import Seat
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

# By office: the account as it is typed, and its name.
Members = Mapping[Seat, Sequence[tuple[str, str]]]


def houses(request: Request, *, write: bool = False) -> Sequence[tuple[str, str]]:
    """The prisons where the viewer sits in the team, by code and name. Raises NotThere."""
    posts = posts_in_teams(request.viewer, at=request.at, write=write)
    codes = list(dict.fromkeys(post.establishment for post in posts))
    if not codes:
        raise NotThere
    names = names_of_places(codes)
    return [(code, names.get(code, code)) for code in codes]


def house_here(request: Request, *, write: bool = False) -> str:
    """The prison that is asked for, else the first. Raises NotThere."""
    codes = [code for code, _name in houses(request, write=write)]
    asked = request.GET.get("at", "")
    return asked if asked in codes else codes[0]


def members_at(establishment: str, *, at: datetime) -> Members:
    """Each office with those who may sit in it, by name; an office that nobody holds is empty."""
    posts = list(posts_at(establishment, at=at).values_list("role", "account"))
    names = account_names([account for _role, account in posts])
    return {
        office: sorted(
            {
                (str(account), names[account]) for role, account in posts
                if role in sits_as(office) and account in names
            },
            key=lambda one: (one[1], one[0]),
        )
        for office in Seat
    }  # fmt: skip


def owners_at(establishment: str, *, at: datetime) -> Sequence[tuple[str, str]]:
    """Everybody who may be given a task there now, by name."""
    roles = {role.value for role in sitting_roles()}
    held = posts_at(establishment, at=at).filter(role__in=roles).values_list("account", flat=True)
    names = account_names(list(held))
    return sorted(
        ((str(one), name) for one, name in names.items()), key=lambda one: (one[1], one[0])
    )
