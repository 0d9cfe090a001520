"""A plan is the prisoner's and the staff's: own words, five goals, an answer, two signatures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.casework.plans.made import (
    AT,
    BEGUN,
    DAY,
    HOUR,
    PARTS,
    SIGNED,
    agreed,
    begun,
    goal,
    manager,
    marked,
    plan_words,
    raw_draft,
    refused_by,
    second,
    sentenced,
    signed,
    step,
    the_prisoner,
    with_a_goal,
)
from tests.casework.safety.made import NURSE, WING
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.plans import actions
from throughcare.casework.plans.actions import Went
from throughcare.casework.plans.errors import (
    AlreadySigned,
    BadDay,
    BadReview,
    NoOwner,
    NotAgreed,
    NotComplete,
    NotSaid,
    OneIsThere,
    TooManyGoals,
    TooMuchSaid,
    WrongState,
)
from throughcare.casework.plans.models import Goal, Plan, Progress, Said, Step
from throughcare.casework.plans.queries import plans_of
from throughcare.casework.plans.rules import last_review

pytestmark = pytest.mark.django_db
LONG = "long " * 10_000


def rows(model: Any, **of: Any) -> list[Any]:
    see_all_rows("PLN")
    return list(model.objects.filter(stood_until=None, **of).order_by("id"))


def test_a_plan_is_in_force_once_the_person_and_staff_have_signed() -> None:
    person = sentenced()
    assert plans_of(manager(person), person, at=SIGNED).in_force is None
    signed(person)
    found = plans_of(manager(person), person, at=SIGNED).in_force
    assert found is not None and found.row.version == 1
    assert [one.row.words[:6] for one in found.goals] == ["I want"]
    assert found.row.family == PARTS["family"] and found.row.agreement == "agreed"


@pytest.mark.parametrize("words", ["", "   \n"])
def test_a_goal_without_words_is_refused(words: str) -> None:
    plan = begun(sentenced())
    with pytest.raises(NotSaid):
        goal(plan, words=words)
    assert rows(Goal) == []


@pytest.mark.parametrize(
    "words",
    [
        "أريد أن أقرأ رسائل ابنتي بنفسي",
        "Хочу сам читать письма дочери",
        "Қызымның хатын оқығым келеді",
    ],
)
def test_a_goal_is_kept_as_it_was_said_in_any_script(words: str) -> None:
    goal(begun(sentenced()), words=words)
    assert [one.words for one in rows(Goal)] == [words]


def test_a_sixth_live_goal_is_refused_and_a_fifth_is_not() -> None:
    plan = begun(sentenced())
    goals = [goal(plan) for _ in range(5)]
    with pytest.raises(TooManyGoals):
        goal(plan)
    actions.give_up_goal(
        by=manager(plan.person_id), at=BEGUN, goal_id=goals[0].id, why="He says others come first."
    )
    goal(plan)
    assert len(rows(Goal, state="live")) == 5


def test_a_text_of_fifty_thousand_signs_is_refused_in_words_and_nothing_is_written() -> None:
    plan = begun(sentenced())
    with pytest.raises(TooMuchSaid, match="20000"):
        goal(plan, words=LONG)
    assert rows(Goal) == []


def test_a_step_of_somebody_who_left_is_refused() -> None:
    plan = begun(sentenced())
    one = goal(plan)
    gone = second(plan.person_id)
    step(one, account=gone.account)
    _ends_post(gone.account)
    with pytest.raises(NoOwner):
        step(one, account=gone.account, at=BEGUN + HOUR)
    with pytest.raises(NoOwner):
        step(one, account=424242)
    assert len(rows(Step)) == 1


def test_a_step_of_an_agency_names_it_and_one_of_the_person_needs_no_name() -> None:
    one = goal(begun(sentenced()))
    with pytest.raises(NotSaid):
        step(one, actor="agency", account="", who=" ")
    step(one, actor="agency", account="", who="The school of the town")
    step(one, actor="prisoner", account="")
    assert {(row.actor, row.who, row.account) for row in rows(Step)} == {
        ("agency", "The school of the town", ""), ("prisoner", "", ""),
    }  # fmt: skip


def test_nothing_is_signed_before_it_is_said_what_the_person_thinks_of_it() -> None:
    plan = with_a_goal(sentenced())
    by = manager(plan.person_id)
    with pytest.raises(NotAgreed):
        actions.sign_plan(by=by, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    with pytest.raises(NotAgreed):
        actions.write_signature(
            by=by, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id), how="thumb"
        )
    with pytest.raises(NotAgreed):
        actions.write_agreement(
            by=by, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id), agreement="not"
        )
    actions.write_agreement(
        by=by,
        at=SIGNED,
        plan_id=plan.id,
        seen=plan_words(plan.id),
        agreement="not",
        why="I do not need the school.",
    )
    actions.write_signature(
        by=by,
        at=SIGNED,
        plan_id=plan.id,
        seen=plan_words(plan.id),
        how="declined",
        why="He says no.",
    )
    assert (
        actions.sign_plan(by=by, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id)).state
        == "signed"
    )


def test_a_change_of_the_draft_asks_the_person_again() -> None:
    plan = with_a_goal(sentenced())
    agreed(plan)
    goal(plan, at=SIGNED + HOUR, words="I want to see my son.")
    (now,) = rows(Plan)
    assert (now.agreement, now.person_how) == ("", "")
    with pytest.raises(NotComplete):
        agreed(plan, at=SIGNED + HOUR)


def test_the_person_signs_with_an_own_account_and_changes_nothing_of_staff() -> None:
    person = sentenced()
    plan = with_a_goal(person)
    me = the_prisoner(person)
    with pytest.raises(NotAgreed):
        actions.sign_own(by=me, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    actions.write_agreement(
        by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id), agreement="agreed"
    )
    actions.sign_own(by=me, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    with pytest.raises(Refused):
        actions.sign_plan(by=me, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    with pytest.raises(Refused):
        actions.write_plan(by=me, at=SIGNED, plan_id=plan.id, review_at=SIGNED + DAY, parts={})
    with pytest.raises(Refused):
        goal(plan, by=me)
    row = actions.sign_plan(
        by=manager(person), at=SIGNED + HOUR, plan_id=plan.id, seen=plan_words(plan.id)
    )
    assert (row.person_how, row.person_by) == ("account", str(me.account))


def test_the_person_proposes_a_goal_comments_and_disagrees_in_own_words() -> None:
    person = sentenced()
    me = the_prisoner(person)
    with pytest.raises(NotSaid):
        actions.say(by=me, at=BEGUN, person_id=person, kind="comment", words="Why?")
    said = actions.say(by=me, at=BEGUN, person_id=person, kind="proposal", words="I want to cook.")
    plan = begun(person)
    goal(plan, words="I want to cook.", proposal_id=said.id)
    actions.say(
        by=me, at=BEGUN + HOUR, person_id=person, kind="disagree", words="Not the school.",
        plan_id=plan.id,
    )  # fmt: skip
    with pytest.raises(NotSaid):
        actions.say(by=me, at=BEGUN, person_id=person, kind="proposal", words=" ")
    assert [(row.kind, row.own_hand) for row in rows(Said)] == [
        ("proposal", True), ("disagree", True),
    ]  # fmt: skip
    assert plans_of(me, person, at=BEGUN + HOUR).proposals == []


def test_a_second_signature_is_refused_in_words() -> None:
    person = sentenced()
    row = signed(person)
    with pytest.raises(AlreadySigned):
        actions.sign_plan(by=second(person), at=SIGNED, plan_id=row.id, seen=plan_words(row.id))


def test_a_second_plan_beside_the_first_is_refused() -> None:
    person = sentenced()
    begun(person)
    with pytest.raises(OneIsThere):
        begun(person, at=BEGUN + HOUR)
    assert len(rows(Plan)) == 1


def test_a_plan_is_looked_at_again_in_six_months_and_in_three_where_a_status_holds() -> None:
    person = sentenced()
    with pytest.raises(BadReview):
        begun(person, review_at=BEGUN + 190 * DAY)
    begun(person, review_at=BEGUN + 180 * DAY)
    other = sentenced("Askar", cell="north/a/1/02")
    marked(other)
    with pytest.raises(BadReview):
        begun(other, review_at=BEGUN + 100 * DAY)
    begun(other, review_at=BEGUN + 90 * DAY)


def test_a_review_says_how_each_goal_goes_and_makes_the_next_version() -> None:
    person = sentenced()
    plan = begun(person)
    read, cook = goal(plan), goal(plan, words="I want to cook.")
    step(read)
    step(cook)
    plan = signed(person, plan=plan)
    at, by = SIGNED + 30 * DAY, manager(person)
    sound = [
        Went(goal=read.first, moved="moved", words="He reads short notes."),
        Went(goal=cook.first, moved="reached", words="He cooks for the wing on Fridays."),
    ]
    said: dict[str, Any] = {"by": by, "at": at, "plan_id": plan.id, "review_at": at + 80 * DAY}
    with pytest.raises(NotSaid):
        actions.review_plan(progress=sound, **said)
    with pytest.raises(NotSaid):
        actions.review_plan(progress=sound, nothing_new=True, changed="Much.", **said)
    with pytest.raises(NotSaid):
        actions.review_plan(progress=sound[:1], nothing_new=True, **said)
    with pytest.raises(NotSaid):
        actions.review_plan(
            progress=[sound[0], Went(goal=cook.first, moved="same", words=" ")], nothing_new=True,
            **said,
        )  # fmt: skip
    draft = actions.review_plan(progress=sound, nothing_new=True, **said)
    assert (draft.version, draft.goes_on) == (2, plan.first)
    assert [one.words for one in rows(Goal, plan=draft.first)] == [read.words]
    assert len(rows(Progress)) == 2
    assert plans_of(by, person, at=at).in_force.row.version == 1  # type: ignore[union-attr]
    signed(person, plan=draft, at=at + DAY)
    seen = plans_of(by, person, at=at + DAY).seen
    assert [(one.row.version, one.row.state) for one in seen] == [(2, "signed"), (1, "replaced")]
    assert [len(one.goals) for one in seen] == [1, 2]


def test_what_was_signed_is_not_changed() -> None:
    person = sentenced()
    plan = signed(person)
    with pytest.raises(WrongState):
        goal(plan, at=SIGNED + HOUR)
    with pytest.raises(WrongState):
        actions.write_plan(
            by=manager(person), at=SIGNED, plan_id=plan.id, review_at=plan.review_at, parts=PARTS
        )


def test_a_step_is_done_or_given_up_for_a_reason_and_once() -> None:
    person = sentenced()
    signed(person)
    (one,) = rows(Step)
    by = manager(person)
    with pytest.raises(NotSaid):
        actions.close_step(by=by, at=SIGNED + DAY, step_id=one.id, state="given_up")
    actions.close_step(by=by, at=SIGNED + DAY, step_id=one.id, state="done", why="A place is free.")
    with pytest.raises(WrongState):
        actions.close_step(by=by, at=SIGNED + DAY, step_id=one.id, state="done")


def test_a_step_cannot_be_due_on_a_day_that_has_passed() -> None:
    one = goal(begun(sentenced()))
    with pytest.raises(BadDay):
        step(one, due=date(2026, 3, 2))
    step(one, due=date(2026, 3, 3))  # the day it is


def test_a_plan_ends_for_a_reason_and_then_another_may_begin() -> None:
    person = sentenced()
    plan = signed(person)
    actions.end_plan(by=manager(person), at=SIGNED + DAY, plan_id=plan.id, why="A new sentence.")
    assert plans_of(manager(person), person, at=SIGNED + DAY).in_force is None
    begun(person, at=SIGNED + DAY)


@pytest.mark.parametrize("who", [NURSE, WING])
def test_whoever_reads_in_short_writes_nothing(who: Any) -> None:
    person = sentenced()
    plan = begun(person)
    with pytest.raises(NotThere):  # the wall hides the row, as if there were none
        goal(plan, by=who)
    with pytest.raises((NotThere, Refused)):  # a nurse reads in short, of own cases alone
        plans_of(who, person, at=BEGUN)


def _ends_post(account: int) -> None:
    from throughcare.access.models import Post

    Post.objects.filter(account_id=account).update(ends=BEGUN + HOUR / 2)


def test_the_days_of_plan_yaml_are_those_of_the_database() -> None:
    for person, is_marked in ((sentenced(), False), (_marked(), True)):
        last = last_review(BEGUN, "Africa/Tunis", marked=is_marked)
        with refused_by("plan_is_reviewed_in_time"):
            raw_draft(person, review_at=last + HOUR / 60)
        raw_draft(person, review_at=last)


def _marked() -> Any:
    person = sentenced("Askar", cell="north/a/1/02")
    marked(person)
    return person


def test_the_clock_of_a_review_is_read_at_the_moment_of_the_signature() -> None:
    """A status that begins between draft and signature brings the review nearer."""
    person = sentenced()
    plan = begun(person, review_at=BEGUN + 180 * DAY)
    step(goal(plan))
    marked(person, at=BEGUN + HOUR, expires_at=AT + 150 * DAY)
    agreed(plan)
    with pytest.raises(BadReview):
        actions.sign_plan(by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
