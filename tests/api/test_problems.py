"""Whatever comes in, a refusal is a problem in words (RFC 9457), and never a failure of ours."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from .made import BORN, NAME, V1, Machine, file_by, machine_of, now, officer

pytestmark = pytest.mark.django_db
_DEEP = b'{"establishment": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
_MANY_DIGITS = b'{"establishment": ' + b"1" * 10_000 + b"}"


@pytest.fixture
def call() -> Machine:
    return machine_of(officer())


def body(**other: object) -> dict[str, object]:
    return {"establishment": "north", "facts": [NAME], **other}


def test_every_problem_has_the_members_of_the_standard(call: Machine) -> None:
    said = call.get(f"/people/{uuid4()}", why="x")
    assert said.headers["Content-Type"] == "application/problem+json"
    assert set(said.body) >= {"type", "title", "status", "detail", "instance"}
    assert said.body["status"] == said.status == 404


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"{", 400), (b"\xff\xfe\x00", 400), (_DEEP, 400), (_MANY_DIGITS, 400), (b" ", 400),
        (b"[]", 422), (b"null", 422), (b"7", 422), (b'"x"', 422),
    ],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_told_so(call: Machine, sent: bytes, status: int) -> None:
    assert call.post("/people", sent).status == status
    assert call.post("/people", body()).status == 201


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_another_content_type_is_refused(call: Machine, kind: str) -> None:
    assert call.post("/people", body(), as_type=kind).status == 415
    assert call.post("/people", body(), as_type="application/json; charset=utf-8").status == 201


def test_a_body_of_the_largest_size_is_read_and_one_byte_more_is_not(call: Machine) -> None:
    person = file_by(officer()).id
    plain = json.dumps({"why": "x"}).encode()
    most = plain.ljust(settings.API_MOST_BYTES)
    assert call.post(f"/people/{person}/separation", most).status == 409
    assert call.post(f"/people/{person}/separation", most + b" ").status == 413


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"surprise": 1}, "body/surprise"),
        ({"establishment": None}, "body/establishment"),
        ({"establishment": "a/b"}, "body/establishment"),
        ({"facts": []}, "body/facts"),
        ({"facts": [NAME] * 51}, "body/facts"),
        ({"facts": [BORN, {"kind": "sex", "value": {}}]}, "body/facts/1/sex/value/sex"),
        ({"facts": [{"kind": "shoe size", "value": {}}]}, "body/facts/0"),
        ({"why": "a\0b"}, "body/why"),
        ({"why": "\ud800"}, "body/why"),
        ({"why": "x" * 1_001}, "body/why"),
    ],
)
def test_each_wrong_field_is_named_with_what_to_do(
    call: Machine, change: dict[str, Any], where: str
) -> None:
    said = call.post("/people", body(**change))
    assert (said.status, said.body["errors"][0]["where"]) == (422, where)
    assert said.body["errors"][0]["what"] and said.body["errors"][0]["remedy"]
    assert call.get("/people/count").body == {"files": 0}
    assert call.post("/people", body(why="x" * 1_000)).status == 201


def test_what_the_room_itself_refuses_is_told_with_its_remedy(call: Machine) -> None:
    said = call.post("/people", body(facts=[BORN]))
    assert said.status == 422
    assert said.body["detail"].startswith("a file cannot be opened without a name")
    (told,) = said.body["errors"]
    assert told["remedy"].startswith("type the name")


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\ud800"])
def test_signs_that_cannot_be_seen_are_refused_in_a_name(call: Machine, sign: str) -> None:
    name = {"kind": "name", "value": {"use": "recorded", "parts": [{"text": f"A{sign}i"}]}}
    assert call.post("/people", body(facts=[name])).status == 422
    assert call.post("/people/search", {"text": f"A{sign}i"}, key=None).status in {200, 422}


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-03-01T09:00:00Z", 201), ("2026-03-01T09:00:00", 422),
        ("0001-01-01T00:00:00+14:00", 422),
        ("9999-12-31T23:59:59-12:00", 422), ("yesterday", 422), ("", 422),
    ],
)  # fmt: skip
def test_a_moment_needs_its_zone_and_a_place_in_the_calendar(
    call: Machine, moment: str, status: int
) -> None:
    person = file_by(officer()).id
    note = {"kind": "observation", "text": "Slept.", "happened_at": moment}
    assert call.post(f"/people/{person}/notes", note).status == status


@pytest.mark.parametrize("word", ["%00", "x" * 501, "", "%ED%A0%80"])
def test_a_reason_in_the_address_is_bounded_too(call: Machine, word: str) -> None:
    person = file_by(officer()).id
    headers = {"Authorization": f"Bearer {call.secret}"}
    answer = Client().get(f"{V1}/people/{person}?why={word}", headers=headers)
    assert answer.status_code in ({422} if word != "%ED%A0%80" else {200, 422})
    assert Client().get(f"{V1}/people/{person}?why=x", headers=headers).status_code == 200


def test_numbers_that_are_none_and_wrong_methods_are_problems_too(call: Machine) -> None:
    assert call.get("/people/7", why="x").status == 422
    wrong = call.post("/me", {})
    assert (wrong.status, wrong.headers["Allow"]) == (405, "GET")
    assert wrong.headers["Content-Type"] == "application/problem+json"


def test_a_fault_of_ours_is_a_problem_that_tells_nothing_and_changes_nothing(
    call: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = file_by(officer()).id
    note = {"kind": "observation", "text": "Slept.", "happened_at": str(now())}

    def breaks(**_named: object) -> None:
        raise RuntimeError("secret inner words")

    monkeypatch.setattr("throughcare.casework.people.actions.add_note", breaks)
    said = call.post(f"/people/{person}/notes", note, key="the-same-key")
    assert said.status == 500 and "inner" not in str(said.body)
    assert said.headers["Content-Type"] == "application/problem+json"
    monkeypatch.undo()
    assert call.post(f"/people/{person}/notes", note, key="the-same-key").status == 201
