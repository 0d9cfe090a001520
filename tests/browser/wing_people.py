"""A unit of its own in the prison of the demo with three people, for the tests of the wing.

Prints the address of its list, and their files.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import django


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from tests.browser.safety_examples import DAY, held_example
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.casework.custody import actions
    from throughcare.kernel.models import Place, PlaceKind

    now = datetime.now(UTC)
    by: Any = viewer_of(Account.objects.get(name="admissions officer").pk, at=now)
    path = Post.objects.get(account__name="prison director").establishment
    for kind, code in ((PlaceKind.PREMISES, f"z{now:%H%M%S%f}"), (PlaceKind.UNIT, "1")):
        above, path = Place.objects.get(path=path), f"{path}/{code}"
        Place.objects.create(
            parent=above,
            kind=kind,
            code=code,
            path=path,
            name={"en": f"Wing {code}"},
            used_from=now - 60 * DAY,
        )
    people = []
    for number in range(3):
        person = held_example(by, f"Landing{now:%H%M%S%f}{number}", now)
        actions.place_in(by=by, at=now - DAY, person_id=person, place=path, since=now - DAY)
        people.append(str(person))
    print(f"/observe/{path}", *people)


if __name__ == "__main__":
    main()
