"""Each kind of fact is said in words, and no part of what was written is left out."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.formats import date_format

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.values import checked
from throughcare.kernel.names import name_of
from throughcare.web.desk.facts import text_of

_PLAIN = "⁨Aigerim⁩ ⁨Sadykova⁩"


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (
            Kind.NAME,
            {"use": "alias", "parts": name_of("Aigerim", "Sadykova")},
            f"{_PLAIN} (another name the person is known by)",
        ),
        (Kind.BIRTH_DATE, {"date": "1990-03-02"}, date_format(date(1990, 3, 2))),
        (Kind.BIRTH_DATE, {"date": "1990-03"}, "March 1990"),
        (Kind.BIRTH_DATE, {"date": "1990"}, "1990"),
        (Kind.BIRTH_DATE, {"date": "unknown"}, "unknown"),
        (Kind.SEX, {"sex": "female"}, "female"),
        (Kind.GENDER, {"words": "a woman"}, "a woman"),
        (Kind.NATIONALITY, {"country": "KZ"}, "KZ"),
        (Kind.LANGUAGE, {"code": "fr", "speaks": True, "reads": False}, "français, speaks"),
        (
            Kind.DOCUMENT,
            {"type": "passport", "number": "N1", "country": "KZ", "valid_to": "2030"},
            "passport, N1, KZ, 2030",
        ),
        (Kind.IDENTIFIER, {"system": "prison", "number": "A-17"}, "prison, A-17"),
        (
            Kind.ADJUSTMENT,
            {"need": "cannot climb", "adjustment": "ground floor"},
            "cannot climb, ground floor",
        ),
        (
            Kind.DEPENDANT,
            {"name": "Dana", "born": "2020-05", "cared_for_by": "an aunt"},
            "Dana, May 2020, an aunt",
        ),
        (
            Kind.EMERGENCY_CONTACT,
            {"name": "Saule", "relation": "sister", "reached_by": "+7 1"},
            "Saule, sister, +7 1",
        ),
        (
            Kind.PHOTO,
            {"reference": "p-1", "taken": "2026-01-02"},
            f"p-1, {date_format(date(2026, 1, 2))}",
        ),
    ],
)
def test_a_fact_says_all_that_was_written(kind: Kind, value: dict[str, object], said: str) -> None:
    assert text_of(kind, checked(kind, value)).casefold() == said.casefold()


def test_no_kind_is_left_out_of_these_cases() -> None:
    mark = next(iter(test_a_fact_says_all_that_was_written.pytestmark))  # type: ignore[attr-defined]
    assert {case[0] for case in mark.args[1]} == set(Kind)
