"""One woman of the demo about whom the team met twice, and is to meet again.

One meeting is closed, and contested; the minutes of one wait for a signature; one is called.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.browser.classification_examples import _is_a_woman
from tests.browser.judgement_examples import _on_case
from tests.browser.safety_examples import DAY, held_example

SPOKEN = "Exemplorum"


def team_examples(now: datetime) -> None:
    """As of fifteen days ago, and of now."""
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.casework.team import actions
    from throughcare.casework.team.words import words_of

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), SPOKEN, now)
    _is_a_woman(person, by("admissions officer"), now - 20 * DAY)
    for colleague in ("", "case manager two", "case manager three"):
        _on_case("case manager", person, now - 20 * DAY, colleague=colleague)
    _on_case("psychologist", person, now - 20 * DAY)
    place = Post.objects.get(account__name="case manager").establishment
    case = _minuted(person, place, by, now - 14 * DAY)
    two = by("case manager two")
    actions.close_meeting(
        by=two, at=now - 13 * DAY, meeting_id=case.meeting_id, seen=words_of(case.meeting_id)
    )
    actions.tell_decisions(
        by=two, at=now - 12 * DAY, case_id=case.id, told_at=now - 12 * DAY, how="both",
        language="fr",
    )  # fmt: skip
    actions.contest_decisions(
        by=two, at=now - 11 * DAY, case_id=case.id, words="I asked for the garden.",
        language="fr", contested_at=now - 11 * DAY,
    )  # fmt: skip
    actions.correct_minutes(
        by=two, at=now - 10 * DAY, case_id=case.id, words="She worked there for two months.",
        why="The number of months was wrong.",
    )  # fmt: skip
    _minuted(person, place, by, now - DAY)
    meeting = _called(place, by, now, now + 3 * DAY)
    actions.bring(
        by=by("case manager"), at=now, meeting_id=meeting.id, person_id=person, because="release"
    )


def _called(place: str, by: Any, at: datetime, meets_at: datetime) -> Any:
    from throughcare.access.terms import Role
    from throughcare.casework.team import actions

    me = by("case manager")
    return actions.call_meeting(
        by=me, at=at, establishment=place, kind="ordinary", meets_at=meets_at, chair=me.account,
        roles=[Role.PSYCHOLOGIST, Role.CHAPLAIN], agencies=["Probation West"],
    )  # fmt: skip


def _minuted(person: UUID, place: str, by: Any, at: datetime) -> Any:
    """Called, on the agenda, held, and the psychologist wrote the minutes."""
    from throughcare.casework.team import actions
    from throughcare.casework.team.actions import Decided, Said, There

    me, two, writer = by("case manager"), by("case manager two"), by("psychologist")
    women = by("womens unit officer")
    meeting = _called(place, by, at, at)
    case = actions.bring(by=me, at=at, meeting_id=meeting.id, person_id=person, because="turn")
    there = [
        There(account=me.account, office="case_manager"),
        There(account=two.account, office="case_manager"),
        There(account=writer.account, office="psychologist"),
        There(account=women.account, office="womens_officer"),
    ]
    actions.write_attendance(by=writer, at=at, meeting_id=meeting.id, held_at=at, there=there)
    said = [
        Said(account=me.account, words="She is on time and helps others."),
        Said(account=two.account, words="She was calm.", dissent="The garden would be too early."),
        Said(account=writer.account, words="She sleeps better."),
        Said(account=women.account, words="Her children come on Sundays."),
    ]
    return actions.write_case(
        by=writer, at=at, case_id=case.id, considered="Three months of work in the kitchen.",
        heard="there", heard_words="She wishes to work outside.",
        reasons="She kept to the hours and asks for more.", said=said,
        decided=[
            Decided(words="Ask the workshop for a place.", owner=me.account, due_at=at + 7 * DAY)
        ],
    )  # fmt: skip
