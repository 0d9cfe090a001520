"""A man who was separated twice this month in the demo country, and a new officer who may move him.

Prints the file. The officer has a post of the wing and one of the reception, and the demo's word.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import django

OFFICER = "new officer"


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from tests.browser.safety_examples import DAY, HOUR, held_example, order_words
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.access.terms import Role
    from throughcare.casework.safety import actions

    now = datetime.now(UTC)
    known = Account.objects.get(name="security officer")
    place = Post.objects.get(account=known).establishment
    account, made = Account.objects.get_or_create(
        name=OFFICER, defaults={"password": known.password}
    )
    if made:
        for role in (Role.SECURITY_OFFICER, Role.ADMISSIONS_OFFICER):
            Post.objects.create(
                account=account, role=role, establishment=place, begins=now - timedelta(days=1)
            )

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), f"Thrice{now:%H%M%S}", now)
    director = by("prison director")
    for begins, lasts in ((8 * DAY, 3 * DAY), (5 * DAY - 2 * HOUR, 5 * DAY - 4 * HOUR)):
        since = now - begins
        order = actions.order_separation(
            by=director, at=now, person_id=person, kind="segregation_cell", since=since,
            order=order_words(since),
        )  # fmt: skip
        actions.end_separation(
            by=director, at=now, person_id=person, separation_id=order.separation_id,
            until=since + lasts, reason="calm again",
        )  # fmt: skip
    print(person, f"Thrice{now:%H%M%S}")


if __name__ == "__main__":
    main()
