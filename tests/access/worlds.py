"""The worlds behind walls, one in each line: who reads there, and what may be written there.

A world is a compartment whose records leave no sign anywhere outside it. A new one is a function
that gives something to write, drawn by chance, and a line in WORLDS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from re import Pattern
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from tests.access.test_psychology_wall import drafts
from tests.casework.assessment.made_assessment import psychologist
from tests.casework.chaplaincy.made import chaplain
from tests.casework.intelligence.made import DAY, answered, officer, report, said, shared
from tests.casework.safety.made import DIRECTOR
from tests.staff import see_no_rows, written
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy import actions as of_faith
from throughcare.casework.chaplaincy.models import Request, Wish
from throughcare.casework.intelligence import actions

SECRET: Final = "the hidden word"
NEW_YEAR: Final = DIRECTOR.posts[0].period.begins
WING: Final = Viewer(964, posts=(HeldPost(Role.SECURITY_OFFICER, "north", Period(NEW_YEAR, None)),))
_RATERS: Final = (9471, 9472)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """`readers`: the roles that read there in full, who are not asked. `own_pages`: by a letter of
    the matrix, the pages, by the name of their address, that are a door of the world for whoever
    has that letter. `told`: by a letter, what a page says of the world on purpose, and no more.
    `ruled`: rules ask for what is written there, so that the engine is told of it, and nobody else.
    """  # fmt: skip

    code: str
    readers: frozenset[str]
    own_pages: Mapping[str, Sequence[str]]
    prepare: Callable[[UUID], object]
    write: Callable[[UUID, Sequence[int]], None]
    told: Mapping[str, Mapping[str, Pattern[str]]] = field(default_factory=dict)
    ruled: bool = False


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
    """Two raters, certified before anything is looked at; of age the file says already."""
    for one in _RATERS:
        psychologist(person, one)
    see_no_rows()


def psychology(person: UUID, drawn: Sequence[int]) -> None:
    """What two raters may write before anything is approved."""
    for write in drafts(person, Random(sum(drawn)), _RATERS):
        write()


def _religion_ready(person: UUID) -> None:
    chaplain(person)
    see_no_rows()


def religion(person: UUID, drawn: Sequence[int]) -> None:
    """Requests, visits, services, and wishes that are ended again, in a drawn order."""
    at, by = timezone.now(), chaplain(person)
    on: dict[str, Any] = {"by": by, "at": at, "person_id": person}
    wishes: list[Wish] = []
    before, services = 0, set[int]()
    asked: Request | None = None
    for number in drawn:
        when = at - timedelta(minutes=number + 1)
        what = number % 5
        if what == 0:
            asked = of_faith.ask_for(**on, faith=SECRET, asked_at=when)
        elif what == 1:
            answers = asked.id if asked is not None and asked.asked_at <= when else None
            of_faith.offer_visit(
                **on, kind=("visit", "counselling")[number % 2], offered_at=when,
                outcome=("held", "declined")[number % 2], request_id=answers,
            )  # fmt: skip
        elif what == 2 and number not in services:
            services.add(number)  # one service is written once
            of_faith.hold_service(by=by, at=at, person_ids=[person], faith=SECRET, held_at=when)
        elif what in (2, 3) or not wishes:
            if what != 2 and not wishes:
                before += 1  # the same wish is not said twice of one time
                said = f"{SECRET} {before}"
                wishes.append(of_faith.wish(**on, kind="services", since=when, faith=said))
        else:
            of_faith.end_wish(by=by, at=at, wish_id=wishes.pop().id, until=at)
    # Last, as nobody is visited against it.
    of_faith.wish(**on, kind="no_visits", since=at)
    see_no_rows()


# Whoever reads intelligence in short learns at a board that is open how many items wait for the
# written answer of the officer (ADR 0046): the number, at its section and beside its two forms, and
# nothing else.
_BESIDE: Final = re.compile(r"<p>Items that wait for a written answer: <bdi>\d+</bdi></p>")
_NUMBER: Final = {
    "classification": re.compile(
        r"<p><strong>Items that wait for a written answer: \d+</strong></p>"
    ),
    "board_minutes": _BESIDE, "level_sign": _BESIDE,
}  # fmt: skip

WORLDS: Final = (
    World(
        code="INT", readers=frozenset({"intelligence_officer"}),
        own_pages={"x": ("statements", "intelligence_officer")}, told={"x": _NUMBER},
        prepare=_intelligence_ready, write=intelligence,
    ),
    World(
        code="PSY", readers=frozenset({"psychologist", "npm_inspector"}), own_pages={},
        prepare=_psychology_ready, write=psychology,
    ),
    World(
        code="REL", readers=frozenset({"chaplain", "prisoner"}), own_pages={},
        prepare=_religion_ready, write=religion, ruled=True,
    ),
)  # fmt: skip
