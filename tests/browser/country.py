"""Put the small invented country into the database that the environment names, as its owner.

Besides, one example of what the country lacks and a page shows: two files that may be of one
person, two that were joined, a photo, an emergency that waits for each second person.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import django

from tests.browser.classification_examples import classification_examples
from tests.browser.daily_examples import daily_examples
from tests.browser.judgement_examples import judgement_examples
from tests.browser.observation_examples import observation_examples
from tests.browser.plan_examples import plan_examples
from tests.browser.programme_examples import programme_examples
from tests.browser.reliability_examples import reliability_examples
from tests.browser.safety_examples import safety_examples
from tests.browser.team_examples import team_examples
from tests.browser.training_examples import training_examples


def main() -> None:
    """Run in a process of its own: the tables' owner is another role than the tests'."""
    django.setup()
    from throughcare.demo.country import country
    from throughcare.demo.loading import build

    now = datetime.now(UTC)
    build(country(1, "small", on=now - timedelta(minutes=5)), lambda done, of: None)
    examples(now)
    safety_examples(now)
    training_examples(now)
    judgement_examples(now)
    classification_examples(now)
    observation_examples(now)
    plan_examples(now)
    team_examples(now)
    programme_examples(now)
    reliability_examples(now)
    daily_examples(now)
    judged()


def judged() -> None:
    """Everybody and the home once, so that the pages have duties.

    File by file, as the pages do: for so few people half the time of the nightly `recompute`.
    """
    from throughcare.access.models import Post
    from throughcare.casework.people.models import Person
    from throughcare.duties.actions import judge_files, judge_house_now

    now = datetime.now(UTC)
    judge_files(list(Person.objects.values_list("id", flat=True)), at=now)
    judge_house_now(Post.objects.get(account__name="prison director").establishment, at=now)


def examples(now: datetime) -> None:
    """By the accounts of the demo, through the actions that pages call."""
    from throughcare.access.queries import viewer_of
    from throughcare.casework.people import actions, queries
    from throughcare.casework.people.models import AlertCode, NoteKind

    def account(name: str) -> Any:
        from throughcare.access.models import Account

        return viewer_of(Account.objects.get(name=name).pk, at=now)

    admissions = account("admissions officer")
    ids = [row.id for row in queries.list_of(admissions, at=now, limit=40).rows]
    asked = {"by": admissions, "at": now}
    actions.propose_duplicate(**asked, one=ids[10], other=ids[11], why="the same name and date")
    kept, merged = [one for one in ids[12:] if lies_with_men(one)][:2]
    actions.merge(**asked, kept=kept, merged=merged, why="one person, two files")
    file = queries.file_of(admissions, ids[0], at=now, why="tests")
    actions.set_photo(**asked, person_id=ids[0], raw=picture(), expected=file.version)
    actions.raise_alert(
        **asked, person_id=ids[0], code=AlertCode.NEEDS_INTERPRETER, why="asked for one",
        expires_at=now + timedelta(days=3),
    )  # fmt: skip
    actions.add_note(
        **asked, person_id=ids[0], kind=NoteKind.OBSERVATION, text="Seen.", happened_at=now
    )
    for name in ("security officer", "prison director"):
        break_glass(account(name), ids[1], now, name.replace(" ", "_"))


def lies_with_men(person: UUID) -> bool:
    """Two of these may be joined: a man joined with a woman would be a woman among men."""
    from throughcare.casework.custody.models import Placement

    now = Placement.objects.filter(person=person, stood_until=None, until=None)
    return now.filter(place__path__contains="/m/").exists()


def break_glass(by: Any, person: UUID, now: datetime, role: str) -> None:
    """An emergency that waits for its second person and for its review."""
    from throughcare.access.actions import break_glass as take
    from throughcare.access.matrix import matrix
    from throughcare.access.terms import Compartment, Role
    from throughcare.casework.people.files import entering, subject_of

    @entering
    def held(viewer: Any, *, at: datetime) -> Any:
        return subject_of(person)

    row = matrix().break_glass.allowed[Compartment.CON]
    take(
        by=by, at=now, subject=held(by, at=now), compartment=Compartment.CON, role=Role(role),
        ground=row.ground, others_on_duty=True,
        reason="The sister called: there was an accident at home.",
    )  # fmt: skip


def picture() -> bytes:
    """A small picture of nobody."""
    from PIL import Image

    kept = io.BytesIO()
    Image.new("RGB", (240, 320), (120, 150, 160)).save(kept, "JPEG")
    return kept.getvalue()


if __name__ == "__main__":
    main()
