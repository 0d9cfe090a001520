"""A decree for many: looked at before it is carried out, by two people, once for each person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    received,
    viewer,
    with_status,
)
from tests.casework.custody.made_sentenced import ENDS, STARTS, judgment, one_year, serving
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.decrees import DecreeText, Reason
from throughcare.casework.custody.errors import BadDecree, NeedsAnother
from throughcare.casework.custody.models import (
    Adjustment,
    Charge,
    Decree,
    DecreeEffect,
    Order,
)
from throughcare.casework.custody.terms import DecreeKind, OrderKind, SentenceKind

pytestmark = pytest.mark.django_db
DECREED = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


def text(**said: Any) -> DecreeText:
    """A decree that takes thirty days off for everybody."""
    return DecreeText(**{
        "authority": "The President", "number": "101", "issued_on": date(2026, 6, 30),
        "words": "Thirty days are remitted.", "kind": DecreeKind.DAYS, "days": 30, **said,
    })  # fmt: skip


def charged(person_id: UUID, *codes: str) -> None:
    see_all_rows("SEN")
    for code in codes:
        Charge.objects.create(
            id=uuid4(), person_id=person_id, recorded_at=AT, recorded_by="1", iccs=code,
            words="as in the judgment",
        )  # fmt: skip


def looked_at(one: DecreeText, *, at: datetime = DECREED) -> Any:
    return queries.preview_decree(ADMISSIONS, "north", one, at=at)


def carried_out(one: DecreeText, *, at: datetime = DECREED) -> int:
    decree = actions.propose_decree(by=ADMISSIONS, at=at, establishment="north", text=one)
    preview = queries.decree_of(COLLEAGUE, decree.id, at=at).preview
    assert preview is not None
    return actions.pardon(by=COLLEAGUE, at=at, decree_id=decree.id, seen=preview.seen)


def final(person_id: UUID, *, at: datetime = DECREED) -> date | None:
    return queries.release_dates_of(ADMISSIONS, person_id, at=at).final


def _rows() -> list[int]:
    see_all_rows("SEN")
    return [model.objects.count() for model in (Decree, DecreeEffect, Adjustment, Order)]


def test_a_look_at_what_would_change_writes_nothing() -> None:
    someone = serving()
    before = _rows()
    preview = looked_at(text())
    assert [(one.person, one.before, one.after, one.days) for one in preview.concerned] == [
        (someone, ENDS, ENDS - 30 * DAY, 30)
    ]
    assert _rows() == before


def test_it_is_proposed_by_one_and_carried_out_by_another() -> None:
    someone = serving()
    decree = actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text())
    assert final(someone) == ENDS
    seen = looked_at(text()).seen
    with pytest.raises(NeedsAnother):
        actions.pardon(by=ADMISSIONS, at=DECREED, decree_id=decree.id, seen=seen)
    assert actions.pardon(by=COLLEAGUE, at=DECREED, decree_id=decree.id, seen=seen) == 1
    assert final(someone) == ENDS - 30 * DAY


def test_the_same_decree_again_changes_nothing() -> None:
    someone = serving()
    assert carried_out(text()) == 1
    again = text(authority=" the president", days=60)
    assert [one.reason for one in looked_at(again).others] == [Reason.DONE]
    assert carried_out(again, at=DECREED + DAY) == 0
    see_all_rows("SEN")
    decree = Decree.objects.earliest("proposed_at")
    assert actions.pardon(by=COLLEAGUE, at=DECREED + DAY, decree_id=decree.id, seen="") == 0
    assert final(someone, at=DECREED + DAY) == ENDS - 30 * DAY


def test_somebody_who_came_later_is_named_when_the_decree_is_proposed_again() -> None:
    serving()
    carried_out(text())
    newcomer = serving("Newcomer", at=DECREED + DAY)
    preview = looked_at(text(), at=DECREED + 2 * DAY)
    assert [one.person for one in preview.concerned] == [newcomer]


def test_a_list_that_has_changed_since_it_was_looked_at_is_not_carried_out() -> None:
    serving()
    decree = actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text())
    seen = looked_at(text()).seen
    serving("Newcomer", at=DECREED)
    before = _rows()
    with pytest.raises(BadDecree, match="list has changed"):
        actions.pardon(by=COLLEAGUE, at=DECREED, decree_id=decree.id, seen=seen)
    assert _rows() == before


def test_a_share_is_taken_off_what_is_left_and_a_part_of_a_day_is_a_day() -> None:
    serving()
    # 1 July to 15 January: 198 days are left; a quarter is 49.5, so 50.
    preview = looked_at(text(kind=DecreeKind.SHARE, days=None, share=Fraction(1, 4)))
    assert [one.days for one in preview.concerned] == [50]


def test_an_order_of_release_is_written_for_each_and_the_day_is_today() -> None:
    someone = serving()
    assert carried_out(text(kind=DecreeKind.RELEASE, days=None)) == 1
    assert final(someone) == DECREED.date()
    see_all_rows("SEN")
    order = Order.objects.get(kind=OrderKind.RELEASE)
    assert (order.person_id, order.number, order.valid_from) == (someone, "101", DECREED)


def test_life_can_be_ended_by_a_decree_though_no_date_was_known() -> None:
    file, _stay = received()
    actions.add_sentence(
        by=ADMISSIONS, at=AT, person_id=file.id, order_id=judgment(file.id).id,
        kind=SentenceKind.LIFE, starts_on=STARTS,
    )  # fmt: skip
    assert [one.reason for one in looked_at(text()).others] == [Reason.NO_DATE]
    assert carried_out(text(kind=DecreeKind.RELEASE, days=None)) == 1


@pytest.mark.parametrize(
    ("codes", "said", "reason"),
    [
        (["0401"], {"iccs_in": ["04", "05"]}, None),
        (["0401", "0502"], {"iccs_in": ["04", "05"]}, None),
        (["0401", "0201"], {"iccs_in": ["04", "05"]}, Reason.CHARGE),
        (["0401"], {"iccs_out": ["02"]}, None),
        (["0401", "0201"], {"iccs_out": ["02"]}, Reason.CHARGE),
        ([], {"iccs_in": ["04"]}, Reason.CHARGES_UNKNOWN),
        (["0401", ""], {"iccs_out": ["02"]}, Reason.CHARGES_UNKNOWN),
        ([], {}, None),
    ],
)
def test_charges_decide_whom_it_concerns_and_what_is_not_known_is_not_guessed(
    codes: Sequence[str], said: dict[str, Any], reason: Reason | None
) -> None:
    charged(serving(), *codes)
    preview = looked_at(text(**said))
    assert [one.reason for one in preview.others] == ([reason] if reason else [])
    assert len(preview.concerned) == (reason is None)


@pytest.mark.parametrize(
    ("status", "reason"),
    [("sentenced", None), ("appealing", Reason.STATUS), (None, Reason.STATUS_UNKNOWN)],
)
def test_the_legal_status_decides_too(status: str | None, reason: Reason | None) -> None:
    someone = serving()
    if status:
        with_status(someone, status)
    preview = looked_at(text(statuses=["sentenced"]))
    assert [one.reason for one in preview.others] == ([reason] if reason else [])


def test_where_nothing_is_left_nothing_is_taken_off() -> None:
    serving()
    preview = looked_at(text(), at=datetime(2027, 2, 1, tzinfo=UTC))
    assert [one.reason for one in preview.others] == [Reason.NOTHING_LEFT]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"authority": " "}, "does not say who"),
        ({"words": ""}, "does not say who"),
        ({"number": "x" * 300}, "too long"),
        ({"issued_on": date(2026, 7, 2)}, "has not come"),
        ({"days": 0}, "how much"),
        ({"days": None}, "how much"),
        ({"days": 40_000}, "how much"),
        ({"kind": DecreeKind.SHARE, "days": None, "share": Fraction(3, 2)}, "how much"),
        ({"kind": DecreeKind.RELEASE}, "how much"),
        ({"iccs_in": ["theft"]}, "digits"),
        ({"statuses": ["free"]}, "no such legal status"),
    ],
)
def test_a_decree_that_says_too_little_is_refused_in_words(said: dict[str, Any], says: str) -> None:
    with pytest.raises(BadDecree, match=says):
        actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text(**said))


@pytest.mark.parametrize("role", [Role.PRISON_DIRECTOR, Role.SECURITY_OFFICER, Role.HQ_ANALYST])
def test_who_may_not_write_sentences_proposes_no_decree(role: Role) -> None:
    with pytest.raises(Refused):
        actions.propose_decree(
            by=viewer(role, account=9), at=DECREED, establishment="north", text=text()
        )


def test_another_prison_neither_proposes_nor_sees_it() -> None:
    decree = actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text())
    with pytest.raises((NotThere, Refused)):
        actions.propose_decree(by=ELSEWHERE, at=DECREED, establishment="north", text=text())
    with pytest.raises(NotThere):
        queries.decree_of(ELSEWHERE, decree.id, at=DECREED)
    with pytest.raises(NotThere):
        actions.pardon(by=ELSEWHERE, at=DECREED, decree_id=decree.id, seen="")


def test_whoever_carries_it_out_is_told_how_far_it_is() -> None:
    for name in ("Aigerim", "Salma", "Okello"):
        serving(name)
    decree = actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text())
    told: list[tuple[int, int]] = []
    actions.pardon(
        by=COLLEAGUE, at=DECREED, decree_id=decree.id, seen=looked_at(text()).seen,
        progress=lambda done, whole: told.append((done, whole)),
    )  # fmt: skip
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("entry", range(8))
def test_where_any_entry_of_a_pardon_fails_nobody_is_pardoned(
    entry: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Aigerim", "Salma"):
        serving(name)
    release = text(kind=DecreeKind.RELEASE, days=None)
    decree = actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=release)
    seen = looked_at(release).seen
    before, written = _rows(), 0

    def refuse(**_words: object) -> int:
        nonlocal written
        written += 1
        if written > entry:
            raise DatabaseError("the register is full")
        return written

    with monkeypatch.context() as patched:
        patched.setattr("throughcare.register.actions.record", refuse)
        patched.setattr("throughcare.casework.custody.actions.batches.record", refuse)
        if entry < 7:
            with pytest.raises(DatabaseError, match="full"):
                actions.pardon(by=COLLEAGUE, at=DECREED, decree_id=decree.id, seen=seen)
            assert _rows() == before
        else:
            assert actions.pardon(by=COLLEAGUE, at=DECREED, decree_id=decree.id, seen=seen) == 2


def test_where_the_entry_of_a_proposal_fails_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(**_words: object) -> int:
        raise DatabaseError("the register is full")

    monkeypatch.setattr("throughcare.casework.custody.actions.batches.record", refuse)
    with pytest.raises(DatabaseError, match="full"):
        actions.propose_decree(by=ADMISSIONS, at=DECREED, establishment="north", text=text())
    assert _rows()[0] == 0


# --- The database says so too: right, right, wrong ------------------------------------------------


def _laid(**said: Any) -> Decree:
    return Decree(**{
        "id": uuid4(), "establishment": "north", "authority": "A", "number": "1",
        "issued_on": STARTS, "words": "w", "kind": "days", "days": 3, "proposed_at": AT,
        "proposed_by": "1", **said,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"number": "1"}, ""),
        ({"words": "Half."}, ""),
        ({"words": ""}, "custody_decree_says_who_gave_it_and_what_it_says"),
        ({"kind": "release", "days": None}, ""),
        ({"kind": "share", "days": None, "share_of": 1, "share_by": 2}, ""),
        ({"kind": "share", "days": None, "share_of": 3, "share_by": 2},
         "custody_decree_does_one_thing"),
        ({"confirmed_by": "2", "confirmed_at": AT}, ""),
        ({"confirmed_by": "3", "confirmed_at": AT}, ""),
        ({"confirmed_by": "1", "confirmed_at": AT}, "custody_decree_is_confirmed_by_another"),
    ],
)  # fmt: skip
def test_the_database_keeps_no_decree_that_says_nothing(said: dict[str, Any], refused: str) -> None:
    see_all_rows("SEN")
    if not refused:
        _laid(**said).save(force_insert=True)
        return
    with pytest.raises(IntegrityError, match=refused), transaction.atomic():
        _laid(**said).save(force_insert=True)


def test_the_database_lets_a_decree_reach_a_person_once() -> None:
    one, other = serving(), serving("Other")
    see_all_rows("SEN")
    decree = _laid()
    decree.save(force_insert=True)
    days = Adjustment.objects.create(
        id=uuid4(), person_id=one, recorded_at=AT, recorded_by="1", kind="pardon", days=1,
        reason="x",
    )  # fmt: skip

    def reach(person: UUID, **said: Any) -> None:
        DecreeEffect.objects.create(**{
            "id": uuid4(), "person_id": person, "recorded_at": AT, "recorded_by": "1",
            "decree": decree, "authority": "A", "number": "1", "issued_on": STARTS,
            "adjustment": days, **said,
        })  # fmt: skip

    reach(one)
    reach(other)
    with pytest.raises(IntegrityError, match="once_for_each_person"), transaction.atomic():
        reach(one, authority="a")
    with pytest.raises(IntegrityError, match="effect_changes_something"), transaction.atomic():
        reach(one, number="2", adjustment=None)


def test_a_sentence_of_a_year_serves_for_all_of_these() -> None:
    file, _stay = received("Somebody")
    one_year(file.id)
    assert final(file.id) == ENDS
