"""Three people of the demo country for the walk of judgement, and the colleagues who judge.

Of the second a status and a level end SECONDS from now; of the third a status holds. Prints the
three files. Each colleague has the demo's word, so that four different accounts can sign in.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import django

SECONDS: Final = 60
DAY = timedelta(days=1)
COLLEAGUES: Final = ("case manager two", "case manager three", "psychologist two")


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from tests.browser.judgement_examples import _on_case
    from tests.browser.safety_examples import held_example
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    now = datetime.now(UTC)

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    made = []
    for number, name in enumerate(("Walker", "Ender", "Winner")):
        person = held_example(by("admissions officer"), f"{name}{now:%H%M%S}", now)
        for role in ("case manager", "psychologist"):
            _on_case(role, person, now - 20 * DAY)
        for colleague in COLLEAGUES:
            _on_case(colleague.rpartition(" ")[0], person, now - 20 * DAY, colleague=colleague)
        if number:
            ends = now + timedelta(seconds=SECONDS) if name == "Ender" else now + 60 * DAY
            _marked(person, by, now - 10 * DAY, ends)
        if name == "Ender":
            _classified(person, by, now - 10 * DAY, ends)
        made.append(str(person))
    word = Account.objects.get(name="case manager").password
    Account.objects.filter(name__in=COLLEAGUES).update(password=word)
    print(*made)


def _marked(person: UUID, by: Any, at: datetime, ends: datetime) -> None:
    """Proposed by one and confirmed by another."""
    from throughcare.casework.assessment import actions

    row = actions.propose_status(
        by=by("case manager three"), at=at, person_id=person, kind="assessed",
        legal_basis="article 9 of the prison act", owner_office="case staff", since=at,
        evidence="Two men say that he told them to stop working.",
        reasons="He put others under pressure.", review_at=at + DAY, expires_at=ends,
    )  # fmt: skip
    actions.confirm_status(
        by=by("case manager two"), at=at, status_id=row.id, confirm=True, why="agreed"
    )


def _classified(person: UUID, by: Any, at: datetime, ends: datetime) -> None:
    """A board sat, and its level holds until then."""
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.actions import Sitting, Weighed
    from throughcare.casework.assessment.minutes_words import words_of as board_words

    me = by("case manager")
    board = actions.call_board(
        by=me, at=at, person_id=person, trigger="manual", why="A status began.", meets_at=at
    )
    sat = {
        "director": "prison director", "case_manager": "case manager two",
        "psychologist": "psychologist",
    }  # fmt: skip
    seats = [Sitting(account=by(name).account, office=office) for office, name in sat.items()]
    row = actions.write_minutes(
        by=me, at=at, board_id=board.id, decided_at=at, seats=seats, level="medium",
        factors=[Weighed(kind="pressure", weighs="more", words="Two men say so.")],
        reasons="He put others under pressure.", lower_why="Both men work in the wing below.",
        wish="He wishes to work.", review_at=ends, model="integration",
        model_why="He works well with others.",
    )  # fmt: skip
    actions.sign_minutes(
        by=by("case manager two"),
        at=at,
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was.",
    )


if __name__ == "__main__":
    main()
