"""A plan written by its forms."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.casework.custody.made import with_status
from tests.casework.plans.made import plan_words
from tests.staff import see_all_rows
from tests.web.arrival import let_in
from tests.web.assessment.made import Staff
from tests.web.people.made import Browser, Somebody
from tests.web.safety.made import DAY, wall
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.plans import actions
from throughcare.casework.plans.models import Goal, Handover, Plan, Step

TUNIS = ZoneInfo("Africa/Tunis")


class Office(Staff):
    """The case staff, and the addresses and words of the page Plan."""

    def __init__(self) -> None:
        super().__init__()
        self.probation = self.on_case(Role.PROBATION_OFFICER, "paula")
        self.chaplain = self.on_case(Role.CHAPLAIN, "karim")

    def sentenced(self) -> None:
        """A final judgement."""
        with_status(self.file.id, "sentenced", at=self.now)

    def at(self, rest: str = "") -> str:
        """An address of the page."""
        return f"/people/{self.file.id}/plan{rest}"

    def prisoner(self) -> Somebody:
        """The person, with an own account."""
        me = Somebody(Role.PRISONER, name="bolat")
        me.account.person = self.file.id
        me.account.save()
        me.client = let_in(Browser(), me.account)
        return me

    def day(self, days: int) -> str:
        """A day of the prison, so many days from now, as it is typed."""
        return str((self.now + days * DAY).astimezone(TUNIS).date())

    def parts(self, **more: Any) -> dict[str, Any]:
        """Sound parts of a plan as they are typed."""
        said = {
            "staff": "The case manager asks the school each month.",
            "family": "His mother visits on Saturdays.", "release": "A room with his brother.",
            "review_at": wall((self.now + 80 * DAY).astimezone(TUNIS)),
        }  # fmt: skip
        return {**said, **more}

    def goal(self, **more: Any) -> dict[str, Any]:
        """A sound goal as it is typed."""
        said = {
            "words": "I want to read letters by myself.", "serves": "learning",
            "serves_words": "He left school at nine.", "measure": "He reads a letter aloud.",
        }  # fmt: skip
        return {**said, **more}

    def step(self, **more: Any) -> dict[str, Any]:
        """A sound step as it is typed."""
        said = {
            "words": "Ask the school for a place.", "actor": "staff",
            "account": str(self.manager.account.pk), "due": self.day(20),
        }  # fmt: skip
        return {**said, **more}

    def first(self, model: type[Any], **of: Any) -> UUID:
        """The id that the addresses of the only such row have."""
        see_all_rows("PLN")
        row = model.objects.get(stood_until=None, **of)
        first: UUID = row.first
        return first

    def drafted(self, **more: Any) -> str:
        """A draft with a goal and a step; its address."""
        self.sent(self.manager, "/begin", **self.parts(**more))
        plan = f"/{self.first(Plan)}"
        self.sent(self.manager, f"{plan}/goal", **self.goal())
        self.sent(self.manager, f"/{self.first(Goal)}/step", **self.step())
        return plan

    def signed(self) -> str:
        """A plan in force; its address."""
        plan = self.drafted()
        self.sent(self.manager, f"{plan}/agreement", agreement="agreed", why="")
        self.sent(self.manager, f"{plan}/signature", how="thumb", why="")
        self.sent(self.manager, f"{plan}/sign", sure="on")
        return plan

    def only_step(self) -> UUID:
        """The id that the addresses of the only step have."""
        return self.first(Step)

    def handover(self) -> UUID:
        """The same of the only handover."""
        return self.first(Handover)


def in_force(by: Viewer, person: UUID, *, at: datetime, lasts: timedelta) -> Plan:
    """A plan that both sides have signed, to be looked at again after so long; by no form."""
    said: dict[str, Any] = {"by": by, "at": at}
    parts = {"staff": "Asks the school.", "family": "His mother.", "release": "A room."}
    plan = actions.begin_plan(**said, person_id=person, review_at=at + lasts, parts=parts)
    goal = actions.add_goal(
        **said, plan_id=plan.id, words="I want to read.", serves="learning",
        serves_words="He left school at nine.", measure="He reads a letter aloud.",
    )  # fmt: skip
    actions.add_step(
        **said, goal_id=goal.id, words="Come to the class.", actor="prisoner",
        due=(at + 20 * DAY).date(),
    )  # fmt: skip
    actions.write_agreement(**said, plan_id=plan.id, seen=plan_words(plan.id), agreement="agreed")
    actions.write_signature(**said, plan_id=plan.id, seen=plan_words(plan.id), how="thumb")
    return actions.sign_plan(**said, plan_id=plan.id, seen=plan_words(plan.id))
