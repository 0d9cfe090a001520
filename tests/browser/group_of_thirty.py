"""Thirty people in one group in the prison of the demo, for the tests of the register.

Prints the address of the register and their files.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import django

DAY = timedelta(days=1)


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from tests.browser.judgement_examples import _on_case
    from tests.browser.programme_examples import a_course, walk
    from tests.browser.safety_examples import held_example
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    now = datetime.now(UTC)
    at = now - 20 * DAY

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    people = [
        held_example(by("admissions officer"), f"Thirty{now:%H%M%S%f}{number:02}", now)
        for number in range(30)
    ]
    for person in people:
        for name in ("case manager", "teacher instructor"):
            _on_case(name, person, at - DAY)
    officer = by("case manager")
    course, into = a_course(officer, at, today=now.date(), name=f"Letters {now:%H%M%S%f}")
    for person in people:
        walk(person, at, steps=3, course=course.id, into=into.first, by=officer)
    on = into.starts_on + timedelta(days=14)
    print(f"/programmes/groups/{into.first}/register?on={on}", *people)


if __name__ == "__main__":
    main()
