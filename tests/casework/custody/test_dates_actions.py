"""Sentences and days are written by who may, as a court could have said them, and stay readable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    person,
    received,
    viewer,
)
from tests.casework.custody.made_sentenced import AFTER, ENDS, STARTS, judgment, one_year, serving
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadAdjustment, BadDate, BadSentence, NeedsAnother
from throughcare.casework.custody.models import Adjustment, ManualDate, Sentence
from throughcare.casework.custody.release_dates import Unsupported
from throughcare.casework.custody.terms import AdjustmentKind, DateKind, SentenceKind
from throughcare.casework.people.errors import NoReason
from throughcare.casework.rows.errors import AlreadyReplaced

pytestmark = pytest.mark.django_db


def final(person_id: Any, *, by: Any = ADMISSIONS, at: Any = AT, known_at: Any = None) -> Any:
    return queries.release_dates_of(by, person_id, at=at, known_at=known_at).final


def test_a_year_that_is_written_down_ends_a_year_later() -> None:
    assert final(serving()) == ENDS


@pytest.mark.parametrize(
    ("length", "says"),
    [
        ({"days": 0}, "zero days"),
        ({"years": 900}, "hundred years"),
        ({"months": 1201}, "hundred years"),
        ({"days": -1}, "zero days"),
        ({"years": 1, "starts_on": date(1, 1, 1)}, "too far away"),
        ({"years": 1, "starts_on": date(9999, 12, 31)}, "too far away"),
    ],
)
def test_a_sentence_that_no_court_gave_is_refused_in_words(
    length: dict[str, Any], says: str
) -> None:
    file, _stay = received()
    order = judgment(file.id)
    with pytest.raises(BadSentence, match=says):
        actions.add_sentence(
            by=ADMISSIONS, at=AT, person_id=file.id, order_id=order.id, kind=SentenceKind.FIXED,
            **{"starts_on": STARTS, **length},
        )  # fmt: skip
    see_all_rows("SEN")
    assert not Sentence.objects.exists()


def test_a_sentence_needs_the_judgment_behind_it() -> None:
    file, _stay = received()
    with pytest.raises(BadSentence, match="no order of a sentence"):
        actions.add_sentence(
            by=ADMISSIONS, at=AT, person_id=file.id, order_id=uuid4(), kind=SentenceKind.FIXED,
            starts_on=STARTS, years=1,
        )  # fmt: skip


def test_the_judgment_of_another_person_is_none() -> None:
    other = judgment(person("Other").id)
    file, _stay = received()
    with pytest.raises(BadSentence, match="no order of a sentence"):
        one_year(file.id, order=other)


@pytest.mark.parametrize(
    ("role", "raised"),
    [(Role.SECURITY_OFFICER, Refused), (Role.PRISON_DIRECTOR, Refused), (Role.CHAPLAIN, Refused)],
)
def test_who_may_not_write_sentences_writes_none(role: Role, raised: type[Exception]) -> None:
    file, _stay = received()
    order = judgment(file.id)
    with pytest.raises(raised):
        one_year(file.id, by=viewer(role, account=9), order=order)


def test_the_reception_of_another_prison_sees_no_dates() -> None:
    with pytest.raises(NotThere):
        final(serving(), by=ELSEWHERE)


def test_who_reads_sentences_redacted_is_shown_the_day_alone() -> None:
    someone = serving()
    actions.add_adjustment(
        by=ADMISSIONS, at=AT, person_id=someone, kind=AdjustmentKind.PARDON, days=5, reason="5/26"
    )
    officer = viewer(Role.SECURITY_OFFICER, account=9)
    told = queries.release_dates_of(officer, someone, at=AT)
    assert told.final == ENDS - 5 * DAY and not told.whole
    assert not (told.computed.lines or told.sentences or told.adjustments or told.orders)
    director = queries.release_dates_of(viewer(Role.PRISON_DIRECTOR, account=10), someone, at=AT)
    assert director.whole and director.computed.lines and not director.may_write


def test_a_corrected_sentence_counts_and_the_earlier_one_is_known_as_of_its_day() -> None:
    file, _stay = received()
    wrong = one_year(file.id)
    actions.correct_sentence(
        by=ADMISSIONS, at=AT + DAY, person_id=file.id, sentence_id=wrong.id,
        kind=SentenceKind.FIXED, starts_on=STARTS, years=2, why="the judgment says two",
    )  # fmt: skip
    assert final(file.id, at=AT + 2 * DAY) == date(2028, 1, 15)
    assert final(file.id, at=AT + 2 * DAY, known_at=AT) == ENDS


def test_what_follows_a_corrected_sentence_follows_the_correction() -> None:
    file, _stay = received()
    first = one_year(file.id)
    actions.add_sentence(
        by=ADMISSIONS, at=AT, person_id=file.id, order_id=judgment(file.id, number="2").id,
        kind=SentenceKind.FIXED, starts_on=STARTS, months=1, after_id=first.id,
    )  # fmt: skip
    actions.correct_sentence(
        by=ADMISSIONS, at=AT + DAY, person_id=file.id, sentence_id=first.id,
        kind=SentenceKind.FIXED, starts_on=STARTS, years=2, why="the judgment says two",
    )  # fmt: skip
    assert final(file.id, at=AT + DAY) == date(2028, 2, 15)


def test_a_correction_is_not_corrected_at_its_old_place_and_needs_a_reason() -> None:
    file, _stay = received()
    said: dict[str, Any] = {
        "person_id": file.id, "sentence_id": one_year(file.id).id, "kind": SentenceKind.FIXED,
        "starts_on": STARTS, "years": 2,
    }  # fmt: skip
    with pytest.raises(NoReason):
        actions.correct_sentence(by=ADMISSIONS, at=AT, why=" ", **said)
    actions.correct_sentence(by=ADMISSIONS, at=AT, why="two", **said)
    with pytest.raises(AlreadyReplaced):
        actions.correct_sentence(by=ADMISSIONS, at=AT, why="two", **said)


def test_sentences_do_not_follow_one_another_in_a_circle() -> None:
    file, _stay = received()
    first = one_year(file.id)
    second = actions.add_sentence(
        by=ADMISSIONS, at=AT, person_id=file.id, order_id=judgment(file.id, number="2").id,
        kind=SentenceKind.FIXED, starts_on=STARTS, months=1, after_id=first.id,
    )  # fmt: skip
    with pytest.raises(BadSentence, match="circle"):
        actions.correct_sentence(
            by=ADMISSIONS, at=AT, person_id=file.id, sentence_id=first.id,
            kind=SentenceKind.FIXED, starts_on=STARTS, years=1, after_id=second.id, why="x",
        )  # fmt: skip
    with pytest.raises(BadSentence, match="begins where this one ends"):
        actions.strike_out_sentence(
            by=ADMISSIONS, at=AT, person_id=file.id, sentence_id=first.id, why="never given"
        )


def test_a_sentence_that_was_never_given_is_struck_out() -> None:
    file, _stay = received()
    row = one_year(file.id)
    actions.strike_out_sentence(
        by=ADMISSIONS, at=AT + DAY, person_id=file.id, sentence_id=row.id, why="of a namesake"
    )
    told = queries.release_dates_of(ADMISSIONS, file.id, at=AT + DAY)
    assert told.final is None and told.computed.unsupported is Unsupported.NO_SENTENCE


def test_a_row_of_another_file_is_not_there() -> None:
    theirs, _stay = received("Other")
    row = one_year(theirs.id)
    mine = serving()
    with pytest.raises(NotThere):
        actions.strike_out_sentence(
            by=ADMISSIONS, at=AT, person_id=mine, sentence_id=row.id, why="x"
        )


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"days": 0}, "no number of days"),
        ({"days": 40_000}, "no number of days"),
        ({"reason": "  "}, "no reason"),
        ({"from_on": (AT + 2 * DAY).date()}, "has not come"),
        ({"sentence_id": uuid4()}, "does not stand"),
    ],
)
def test_days_that_make_no_sense_are_refused_in_words(said: dict[str, Any], says: str) -> None:
    someone = serving()
    with pytest.raises(BadAdjustment, match=says):
        actions.add_adjustment(
            by=ADMISSIONS, at=AT, person_id=someone,
            **{"kind": AdjustmentKind.REMAND, "days": 3, "reason": "court", **said},
        )  # fmt: skip


def test_days_are_counted_and_once_struck_out_no_longer() -> None:
    someone = serving()
    row = actions.add_adjustment(
        by=ADMISSIONS, at=AT, person_id=someone, kind=AdjustmentKind.REMAND, days=14,
        from_on=date(2026, 1, 1), reason="judgment, page 3",
    )  # fmt: skip
    assert final(someone) == ENDS - 14 * DAY
    actions.strike_out_adjustment(
        by=ADMISSIONS, at=AT + DAY, person_id=someone, adjustment_id=row.id, why="counted before"
    )
    assert final(someone, at=AT + DAY) == ENDS


# --- A date by hand -------------------------------------------------------------------------------


def life(**said: Any) -> Any:
    file, _stay = received()
    actions.add_sentence(
        by=ADMISSIONS, at=AT, person_id=file.id, order_id=judgment(file.id).id,
        kind=SentenceKind.LIFE, starts_on=STARTS, **said,
    )  # fmt: skip
    return file.id


def proposed(person_id: Any, on: date = date(2040, 1, 1)) -> ManualDate:
    return actions.propose_date(
        by=ADMISSIONS, at=AT, person_id=person_id, kind=DateKind.FINAL, on=on,
        reason="decree 4, commuted to a term",
    )  # fmt: skip


def test_life_asks_for_a_date_by_hand_which_counts_once_a_second_person_agrees() -> None:
    someone = life()
    told = queries.release_dates_of(ADMISSIONS, someone, at=AT)
    assert told.computed.unsupported is Unsupported.LIFE and told.final is None
    row = proposed(someone)
    assert final(someone) is None
    with pytest.raises(NeedsAnother):
        actions.confirm_date(by=ADMISSIONS, at=AT, person_id=someone, date_id=row.id)
    actions.confirm_date(by=COLLEAGUE, at=AT, person_id=someone, date_id=row.id)
    assert final(someone) == date(2040, 1, 1)


def test_a_date_without_a_reason_or_in_another_age_is_refused() -> None:
    someone = life()
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"reason": " "}, "no reason"), ({"on": date(2950, 1, 1)}, "too far away"),
    ]  # fmt: skip
    for said, says in wrong:
        with pytest.raises(BadDate, match=says):
            actions.propose_date(
                by=ADMISSIONS, at=AT, person_id=someone,
                **{"kind": DateKind.FINAL, "on": date(2040, 1, 1), "reason": "decree", **said},
            )  # fmt: skip


def test_a_second_proposal_waits_for_the_first_which_can_be_withdrawn() -> None:
    someone = life()
    row = proposed(someone)
    with pytest.raises(BadDate, match="waits already"):
        proposed(someone)
    actions.withdraw_date(by=ADMISSIONS, at=AT, person_id=someone, date_id=row.id, why="a slip")
    assert proposed(someone, on=date(2041, 1, 1))


def test_a_date_that_counts_is_not_withdrawn_but_replaced_by_another() -> None:
    someone = life()
    row = actions.confirm_date(by=COLLEAGUE, at=AT, person_id=someone, date_id=proposed(someone).id)
    with pytest.raises(BadDate, match="counts already"):
        actions.withdraw_date(by=ADMISSIONS, at=AT, person_id=someone, date_id=row.id, why="x")
    newer = proposed(someone, on=date(2039, 1, 1))
    actions.confirm_date(by=COLLEAGUE, at=AT + DAY, person_id=someone, date_id=newer.id)
    assert final(someone, at=AT + DAY) == date(2039, 1, 1)


# --- The database says so too: right, right, wrong ------------------------------------------------


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"years": 100}, ""),
        ({"months": 1200}, ""),
        ({"years": 900}, "custody_sentence_is_no_longer_than_a_hundred_years"),
        ({"kind": "life"}, ""),
        ({"days": 1}, ""),
        ({"days": 0}, "custody_sentence_has_a_length"),
    ],
)
def test_the_database_keeps_no_sentence_of_900_years_or_of_none(
    said: dict[str, Any], refused: str
) -> None:
    file, _stay = received()
    order = judgment(file.id)
    see_all_rows("SEN")
    row = Sentence(
        id=uuid4(), person_id=file.id, recorded_at=AT, recorded_by="1", order=order,
        **{"kind": "fixed", "starts_on": STARTS, **said},
    )  # fmt: skip
    if not refused:
        row.save(force_insert=True)
        return
    with pytest.raises(IntegrityError, match=refused), transaction.atomic():
        row.save(force_insert=True)


# --- No entry, no change --------------------------------------------------------------------------

Given = Callable[[Any], dict[str, Any]]


def _sentence(person_id: Any) -> dict[str, Any]:
    return {"order_id": judgment(person_id, number="77").id, "kind": SentenceKind.FIXED,
            "starts_on": STARTS, "years": 1}  # fmt: skip


def _old(person_id: Any) -> dict[str, Any]:
    see_all_rows("SEN")
    return {"sentence_id": Sentence.objects.get(person=person_id).id, "why": "wrong"}


def _days(_person_id: Any) -> dict[str, Any]:
    return {"kind": AdjustmentKind.REMAND, "days": 3, "reason": "court"}


ARGUMENTS: dict[str, Given] = {
    "add_sentence": _sentence,
    "correct_sentence": lambda one: {**_old(one), "kind": SentenceKind.FIXED, "years": 2,
                                     "starts_on": STARTS},
    "strike_out_sentence": _old,
    "add_adjustment": _days,
    "strike_out_adjustment": lambda one: {
        "adjustment_id": actions.add_adjustment(
            by=ADMISSIONS, at=AT, person_id=one, **_days(one)).id, "why": "wrong"},
    "propose_date": lambda _one: {"kind": DateKind.FINAL, "on": ENDS, "reason": "court"},
    "confirm_date": lambda one: {"by": COLLEAGUE, "date_id": proposed(one).id},
    "withdraw_date": lambda one: {"date_id": proposed(one).id, "why": "a slip"},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_where_the_entry_cannot_be_written_nothing_has_changed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = serving()
    given = {"by": ADMISSIONS, **ARGUMENTS[name](someone)}
    before = _rows()

    def full(**_words: object) -> int:
        raise DatabaseError("the register is full")

    with monkeypatch.context() as patched:
        patched.setattr("throughcare.register.actions.record", full)
        with pytest.raises(DatabaseError, match="full"):
            getattr(actions, name)(at=AT + DAY, person_id=someone, **given)
    assert _rows() == before
    getattr(actions, name)(at=AT + DAY, person_id=someone, **given)
    assert _rows() != before


def _rows() -> list[Any]:
    see_all_rows("SEN")
    return [list(model.objects.order_by("id").values()) for model in
            (Sentence, Adjustment, ManualDate)]  # fmt: skip


def test_days_of_the_tests_are_those_of_the_calendar() -> None:
    assert AFTER.date() == ENDS + timedelta(days=1)
