"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.dates import by_hand, days, decrees, page, releases, sentences

_FILE = "people/<uuid:person_id>/custody/dates"

urlpatterns: list[URLPattern] = [
    path(_FILE, page.dates, name="custody_dates"),
    path(f"{_FILE}/sentences/new", sentences.add, name="sentence_new"),
    path(
        f"{_FILE}/sentences/<uuid:sentence_id>/correct", sentences.correct,
        name="sentence_correct",
    ),
    path(
        f"{_FILE}/sentences/<uuid:sentence_id>/strike-out", sentences.strike_out,
        name="sentence_strike_out",
    ),
    path(f"{_FILE}/days/new", days.add, name="adjustment_new"),
    path(
        f"{_FILE}/days/<uuid:adjustment_id>/strike-out", days.strike_out,
        name="adjustment_strike_out",
    ),
    path(f"{_FILE}/by-hand/new", by_hand.propose, name="manual_date_new"),
    path(f"{_FILE}/by-hand/<uuid:date_id>/confirm", by_hand.confirm, name="manual_date_confirm"),
    path(f"{_FILE}/by-hand/<uuid:date_id>/withdraw", by_hand.withdraw, name="manual_date_withdraw"),
    path("releases", releases.releases, name="releases"),
    path("releases/batch", decrees.listed, name="decrees"),
    path("releases/batch/new", decrees.propose, name="decree_new"),
    path("releases/batch/<uuid:decree_id>", decrees.carry_out, name="decree"),
]  # fmt: skip
