"""The brief of a meeting shows of each compartment what a post of its reader opens, and no more.

For every role of the matrix, within reach and beyond it, and for whoever holds two posts at once.
Every room has written a mark in the file. A mark that is closed to the reader stands nowhere in the
brief; one that is open stands there. Words of rooms that have no section stand there for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, count
from typing import Any, Final
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from tests.access.custody_cast import FEUDS, NAMES, cast_of, court
from tests.access.full_file import ALIAS, Rows, assessed, filled, informed, mark, pastoral
from tests.access.read_apart import LETS, ROLES, shown
from tests.api.made import NEW_YEAR
from tests.staff import written
from tests.standards.properties.running import SLOW
from tests.web.arrival import let_in
from throughcare.access.models import Account
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.team.rules import sitting_roles
from throughcare.web.team.brief import SECTIONS, brief_of

pytestmark = pytest.mark.django_db

# How many entries there are of two months ago: none, by the month; no other section has a month.
OBSERVED: Final = date_format(timezone.now() - timedelta(days=62), "YEAR_MONTH_FORMAT")
# By section: the compartment and the letter of the matrix that open it, and what it then shows.
OPENS: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "identity": ("ID", "x", (NAMES["mine"], mark("safety"))),
    "legal": ("SEN", "x", ("Sentenced, appeal pending", "Day of release")),
    "plan": ("PLN", "x", ()),
    "decisions": ("PLN", "r", (mark("task"),)),
    "own_tasks": ("PLN", "x", ()),
    "level": ("PLN", "r", ("Security level", "Medium")),
    "spoken": ("PLN", "r", ("The person was there and spoke",)),
    "limits": ("DIS", "r", ("Alone in a segregation unit", "Contact with others")),
    "programmes": ("PRG", "r", (mark("course"),)),
    "observations": ("PRG", "r", (OBSERVED,)),
    "statements": ("INT", "x", ("/statements",)),
    "shared": ("PSY", "x", (mark("formulation"), mark("strengths"), mark("gaps"), mark("advice"))),
}
# What a reading in full adds within a section that opens in short.
IN_FULL: Final = {"plan": ("PLN", mark("step"))}
# What no brief shows to anybody.
NEVER: Final = (
    court("mine"), FEUDS["mine"], mark("health"), mark("discipline"), mark("incident"),
    mark("separation"), mark("restriction"), mark("observation"), mark("work"), mark("referral"),
    mark("level"), mark("family"), mark("minutes"), mark("religion"), mark("intelligence"),
    mark("statement"), mark("raw psychology"), mark("contact"), mark("note"), ALIAS,
)  # fmt: skip
# Beside the role's own post: nothing of this person is within its reach.
FAR: Final = "south"
_ALONE: Final = {"prisoner", "family", "system_administrator"}  # they hold no second post
NUMBERS: Final = count(9100)


@dataclass(frozen=True)
class Reader:
    """Somebody with one post or two at the person's prison, or far from it."""

    viewer: Viewer
    roles: tuple[str, ...]
    near: bool

    def lets(self, code: str) -> str:
        """What the cells of the posts let together in this file, read from the YAML alone."""
        return "".join(
            LETS[ROLES[role][code][0]] for role in self.roles
            if self.near or ROLES[role][code][-1] == "F"
        )  # fmt: skip


@pytest.fixture
def file(settings: Any) -> tuple[UUID, Rows, Mapping[str, Reader]]:
    """A file that every room has written in, and one reader near it for each role."""
    settings.SECOND_FACTOR_FOR = frozenset()
    person = cast_of("hq_analyst").people["mine"]
    near = {role: _reader(person, role) for role in ROLES}
    staff = [near[role.value].viewer for role in sitting_roles()]
    short = [one for one in staff if ROLES[one.posts[0].role.value]["PLN"][0] == "x"]
    rows = filled(person, steps=short, tasks=short)
    assessed(person)
    informed(person)
    pastoral(person)
    return person, rows, near


def _reader(person: UUID, *roles: str, near: bool = True) -> Reader:
    since, own = Period(NEW_YEAR, None), "prisoner" in roles
    assigned = () if own or not near else tuple(
        Assigned(Role(one), person, since) for one in roles
    )  # fmt: skip
    posts = tuple(HeldPost(Role(one), "north" if near else FAR, since) for one in roles)
    viewer = Viewer(
        next(NUMBERS), posts=posts, assigned=assigned, person=person if own and near else None
    )
    return Reader(written(viewer), roles, near)


def _everybody(person: UUID, near: Mapping[str, Reader]) -> Iterator[Reader]:
    """Every role near and far, and every pair of posts; in the usual run a part of the pairs."""
    yield from near.values()
    for role in ROLES:
        yield _reader(person, role, near=False)
    pairs = list(combinations(sorted(set(ROLES) - _ALONE), 2))
    for pair in pairs if SLOW else pairs[::9]:
        yield _reader(person, *pair)


def test_every_section_of_a_brief_has_its_mark_here() -> None:
    said = {one.name: (one.code.value, "x" if "redacted" in one.act.name.lower() else "r")
            for one in SECTIONS}  # fmt: skip
    assert said == {name: (code, letter) for name, (code, letter, _words) in OPENS.items()}


def test_a_brief_shows_what_a_post_of_its_reader_opens_and_not_a_word_more(
    file: tuple[UUID, Rows, Mapping[str, Reader]],
) -> None:
    person, _rows, near = file
    for reader in _everybody(person, near):
        parts = brief_of(reader.viewer, person, at=timezone.now())
        told = (reader.roles, "near" if reader.near else "far")
        words = {
            part.name: " ".join(f"{label} {text}" for label, text in part.lines) for part in parts
        }
        whole = " ".join(words.values())
        opened = {name for name, (code, letter, _w) in OPENS.items() if letter in reader.lets(code)}
        assert set(words) == opened, told
        for name, (_code, _letter, marks) in OPENS.items():
            for one in marks:
                assert (one in words.get(name, "")) == (name in opened), (told, name, one)
                assert name in opened or one not in whole, (told, name, one)
        for name, (code, one) in IN_FULL.items():
            assert (one in words.get(name, "")) == (one in whole), (told, name)
            assert (one in whole) == ("r" in reader.lets(code)), (told, name, one)
        for one in NEVER:
            assert one not in whole, (told, one)


def test_a_plan_in_short_shows_the_own_step_and_the_own_task_alone(
    file: tuple[UUID, Rows, Mapping[str, Reader]],
) -> None:
    person, _rows, near = file
    staff = [near[role.value] for role in sitting_roles()]
    short = [one for one in staff if ROLES[one.roles[0]]["PLN"][0] == "x"]
    assert len(short) > 3
    for reader in near.values():
        parts = brief_of(reader.viewer, person, at=timezone.now())
        whole = " ".join(f"{label} {text}" for part in parts for label, text in part.lines)
        for one in short:
            mine = one is reader or "r" in reader.lets("PLN")
            number = one.viewer.account
            for what in ("step", "task"):
                assert (mark(f"a {what} of {number}.") in whole) == mine, (reader.roles, one.roles)


def test_the_page_is_for_members_of_the_team_alone_and_says_what_the_brief_says(
    file: tuple[UUID, Rows, Mapping[str, Reader]],
) -> None:
    person, rows, near = file
    way = f"/team/meetings/{rows['meeting_id']}/brief/{person}"
    for role, reader in near.items():
        client = let_in(Client(), Account.objects.get(pk=reader.viewer.account))
        answer = client.get(way)
        words = shown(answer)
        assert (answer.status_code == 200) == (Role(role) in sitting_roles()), role
        for name, (code, letter, marks) in OPENS.items():
            opens = answer.status_code == 200 and letter in reader.lets(code)
            for one in (f'id="{name}"', *marks):
                assert (one in words) == opens, (role, name, one)
        for one in NEVER:
            assert one not in words, (role, one)


def test_a_member_reads_no_brief_of_somebody_beyond_the_own_files(
    file: tuple[UUID, Rows, Mapping[str, Reader]],
) -> None:
    person, rows, _near = file
    way = f"/team/meetings/{rows['meeting_id']}/brief/{person}"
    for role in sorted(one.value for one in sitting_roles()):
        far = _reader(person, role, near=False)
        client = let_in(Client(), Account.objects.get(pk=far.viewer.account))
        answer = client.get(way)
        assert answer.status_code == 404, role
        for one in (*NEVER, *(word for _c, _l, marks in OPENS.values() for word in marks)):
            assert one not in shown(answer), (role, one)
