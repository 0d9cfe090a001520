"""Minutes of a board are signed by a page that shows the words that stand."""

from __future__ import annotations

import pytest

from tests.casework.assessment.made_board import FACTORS
from tests.staff import see_all_rows
from tests.web.classification.made import Bench
from tests.web.people.made import hidden, shown
from throughcare.casework.assessment.models import Classification, Factor
from throughcare.casework.people.files import fresh_id

pytestmark = pytest.mark.django_db
NEW = "His mother lives next door."


def test_what_came_after_the_page_was_opened_is_shown_and_the_reason_typed_is_kept(
    bench: Bench,
) -> None:
    way = bench.at(f"{bench.minuted()}/sign")
    filled = bench.second.fill(way, right="yes", why="So it was said, word by word.")
    assert len(filled["seen"]) == 64
    row, by = bench.row(Classification), FACTORS[0]
    see_all_rows("PLN")
    Factor.objects.create(
        id=fresh_id(row.recorded_at), person_id=row.person_id, recorded_at=row.recorded_at,
        recorded_by=row.minuted_by, classification_id=row.first, kind="nearness",
        weighs=by.weighs, words=NEW,
    )  # fmt: skip
    answer = bench.second.client.post(way, filled)
    page = shown(answer)
    assert answer.status_code == 422 and "not the words that were shown" in page
    assert NEW in page and "So it was said, word by word." in page
    assert bench.row(Classification).state == "minuted"
    again = bench.second.client.post(way, {**filled, **hidden(page)})
    assert again.status_code == 302 and bench.row(Classification).state == "in_force"
