"""Charges stand in the words of the authority; unknown is a value of its own."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.made import ADMISSIONS, AT, HOUR, person, remanded
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadCharge
from throughcare.casework.custody.models import Charge
from throughcare.casework.rows.errors import AlreadyReplaced

pytestmark = pytest.mark.django_db


def charged(person_id: object, **said: Any) -> Charge:
    asked = {"by": ADMISSIONS, "at": AT, "person_id": person_id, "words": "theft of a cow", **said}
    return actions.add_charge(**asked)


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("0502", "0502"), ("05.02.1", "05021"), (" 11 ", "11")]
)
def test_a_code_is_kept_without_its_points(typed: str, kept: str) -> None:
    assert charged(person().id, iccs=typed).iccs == kept


@pytest.mark.parametrize("typed", ["12", "0", "0502111", "theft", "٠٥", "05-02"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadCharge):
        charged(person().id, iccs=typed)


@pytest.mark.parametrize("related", [True, False, None])
def test_yes_no_and_not_known_are_three_answers(related: bool | None) -> None:
    file = person()
    charged(file.id, terrorism_related=related)
    (charge,) = queries.orders_of(ADMISSIONS, file.id, at=AT).charges
    assert charge.terrorism_related is related


@pytest.mark.parametrize("words", ["", "  ", "a\0b", "x" * 2001])
def test_a_charge_without_words_is_refused(words: str) -> None:
    with pytest.raises(BadCharge):
        charged(person().id, words=words)


def test_a_charge_stands_in_an_order_of_the_same_person_alone() -> None:
    file, other = person(), person("Marat")
    mine, theirs = remanded(file.id), remanded(other.id)
    assert charged(file.id, order_id=mine.id).order_id == mine.id
    with pytest.raises(NotThere):
        charged(file.id, order_id=theirs.id)


def test_a_charge_is_corrected_once_and_then_the_newer_one() -> None:
    first = charged(person().id)
    said = {"by": ADMISSIONS, "at": AT + HOUR, "why": "misread", "words": "theft of a horse"}
    second = actions.correct_charge(charge_id=first.id, **said)
    with pytest.raises(AlreadyReplaced):
        actions.correct_charge(charge_id=first.id, **said)
    struck = actions.strike_out_charge(
        by=ADMISSIONS, at=AT + 2 * HOUR, charge_id=second.id, why="dropped"
    )
    assert struck.struck_why == "dropped"
    see_all_rows("SEN")
    assert not Charge.objects.filter(stood_until=None).exists()


@pytest.mark.parametrize(
    ("said", "constraint"),
    [
        ({}, None),
        ({"iccs": "0501"}, None),
        ({"iccs": "99"}, "custody_charge_code_is_one_of_iccs"),
        ({"words": ""}, "custody_charge_is_named"),
    ],
)
def test_the_database_refuses_a_charge_that_cannot_be(
    said: dict[str, Any], constraint: str | None
) -> None:
    file = person()
    see_all_rows("SEN")
    row = Charge(
        id=file.id, person_id=file.id, recorded_at=AT, recorded_by="1",
        **{"words": "theft", **said},
    )  # fmt: skip
    if constraint is None:
        row.save(force_insert=True)
        return
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save(force_insert=True)
