"""The cells of sentence and legal status, and of incidents, at the real doors of custody.

Page, interface, search, export and count; reading, adding and writing. Incidents have no operation
of the interface: there only the pages show why two people are kept apart.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from tests.access.custody_cast import FEUDS, NAMES, Cast, cast_of, court
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third
from tests.api.made import DAY
from tests.staff import see_all_rows, see_no_rows
from tests.web.people.made import hidden
from throughcare.casework.custody.models import KeepApart, Order
from throughcare.casework.custody.terms import Status
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
TYPED = {
    "kind": "remand", "issued_on": "2026-03-01", "valid_from": "2026-03-01T09:00",
    "valid_to": "2199-03-01T09:00",
}  # fmt: skip


@pytest.fixture(params=every_third(0))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def test_orders_and_dates_are_read_exactly_as_the_cell_says(cast: Cast) -> None:
    for whom, person in cast.people.items():
        sentence, identity = cast.lets("SEN", whom), cast.lets("ID", whom)
        opens = "x" in sentence and "x" in identity
        told = (cast.role, whom)
        read = Entry.objects.filter(event="read.orders", by="90", about=person)
        page = cast.client.get(f"/people/{person}/custody/orders")
        assert (page.status_code == 200) == opens == (read.count() == 1), told
        assert (court(whom) in shown(page)) == (opens and "r" in sentence), told
        assert (str(Status.APPEALING.label) in shown(page).lower()) == opens, told
        dates = cast.client.get(f"/people/{person}/custody/dates")
        assert (dates.status_code == 200) == opens, told
        assert (court(whom) in shown(dates)) == (opens and "r" in sentence), told
        _interface_reads(cast, whom, sentence)


def _interface_reads(cast: Cast, whom: str, sentence: str) -> None:
    refused = 403 if ROLES[cast.role]["SEN"] == "-" else 404
    said = cast.call.get(f"/people/{cast.people[whom]}/orders", why="check")
    assert said.status == (200 if "x" in sentence else refused), (cast.role, whom)
    assert (court(whom) in str(said.body)) == ("r" in sentence), (cast.role, whom)
    assert bool(said.body.get("statuses")) == ("x" in sentence), (cast.role, whom)
    dates = cast.call.get(f"/people/{cast.people[whom]}/release-dates", why="check")
    assert dates.status == said.status, (cast.role, whom)
    assert bool(dates.body.get("final")) == ("x" in sentence), (cast.role, whom)
    assert bool(dates.body.get("lines")) == ("r" in sentence), (cast.role, whom)


def test_an_order_is_written_exactly_where_the_cell_lets(cast: Cast) -> None:
    for whom, person in cast.people.items():
        lets = "w" in cast.lets("SEN", whom)
        sent = {**TYPED, "authority": "Interface", "number": whom,
                "valid_from": "2026-03-01T09:00:00Z", "valid_to": None}  # fmt: skip
        said = cast.call.post(f"/people/{person}/orders", sent)
        assert (said.status == 201) == lets, (cast.role, whom, said.body)
        way = f"/people/{person}/custody/orders/new"
        typed = {**TYPED, "authority": "Page", "number": whom}
        answer = _send(cast, way, typed)
        assert (answer.status_code == 302) == (lets and "x" in cast.lets("ID", whom)), (
            cast.role, whom, shown(answer),
        )  # fmt: skip
        see_all_rows("SEN")
        kept = Order.objects.filter(person_id=person, number=whom).count()
        see_no_rows()
        assert kept == (said.status == 201) + (answer.status_code == 302), (cast.role, whom)


def test_why_two_are_kept_apart_is_read_decided_and_ended_as_the_cell_says(cast: Cast) -> None:
    later = (timezone.now() + 9 * DAY).strftime("%Y-%m-%dT%H:%M")
    for whom, person in cast.people.items():
        incident, opens = cast.lets("INC", whom), "x" in cast.lets("ID", whom)
        told, way = (cast.role, whom), f"/people/{person}/custody/places/apart"
        page = cast.client.get(way)
        assert (page.status_code == 200) == (opens and "r" in incident), told
        assert (FEUDS[whom] in shown(page)) == (opens and "r" in incident), told
        other = "mate" if whom == "mine" else "mine"
        lets = opens and "a" in incident and "a" in cast.lets("INC", other)
        answer = _send(
            cast, f"{way}/new", {"other": cast.people[other], "reason": "new", "until": later}
        )
        assert (answer.status_code == 302) == lets, (told, shown(answer))
    for whom in ("mine", "other"):
        lets = "w" in cast.lets("INC", whom) and "x" in cast.lets("ID", whom)
        row = cast.rows[whom]["apart_id"]
        way = f"/people/{cast.people[whom]}/custody/places/apart/{row}/end"
        assert (_send(cast, way, {"why": "settled"}).status_code == 302) == lets, (cast.role, whom)
        see_all_rows("INC")
        assert (KeepApart.objects.get(id=row).stood_until is not None) == lets, (cast.role, whom)
        see_no_rows()


def test_search_export_and_count_hold_nothing_of_these_cells_but_the_days_of_release(
    cast: Cast,
) -> None:
    client, call = cast.client, cast.call
    people = {str(one) for one in cast.people.values()}
    for words in [*(court(whom) for whom in NAMES), *set(FEUDS.values())]:
        assert not any(one in shown(client.get("/people", {"q": words})) for one in people), words
        assert call.post("/people/search", {"text": words}).body["hits"] == [], words
    taken = client.post("/people/export", {"why": "transfer"}).content.decode()
    taken += str(call.get("/people/export", why="transfer").body)
    assert not any(words in taken for whom in NAMES for words in (court(whom), FEUDS[whom]))
    due = call.get("/releases").body
    within = cast.reached("SEN", "x") & cast.reached("ID", "x")  # a relative: as above, nobody
    assert {row["person"] for row in due["rows"]} == {str(person) for person in within}
    page = shown(client.get("/releases"))
    here = within - {cast.people["away"]}  # the page is of the place of the post
    assert {one for one in people if one in page} == {str(one) for one in here}


def _send(cast: Cast, way: str, typed: dict[str, Any]) -> Any:
    """Load the form and send it; without a form what was typed alone."""
    page = cast.client.get(way)
    kept = hidden(page.content.decode()) if page.status_code == 200 else {}
    return cast.client.post(way, {**kept, **typed})
