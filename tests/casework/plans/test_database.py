"""What the database refuses of a plan, whatever wrote it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.casework.plans.made import (
    BEGUN,
    DAY,
    HOUR,
    SIGNED,
    agreed,
    assigned,
    begun,
    goal,
    manager,
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
from tests.staff import see_all_rows
from throughcare.access.models import Account, Post
from throughcare.access.terms import Role
from throughcare.casework.plans import actions
from throughcare.casework.plans.errors import NotAgreed, SameHand
from throughcare.casework.plans.models import Caring, Goal, Handover, Plan, Said, Step
from throughcare.casework.rows.anew import anew

pytestmark = pytest.mark.django_db


def raw(row: Any, by: int = 931, *, replaces: Any = None, at: Any = SIGNED, **more: Any) -> Any:
    """A row as nobody's action would write it."""
    see_all_rows("PLN")
    row.id, row.recorded_at, row.recorded_by = uuid4(), at, str(by)
    for name, value in more.items():
        setattr(row, name, value)
    if replaces is not None:
        type(row).objects.filter(id=replaces.id).update(stood_until=at)
        row.person_id, row.replaces_id = replaces.person_id, replaces.id
    row.save(force_insert=True)
    return row


def now(model: Any, **of: Any) -> Any:
    see_all_rows("PLN")
    return model.objects.get(stood_until=None, **of)


def another_goal(plan: Plan, **more: Any) -> Goal:
    said: dict[str, Any] = {
        "plan_id": plan.first, "person_id": plan.person_id, "words": "I want to cook.",
        "serves": "work", "serves_words": "A trade.", "measure": "He cooks.", "state": "live",
    }  # fmt: skip
    return Goal(**{**said, **more})


def another_step(of: Goal, **more: Any) -> Step:
    said: dict[str, Any] = {
        "goal_id": of.first, "person_id": of.person_id, "words": "Ask.", "actor": "prisoner",
        "due": date(2026, 5, 1), "state": "open",
    }  # fmt: skip
    return Step(**{**said, **more})


def test_a_sixth_goal() -> None:
    plan = begun(sentenced())
    for _ in range(5):
        goal(plan)
    with refused_by("five_goals_at_most"):
        raw(another_goal(plan))


def test_a_goal_without_words() -> None:
    plan = begun(sentenced())
    with refused_by("goal_is_in_words"):
        raw(another_goal(plan, words=""))


def test_a_goal_in_what_was_signed() -> None:
    plan = signed(sentenced())
    with refused_by("goal_is_written_in_a_draft"):
        raw(another_goal(plan))
    with refused_by("step_is_written_in_a_draft"):
        raw(another_step(now(Goal)))


def test_a_step_of_somebody_who_left() -> None:
    one = goal(begun(sentenced()))
    gone = second(one.person_id).account
    Post.objects.filter(account_id=gone).update(ends=BEGUN)
    with refused_by("step_has_somebody_who_is_there"):
        raw(another_step(one, actor="staff", account=str(gone), role="case_manager"))


def test_a_step_of_nobody() -> None:
    one = goal(begun(sentenced()))
    with refused_by("step_is_somebodys"):
        raw(another_step(one, actor="agency"))


def test_another_day_for_a_step_that_is_promised() -> None:
    one = step(goal(begun(sentenced())))
    with refused_by("step_stays_what_it_is"):
        raw(anew(one, due=date(2027, 1, 1)), replaces=one)


def test_a_plan_signed_without_an_answer_or_by_one_side_alone() -> None:
    plan = with_a_goal(sentenced())
    row = now(Plan)
    both: dict[str, Any] = {
        "state": "signed", "signed_by": "931", "signed_at": SIGNED, "person_how": "thumb",
        "person_by": "931", "person_at": SIGNED, "person_seen": plan_words(plan.id),
        "signed_seen": plan_words(plan.id),
    }  # fmt: skip
    with refused_by("nothing_is_signed_without_an_agreement", "signed_plan_stays_as_signed"):
        raw(anew(row, **both), replaces=row)
    with refused_by("nothing_is_signed_without_an_agreement"):
        raw(
            anew(
                row,
                **{**both, "state": "draft", "signed_by": "", "signed_at": None, "signed_seen": ""},
            ),
            replaces=row,
        )
    agreed(plan)
    row = now(Plan)
    with refused_by("plan_is_signed_by_both", "two_people_sign"):
        raw(anew(row, state="signed"), replaces=row)


def test_an_account_that_signs_for_somebody_else() -> None:
    person = sentenced()
    plan = with_a_goal(person)
    actions.write_agreement(
        by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id), agreement="agreed"
    )
    row = now(Plan)
    with refused_by("own_signature_is_own"):
        raw(anew(row, person_how="account", person_by="931", person_at=SIGNED), replaces=row)


def test_staff_fields_by_the_hand_of_the_person() -> None:
    person = sentenced()
    plan = with_a_goal(person)
    me = the_prisoner(person).account
    row = now(Plan)
    with refused_by("staff_fields_are_for_staff"):
        raw(anew(row, family="Mine alone."), me, replaces=row)
    with refused_by("staff_fields_are_for_staff"):
        raw(another_goal(plan), me)
    with refused_by("said_by_whose_hand"):
        raw(
            Said(person_id=person, kind="proposal", words="I.", own_hand=False, said_at=SIGNED),
            me,
        )


def test_both_signatures_by_one_human_being_with_two_accounts() -> None:
    person = sentenced()
    plan = with_a_goal(person)
    me = the_prisoner(person)
    actions.write_agreement(
        by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id), agreement="agreed"
    )
    actions.sign_own(by=me, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    mine = Account.objects.get(pk=me.account).holder
    Account.objects.create(pk=952, name="the same", holder=mine)
    staff = assigned(Role.CASE_MANAGER, 952, person)
    with pytest.raises(SameHand):
        actions.sign_plan(by=staff, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    row = now(Plan)
    with refused_by("two_people_sign", "staff_fields_are_for_staff"):
        raw(
            anew(row, state="signed", signed_by=str(staff.account), signed_at=SIGNED),
            staff.account, replaces=row,
        )  # fmt: skip


def test_what_was_signed_in_other_words() -> None:
    plan = signed(sentenced())
    row = now(Plan)
    with refused_by("signed_plan_stays_as_signed"):
        raw(
            anew(
                row, state="ended", family="None.", ended_at=SIGNED, ended_by="931", ended_why="x"
            ),
            replaces=row,
        )
    with refused_by("step_of_a_plan"):
        raw(anew(row), replaces=row)
    assert plan.state == "signed"


def test_a_change_under_a_signature_that_stays() -> None:
    agreed(with_a_goal(sentenced()))
    row = now(Plan)
    with refused_by("change_ends_the_signature"):
        raw(anew(row, family="Another."), replaces=row)


SIGNATURES = {
    "agreement": {"agreement": "agreed", "agreement_by": "931"},
    "person": {"person_how": "thumb", "person_by": "931", "person_at": SIGNED},
    "signed": {"state": "signed", "signed_by": "931", "signed_at": SIGNED},
}


@pytest.mark.parametrize("given", SIGNATURES)
def test_an_answer_or_a_signature_under_words_that_do_not_stand(given: str) -> None:
    person = sentenced()
    plan = with_a_goal(person)
    other = plan_words(plan.id)
    step(goal(plan, words="I want to cook."))
    by, on = manager(person), {"at": SIGNED, "plan_id": plan.id}
    if given != "agreement":
        actions.write_agreement(by=by, **on, seen=plan_words(plan.id), agreement="agreed")
    if given == "signed":
        actions.write_signature(by=by, **on, seen=plan_words(plan.id), how="thumb")
    row, said = now(Plan), SIGNATURES[given]
    for seen in ("", other):
        with refused_by("signed_as_seen"):
            raw(anew(row, **said, **{f"{given}_seen": seen}), replaces=row)
    raw(anew(row, **said, **{f"{given}_seen": plan_words(plan.id)}), replaces=row)


def test_a_goal_or_a_step_that_is_gone_when_the_other_side_signs() -> None:
    person = sentenced()
    plan = with_a_goal(person)
    more = step(now(Goal), words="Ask for the other school.")
    agreed(plan)
    row = now(Plan)
    Step.objects.filter(id=more.id).update(stood_until=SIGNED)
    with refused_by("both_sign_the_same"):
        raw(
            anew(row, **SIGNATURES["signed"], signed_seen=plan_words(plan.id)), replaces=row
        )  # fmt: skip
    with pytest.raises(NotAgreed, match="to which words"):
        actions.sign_plan(
            by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id)
        )  # fmt: skip
    agreed(plan)
    assert actions.sign_plan(
        by=manager(person), at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id)
    ).state == "signed"  # fmt: skip


def test_a_step_that_is_done_or_handed_on_under_a_signature_that_stays() -> None:
    agreed(with_a_goal(sentenced()))
    one = now(Step)
    with refused_by("change_ends_the_signature"):
        raw(anew(one, state="done", closed_at=SIGNED), replaces=one)


def test_a_second_draft() -> None:
    person = sentenced()
    begun(person)
    with refused_by("one_plan_at_a_time"):
        raw_draft(person)


def test_a_review_that_says_nothing() -> None:
    person = sentenced()
    plan = signed(person)
    review: dict[str, Any] = {"version": 2, "goes_on": plan.first, "recorded_at": SIGNED}
    with refused_by("review_says_what_is_new_or_that_nothing_is"):
        raw_draft(person, **review)
    with refused_by("review_goes_on_from_the_plan"):
        raw_draft(person, **{**review, "version": 3}, nothing_new=True)
    raw_draft(person, **review, nothing_new=True)


def test_a_plan_without_goals() -> None:
    plan = begun(sentenced())
    row, seen = now(Plan), plan_words(plan.id)
    row = raw(
        anew(
            row, agreement="agreed", agreement_by="931", person_how="thumb", person_by="931",
            person_at=SIGNED, agreement_seen=seen, person_seen=seen,
        ),
        replaces=row,
    )  # fmt: skip
    with refused_by("plan_has_goals_and_steps"):
        raw(anew(row, state="signed", signed_by="931", signed_at=SIGNED), replaces=row)


def test_a_receipt_by_whoever_is_no_probation_officer() -> None:
    person = sentenced()
    row = actions.hand_over(
        by=manager(person), at=SIGNED, person_id=person, to="probation", agency="Town",
        handed="All.", asked_at=SIGNED,
    )  # fmt: skip
    said: dict[str, Any] = {"state": "received", "answer": "All of it.", "answered_at": SIGNED}
    with refused_by("probation_receives_itself"):
        raw(anew(row, **said, answered_by="933"), second(person).account, replaces=row)
    with refused_by("probation_receives_and_agencies_answer"):
        raw(anew(row, **{**said, "state": "accepted"}, answered_by="931"), replaces=row)
    assert now(Handover).state == "asked"


def test_a_worker_who_left_and_one_whose_beginning_moves() -> None:
    person = sentenced()
    caring = actions.name_worker(
        by=manager(person), at=SIGNED, person_id=person, account=manager(person).account
    )
    with refused_by("care_is_only_ended"):
        raw(anew(caring, since=SIGNED - DAY, until=SIGNED + DAY), replaces=caring)
    gone = second(person).account
    Post.objects.filter(account_id=gone).update(ends=BEGUN)
    with refused_by("who_cares_is_there"):
        raw(Caring(person_id=person, account=str(gone), since=SIGNED))


def test_whoever_is_not_of_the_case_finds_no_row() -> None:
    from tests.staff import see_no_rows

    signed(sentenced())
    see_no_rows()
    assert not Plan.objects.exists() and not Goal.objects.exists() and not Step.objects.exists()
    assert isinstance(uuid4(), UUID) and HOUR
