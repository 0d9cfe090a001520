"""One sentenced person of the demo for the walk of the plan, with an own account.

Prints the file and the name of that account. The cases are given, a second psychologist has the
demo's word, and the demo's officer of intelligence is named for sharing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import django

COLLEAGUE: Final = "psychologist two"
_STAFF: Final = ("case manager", "psychologist", "chaplain", "teacher instructor")


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from tests.browser.judgement_examples import _on_case
    from tests.browser.plan_examples import _sentenced
    from tests.browser.safety_examples import DAY, held_example
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    now = datetime.now(UTC)

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), f"Planner{now:%H%M%S}", now)
    _sentenced(person, now - 29 * DAY)
    for name in _STAFF:
        _on_case(name, person, now - 25 * DAY)
    _on_case("psychologist", person, now - 25 * DAY, colleague=COLLEAGUE)
    word = Account.objects.get(name="case manager").password
    Account.objects.filter(name=COLLEAGUE).update(password=word)
    own = f"prisoner {now:%H%M%S}"
    _own_account(own, person, word)
    _named_for_sharing(by("prison director"), Account.objects.get(name="intelligence officer").pk)
    print(person, own.replace(" ", "_"))


def _own_account(name: str, person: UUID, word: str) -> None:
    from throughcare.access.models import Account, Post

    post = Post.objects.get(account__name="prisoner")
    account = Account.objects.create(name=name, person=person, password=word)
    Post.objects.create(
        account=account, role=post.role, establishment=post.establishment, begins=post.begins
    )


def _named_for_sharing(director: Any, officer: int) -> None:
    from throughcare.casework.intelligence import actions
    from throughcare.casework.intelligence.models import SharingOfficer

    now, place = datetime.now(UTC), director.posts[0].establishment
    named = SharingOfficer.objects.filter(establishment=place, ends=None).first()
    if named is not None and named.account == str(officer):
        return
    if named is not None:
        actions.end_appointment(by=director, at=now, officer_id=named.id)
    actions.appoint(by=director, at=now, establishment=place, account=officer, ends=None)


if __name__ == "__main__":
    main()
