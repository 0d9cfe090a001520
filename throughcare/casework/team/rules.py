"""The numbers and offices of `team.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from standards.durations import Duration
from throughcare.access.terms import Role
from throughcare.casework.team.team_terms import MeetingKind, Seat

_FILE: Final = Path(__file__).with_name("team.yaml")


def spoken_about_every(*, vep: bool) -> Duration:
    """How often somebody is spoken about."""
    said = _read()["frequency"]["vep" if vep else "others"]
    return Duration(months=int(said["months"]))


def release_is_near() -> timedelta:
    """From so long before a release on, the team speaks about it."""
    return timedelta(days=_read()["before_release"]["days"])


def soon() -> timedelta:
    """What is due within this time is proposed for a meeting."""
    return timedelta(days=_read()["soon"]["days"])


def fewest() -> int:
    """With fewer human beings than this there is no team."""
    people: int = _read()["quorum"]["people"]
    return people


def never_without() -> Seat:
    """Without this office there is no team."""
    return Seat(_read()["quorum"]["office"])


def also_for_kind(kind: str) -> frozenset[Seat]:
    """Who sits there too, at a meeting of this kind."""
    said = _read()["also"]["kinds"].get(MeetingKind(kind).value)
    return frozenset({Seat(said)} if said else ())


def also_for_group() -> Mapping[str, Seat]:
    """Who sits there too, by the group that somebody spoken about is of."""
    return {group: Seat(office) for group, office in _read()["also"]["groups"].items()}


def chairs() -> frozenset[Seat]:
    """In which offices somebody may be the chair."""
    return frozenset(Seat(office) for office in _read()["chairs"])


def may_be_silent() -> frozenset[Seat]:
    """Who may sit there and say nothing."""
    return frozenset(Seat(office) for office in _read()["silent"])


def sits_as(office: str) -> frozenset[Role]:
    """The posts that let somebody sit in an office."""
    return frozenset(Role(name) for name in _read()["offices"][Seat(office).value])


def sitting_roles() -> frozenset[Role]:
    """Every role that sits in some office."""
    return frozenset(role for office in Seat for role in sits_as(office))


def office_of(role: Role) -> Seat | None:
    """The first office in which this post lets somebody sit; None where there is none."""
    return next((office for office in Seat if role in sits_as(office)), None)


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
