"""A board of classification at work by its forms."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.casework.custody.made import with_status
from tests.web.arrival import let_in
from tests.web.assessment.made import Staff, this_minute
from tests.web.people.made import Browser, Somebody
from tests.web.safety.made import DAY, wall
from throughcare.casework.assessment.models import Appeal, Board, Classification


class Bench(Staff):
    """The case staff, and the addresses and words of the section Classification."""

    clock: pytest.MonkeyPatch

    def later(self, time: timedelta) -> None:
        """So much time goes by, and everybody signs in again."""
        self.now += time
        moment = self.now
        self.clock.setattr(timezone, "now", lambda: moment)
        for one in vars(self).values():
            if isinstance(one, Somebody):
                one.client = let_in(Browser(), one.account)

    def at(self, rest: str = "") -> str:
        """An address of the section."""
        return f"/people/{self.file.id}/custody/classification{rest}"

    def call(self, by: Somebody | None = None, **more: Any) -> None:
        """A board is called together, and meets now."""
        said = {
            "trigger": "first", "why": "He was received and has no level yet.",
            "meets_at": this_minute(),
        }  # fmt: skip
        self.sent(by or self.manager, "/call", **{**said, **more})

    def sentenced(self, person: UUID | None = None) -> None:
        """A final judgement: the first board is called for."""
        with_status(person or self.file.id, "sentenced", at=self.now)

    def board(self) -> UUID:
        """The id that the addresses of the open board have."""
        first: UUID = self.row(Board).first
        return first

    def level(self) -> UUID:
        """The id that the addresses of the only minutes have."""
        first: UUID = self.row(Classification).first
        return first

    def appeal(self) -> UUID:
        """The id that the addresses of the only appeal have."""
        first: UUID = self.row(Appeal).first
        return first

    def minutes(self, **more: Any) -> dict[str, Any]:
        """Sound minutes as they are typed: a board of three professions and four people."""
        said = {
            "decided_at": this_minute(), "wish": "He wishes to work outside.",
            "seat_director": f"director:{self.director.account.pk}",
            "seat_case_manager": f"case_manager:{self.second.account.pk}",
            "seat_psychologist": f"psychologist:{self.psychologist.account.pk}",
            "dissent_psychologist": "Low would be enough.",
            "weighs_conduct": "less", "facts_conduct": "He keeps to the hours.",
            "weighs_escape": "more", "facts_escape": "In March he climbed the inner fence.",
            "level": "medium", "reasons": "One attempt, and good conduct since.",
            "lower_why": "The lower wing has no inner fence.",
            "review_at": in_tunis(self.now + 90 * DAY),
        }  # fmt: skip
        return {**said, **more}

    def minuted(self, **more: Any) -> str:
        """Called and written down, waiting for another member; the address of the minutes."""
        self.call()
        self.sent(self.manager, f"/{self.board()}/minutes", **self.minutes(**more))
        return f"/{self.level()}"

    def classified(self, **more: Any) -> str:
        """A level that holds; its address."""
        way = self.minuted(**more)
        self.sent(self.second, f"{way}/sign", right="yes", why="So it was said.")
        return way


def in_tunis(moment: datetime) -> str:
    """By the clock on the wall of the north."""
    return wall(moment.astimezone(ZoneInfo("Africa/Tunis")))
