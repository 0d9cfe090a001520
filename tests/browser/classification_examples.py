"""One woman of the demo with a level that holds and is appealed against, and a new board about her.

The minutes of the new board wait for another member. By accounts of the demo and their colleagues.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.browser.judgement_examples import _on_case
from tests.browser.safety_examples import DAY, held_example

BOARDED = "Exemplaria"
_COLLEAGUES = ("", "case manager two", "case manager three")


def classification_examples(now: datetime) -> None:
    """As of ten days ago, and of now."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.minutes_words import words_of as board_words

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), BOARDED, now)
    _is_a_woman(person, by("admissions officer"), now - 20 * DAY)
    for colleague in _COLLEAGUES:
        _on_case("case manager", person, now - 20 * DAY, colleague=colleague)
    for colleague in ("", "psychologist two"):
        _on_case("psychologist", person, now - 20 * DAY, colleague=colleague)
    first = _minuted(person, by, now - 10 * DAY, "first", "She was received and has no level yet.")
    two = by("case manager two")
    actions.sign_minutes(
        by=two,
        at=now - 9 * DAY,
        classification_id=first,
        seen=board_words(first),
        right=True,
        why="So it was said.",
    )
    actions.tell_classification(
        by=two, at=now - 8 * DAY, classification_id=first, told_at=now - 8 * DAY, how="both",
        language="fr",
    )  # fmt: skip
    actions.appeal(
        by=two, at=now - 7 * DAY, classification_id=first, words="I never climbed a fence.",
        language="fr", appealed_at=now - 7 * DAY,
    )  # fmt: skip
    _minuted(person, by, now, "manual", "She asks for work outside the walls.", level="low")


def _is_a_woman(person: UUID, by: Any, at: datetime) -> None:
    from throughcare.casework.people.actions import state_fact
    from throughcare.casework.people.kinds import Kind
    from throughcare.casework.people.models import Person

    state_fact(
        by=by, at=at, person_id=person, kind=Kind.SEX, value={"sex": "female"},
        expected=Person.objects.get(id=person).version,
    )  # fmt: skip


def _minuted(
    person: UUID, by: Any, at: datetime, trigger: str, why: str, level: str = "medium"
) -> UUID:
    """A board is called together, meets at once, and its minutes are written."""
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.actions import Sitting, Weighed

    sat = {
        "director": "prison director", "case_manager": "case manager two",
        "psychologist": "psychologist", "womens_officer": "womens unit officer",
    }  # fmt: skip
    on: dict[str, Any] = {"by": by("case manager"), "at": at}
    board = actions.call_board(**on, person_id=person, trigger=trigger, why=why, meets_at=at)
    seats = [
        Sitting(
            account=by(name).account, office=office,
            dissent="Low would be enough." if office == "psychologist" else "",
        )
        for office, name in sat.items()
    ]  # fmt: skip
    factors = [
        Weighed(kind="conduct", weighs="less", words="She keeps to the hours and helps others."),
        Weighed(kind="escape", weighs="more", words="In March she climbed the inner fence."),
        Weighed(kind="nearness", weighs="neither", words="Her sister comes on Sundays."),
    ]
    row = actions.write_minutes(
        **on, board_id=board.id, decided_at=at, seats=seats, factors=factors, level=level,
        reasons="One attempt to leave, and good conduct since.", wish="She wishes to work outside.",
        lower_why="The wing below has no inner fence.", review_at=at + 90 * DAY,
        departs_from="The psychologist advised low.", departs_why="The fence is being mended.",
        care="Two children, who live with her mother.", violence="not_known", mind="not_known",
        dependency="None.",
    )  # fmt: skip
    return row.first
