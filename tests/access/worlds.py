"""The worlds behind walls, one in each line: who reads there, and what may be written there.

A world is a compartment whose records leave no sign anywhere outside it. A new one is a function
that gives something to write, drawn by chance, and a line in WORLDS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final
from uuid import UUID

from django.utils import timezone

from tests.access.test_psychology_wall import drafts
from tests.casework.intelligence.made import DAY, answered, officer, report, said, shared
from tests.casework.safety.made import ADMISSIONS, DIRECTOR, of_age
from tests.staff import see_no_rows, written
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.intelligence import actions

SECRET: Final = "the hidden word"
NEW_YEAR: Final = DIRECTOR.posts[0].period.begins
WING: Final = Viewer(964, posts=(HeldPost(Role.SECURITY_OFFICER, "north", Period(NEW_YEAR, None)),))
Write = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """`readers`: the roles that read there in full, who are not asked. `own_pages`: by a letter of
    the matrix, the pages that are a door of the world for whoever has that letter.
    """  # fmt: skip

    code: str
    readers: frozenset[str]
    own_pages: Mapping[str, Sequence[str]]
    prepare: Callable[[UUID], object]
    write: Callable[[UUID, Sequence[int]], None]


def _intelligence_ready(person: UUID) -> None:
    for one in (DIRECTOR, WING):
        written(one)
    officer()
    actions.appoint(
        by=DIRECTOR, at=timezone.now(), establishment="north", account=officer().account, ends=None
    )


def intelligence(person: UUID, drawn: Sequence[int]) -> None:
    """Reports added, shared, answered, reviewed, withdrawn, deleted, ended, in a drawn order."""
    items: list[UUID] = []
    words = dict.fromkeys(("raw", "sanitised", "action", "necessity"), SECRET)
    for number in drawn:
        at, by = timezone.now(), officer()
        what = number % 8
        if what in (0, 1) or not items:
            items.append(report(person, by=WING if what else by, **words))
        elif what == 2:
            shared(items[-1], text=SECRET, decision=SECRET, confirmed=True)
        elif what == 3:
            answered(items[-1], why=SECRET)
        elif what == 4:
            actions.keep(by=by, at=at, item=items[-1], review_at=at + 9 * DAY, why=SECRET)
        elif what == 5:
            actions.delete(by=by, at=at, item=items.pop(), why=SECRET)
        elif what == 6:
            row = shared(items[-1], text=SECRET, confirmed=True)
            actions.withdraw(by=by, at=timezone.now(), statement_id=row.first)
        else:
            past = at - timedelta(days=40)
            over = {"review_at": past + DAY, "expires_at": past + 2 * DAY}
            actions.write_report(by=by, at=past, person_id=person, **said(**words, **over))
            actions.destroy_ended(at=at)
        actions.note_left_open(at=timezone.now())


def _psychology_ready(person: UUID) -> None:
    for one in (ADMISSIONS, DIRECTOR):
        written(one)
    of_age(person, "1985-05-05", at=timezone.now())
    see_no_rows()


def psychology(person: UUID, drawn: Sequence[int]) -> None:
    """What two raters may write before anything is approved."""
    for write in drafts(person, Random(sum(drawn))):
        write()


WORLDS: Final = (
    World(
        code="INT", readers=frozenset({"intelligence_officer"}),
        own_pages={"x": ("/people/{0}/statements", "/intelligence/officer")},
        prepare=_intelligence_ready, write=intelligence,
    ),
    World(
        code="PSY", readers=frozenset({"psychologist", "npm_inspector"}), own_pages={},
        prepare=_psychology_ready, write=psychology,
    ),
)  # fmt: skip
