"""Two people of the demo for whom something of each register of safety is written.

One is separated for the third time in a row and has all that can be answered; of the other there
is a state of health that bars it. By the accounts of the demo, through the actions of the pages.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ONE, OTHER = "Exemplar", "Exempla"


def safety_examples(now: datetime) -> None:
    """In a process of its own: the owner of the tables is another role than the tests'."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    one, other = (held_example(by("admissions officer"), name, now) for name in (ONE, OTHER))
    _separated(one, by, now)
    _measures(one, by, now)
    _health(other, by, now)


def held_example(by: Any, name: str, now: datetime) -> UUID:
    """Grown up, and in custody for a month."""
    from throughcare.access.models import Post
    from throughcare.casework.custody import actions
    from throughcare.casework.custody.terms import OrderKind
    from throughcare.casework.people.actions import register_person
    from throughcare.casework.people.kinds import Kind
    from throughcare.kernel.names import name_of

    place, since = Post.objects.get(account__pk=by.account).establishment, now - 30 * DAY
    said: dict[str, Any] = {"by": by, "at": since}
    called = {"use": "recorded", "parts": name_of("Amir", name)}
    person = register_person(
        **said, establishment=place,
        facts=[(Kind.NAME, called), (Kind.BIRTH_DATE, {"date": "1985-05-05"})],
    ).id  # fmt: skip
    actions.register_order(
        **said, person_id=person, kind=OrderKind.REMAND, authority="Court of the North",
        number=f"E {name}", issued_on=since.date(), valid_from=since,
        valid_to=now + 60 * DAY,
    )  # fmt: skip
    actions.receive(**said, person_id=person, establishment=place, admitted_at=since)
    return person


def _separated(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.safety import actions
    from throughcare.casework.safety.terms import EntryTable

    director, officer, nurse = (
        by("prison director"),
        by("security officer"),
        by("physician nurse"),
    )
    said: dict[str, Any] = {"by": director, "at": now, "person_id": person}
    for begins, lasts in ((9 * DAY, 3 * DAY), (6 * DAY - 2 * HOUR, 2 * DAY), (3 * DAY, None)):
        since = now - begins
        order = actions.order_separation(
            **said, kind="segregation_cell", since=since, order=order_words(since)
        )
        if lasts is not None:
            actions.end_separation(
                **said, separation_id=order.separation_id, until=since + lasts, reason="calm again"
            )
    spell = order.separation_id
    actions.review_separation(
        by=officer, at=now, person_id=person, separation_id=spell, reviewed_at=now - DAY,
        reviewer="Judge of execution", reviewer_role="court", independent=True,
        outcome="continue", reasons="the threat goes on", next_review_at=now + DAY,
    )  # fmt: skip
    actions.plan_relief(
        **said, separation_id=spell, planned_at=now - DAY, measures="An hour more outside."
    )
    actions.advise_director(
        by=nurse, at=now, person_id=person, said_at=now - 2 * HOUR, advice="ease",
        measures="More time with others.", said_by="Dr. Said",
    )  # fmt: skip
    for who, until in ((officer, 2 * HOUR), (nurse, HOUR)):
        entry = actions.DayWords(
            person_id=person, entry=EntryTable.OUT_OF_CELL, key=uuid4(), since=now - 4 * HOUR,
            until=now - until,
        )  # fmt: skip
        actions.enter_day(by=who, at=now, entries=[entry])


def order_words(since: datetime) -> Any:
    from throughcare.casework.safety.actions import OrderWords

    return OrderWords(
        ground="security", authority="A. Director", authority_role="director",
        legal_ground="article 12", reasons="a fight in the yard",
        alternatives_tried="talks, another wing", made_at=since, valid_from=since,
        end_at=since + 5 * DAY, review_at=since + DAY,
    )  # fmt: skip


def _measures(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.safety import actions
    from throughcare.casework.safety.measure_terms import (
        Purpose,
        RestrictionGround,
        RestrictionKind,
        Scope,
    )
    from throughcare.casework.safety.terms import AuthorityRole

    director, officer = by("prison director"), by("security officer")
    said: dict[str, Any] = {"at": now, "person_id": person}
    actions.order_restriction(
        by=director, **said, kind=RestrictionKind.CONTACT, scope=Scope.VISITS_BARRED,
        ground=RestrictionGround.SECURITY, legal_ground="article 12",
        reasons="a telephone was found", authority="A. Director",
        authority_role=AuthorityRole.DIRECTOR, since=now - HOUR, end_at=now + 5 * DAY,
        review_at=now + DAY,
    )  # fmt: skip
    actions.restrain(
        by=officer, **said, instrument="handcuffs", purpose=Purpose.TRANSFER,
        lawful_ground="article 30", reason="escaped once on the road",
        lesser_means_tried="a second escort", since=now - HOUR,
    )  # fmt: skip
    case = actions.report_act(
        by=officer, **said, act="Broke a window.", rule_broken="rule 4: damage",
        happened_at=now - 3 * DAY, reported_at=now - 3 * DAY, reporter="W. Officer",
    )  # fmt: skip
    actions.give_notice(
        by=director, at=now, case_id=case.first, given_at=now - 2 * DAY, language="ar"
    )


def _health(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.safety import actions

    actions.state_health(
        by=by("physician nurse"), at=now, person_id=person,
        kind="disability_worsened_by_solitary", since=now - DAY,
    )  # fmt: skip
