"""Three people separated for some days in the prison of the demo, for the tests of the day.

Prints the prison and their files.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import django

DAY = timedelta(days=1)


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.casework.custody import actions as custody
    from throughcare.casework.custody.terms import OrderKind
    from throughcare.casework.people.actions import register_person
    from throughcare.casework.people.kinds import Kind
    from throughcare.casework.safety import actions
    from throughcare.kernel.names import name_of

    now = datetime.now(UTC)
    begun = now - 3 * DAY

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    officer, director = by("admissions officer"), by("prison director")
    prison = Post.objects.get(account__name="prison director").establishment
    people = []
    for number in range(3):
        said: dict[str, Any] = {"by": officer, "at": begun}
        called = {"use": "recorded", "parts": name_of("Shift", f"Worker{number}")}
        born = {"date": "1980-01-01"}
        person = register_person(
            **said, establishment=prison, facts=[(Kind.NAME, called), (Kind.BIRTH_DATE, born)]
        ).id
        custody.register_order(
            **said, person_id=person, kind=OrderKind.REMAND, authority="Court of the North",
            number=f"D {now:%H%M%S%f} {number}", issued_on=begun.date(), valid_from=begun,
            valid_to=now + 60 * DAY,
        )  # fmt: skip
        custody.receive(**said, person_id=person, establishment=prison, admitted_at=begun)
        actions.order_separation(
            by=director, at=now, person_id=person, kind="own_cell", since=begun,
            order=actions.OrderWords(
                ground="security", authority="A. Director", authority_role="director",
                legal_ground="article 12", reasons="a fight", alternatives_tried="talks",
                made_at=begun, valid_from=begun, end_at=begun + 5 * DAY, review_at=begun + DAY,
            ),
        )  # fmt: skip
        people.append(str(person))
    print(prison, *people)


if __name__ == "__main__":
    main()
