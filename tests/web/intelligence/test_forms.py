"""A report by a form: what was typed stays, a warning is confirmed openly, and twice is once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.casework.custody.made import places
from tests.casework.intelligence.made import WING, grown, now, officer, report, rows, shared
from tests.casework.safety.made import CAST, DIRECTOR
from tests.staff import written
from tests.web.arrival import let_in
from throughcare.access.models import Account
from throughcare.casework.intelligence import queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None, settings: Any) -> None:
    """Who acts, and where."""
    settings.SECOND_FACTOR_FOR = frozenset()
    for one in CAST:
        written(one)
    officer()
    places()


def client(account: int) -> Client:
    return let_in(Client(), Account.objects.get(pk=account))


def typed(form: Any, **more: str) -> dict[str, Any]:
    """What the form shows at first, and a sound report."""
    field = form.context["form"]
    return {
        "key": str(field.initial["key"]), "code": "K-7", "source_kind": "search", "source": "A",
        "information": "1", "handling": "1", "raw": "A blade lay there.", "sanitised": "A blade.",
        "action": "It was taken.", "necessity": "Somebody may be hurt.",
        "proportionality": "One search.",
        "review_at": field.initial["review_at"].strftime("%Y-%m-%dT%H:%M"),
        "expires_at": field.initial["expires_at"].strftime("%Y-%m-%dT%H:%M"), **more,
    }  # fmt: skip


def test_a_report_is_received_once_however_often_it_is_sent() -> None:
    way, browser = f"/people/{grown()}/intelligence/report", client(WING.account)
    said = typed(browser.get(way))
    first = browser.post(way, said)
    assert (first.status_code, first["Location"]) == (302, "/intelligence/received?done=received")
    assert browser.post(way, said).status_code == 422
    assert rows() == 2


def test_fifty_thousand_signs_are_refused_and_stand_in_the_form_still() -> None:
    way, browser = f"/people/{grown()}/intelligence/report", client(WING.account)
    raw = "blade " * 8_400
    answer = browser.post(way, typed(browser.get(way), raw=raw))
    words = answer.content.decode()
    assert answer.status_code == 422 and "20000" in words.replace(",", "").replace("\xa0", "")
    assert raw.strip() in words and rows() == 0


def test_a_warning_is_answered_openly_and_nothing_typed_is_lost() -> None:
    way, browser = f"/people/{grown()}/intelligence/report", client(WING.account)
    said = typed(browser.get(way), raw="This was told by a cook.")
    warned = browser.post(way, said)
    words = warned.content.decode()
    assert warned.status_code == 422 and "told by" in words and 'name="confirmed"' in words
    assert "This was told by a cook." in words and rows() == 0
    assert browser.post(way, {**said, "confirmed": "on"}).status_code == 302
    assert rows() == 2


def test_a_report_keeps_no_draft() -> None:
    browser = client(WING.account)
    words = browser.get(f"/people/{grown()}/intelligence/report").content.decode()
    assert 'name="draft"' not in words and "Save as a draft" not in words


def test_the_named_officer_answers_by_the_form_and_the_queue_is_shorter() -> None:
    person = grown()
    item = report(person)
    row = shared(item)
    director, me = client(DIRECTOR.account), client(officer().account)
    named = director.post("/intelligence/officer", {"account": str(officer().account)})
    assert named.status_code == 302, named.content.decode()
    said = {"occasion": "meeting", "statement_id": str(row.first), "why": "So that all know."}
    way = f"/people/{person}/intelligence/{item}/answer"
    assert me.post(way, said).status_code == 302
    assert queries.queue_of(officer(), at=now()).rest == []


@pytest.mark.parametrize("way", ["keep", "delete", "share", "answer"])
def test_an_item_of_somebody_else_is_not_found_in_this_file(way: str) -> None:
    item, other = report(grown()), grown("Other", cell="north/a/1/02")
    me = client(officer().account)
    assert me.get(f"/people/{other}/intelligence/{item}/{way}").status_code == 404
    assert me.get(f"/people/{other}/intelligence/{UUID(int=5)}/{way}").status_code == 404


def test_without_a_key_the_page_says_so_in_a_sentence(settings: Any) -> None:
    person = grown()
    report(person)
    settings.INTELLIGENCE_KEYS = []
    for account, way in (
        (officer().account, f"/people/{person}/intelligence"),
        (WING.account, f"/people/{person}/intelligence/report"),
        (DIRECTOR.account, f"/people/{person}/statements"),
    ):
        answer = client(account).get(way)
        assert answer.status_code == 422, way
        assert "key of the intelligence room is not there" in answer.content.decode(), way
    assert client(DIRECTOR.account).get(f"/people/{person}").status_code == 200
