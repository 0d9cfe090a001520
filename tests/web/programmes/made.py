"""A course with a group in the north, and a prisoner who takes part, at the screens."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.staff import see_all_rows
from tests.web.assessment.made import Staff
from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY
from throughcare.access.terms import Role
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.days import is_holiday
from throughcare.casework.programmes.models import Group, Programme, Referral

__all__ = ["School", "shown"]


class School(Staff):
    """The case staff, a course that has run for two weeks, and its teacher."""

    def __init__(self) -> None:
        super().__init__()
        see_all_rows("PRG")
        self.begun = self.now - 20 * DAY
        self.course: Programme = actions.offer_programme(
            by=self.manager.viewer, at=self.begun, place="north", kind="education",
            name="Reading", provider="Ministry of Education", places=12, languages=["ar"],
            for_sex="any", for_age="any", for_whom="Whoever wishes to read better.",
        )  # fmt: skip
        self.group: Group = self.formed()
        self.prisoner = self.own_account()

    @property
    def met_on(self) -> date:
        """The latest day of the last week that is no holiday."""
        today = self.now.astimezone(ZoneInfo("Africa/Tunis")).date()
        days = (today - timedelta(days=back) for back in range(1, 7))
        return next(day for day in days if not is_holiday(day, "north"))

    def formed(self) -> Group:
        """A group that meets on the weekday of that day."""
        return actions.form_group(
            by=self.manager.viewer, at=self.begun, programme_id=self.course.id, name="Reading A",
            starts_on=self.met_on - timedelta(days=14), ends_on=self.met_on + timedelta(days=90),
            weekday=self.met_on.weekday(), begins_at="09:00", ends_at="11:00", room="School 1",
            leader=str(self.teacher.account.pk),
        )  # fmt: skip

    def own_account(self) -> Somebody:
        """The prisoner at a screen."""
        somebody = Somebody(Role.PRISONER, name="bolat himself")
        type(somebody.account).objects.filter(pk=somebody.account.pk).update(person=self.file.id)
        return somebody

    def enrolled(self, person: UUID | None = None) -> Referral:
        """Somebody who takes part since two weeks, and shares with the case manager."""
        see_all_rows("PRG", "SEN")
        at, by = self.begun, self.manager.viewer
        row = actions.refer_to_programme(
            by=by, at=at, person_id=person or self.file.id, programme_id=self.course.id,
            asked_by="self", why="He wishes to write home.",
        )  # fmt: skip
        actions.answer_referral(by=by, at=at, referral_id=row.id, offer=True)
        actions.write_consent(
            by=by, at=at, referral_id=row.id, given=True, said_at=at, language="ar",
            told_how="oral", told_what="All of it.", shares=["case_manager", "givers"],
            # The birth date was written down later: until then a doubt counts as a child.
            guardian="His mother", guardian_at=at,
        )  # fmt: skip
        return actions.enrol_in_programme(
            by=by, at=at, referral_id=row.id, group_id=self.group.first
        )

    def at(self, rest: str = "") -> str:
        """An address of the section."""
        return f"/people/{self.file.id}/custody/programmes{rest}"

    def register(self, on: date | None = None) -> str:
        """The address of the register."""
        return f"/programmes/groups/{self.group.first}/register?on={on or self.met_on}"

    def one(self, model: Any) -> Any:
        """The only row of a table that stands now."""
        see_all_rows("PRG")
        return model.objects.get(stood_until=None)
