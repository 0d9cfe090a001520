"""Somebody received in the demo country some hours ago, for the walks of transfer and release.

Prints the file, its prison and another one. Received by another officer than the demo's, who
releases: one person may not do both.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import django


def main() -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    django.setup()
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.casework.custody import actions
    from throughcare.casework.custody.terms import OrderKind
    from throughcare.casework.people.actions import register_person
    from throughcare.casework.people.kinds import Kind
    from throughcare.kernel.models import Place
    from throughcare.kernel.names import name_of

    now = datetime.now(UTC)
    demo = Post.objects.filter(account__name="admissions officer").get()
    other, _made = Account.objects.get_or_create(name="reception of the night")
    Post.objects.get_or_create(
        account=other, role=demo.role, establishment=demo.establishment,
        begins=now - timedelta(days=2),
    )  # fmt: skip
    by, at = viewer_of(other.pk, at=now), now - timedelta(hours=12)
    name = {"use": "recorded", "parts": name_of("Samir", "Walker")}
    person = register_person(
        by=by, at=at, establishment=demo.establishment, facts=[(Kind.NAME, name)]
    )
    actions.register_order(
        by=by, at=at, person_id=person.id, kind=OrderKind.REMAND, authority="Court of the North",
        number=f"W {now:%H%M%S%f}", issued_on=at.date() - timedelta(days=1), valid_from=at,
        valid_to=at + timedelta(days=60),
    )  # fmt: skip
    actions.receive(
        by=by, at=at, person_id=person.id, establishment=demo.establishment, admitted_at=at
    )
    others = Place.objects.filter(kind="establishment").exclude(path=demo.establishment)
    print(person.id, demo.establishment, others.order_by("path")[0].path)


if __name__ == "__main__":
    main()
