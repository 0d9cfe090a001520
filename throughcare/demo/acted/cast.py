"""Who acts: accounts of the home prison, with the cases that they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from throughcare.access.actions.cases import assign
from throughcare.access.models import Account, CaseAssignment
from throughcare.access.queries import viewer_of
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Role
from throughcare.demo.country import Country
from throughcare.demo.staff import Member

DAY: Final = timedelta(days=1)
# Long enough ago for a course of all steps, and for a level to come near its review.
BEGAN: Final = 150 * DAY
_WHY: Final = "The case is theirs from today."
# By the part that somebody plays: the post, and which of those who hold it there.
_PARTS: Final = {
    "director": (Role.PRISON_DIRECTOR, 0), "security": (Role.SECURITY_OFFICER, 0),
    "manager": (Role.CASE_MANAGER, 0), "colleague": (Role.CASE_MANAGER, 1),
    "third": (Role.CASE_MANAGER, 2),
    "psychologist": (Role.PSYCHOLOGIST, 0), "rater": (Role.PSYCHOLOGIST, 1),
    "approver": (Role.PSYCHOLOGIST, 2),
    "womens_officer": (Role.WOMENS_UNIT_OFFICER, 0),
    "juvenile": (Role.JUVENILE_SPECIALIST, 0), "probation": (Role.PROBATION_OFFICER, 0),
    "teacher": (Role.TEACHER_INSTRUCTOR, 0), "chaplain": (Role.CHAPLAIN, 0),
    "nurse": (Role.PHYSICIAN_NURSE, 0),
    "records": (Role.ADMISSIONS_OFFICER, 0), "records_second": (Role.ADMISSIONS_OFFICER, 1),
}  # fmt: skip
# Those whose post reaches only the files that are given to them.
_NEED_CASES: Final = ("manager", "colleague", "third", "psychologist", "rater", "approver")
# Those who sit in the team besides, and see what their posts open of whom they work with.
OF_THE_TEAM: Final = ("juvenile", "probation", "teacher", "chaplain", "nurse", "womens_officer")


@dataclass(frozen=True)
class Cast:
    """The members by the part that each plays. `on`: when the country stands."""

    members: dict[str, Member]
    on: datetime

    @property
    def is_whole(self) -> bool:
        """Whether every part is played."""
        return self.members.keys() == _PARTS.keys()

    def viewer(self, part: str, at: datetime) -> Viewer:
        """Who plays this part, with the posts and cases of that moment."""
        return viewer_of(self.members[part].number, at=at)

    def morning(self, ago: int) -> datetime:
        """Nine by the clock of the world on the day that lies so many days back, or ahead."""
        return (self.on - ago * DAY).replace(hour=9, minute=0, second=0, microsecond=0)

    def number(self, part: str) -> int:
        """The account of who plays this part."""
        return self.members[part].number

    def give_cases(
        self, person: UUID, where: str, *, at: datetime, parts: Sequence[str] = _NEED_CASES
    ) -> None:
        """Give the file to all whose post needs that, unless they have it."""
        for part in parts:
            member = self.members[part]
            account = Account.objects.get(pk=member.number)
            held = CaseAssignment.objects.filter(account=account, person=person, begins__lte=at)
            if not held.exists():
                assign(
                    by=self.viewer("director", at), at=at, account=account, role=member.role,
                    subject=Subject(person, where), begins=at, ends=None, why=_WHY,
                )  # fmt: skip


def cast_of(made: Country) -> Cast:
    """Those who were in post when it began. The accounts of visitors come first where they were."""
    began = made.on - BEGAN
    found = {}
    for part, (role, place) in _PARTS.items():
        there = [
            one for one in made.members_at(made.home.code, role)
            if one.since <= began - DAY
        ]  # fmt: skip
        if place < len(there):
            found[part] = there[place]
    return Cast(found, made.on)
