"""Whoever writes about somebody does not decide about that person, by any account, either way.

A table of sentences: each allowed case differs from a refused one in one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.casework.assessment.made import MANAGER, assigned, manager, second
from tests.casework.assessment.made_board import (
    appealed,
    board_people,
    called,
    classified,
    minuted,
    seats,
    staff,
)
from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DAY,
    DEPUTY,
    DIRECTOR,
    WING,
    grown,
    now,
    report,
)
from tests.casework.safety.made import CAST
from tests.casework.safety.made_measures import appealed as disciplined_on_appeal
from tests.casework.safety.made_measures import decided, ready, reported
from tests.casework.team.made import SIGNER
from tests.casework.team.made import closed as team_closed
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.models import Account
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions as judging
from throughcare.casework.assessment.actions import Sitting
from throughcare.casework.assessment.board_errors import NotOfTheBoard
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import Seat
from throughcare.casework.intelligence.models import Report
from throughcare.casework.safety.measure_errors import OtherHandNeeded
from throughcare.casework.safety.models import DisciplinaryCase
from throughcare.cluster.roles import APP

pytestmark = pytest.mark.django_db
WRITER = 966


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def as_row(person: UUID, account: int, **more: Any) -> None:
    """A report of an account, as a row: whatever its posts are."""
    known(account)
    see_all_rows("INT")
    at = more.pop("at", now())
    item = uuid4()
    Report.objects.create(
        id=item, first=item, person_id=person, recorded_at=at, recorded_by=str(account),
        review_at=at + 30 * DAY, expires_at=more.get("ends", at + 60 * DAY),
    )  # fmt: skip
    see_no_rows()


def known(account: int) -> int:
    """An account that holds no post yet: once it wrote, it was of the wing."""
    Account.objects.get_or_create(pk=account, defaults={"name": f"account {account}"})
    return account


def other_of(account: int, number: int) -> int:
    """Another account of the same human being."""
    holder = Account.objects.get(pk=account).holder
    Account.objects.get_or_create(
        pk=number, defaults={"name": f"account {number}", "holder": holder}
    )
    return number


def sits(person: UUID, who: int) -> None:
    """A colleague writes the minutes of a board on which the account sat."""
    there = board_people(person)
    who_sits = [
        Sitting(account=there["director"].account, office="director", dissent=""),
        Sitting(account=who, office="security", dissent=""),
        Sitting(account=there["psychologist"].account, office="psychologist", dissent=""),
    ]  # fmt: skip
    minuted(person, at=now(), board=called(person, at=now()), seats=who_sits)


def security(account: int = WRITER) -> Viewer:
    return staff(Role.SECURITY_OFFICER, account)


FORWARD: list[tuple[str, type[Exception], Callable[[UUID], Any]]] = [
    ("sits on a board", NotOfTheBoard, lambda p: (security(), as_row(p, WRITER), sits(p, WRITER))),
    ("sits there with another account", NotOfTheBoard,
     lambda p: (security(), staff(Role.SECURITY_OFFICER, other_of(WRITER, 967)),
                as_row(p, WRITER), sits(p, 967))),
    ("writes its minutes", SameHand,
     lambda p: (as_row(p, MANAGER), minuted(p, at=now(), board=called(p, at=now())))),
    ("writes its minutes with another account", SameHand,
     lambda p: (as_row(p, other_of(known(MANAGER), 968)),
                minuted(p, at=now(), board=called(p, at=now())))),
    ("decides the appeal", SameHand, lambda p: _decide_appeal(p, lambda by: by)),
    ("decides the appeal with another account", SameHand,
     lambda p: _decide_appeal(p, lambda by: other_of(by, 979))),
    ("decides discipline", OtherHandNeeded,
     lambda p: (as_row(p, DIRECTOR.account), decided(ready(p)))),
    ("decides discipline with another account", OtherHandNeeded,
     lambda p: (as_row(p, other_of(DIRECTOR.account, 974)), decided(ready(p)))),
    ("decides the appeal against discipline", OtherHandNeeded,
     lambda p: _appeal_of_discipline(p)),
]  # fmt: skip


def _decide_appeal(person: UUID, hand: Callable[[int], int] | None) -> Any:
    row = minuted(person, at=now(), board=called(person, at=now()))
    judging.sign_minutes(
        by=second(person),
        at=now(),
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was.",
    )
    waits = appealed(person, row, at=now())
    if hand is not None:
        as_row(person, hand(known(980)))
    other = assigned(Role.CASE_MANAGER, 980, person)
    return judging.decide_appeal(
        by=other, at=now(), appeal_id=waits.id, outcome="upheld", reasons="A wall.",
    )  # fmt: skip


def _appeal_of_discipline(person: UUID) -> Any:
    case = decided(ready(person))
    as_row(person, DEPUTY.account)
    return disciplined_on_appeal(case)


@pytest.mark.parametrize(("said", "error", "act"), FORWARD, ids=[one[0] for one in FORWARD])
def test_whoever_wrote_about_somebody_may_not(
    said: str, error: type[Exception], act: Callable[[UUID], Any]
) -> None:
    with pytest.raises(error) as caught:
        act(grown())
    told = str(caught.value).casefold()
    assert "intelligence" not in told and "report" not in told, said


ALLOWED: list[tuple[str, Callable[[UUID], Any]]] = [
    ("a board on which nobody wrote", lambda p: (security(), sits(p, WRITER))),
    ("minutes by somebody who did not write",
     lambda p: (as_row(p, WRITER), minuted(p, at=now(), board=called(p, at=now())))),
    ("a board about another person",
     lambda p: (security(), as_row(grown("Other", cell="north/a/1/02"), WRITER), sits(p, WRITER))),
    ("a board, once the report has ended",
     lambda p: (security(), as_row(p, WRITER, at=now() - 61 * DAY), sits(p, WRITER))),
    ("discipline by a colleague of the writer",
     lambda p: (as_row(p, DEPUTY.account), decided(ready(p)))),
    ("to report an act, as one who wrote", lambda p: (as_row(p, WING.account), reported(p))),
    ("an appeal by somebody who did not write", lambda p: _decide_appeal(p, None)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "act"), ALLOWED, ids=[one[0] for one in ALLOWED])
def test_but_there_may_be(said: str, act: Callable[[UUID], Any]) -> None:
    act(grown())


def _told(by: Viewer, person: UUID) -> None:
    report(person, by=by)


BACKWARD: list[tuple[str, Callable[[UUID], Viewer]]] = [
    ("sat on a board", lambda p: (security(), sits(p, WRITER), security())[-1]),
    ("sat there with another account",
     lambda p: (security(), sits(p, WRITER), other_of(WRITER, 967), security(967))[-1]),
    ("signed minutes with another account",
     lambda p: (classified(p, at=now() - 2 * DAY, board=called(p, at=now() - 3 * DAY)),
                other_of(second(p).account, 976),
                security(976))[-1]),
    ("wrote minutes with another account",
     lambda p: (minuted(p, at=now(), board=called(p, at=now())),
                other_of(manager(p).account, 977), security(977))[-1]),
    ("decided discipline with another account",
     lambda p: (decided(ready(p)), other_of(DIRECTOR.account, 974), security(974))[-1]),
    ("decided an appeal against discipline with another account",
     lambda p: (disciplined_on_appeal(decided(ready(p))), other_of(DEPUTY.account, 975),
                security(975))[-1]),
    ("signed the minutes of the team with another account",
     lambda p: (team_closed(p), other_of(SIGNER, 978), security(978))[-1]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "who"), BACKWARD, ids=[one[0] for one in BACKWARD])
def test_whoever_decided_about_somebody_writes_nothing(
    said: str, who: Callable[[UUID], Viewer]
) -> None:
    person = grown()
    by = who(person)
    with pytest.raises(SameHand):
        report(person, by=by)
    with pytest.raises(IntegrityError, match="lies apart"), transaction.atomic():
        as_row(person, by.account)
    if "minutes" not in said:  # whoever writes minutes holds a post of trust besides
        report(grown("Other", cell="north/a/1/02"), by=by)


def test_the_database_refuses_a_seat_without_any_action() -> None:
    person = grown()
    security()
    row = minuted(person, at=now(), board=called(person, at=now()), seats=seats(person))
    as_row(person, WRITER)
    see_all_rows("PLN")
    with pytest.raises(IntegrityError, match="somebody else does this"), transaction.atomic():
        Seat.objects.create(
            id=uuid4(), person_id=person, recorded_at=now(),
            recorded_by=row.minuted_by, board_id=row.board_id, minutes=row.first,
            account=str(WRITER), office="security",
        )  # fmt: skip


def test_the_words_for_somebody_named_fit_any_reason() -> None:
    person = grown()
    security()
    as_row(person, WRITER)
    with pytest.raises(NotOfTheBoard) as caught:
        sits(person, WRITER)
    assert "one of those named cannot take part" in caught.value.what


def test_discipline_says_so_to_the_writer_alone() -> None:
    person = grown()
    as_row(person, DIRECTOR.account)
    with pytest.raises(OtherHandNeeded, match="this or another account"):
        decided(ready(person))


def test_a_board_that_is_decided_stays_so_when_a_member_would_write() -> None:
    person = grown()
    classified(person)
    with pytest.raises(SameHand):
        report(person, by=staff(Role.SECURITY_OFFICER, 942))


DISCIPLINE: list[tuple[str, str, bool]] = [
    ("the same account decides", "decided_by", False),
    ("another account of the human being decides", "decided_by", True),
    ("the same account decides the appeal", "appeal_decided_by", False),
    ("another account of the human being decides the appeal", "appeal_decided_by", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "column", "other"), DISCIPLINE, ids=[one[0] for one in DISCIPLINE]
)
def test_the_database_refuses_discipline_past_any_action_where_who_wrote(
    said: str, column: str, other: bool
) -> None:
    person = grown()
    row = _case(person, column)
    as_row(person, known(WRITER))
    hand = other_of(WRITER, 967) if other else WRITER
    with pytest.raises(IntegrityError, match="somebody else does this"), transaction.atomic():
        _copied(row, column, hand)
    _copied(row, column, known(978))  # it differs in the hand alone


@pytest.mark.parametrize(
    ("said", "column", "other"), DISCIPLINE, ids=[one[0] for one in DISCIPLINE]
)
def test_the_database_refuses_a_report_past_any_action_once(
    said: str, column: str, other: bool
) -> None:
    person = grown()
    row = _case(person, column)
    _copied(row, column, known(WRITER))
    hand = other_of(WRITER, 967) if other else WRITER
    with pytest.raises(IntegrityError, match="lies apart"), transaction.atomic():
        as_row(person, hand)
    as_row(person, known(978))


def _case(person: UUID, column: str) -> DisciplinaryCase:
    """A case that waits for a decision, or one that is decided and waits for its appeal."""
    return ready(person) if column == "decided_by" else decided(ready(person))


def _copied(row: DisciplinaryCase, column: str, hand: int) -> None:
    """The next version of a case in SQL alone, as the role that serves: the hand, and no action."""
    see_all_rows("DIS", "INC")
    names = [field.column for field in row._meta.concrete_fields]
    changed = {
        "id": "gen_random_uuid()", "replaces_id": "id", "recorded_at": "clock_timestamp()",
        "stood_until": "NULL", column: f"'{hand}'", "recorded_by": "'5'",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (APP,)
        cursor.execute(
            "UPDATE safety_disciplinarycase SET stood_until = clock_timestamp() WHERE id = %s",
            [row.id],
        )
        cursor.execute(
            f"INSERT INTO safety_disciplinarycase ({', '.join(names)}) "
            f"SELECT {', '.join(changed.get(name, name) for name in names)} "
            "FROM safety_disciplinarycase WHERE id = %s", [row.id],
        )  # fmt: skip
    see_no_rows()
