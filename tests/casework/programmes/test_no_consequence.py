"""To decline, to withdraw, to leave or to stay away changes nothing else, whatever came before."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.casework.programmes.made import (
    AT,
    DAY,
    HOUR,
    WING,
    day_of,
    entry,
    group,
    grown,
    manager,
    prisoner,
    programme,
    said_yes,
    teacher,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Compartment
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.facts import KEPT
from throughcare.casework.programmes.models import Group, Programme, Referral
from throughcare.duties.actions import bring_up_to_date, judge_waiting
from throughcare.duties.kinds import names_of
from throughcare.duties.models import KeptFinding
from throughcare.duties.rules import checks_on
from throughcare.errors import BadInput
from throughcare.jobs import counting, judging

pytestmark = pytest.mark.django_db
# What may change: the room's own tables, the register, and the bookkeeping of the engine.
OWN: Final = "programmes_"
BESIDES: Final = frozenset(
    {"register_entry", "register_checkpoint", "duties_keptfinding", "duties_judged", "duties_mark"}
)
# The actions and the jobs of the service: each is a step that the test may choose.
STEPS: Final = (
    "refer", "offer", "refuse_place", "consent", "decline", "enrol", "withdraw_by_staff",
    "withdraw_on_the_wing", "withdraw_by_own_account", "close", "attended", "absent", "excused",
    "not_brought", "complete", "end", "note", "measure", "certify", "literacy", "judge", "count",
)  # fmt: skip


def everything_else() -> Mapping[str, list[Any]]:
    """Every row of every table but those named above, seen with all eyes."""
    see_all_rows(*(one.value for one in Compartment))
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') "
            "AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1"
        )
        for (name,) in cursor.fetchall():
            if not name.startswith(OWN) and name not in BESIDES:
                cursor.execute(f'SELECT md5(t::text) FROM "{name}" t ORDER BY 1')
                found[name] = cursor.fetchall()
    return found


def findings_of_others(person: UUID, at: datetime) -> Counter[tuple[str, str]]:
    """What the rules say of the person, but those that ask of programmes: duties of the prison."""
    see_all_rows(*(one.value for one in Compartment))
    checks = checks_on(day_of(at))
    ours = {
        rule for rule, check in checks.items()
        if KEPT & {name for part in names_of(check) for name in part}
    }  # fmt: skip
    rows = KeptFinding.objects.filter(person=person).exclude(rule__in=ours)
    return Counter(rows.values_list("rule", "status"))


class Story:
    """One person and one course; each step is an act that may be refused."""

    def __init__(self, person: UUID, course: Programme, into: Group) -> None:
        self.person, self.course, self.into, self.at = person, course, into, AT + 7 * DAY
        self.by = manager(person)

    def first(self) -> UUID:
        """The referral; the person where there is none, which names no referral."""
        see_all_rows("PRG")
        row = Referral.objects.filter(person=self.person).order_by("-id").first()
        return row.first if row else self.person

    def step(self, name: str) -> bool:
        """Take it, unless it is refused; whether it was taken."""
        self.at += HOUR
        try:
            with transaction.atomic():
                self._acts()[name]()
        except (BadInput, NotThere, Refused):
            return False
        return True

    def _acts(self) -> dict[str, Callable[[], object]]:
        on: dict[str, Any] = {"by": self.by, "at": self.at}
        row = {**on, "referral_id": self.first()}
        whose = {"at": self.at, "person_id": self.person, "referral_id": self.first()}
        return {
            "refer": lambda: actions.refer_to_programme(
                **on, person_id=self.person, programme_id=self.course.id, asked_by="staff",
                why="It may help.",
            ),
            "offer": lambda: actions.answer_referral(**row, offer=True),
            "refuse_place": lambda: actions.answer_referral(
                **row, offer=False, reason="no_such_place"
            ),
            "consent": lambda: self._said(given=True), "decline": lambda: self._said(given=False),
            "enrol": lambda: actions.enrol_in_programme(
                **row, group_id=self.into.first, before_others_why="As agreed."
            ),
            "withdraw_by_staff": lambda: actions.withdraw_consent(by=self.by, **whose),
            "withdraw_on_the_wing": lambda: actions.withdraw_consent(by=WING, **whose),
            "withdraw_by_own_account": lambda: actions.withdraw_consent(
                by=prisoner(self.person), **whose
            ),
            "close": lambda: actions.close_withdrawn(**row),
            **{
                came: (lambda came=came: self._register(came))
                for came in ("attended", "absent", "excused", "not_brought")
            },
            "complete": lambda: actions.complete(**row),
            "end": lambda: actions.end_by_provider(**row, reason="health"),
            "note": lambda: actions.note_progress(**row, words="Read on.", noted_at=self.at),
            "measure": lambda: actions.measure_need(
                **row, need="reading", at_end="before", stands="not_yet", asked_at=self.at
            ),
            "certify": lambda: actions.certify_programme(
                **{**row, "by": teacher(self.person)}, course="Reading", level="2", hours=4,
                issued_on=day_of(self.at), issuer="Ministry of Education", language="fr",
            ),
            "literacy": lambda: actions.check_literacy(
                **on, person_id=self.person, reads="no", checked_at=self.at
            ),
            "judge": lambda: (
                judge_waiting(at=self.at, most=10), bring_up_to_date([self.person], at=self.at)
            ),
            "count": counting.once,
        }  # fmt: skip

    def _said(self, *, given: bool) -> object:
        see_all_rows("PRG")
        row = Referral.objects.get(first=self.first(), stood_until=None)
        return said_yes(row, at=self.at, given=given)

    def _register(self, came: str) -> object:
        reason = "own_wish" if came == "excused" else ""
        return actions.write_register(
            by=WING, at=self.at, group_id=self.into.first, on=day_of(AT + 7 * DAY),
            entries=[entry(self.person, came, reason=reason)],
        )  # fmt: skip


@pytest.fixture
def story(monkeypatch: pytest.MonkeyPatch) -> Story:
    """Judged once before, so that what is compared is what the steps change."""
    person = grown()
    course = programme()
    into = group(course, begins_at="00:00", ends_at="23:59")
    for who in (manager(person), teacher(person), prisoner(person)):
        assert who
    bring_up_to_date([person], at=AT + 7 * DAY)
    monkeypatch.setattr(judging, "datetime", _Frozen)
    monkeypatch.setattr(counting, "datetime", _Frozen)
    counting.once()
    judging.once(threading.Event())
    return Story(person, course, into)


class _Frozen(datetime):
    """The jobs read the clock; here it shows the day of the story."""

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return AT + 7 * DAY


@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps=st.lists(st.sampled_from(STEPS), min_size=4, max_size=14))
def test_whatever_is_done_here_nothing_else_changes(story: Story, steps: list[str]) -> None:
    with transaction.atomic():
        story.at = AT + 7 * DAY
        before = everything_else()
        for name in ("refer", "offer", *steps, "judge"):
            story.step(name)
        assert everything_else() == before
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "way",
    [
        ("refer", "offer", "decline"),
        ("refer", "withdraw_by_staff"),
        ("refer", "offer", "withdraw_by_own_account"),
        ("refer", "offer", "consent", "withdraw_on_the_wing"),
        ("refer", "offer", "consent", "enrol", "withdraw_by_own_account"),
        ("refer", "offer", "consent", "enrol", "attended", "withdraw_on_the_wing", "close"),
        ("refer", "offer", "consent", "enrol", "absent"),
        ("refer", "offer", "consent", "enrol", "not_brought"),
        ("refer", "offer", "consent", "enrol", "excused"),
        ("refer", "offer", "consent", "enrol", "end"),
    ],
    ids="-".join,
)
def test_refusing_or_leaving_changes_nothing_else_and_no_finding_appears(
    story: Story, way: tuple[str, ...]
) -> None:
    before = everything_else()
    findings = findings_of_others(story.person, story.at)
    for name in way:
        assert story.step(name), name  # each was really taken
    judge_waiting(at=story.at, most=10)
    bring_up_to_date([story.person], at=story.at)
    judging.once(threading.Event())
    counting.once()
    assert everything_else() == before
    assert findings_of_others(story.person, story.at) == findings
