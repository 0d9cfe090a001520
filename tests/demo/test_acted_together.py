"""Plans and meetings of the demo: signed by two, agreed to or not, held, locked, and called."""

from __future__ import annotations

from collections import Counter

import pytest

from standards.findings import Status
from tests.demo.conftest import act_as
from tests.demo.made import AT, tiny
from throughcare.access.models import Account
from throughcare.access.queries import holder_of, viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.plans.models import Goal, Handover, Plan, Progress, ReleasePlan, Step
from throughcare.casework.team.models import Case, Contest, Contribution, Meeting, Telling
from throughcare.casework.team.queries import meetings_for, tasks_of
from throughcare.cluster.roles import APP, OWNER
from throughcare.demo.acted.run import act
from throughcare.demo.country import country
from throughcare.duties.models import KeptFinding
from throughcare.duties.queries import plans_called_at
from throughcare.register.models import Entry
from throughcare.web.team.proposing import proposals

# What plans, and a release that is prepared or not, answer in the demo.
KEPT = {"nmr-87", "nmr-90", "nmr-106", "nmr-107", "vep-18", "vep-34", "br-46"}
HOME = country(1, "small", on=AT).home.code


@pytest.fixture
def served_small(smalls: str) -> str:
    """The small country as the service sees it: what its walls let through."""
    act_as(APP)
    return smalls


def visitor(role: Role) -> Viewer:
    """The account of a visitor with this role."""
    (member,) = (one for one in country(1, "small", on=AT).visitors if one.role is role)
    return viewer_of(member.number, at=AT)


def test_each_plan_in_force_was_signed_by_a_person_or_declined_and_by_staff(smalls: str) -> None:
    plans = list(Plan.objects.filter(stood_until=None, state="signed"))
    assert {one.agreement for one in plans} >= {"agreed", "partly", "not"}
    assert {one.person_how for one in plans} == {"account", "thumb", "signature", "declined"}
    assert {one.kind for one in plans} == {"full", "short"}
    own = [one for one in plans if one.person_how == "account"]
    assert own and all(
        holder_of(int(one.person_by)) != holder_of(int(one.signed_by)) for one in own
    )
    assert all(one.agreement_why and one.person_why for one in plans if one.agreement == "not")
    assert any(one.care and one.children and one.choice for one in plans)
    assert any(one.school and one.guardian for one in plans)
    assert any(one.adjustments for one in plans)


def test_one_plan_was_looked_at_again_and_its_steps_are_done_given_up_and_open(smalls: str) -> None:
    (again,) = Plan.objects.filter(stood_until=None, state="signed", version=2)
    assert again.goes_on is not None
    before = Plan.objects.get(first=again.goes_on, stood_until=None)
    assert before.state == "replaced" and again.changed
    assert {one.moved for one in Progress.objects.filter(plan=again.first)} == {"moved", "same"}
    goals = Goal.objects.filter(plan__in=[before.first, again.first], stood_until=None)
    steps = Step.objects.filter(goal__in=goals.values("first"), stood_until=None)
    assert {one.state for one in steps} == {"done", "given_up", "open"}


def test_a_release_is_prepared_with_probation_and_an_agency(smalls: str) -> None:
    handed = Handover.objects.filter(stood_until=None)
    assert Counter(one.state for one in handed) == {"received": 1, "accepted": 1}
    assert ReleasePlan.objects.filter(stood_until=None).exclude(partners="").count() == 2
    assert ReleasePlan.objects.filter(stood_until=None).exclude(women_needs="").count() == 1


def test_two_meetings_were_held_and_locked_by_a_member_who_wrote_none_of_it(smalls: str) -> None:
    meetings = Meeting.objects.filter(stood_until=None)
    assert Counter(one.state for one in meetings) == {"closed": 2, "called": 1}
    for one in meetings.filter(state="closed"):
        assert holder_of(int(one.signed_by)) != holder_of(int(one.minuted_by))
        cases = Case.objects.filter(meeting=one.first, stood_until=None)
        assert {case.state for case in cases} == {"minuted"}
        said = Contribution.objects.filter(case__in=cases.values("first"), stood_until=None)
        assert any(words.dissent for words in said)
    assert Telling.objects.exists() and Contest.objects.filter(state="again").exists()


def test_the_meeting_of_next_week_speaks_about_those_whose_plan_is_called_for(
    served_small: str,
) -> None:
    manager = visitor(Role.CASE_MANAGER)
    (coming,) = (
        one.row for one in meetings_for(manager, at=AT, since=AT, until=AT.replace(day=15))
    )
    called = plans_called_at(manager, HOME, at=AT)
    proposed = {one.person_id: one.because for one in proposals(manager, HOME, at=AT)}
    act_as(OWNER)
    asked = list(
        Case.objects.filter(
            meeting=coming.first, stood_until=None, because__in=["no_plan", "plan"]
        ).order_by("because")
    )
    assert [one.because for one in asked] == ["no_plan", "plan"]
    for one, trigger in zip(asked, ("first", "due"), strict=True):
        assert one.because in proposed[one.person_id]
        assert trigger in {call.trigger for call in called[one.person_id]}


@pytest.mark.parametrize(
    "role",
    [
        Role.CASE_MANAGER, Role.PSYCHOLOGIST, Role.SECURITY_OFFICER, Role.TEACHER_INSTRUCTOR,
        Role.PROBATION_OFFICER, Role.WOMENS_UNIT_OFFICER, Role.JUVENILE_SPECIALIST,
    ],
)  # fmt: skip
def test_a_visitor_of_the_demo_finds_meetings_and_a_task(served_small: str, role: Role) -> None:
    me = visitor(role)
    assert len(meetings_for(me, at=AT, since=AT.replace(month=1), until=AT.replace(day=15))) == 3
    assert tasks_of(me, at=AT, ended=True)


def test_one_task_is_done_and_one_is_late(served_small: str) -> None:
    (done,) = tasks_of(visitor(Role.TEACHER_INSTRUCTOR), at=AT, ended=True)
    (late,) = tasks_of(visitor(Role.SECURITY_OFFICER), at=AT)
    assert done.came == "done" and late.late(at=AT)


def test_plans_and_a_release_that_is_near_answer_their_rules_kept_and_broken(judged: None) -> None:
    met = KeptFinding.objects.filter(status=Status.MET)
    assert set(met.values_list("rule", flat=True)) >= KEPT
    broken = KeptFinding.objects.filter(status=Status.BREACHED)
    assert "nmr-87" in set(broken.values_list("rule", flat=True))


def test_each_act_was_written_by_an_account_of_the_country(smalls: str) -> None:
    accounts = {str(one) for one in Account.objects.values_list("pk", flat=True)}
    for model in (Handover, ReleasePlan, Meeting, Case, Contribution):
        for row in model._default_manager.all():
            first = Entry.objects.filter(table=model._meta.db_table, row=str(row.pk)).order_by(
                "id"
            )[0]
            assert first.by == row.recorded_by and first.by in accounts


def test_a_country_of_a_few_people_shows_neither_a_signature_nor_a_meeting(peopled: str) -> None:
    act(tiny())
    assert not Plan.objects.exclude(state="draft").exists() and not Meeting.objects.exists()
