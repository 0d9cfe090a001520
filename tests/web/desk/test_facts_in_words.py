"""Each kind of fact is said in words, and no part of what was written is left out."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.values import checked
from throughcare.kernel.names import name_of
from throughcare.web.desk.facts import text_of

_ISOLATES = str.maketrans("", "", "\u2068\u2069")


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (
            Kind.NAME,
            {"use": "alias", "parts": name_of("Aigerim", "Sadykova")},
            "Aigerim Sadykova; used: another name the person is known by",
        ),
        (Kind.BIRTH_DATE, {"date": "1990-03-02"}, date_format(date(1990, 3, 2))),
        (Kind.BIRTH_DATE, {"date": "1990-03"}, "March 1990"),
        (Kind.BIRTH_DATE, {"date": "1990"}, "1990"),
        (Kind.BIRTH_DATE, {"date": "unknown"}, "not known"),
        (Kind.SEX, {"sex": "female"}, "female"),
        (Kind.GENDER, {"words": "a woman"}, "a woman"),
        (Kind.NATIONALITY, {"country": "KZ"}, "KZ"),
        (
            Kind.LANGUAGE,
            {"code": "fr", "speaks": True, "reads": False},
            "français (French); speaks: yes; reads: no",
        ),
        (
            Kind.DOCUMENT,
            {"type": "passport", "number": "N1", "country": "KZ", "valid_to": "2030"},
            "passport; number: N1; country: KZ; valid to: 2030",
        ),
        (Kind.IDENTIFIER, {"system": "prison", "number": "A-17"}, "A-17; of: prison"),
        (
            Kind.ADJUSTMENT,
            {"need": "cannot climb", "adjustment": "ground floor"},
            "cannot climb; what is done: ground floor",
        ),
        (
            Kind.DEPENDANT,
            {"name": "Dana", "born": "2020-05", "cared_for_by": "an aunt"},
            "Dana; born: May 2020; cared for by: an aunt",
        ),
        (
            Kind.EMERGENCY_CONTACT,
            {"name": "Saule", "relation": "sister", "reached_by": "+7 1"},
            "Saule; who it is: sister; reached by: +7 1",
        ),
        (
            Kind.PHOTO,
            {"reference": "p-1", "taken": "2026-01-02"},
            f"a photo; taken: {date_format(date(2026, 1, 2))}",
        ),
    ],
)
def test_a_fact_says_all_that_was_written(kind: Kind, value: dict[str, object], said: str) -> None:
    told = text_of(kind, checked(kind, value)).translate(_ISOLATES)
    assert told.casefold() == said.casefold()


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Kind.LANGUAGE, {"code": "fr", "speaks": True}, "français (الفرنسية); يتكلم: نعم"),
        (Kind.IDENTIFIER, {"system": "prison number", "number": "A-17"}, "A-17; لدى: رقم السجن"),
        (Kind.DOCUMENT, {"type": "identity card", "number": "N1"}, "بطاقة هوية; رقم: N1"),
    ],
)
def test_kinds_that_every_prison_has_are_said_in_the_readers_language(
    kind: Kind, value: dict[str, object], said: str
) -> None:
    with override("ar"):
        assert text_of(kind, checked(kind, value)).translate(_ISOLATES) == said


def test_no_kind_is_left_out_of_these_cases() -> None:
    mark = next(iter(test_a_fact_says_all_that_was_written.pytestmark))  # type: ignore[attr-defined]
    assert {case[0] for case in mark.args[1]} == set(Kind)
