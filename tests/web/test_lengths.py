"""How long something lasts is said with the plurals of each language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.translation import override

from throughcare.web.lengths import lasting, length


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 year, 5 months, and 2 days"),
        ("fr", "1 an, 5 mois et 2 jours"),
        ("ru", "1 год, 5 месяцев и 2 дня"),
        ("ar", "سنة و5 أشهر ويومان"),
        ("kk", "1 жыл, 5 ай, 2 күн"),
    ],
)
def test_a_sentence_is_said_as_people_say_it(language: str, said: str) -> None:
    with override(language):
        assert length(years=1, months=5, days=2).replace("\xa0", " ") == said


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_no_number_of_any_unit_is_left_without_words(language: str) -> None:
    with override(language):
        for number in (0, 1, 2, 3, 5, 11, 21, 100, 205):
            said = [lasting(timedelta(days=number)), lasting(timedelta(hours=min(number, 23)))]
            said += [length(years=number), length(months=number)] if number else []
            assert not any("duration" in one or "%" in one for one in said), said


def test_what_lasts_less_than_a_day_is_said_in_hours() -> None:
    with override("en"):
        assert lasting(timedelta(hours=23, minutes=59)) == "23 hours"
        assert lasting(timedelta(days=1, hours=5)) == "1 day"
        assert lasting(timedelta(minutes=-5)) == "0 hours"
