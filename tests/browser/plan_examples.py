"""One woman of the demo with a plan in force and the draft of its next version.

And a man whose draft waits for each signature. By accounts of the demo and their colleagues.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.browser.classification_examples import _is_a_woman
from tests.browser.judgement_examples import _on_case
from tests.browser.safety_examples import DAY, held_example

PLANNED, DRAFTED = "Exemplarum", "Exemplaris"
_GOALS = (
    ("I want to read the letters of my daughter by myself.", "learning", "I left school at nine."),
    ("أريد أن أتعلم مهنة الخياطة", "work", "My mother sewed for the whole street."),
    ("Хочу снова жить рядом с сестрой.", "home", "My sister has a room for me."),
    ("I want to talk before I shout.", "safety", "I was hit when I was small."),
    ("Балаларыммен жиі сөйлескім келеді.", "family", "Two children live with my mother."),
)


def plan_examples(now: datetime) -> None:
    """As of twenty days ago, and of now."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    for name, drafts in ((PLANNED, False), (DRAFTED, True)):
        person = held_example(by("admissions officer"), name, now)
        _is_a_woman(person, by("admissions officer"), now - 25 * DAY)
        for who in ("case manager", "probation officer", "chaplain"):
            _on_case(who, person, now - 25 * DAY)
        _sentenced(person, now - 29 * DAY)
        if drafts:
            _drafted(person, by, now - 2 * DAY)
        else:
            _signed(person, by, now)

    _of_the_prisoner(by, now)


def _of_the_prisoner(by: Any, now: datetime) -> None:
    """The next version of the plan of the demo's own account, which the person may sign."""
    from throughcare.access.models import Account
    from throughcare.access.queries import holder_of
    from throughcare.casework.people.models import Person
    from throughcare.casework.plans import actions
    from throughcare.casework.plans.models import Goal, Plan

    person = Account.objects.get(name="prisoner").person
    assert person is not None and holder_of(by("case manager").account)
    assert Person.objects.get(id=person).held_at
    on: dict[str, Any] = {"by": by("case manager"), "at": now}  # the case is theirs already
    plan = Plan.objects.get(person_id=person, stood_until=None, state="signed")
    goals = Goal.objects.filter(plan=plan.first, stood_until=None, state="live")
    draft = actions.review_plan(
        **on, plan_id=plan.id, changed="He asks for the workshop.", review_at=now + 80 * DAY,
        progress=[
            actions.Went(goal=one.first, moved="moved", words="He went there.") for one in goals
        ],
    )  # fmt: skip
    actions.write_agreement(**on, plan_id=draft.id, seen=_words(draft.id), agreement="agreed")


def _sentenced(person: UUID, at: datetime) -> None:
    from throughcare.casework.custody.models import LegalStatus
    from throughcare.casework.people.files import fresh_id

    LegalStatus.objects.create(
        id=fresh_id(at), person_id=person, recorded_at=at, recorded_by="1", value="sentenced",
        since=at,
    )  # fmt: skip


def _drafted(person: UUID, by: Any, at: datetime) -> UUID:
    """A draft with five goals that the person agreed to in part."""
    from throughcare.casework.plans import actions

    manager = by("case manager")
    from throughcare.casework.plans.groups import groups_of
    from throughcare.casework.plans.rules import SENTENCED, not_in_short

    left = () if SENTENCED in groups_of(person, at=at) else not_in_short()
    on: dict[str, Any] = {"by": manager, "at": at}
    actions.say(**on, person_id=person, kind="proposal", words="I want to cook for my children.")
    plan = actions.begin_plan(
        **on, person_id=person, review_at=at + 80 * DAY, choice="not_said",
        parts={name: said for name, said in {
            "staff": "The case manager asks the school each month and says what came of it.",
            "family": "Her mother and two children visit on Saturdays.",
            "release": "A room with her sister, papers by then, and work as a seamstress.",
            "conditions": "She reports to the office of probation each month for a year.",
            "care": "Two children, who live with her mother.",
            "children": "They come on Saturdays; a call on Wednesdays.",
            "programmes": "The group for mothers on Tuesdays.",
            "adjustments": "A bed below, and larger letters.",
            "school": "Each morning.", "guardian": "Her aunt comes each month.",
        }.items() if name not in left},
    )  # fmt: skip
    owners = (manager.account, by("chaplain").account)
    for number, (words, serves, because) in enumerate(_GOALS):
        goal = actions.add_goal(
            **on, plan_id=plan.id, words=words, serves=serves, serves_words=because,
            measure="We look at it together each month.",
        )  # fmt: skip
        due = (at + timedelta(days=20 + number)).date()
        actions.add_step(
            **on, goal_id=goal.id, words="Ask for a place and tell her the answer.", due=due,
            actor="staff", account=owners[number % 2],
        )  # fmt: skip
        actions.add_step(
            **on, goal_id=goal.id, words="Go there each week.", actor="prisoner", due=due
        )
    actions.write_agreement(
        **on,
        plan_id=plan.id,
        seen=_words(plan.id),
        agreement="partly",
        why="The school is on the day of the visits.",
    )
    return plan.first


def _signed(person: UUID, by: Any, now: datetime) -> None:
    """In force, one step done, reviewed; a plan for release, and its handover."""
    from throughcare.casework.plans import actions
    from throughcare.casework.plans.models import Goal, Step

    then = now - 20 * DAY
    on: dict[str, Any] = {"by": by("case manager"), "at": then}
    plan = _drafted(person, by, then)
    actions.write_signature(**on, plan_id=plan, seen=_words(plan), how="thumb")
    actions.sign_plan(**on, plan_id=plan, seen=_words(plan))
    goals = list(Goal.objects.filter(plan=plan, stood_until=None).order_by("first"))
    step = Step.objects.filter(goal=goals[0].first).first()
    assert step is not None
    on["at"] = now - 5 * DAY
    actions.close_step(**on, step_id=step.id, state="done", why="A place is free on Mondays.")
    actions.review_plan(
        **on, plan_id=plan, changed="She has a place at school.", review_at=now + 70 * DAY,
        progress=[
            actions.Went(goal=one.first, moved="moved", words="She went there twice.")
            for one in goals
        ],
    )  # fmt: skip
    actions.write_release_plan(
        **on, person_id=person, made_at=on["at"], needs="A room, papers, work.",
        measures="Days outside with her sister before.", contacts="Her sister, by telephone.",
        partners="Probation, and the office for women.", women_needs="A place for her children.",
        first_meeting="Office of probation", first_meeting_at=now + 200 * DAY,
        crisis="She calls her sister, then the case manager.",
    )  # fmt: skip
    for to, agency in (("probation", "Office of the town"), ("aftercare", "House for women")):
        actions.hand_over(
            **on, person_id=person, to=to, agency=agency, handed="The plan, by her consent.",
            asked_at=on["at"],
        )  # fmt: skip
    actions.file_report(
        **on, person_id=person, kind="update", received_at=on["at"], written_by="The psychologist",
        where="Folder 12",
    )  # fmt: skip
    actions.name_worker(**on, person_id=person, account=by("case manager").account)


def _words(plan: UUID) -> str:
    """What the page of the plan shows now, as its form carries it."""
    from throughcare.casework.plans.models import Plan
    from throughcare.casework.plans.words import words_of

    first = Plan.objects.get(id=plan).first
    return words_of(Plan.objects.get(first=first, stood_until=None).id)
