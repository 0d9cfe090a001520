"""The same questions and actions as the pages: what is shown, what is changed, what is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from throughcare.access.terms import Role

from .made import BORN, MINUTE, NAME, Machine, file_by, machine_of, now, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def call() -> Machine:
    return machine_of(officer())


def opened(call: Machine) -> str:
    said = call.post("/people", {"establishment": "north", "facts": [NAME]})
    assert said.status == 201, said.body
    return str(said.body["id"])


def read(call: Machine, person: str) -> Any:
    said = call.get(f"/people/{person}", why="check")
    assert said.status == 200, said.body
    return said.body


def test_a_person_is_registered_and_read_back(call: Machine) -> None:
    file = read(call, opened(call))
    (name,) = file["facts"]
    assert name["value"]["parts"] == [{"text": "Aigerim", "kind": "unspecified", "spellings": []}]
    assert (name["standing"], name["proof"], file["held_at"]) == ("stated", None, "north")


def test_a_fact_is_stated_verified_corrected_and_struck_out(call: Machine) -> None:
    person = opened(call)
    version = read(call, person)["version"]
    stated = call.post(f"/people/{person}/facts", {"fact": BORN, "expected": version}).body
    verified = call.post(
        f"/facts/{stated['id']}/verification",
        {"proof": "passport", "expected": stated["version"]},
    )
    assert verified.status == 201
    right = {"kind": "birth_date", "value": {"date": "1991"}}
    corrected = call.post(
        f"/facts/{verified.body['id']}/correction",
        {"fact": right, "why": "misread", "expected": verified.body["version"]},
    )
    assert [one["value"] for one in read(call, person)["facts"][1:]] == [{"date": "1991"}]
    struck = call.post(
        f"/facts/{corrected.body['id']}/striking-out",
        {"why": "of somebody else", "expected": corrected.body["version"]},
    )
    assert struck.status == 200
    assert len(read(call, person)["facts"]) == 1
    assert read(call, person)["version"] == struck.body["version"]


def test_what_somebody_else_changed_meanwhile_is_told_with_the_version_to_try_again_with(
    call: Machine,
) -> None:
    person = opened(call)
    seen = read(call, person)["version"]
    colleague = machine_of(officer(account=2))
    colleague.post(f"/people/{person}/facts", {"fact": BORN, "expected": seen})
    mine = {"kind": "sex", "value": {"sex": "female"}}
    late = call.post(f"/people/{person}/facts", {"fact": mine, "expected": seen})
    assert late.status == 409
    assert late.body["changes"] == [{"done": "stated", "kind": "birth_date", "by": "2"}]
    again = call.post(f"/people/{person}/facts", {"fact": mine, "expected": late.body["version"]})
    assert again.status == 201


def test_notes_and_alerts_are_written_amended_and_ended(call: Machine) -> None:
    person = opened(call)
    note = {"kind": "observation", "text": "Asked for a pen.", "happened_at": str(now() - MINUTE)}
    first = call.post(f"/people/{person}/notes", note).body["id"]
    newer = call.post(f"/notes/{first}/amendment", {"text": "Asked for a pencil."})
    assert newer.status == 201
    assert call.post(f"/notes/{first}/amendment", {"text": "Asked twice."}).status == 409
    alert = {
        "code": "first_night", "why": "arrived today", "expires_at": str(now() + timedelta(days=1)),
    }  # fmt: skip
    raised = call.post(f"/people/{person}/alerts", alert).body["id"]
    assert call.post(f"/people/{person}/alerts", alert).status == 409
    file = read(call, person)
    assert [one["text"] for one in file["notes"]] == ["Asked for a pencil."]
    assert [one["id"] for one in file["alerts"]] == [raised]
    assert call.post(f"/alerts/{raised}/end", {"why": "settled in"}).status == 200
    assert read(call, person)["alerts"] == []


def test_two_files_are_looked_at_side_by_side_merged_and_separated(call: Machine) -> None:
    one, other = opened(call), opened(call)
    proposed = call.post("/duplicates", {"one": one, "other": other, "why": "same face"})
    both = call.get(f"/duplicates/{proposed.body['id']}", why="decide").body
    assert {both["one"]["id"], both["other"]["id"]} == {one, other}
    merged = call.post(f"/people/{one}/merge", {"merged": other, "why": "same person"})
    assert (merged.status, read(call, other)["id"]) == (201, one)
    assert merged.body["version"] == read(call, one)["version"]
    again = call.post(f"/people/{one}/merge", {"merged": other, "why": "same person"})
    assert again.status == 409
    assert call.post(f"/people/{other}/separation", {"why": "a twin"}).status == 200
    assert read(call, other)["id"] == other


def test_a_proposal_is_refused_once(call: Machine) -> None:
    one, other = opened(call), opened(call)
    way = call.post("/duplicates", {"one": one, "other": other, "why": "same face"}).body["id"]
    assert call.post(f"/duplicates/{way}/refusal", {"why": "twins"}).status == 200
    assert call.post(f"/duplicates/{way}/refusal", {"why": "twins"}).status == 409


def test_the_list_is_walked_page_by_page_and_no_file_is_left_out_or_shown_twice(
    call: Machine,
) -> None:
    made = [opened(call) for _ in range(5)]
    seen, after = [], {}
    while True:
        page = call.get("/people", limit=2, **after).body
        seen += [row["id"] for row in page["rows"]]
        assert len(page["rows"]) <= 2
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert seen == sorted(made)
    assert call.get("/people/count").body == {"files": 5}


def test_the_export_is_bounded_by_the_same_pages(call: Machine) -> None:
    made = sorted(opened(call) for _ in range(3))
    first = call.get("/people/export", limit=2, why="transfer of records").body
    rest = call.get("/people/export", limit=2, why="transfer of records", after=first["next"]).body
    assert [one["id"] for one in (*first["files"], *rest["files"])] == made
    assert (len(first["files"]), rest["next"]) == (2, None)


def test_a_cursor_belongs_to_its_token_and_cannot_be_made_up(call: Machine) -> None:
    for _ in range(2):
        opened(call)
    cursor = call.get("/people", limit=1).body["next"]
    assert call.get("/people", after=cursor).status == 200
    stranger = machine_of(officer(account=2))
    for machine, word in ((stranger, cursor), (call, cursor + "x"), (call, uuid4().hex)):
        said = machine.get("/people", after=word)
        assert (said.status, said.body["errors"][0]["where"]) == (422, "query/after")


@pytest.mark.parametrize(("limit", "status"), [(0, 422), (1, 200), (100, 200), (101, 422)])
def test_a_page_has_one_to_a_hundred_rows(call: Machine, limit: int, status: int) -> None:
    assert call.get("/people", limit=limit).status == status


def test_a_search_finds_by_name_and_puts_no_name_into_the_address(call: Machine) -> None:
    person = opened(call)
    hits = call.post("/people/search", {"text": "aigerim"}, key=None).body["hits"]
    assert [(hit["id"], hit["likeness"]) for hit in hits] == [(person, 1.0)]
    assert call.get("/people/search", text="aigerim").status == 405


def test_who_opened_the_file_is_told_by_role_and_without_a_name(call: Machine) -> None:
    person = opened(call)
    read(call, person)
    told = call.get(f"/people/{person}/openings", why="the person asks").body["openings"]
    assert [(one["role"], one["place"]) for one in told] == [("admissions_officer", "north")] * 2
    assert set(told[0]) == {"role", "place", "opened_at"}
    before = call.get(
        f"/people/{person}/openings", why="the person asks", before=told[-1]["opened_at"]
    )
    assert before.body["openings"] == []


def test_what_is_hidden_and_what_does_not_exist_are_told_in_the_same_words(call: Machine) -> None:
    hidden = file_by(officer(place="south", account=3)).id
    fresh: UUID = uuid4()
    for way in ("/people/{}?why=x", "/people/{}/openings?why=x", "/duplicates/{}?why=x"):
        one, other = call.get(way.format(hidden)), call.get(way.format(fresh))
        assert one.status == other.status == 404
        assert {**one.body, "instance": ""} == {**other.body, "instance": ""}
    for way, body in (
        ("/people/{}/facts", {"fact": BORN, "expected": 1}),
        ("/people/{}/separation", {"why": "x"}),
        ("/facts/{}/striking-out", {"why": "x", "expected": 1}),
        ("/alerts/{}/end", {"why": "x"}),
    ):
        one, other = call.post(way.format(hidden), body), call.post(way.format(fresh), body)
        assert one.status == other.status == 404
        assert {**one.body, "instance": ""} == {**other.body, "instance": ""}


def test_a_role_that_reads_redacted_gets_the_redacted_file_and_no_proof(call: Machine) -> None:
    person = opened(call)
    stated = read(call, person)["facts"][0]
    call.post(f"/facts/{stated['id']}/verification", {"proof": "passport 77", "expected": 2})
    call.post(f"/people/{person}/facts", {"fact": BORN, "expected": 3})
    assert len(read(call, person)["facts"]) == 2
    guard = machine_of(officer(Role.TEACHER_INSTRUCTOR, account=5, case=UUID(person)))
    file = read(guard, person)
    assert file["redacted"] and file["held_at"] is None
    assert [(one["kind"], one["proof"]) for one in file["facts"]] == [("name", None)]


def test_who_may_only_read_is_told_why_nothing_can_be_written(call: Machine) -> None:
    person = opened(call)
    director = machine_of(officer(Role.PRISON_DIRECTOR, account=6))
    body = {"fact": BORN, "expected": read(director, person)["version"]}
    said = director.post(f"/people/{person}/facts", body)
    assert said.status == 403 and said.body["detail"].startswith("You may read here, not write.")
    assert call.post(f"/people/{person}/facts", body).status == 201
