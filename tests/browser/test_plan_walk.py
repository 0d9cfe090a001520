"""A plan as people go it: one person, six accounts, from own words to a second version.

Programmes are consented to and taken back, the team meets twice, and what the office of
intelligence holds keeps the second meeting open. The person is made for this test by the actions.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from tests.browser.house import _environment
from tests.browser.planned_walk import PlannedWalk
from tests.browser.visitors import Visitors
from tests.browser.walking import FORM, TUNIS, now
from tests.standards.properties.running import SLOW
from throughcare.casework.programmes.days import is_holiday_in
from throughcare.cluster.folder import DataFolder

MANAGER, PSYCHOLOGIST, COLLEAGUE = "case_manager", "psychologist", "psychologist_two"
CHAPLAIN, TEACHER, OFFICER = "chaplain", "teacher_instructor", "intelligence_officer"
DREAM: Final = "أريد أن أقرأ رسائل ابنتي بنفسي"
PROGRESS: Final = "He named three moments before a quarrel."


@pytest.mark.skipif(not SLOW, reason="about four minutes: THROUGHCARE_SLOW=1")
def test_one_plan_is_made_by_six_and_reviewed(visitors: Visitors, cluster: DataFolder) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.planned_people"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    person, own = made.stdout.split()
    walk = Walk(visitors, person, own)
    walk.plan_is_made()
    walk.psychological_help_is_taken_back()
    walk.chaplain_is_asked_for()
    walk.team_meets()
    walk.team_waits_for_intelligence()
    walk.plan_is_reviewed()
    walk.school_is_completed()
    assert not walk.faults, "\n".join(walk.faults)


class Walk(PlannedWalk):
    """The way of this one."""

    def plan_is_made(self) -> None:
        """A goal in own words; a plan of it by the case manager; both sign."""
        plan = self.plan
        self.form(self.own, f"{plan}/say", "proposes", kind="proposal", words=DREAM)
        self.words(self.own, plan, "own-page")
        self.form(
            MANAGER, f"{plan}/begin", "begin", staff="The case manager asks the school each month.",
            family="His sister visits on Saturdays.",
            release="A room with his sister, papers by then, and work.", review_at=later(80),
        )  # fmt: skip
        goal = self.taken_up(MANAGER, plan)
        self.form(
            MANAGER, goal, "goal", words=DREAM, serves="learning",
            serves_words="He left school at nine.", measure="He reads one letter a month aloud.",
        )  # fmt: skip
        step = self.link(MANAGER, plan, "Write a step")
        self.form(
            MANAGER, step, "step-of-staff", words="Ask for a place at school.", actor="staff",
            account="case manager", due=later(20)[:10],
        )  # fmt: skip
        self.form(
            MANAGER, step, "step-of-the-person", words="Go there each week.", actor="prisoner",
            due=later(40)[:10],
        )  # fmt: skip
        self._signed("first", agreement="agreed")
        page = self.words(MANAGER, plan, "in-force")
        assert "No plan is in force." not in page and DREAM in page
        assert "needs a new owner" not in page
        self.answers_pdf(MANAGER, f"{plan}/paper?language=en")
        self.answers_pdf(self.own, f"{plan}/paper?language=ar")
        assert "Goals that the person proposes" not in page

    def psychological_help_is_taken_back(self) -> None:
        """Progress is read by a colleague, until the person takes the word back."""
        self._taken_into("Quarrels", "psychological", PSYCHOLOGIST)
        page = self.words(PSYCHOLOGIST, self.programmes, "psychological-keeps-no-content")
        assert "Note progress" not in page  # what is said there is kept behind another wall
        self._taken_into("Talking first", "mentoring", PSYCHOLOGIST)
        note = self.link(PSYCHOLOGIST, self.programmes, self.of("Note progress", "Talking first"))
        self.form(PSYCHOLOGIST, note, "progress", noted_at=now(), words=PROGRESS)
        assert PROGRESS in self.words(COLLEAGUE, self.programmes, "colleague-reads")
        back = self.link(self.own, self.programmes, self.of("Withdraw", "Talking first"))
        self.form(self.own, back, "withdraws")
        for who in (COLLEAGUE, PSYCHOLOGIST, MANAGER):
            page = self.words(who, self.programmes, f"withdrawn-{who}")
            assert PROGRESS not in page and "Withdrawn by the person" in page
        close = self.link(
            PSYCHOLOGIST, self.programmes, self.of("Close as withdrawn", "Talking first")
        )
        self.form(PSYCHOLOGIST, close, "withdrawn-closed")

    def school_is_completed(self) -> None:
        """A session in the register, the end of the course, a certificate by somebody else."""
        self._taken_into("Letters", "education", TEACHER)
        today = datetime.now(ZoneInfo(TUNIS)).date()
        if not is_holiday_in(today, TUNIS):  # no group meets on one
            self.register(TEACHER, self.name("Letters"), f"{today}")
        done = self.link(TEACHER, self.programmes, self.of("Completed", "Letters"))
        self.form(TEACHER, done, "completed")
        write = self.link(MANAGER, self.programmes, self.of("Write the certificate", "Letters"))
        self.form(
            MANAGER, write, "certificate", course="Reading and writing", level="Level 1",
            hours="40", issued_on=now()[:10], issuer="Ministry of Education", language="ar",
        )  # fmt: skip
        page = self.words(self.own, self.programmes, "own-programmes")
        assert "Reading and writing" in page
        self.answers_pdf(self.own, self.link(self.own, self.programmes, "Reading and writing"))

    def chaplain_is_asked_for(self) -> None:
        """Nobody is referred to what is religious; the person asks, and a visit took place."""
        self.offered("Pastoral talks", "religious", TEACHER)
        said = self.refused(
            MANAGER, f"{self.programmes}/refer", "not-referred", programme="Pastoral talks",
            asked_by="staff", why="It may help.",
        )  # fmt: skip
        assert "nobody is referred to it" in said
        religion = f"{self.file}/custody/religion"
        self.form(self.own, f"{religion}/ask", "asks", faith="Islam", asked_at=now())
        answer = self.link(CHAPLAIN, religion, "Answer the request")
        self.form(CHAPLAIN, answer, "visit", offered_at=now(), kind="visit", outcome="held")
        assert "took place" in self.words(self.own, religion, "own-religion")
        assert "took place" in self.words(CHAPLAIN, religion, "chaplain-religion")
        for who in (MANAGER, PSYCHOLOGIST, TEACHER, OFFICER):
            assert self.closed(who, religion)

    def team_meets(self) -> None:
        """Called, briefed, minuted by one and closed by another; its decision is done."""
        meeting = self._meeting("first")
        brief = f"{meeting}/brief/{self.person}"
        full = self.words(MANAGER, brief, "brief-manager")
        short = self.words(TEACHER, brief, "brief-teacher")
        assert "Legal status" in full and "Legal status" not in short
        self._minuted(meeting, "first")
        self.form(PSYCHOLOGIST, f"{meeting}/close", "first-close", read="yes")
        self.words(MANAGER, meeting, "first-closed")
        task = self.link(TEACHER, "/team/tasks", "He gets a place in the morning.")
        self.form(TEACHER, task, "task", came="done", words="He begins on Monday.")
        self.words(TEACHER, "/team/tasks", "tasks")
        page = self.words(MANAGER, f"{self.file}/custody/team", "team-of-file")
        assert "He begins on Monday." in page

    def team_waits_for_intelligence(self) -> None:
        """An item without an answer keeps the meeting open; only who may know reads how many."""
        desk = f"{self.file}/intelligence"
        self.form(
            OFFICER, f"{desk}/report", "report", code="K7", source_kind="own_observation",
            source="B", information="2", handling="1",
            raw="two men on his landing wait for him at the school.",
            sanitised="there may be danger on the way to the school.", action="nothing yet",
            necessity="somebody may be hurt.", proportionality="less would not show the danger.",
        )  # fmt: skip
        meeting = self._meeting("second")
        self._minuted(meeting, "second")
        said = self.refused(PSYCHOLOGIST, f"{meeting}/close", "second-waits", read="yes")
        assert "items that wait for a written answer: 1" in said
        for way in (meeting, self.file, f"{meeting}/brief/{self.person}"):
            page = self.words(TEACHER, way, f"no-sign-{way.rpartition('/')[0].count('/')}")
            assert "wait for a written answer" not in page and "ntelligence" not in page
        assert self.closed(TEACHER, desk) and self.closed(TEACHER, f"{self.file}/statements")
        self.words(OFFICER, "/intelligence/queue", "queue")
        answer = self.link(OFFICER, desk, "Answer an item")
        self.form(
            OFFICER, answer, "answer", occasion="meeting", statement_id="no",
            why="It would show who saw it.",
        )  # fmt: skip
        self.words(OFFICER, desk, "reports")
        self.form(PSYCHOLOGIST, f"{meeting}/close", "second-close", read="yes")
        page = self.words(MANAGER, meeting, "second-closed")
        assert "It would show who saw it." not in page

    def plan_is_reviewed(self) -> None:
        """How the goal goes, in words; the second version is signed, and stands by the first."""
        review = self.link(MANAGER, self.plan, "Look at the plan again")
        self.form(
            MANAGER, review, "review", moved="moved", told="He read one letter aloud.",
            changed="He has a place at school.", review_at=later(85),
        )  # fmt: skip
        self.words(MANAGER, self.plan, "draft-of-the-second")
        self._signed("second", agreement="partly", why="The school is on the day of the visits.")
        page = self.words(MANAGER, f"{self.plan}/versions", "versions")
        assert "Version 1" in page and "Version 2" in page
        assert "He read one letter aloud." in page
        assert "Version 2" in self.words(self.own, f"{self.plan}/versions", "own-versions")

    def _signed(self, name: str, **said: str) -> None:
        agree = self.link(MANAGER, self.plan, "What the person says of the plan")
        self.form(MANAGER, agree, f"{name}-agreement", **said)
        sign = self.link(self.own, self.plan, "Sign my plan")
        self.form(self.own, sign, f"{name}-own-signature", sure="yes")
        sign = self.link(MANAGER, self.plan, "Sign the plan for the staff")
        self.form(MANAGER, sign, f"{name}-signature", sure="yes")

    def _taken_into(self, course: str, kind: str, who: str) -> None:
        self.offered(course, kind, who)
        name, way = self.name(course), self.programmes
        today = datetime.now(ZoneInfo(TUNIS)).date()
        self.form(
            who, f"/programmes/{self.programme(course)}/group", f"{kind}-group", name=name,
            starts_on=str(today - timedelta(days=7)), ends_on=later(90)[:10],
            weekday=str(today.weekday()), begins_at="00:01", ends_at="23:59", room="School 1",
            leader="I lead it",
        )  # fmt: skip
        self.words(who, "/programmes", f"{kind}-catalogue")
        self.form(
            MANAGER if who == TEACHER else who, f"{way}/refer", f"{kind}-refer",
            programme=course, asked_by="staff", why="To read by himself, and to quarrel less.",
        )  # fmt: skip
        self.form(who, self.link(who, way, self.of("Answer the referral", course)),
                  f"{kind}-offer", offer="yes")  # fmt: skip
        self.form(
            who, self.link(who, way, self.of("Write what the person says", course)),
            f"{kind}-consent", given="yes", said_at=now(), language="ar", told_how="oral",
            told_what="That it is free, who reads of it, and that it can be left.",
            shares="givers case_manager",
        )  # fmt: skip
        enrol = self.link(who, way, self.of("Take into a group", course))
        self.form(who, enrol, f"{kind}-enrol", group=name)
        self.words(who, way, f"{kind}-takes-part")

    def _meeting(self, name: str) -> str:
        """Called, the case brought, and held; its address."""
        led = self.form(
            MANAGER, "/team/call", f"{name}-call", kind="ordinary", meets_at=now(),
            chair="case manager", roles="case_manager psychologist teacher_instructor chaplain",
        )  # fmt: skip
        meeting = "/team/meetings/" + led.partition("/team/meetings/")[2].partition("/")[0]
        self.form(MANAGER, f"{meeting}/agenda", f"{name}-agenda", who=self.person)
        self.form(
            MANAGER, f"{meeting}/attendance", f"{name}-attendance",
            who_case_manager="case manager", who_psychologist="psychologist",
            who_education="teacher instructor", who_chaplain="chaplain",
        )  # fmt: skip
        return meeting

    def _minuted(self, meeting: str, name: str) -> None:
        write = self.link(MANAGER, meeting, "Write the minutes")
        self.form(
            MANAGER, write, f"{name}-minutes", considered="The plan, and the school.",
            heard="before", heard_words="He wishes to go to school in the morning.",
            said="The school helps him.", reasons="The visits are in the afternoon.",
            words_1="He gets a place in the morning.", owner_1="teacher instructor",
            due_1=later(10),
        )  # fmt: skip
        assert "He gets a place in the morning." in self.words(
            PSYCHOLOGIST, meeting, f"{name}-held"
        )


def later(days: int) -> str:
    """So many days from now, as a form takes a moment."""
    return (datetime.now(ZoneInfo(TUNIS)) + timedelta(days=days)).strftime(FORM)
