"""Plans that people agreed to or did not, signed by both, looked at again, and some waiting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.plans import actions
from throughcare.casework.plans.actions import Went
from throughcare.casework.plans.groups import groups_of
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.plans.rules import SENTENCED, WOMEN, asked_of, not_in_short
from throughcare.casework.plans.terms import (
    Actor,
    Agreement,
    Moved,
    SaidKind,
    SignedHow,
    StepState,
)
from throughcare.casework.plans.words import words_of
from throughcare.demo.acted import plan_words
from throughcare.demo.acted.cast import DAY, Cast
from throughcare.demo.acted.plan_words import Words

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_HALF_A_YEAR: Final = 170 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person says of the plan, and how it was signed."""

    agreement: Agreement = Agreement.AGREED
    why: str = ""
    how: SignedHow = SignedHow.THUMB
    how_why: str = ""


def looked_at_again(cast: Cast, person: UUID) -> None:
    """A plan whose first steps went well and not so well; then the second version."""
    plan = signed(cast, person, plan_words.AGAIN, at=cast.morning(140))
    reading, trade = (_goal_of(plan, one) for one in plan_words.AGAIN.goals)
    _close(
        cast, _step_of(trade, plan_words.TRADE.steps[1]), at=cast.morning(100),
        state=StepState.GIVEN_UP, why="The sister has moved away, and the library has the book.",
    )  # fmt: skip
    _reviewed(cast, plan, {reading: Moved.MOVED, trade: Moved.SAME}, at=cast.morning(50))


def marked(cast: Cast, person: UUID) -> None:
    """A plan after an assessment: it is looked at again within three months, so in a few days."""
    at = cast.morning(80)
    signed(
        cast, person, plan_words.MARKED, at=at, lasts=86 * DAY,
        answer=Answer(agreement=Agreement.PARTLY, why="The talks yes, the workshop not now."),
    )  # fmt: skip


def not_agreed(cast: Cast, person: UUID) -> None:
    """Not to agree is a right. The day of its review has come, and a step is late."""
    at = cast.morning(70)
    plan = signed(
        cast, person, plan_words.NOT_AGREED, at=at, lasts=67 * DAY,
        answer=Answer(
            agreement=Agreement.NOT, why="Others wrote this. I was asked when it was done.",
            how=SignedHow.DECLINED, how_why="I do not sign what is not mine.",
        ),
    )  # fmt: skip
    actions.say(
        by=cast.viewer("manager", at + 3 * DAY), at=at + 3 * DAY, person_id=person,
        kind=SaidKind.DISAGREE, plan_id=plan.id, words="Ask me first next time, not last.",
    )  # fmt: skip


def woman(cast: Cast, person: UUID) -> None:
    """Who depends on her, her children, and what she chose to speak of."""
    signed(cast, person, plan_words.WOMAN, at=cast.morning(60))


def young(cast: Cast, person: UUID) -> None:
    """Short and voluntary, before a sentence, with the school and with her aunt."""
    signed(
        cast, person, plan_words.YOUNG, at=cast.morning(30), by="juvenile",
        answer=Answer(how=SignedHow.SIGNATURE),
    )  # fmt: skip


def older(cast: Cast, person: UUID) -> None:
    """What makes daily life possible."""
    signed(
        cast, person, plan_words.OLDER, at=cast.morning(45),
        answer=Answer(how=SignedHow.SIGNATURE),
    )  # fmt: skip


def own(cast: Cast, person: UUID, me: int) -> None:
    """Of whoever has an own account: the goal was the person's proposal, and so is a signature."""
    at = cast.morning(20)
    said = actions.say(
        by=viewer_of(me, at=at), at=at, person_id=person, kind=SaidKind.PROPOSAL,
        words=plan_words.OWN.goals[0].words,
    )  # fmt: skip
    plan = draft(cast, person, plan_words.OWN, at=at + DAY, proposal_id=said.id)
    later = at + 2 * DAY
    row = actions.write_agreement(
        by=cast.viewer("manager", later), at=later, plan_id=plan.id, agreement=Agreement.AGREED,
        seen=words_of(plan.id),
    )  # fmt: skip
    row = actions.sign_own(
        by=viewer_of(me, at=later + _HOUR), at=later + _HOUR, plan_id=plan.id, seen=words_of(row.id)
    )
    actions.sign_plan(
        by=cast.viewer("manager", later + DAY), at=later + DAY, plan_id=plan.id,
        seen=words_of(row.id),
    )  # fmt: skip


def signed(
    cast: Cast, person: UUID, words: Words, *, at: datetime, by: str = "manager",
    answer: Answer | None = None, lasts: timedelta = _HALF_A_YEAR,
) -> Plan:  # fmt: skip
    """Written with the person, agreed to or not, and signed by both a day later; then done."""
    begun = draft(cast, person, words, at=at, by=by, lasts=lasts)
    plan = _signed(cast.viewer(by, at + DAY), begun, answer or Answer(), at=at + DAY)
    for goal in words.goals:
        for step in goal.steps:
            if step.done:
                row = _step_of(_goal_of(plan, goal), step)
                day = at + (step.days - 1) * DAY
                _close(cast, row, at=day, state=StepState.DONE, why=step.done, by=by)
    return plan


def draft(
    cast: Cast, person: UUID, words: Words, *, at: datetime, by: str = "manager",
    lasts: timedelta = _HALF_A_YEAR, proposal_id: UUID | None = None,
) -> Plan:  # fmt: skip
    """A draft with its goals and steps. `proposal_id`: what the first goal was made of."""
    me = cast.viewer(by, at)
    parts, choice = _asked(me, person, words, at=at)
    plan = actions.begin_plan(
        by=me, at=at, person_id=person, review_at=at + lasts, parts=parts, choice=choice
    )
    for minutes, one in enumerate(words.goals):
        _goal(cast, me, plan, one, at=at + minutes * _MINUTE, proposal_id=proposal_id)
        proposal_id = None
    return plan


@entering
def _asked(
    viewer: Viewer, person: UUID, words: Words, *, at: datetime
) -> tuple[dict[str, str], str]:
    """The words, and what is asked of this person besides because of who that is."""
    groups = groups_of(person, at=at)
    parts = {name: plan_words.ASKED[name] for name in asked_of(groups)} | dict(words.parts)
    if SENTENCED not in groups:
        parts = {name: text for name, text in parts.items() if name not in not_in_short()}
    return parts, words.choice or ("not_said" if WOMEN in groups else "")


def _goal(cast: Cast, me: Viewer, plan: Plan, said: plan_words.Goal, **of: Any) -> None:
    at = of["at"]
    goal = actions.add_goal(
        by=me, plan_id=plan.id, words=said.words, serves=said.serves, serves_words=said.because,
        measure=said.measure, **of,
    )  # fmt: skip
    for one in said.steps:
        actions.add_step(
            by=me, at=at, goal_id=goal.id, words=one.words, actor=one.actor,
            due=(at + one.days * DAY).date(), who=one.who,
            account=cast.number(one.by) if one.actor == Actor.STAFF else "",
        )  # fmt: skip


def _signed(me: Viewer, plan: Plan, answer: Answer, *, at: datetime) -> Plan:
    row = actions.write_agreement(
        by=me, at=at, plan_id=plan.id, agreement=answer.agreement, why=answer.why,
        seen=words_of(plan.id),
    )  # fmt: skip
    row = actions.write_signature(
        by=me, at=at + _HOUR, plan_id=plan.id, how=answer.how, why=answer.how_why,
        seen=words_of(row.id),
    )  # fmt: skip
    return actions.sign_plan(by=me, at=at + 2 * _HOUR, plan_id=plan.id, seen=words_of(row.id))


def _reviewed(cast: Cast, plan: Plan, went: Mapping[Goal, Moved], *, at: datetime) -> None:
    me = cast.viewer("manager", at)
    words = {
        Moved.MOVED: "He reads the headlines aloud, and the letters slowly.",
        Moved.SAME: "The workshop was shut; he asks for it again.",
    }
    row = actions.review_plan(
        by=me, at=at, plan_id=plan.id, review_at=at + _HALF_A_YEAR,
        changed="He wants to learn to speak about quarrels, too.",
        progress=[
            Went(goal=goal.first, moved=moved, words=words[moved]) for goal, moved in went.items()
        ],
    )  # fmt: skip
    # The class goes on, with a new step, and the talks come to it.
    reading = _goal_of(row, plan_words.READING)
    actions.add_step(
        by=me, at=at, goal_id=reading.id, words="Read one letter a week aloud.",
        actor=Actor.PRISONER, due=(at + 60 * DAY).date(),
    )  # fmt: skip
    _goal(cast, me, row, plan_words.TALKING, at=at)
    _signed(cast.viewer("manager", at + 2 * DAY), row, Answer(), at=at + 2 * DAY)


def _close(
    cast: Cast, step: Step, *, at: datetime, state: StepState, why: str, by: str = "manager"
) -> None:
    actions.close_step(
        by=cast.viewer(by, at), at=at, step_id=step.id, state=state, why=why
    )  # fmt: skip


def _goal_of(plan: Plan, said: plan_words.Goal) -> Goal:
    return Goal.objects.get(plan=plan.first, stood_until=None, words=said.words)


def _step_of(goal: Goal, said: plan_words.Step) -> Step:
    return Step.objects.get(goal=goal.first, stood_until=None, words=said.words)
