"""Each operation that shows or changes a file leaves its entry, in the role of the token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.casework.custody.made import places
from throughcare.api.schema import PREFIX, document
from throughcare.register.models import Entry

from .custody_calls import CUSTODY
from .made import BORN, MINUTE, NAME, Machine, Said, file_by, machine_of, now, officer
from .measure_calls import SAFETY

# They show no file: the reach of the token itself, and a number of files.
SHOW_NO_FILE = {"what_may_i", "count_people"}


@dataclass(frozen=True)
class There:
    """What is there before an operation is called."""

    call: Machine
    person: str
    other: str
    fact: str
    note: str
    alert: str
    proposal: str


NOTE = {"kind": "observation", "text": "Slept.", "happened_at": "2026-03-01T09:00:00Z"}
SEX = {"kind": "sex", "value": {"sex": "female"}}


def alert(code: str) -> dict[str, str]:
    return {"code": code, "why": "arrived", "expires_at": str(now() + timedelta(days=1))}


Calling = Callable[[There], Said]
CALLS: Mapping[str, Calling] = {
    "list_people": lambda it: it.call.get("/people"),
    "search_people": lambda it: it.call.post("/people/search", {"text": "Aigerim"}),
    "export_people": lambda it: it.call.get("/people/export", why="transfer"),
    "read_file": lambda it: it.call.get(f"/people/{it.person}", why="check"),
    "openings": lambda it: it.call.get(f"/people/{it.person}/openings", why="asked"),
    "side_by_side": lambda it: it.call.get(f"/duplicates/{it.proposal}", why="decide"),
    "register_person": lambda it: it.call.post(
        "/people", {"establishment": "north", "facts": [NAME]}
    ),
    "state_fact": lambda it: it.call.post(
        f"/people/{it.person}/facts", {"fact": SEX, "expected": 3}
    ),
    "verify_fact": lambda it: it.call.post(
        f"/facts/{it.fact}/verification", {"proof": "passport", "expected": 3}
    ),
    "correct_fact": lambda it: it.call.post(
        f"/facts/{it.fact}/correction", {"fact": BORN, "why": "misread", "expected": 3}
    ),
    "strike_out_fact": lambda it: it.call.post(
        f"/facts/{it.fact}/striking-out", {"why": "of another", "expected": 3}
    ),
    "add_note": lambda it: it.call.post(f"/people/{it.person}/notes", NOTE),
    "amend_note": lambda it: it.call.post(f"/notes/{it.note}/amendment", {"text": "Slept well."}),
    "raise_alert": lambda it: it.call.post(
        f"/people/{it.person}/alerts", alert("needs_interpreter")
    ),
    "end_alert": lambda it: it.call.post(f"/alerts/{it.alert}/end", {"why": "settled"}),
    "propose_duplicate": lambda it: it.call.post(
        "/duplicates", {"one": it.person, "other": _third(), "why": "same face"}
    ),
    "refuse_duplicate": lambda it: it.call.post(
        f"/duplicates/{it.proposal}/refusal", {"why": "twins"}
    ),
    "merge_files": lambda it: it.call.post(
        f"/people/{it.person}/merge", {"merged": it.other, "why": "same person"}
    ),
    "separate_files": lambda it: _separated(it),
}


def _third() -> str:
    return str(file_by(officer()).id)


def _separated(it: There) -> Said:
    it.call.post(f"/people/{it.person}/merge", {"merged": it.other, "why": "same person"})
    return it.call.post(f"/people/{it.other}/separation", {"why": "a twin"})


@pytest.fixture
def there(db: None) -> There:
    call = machine_of(officer())
    person, other = str(file_by(officer()).id), str(file_by(officer()).id)
    fact = call.post(f"/people/{person}/facts", {"fact": BORN, "expected": 2}).body["id"]
    note = call.post(f"/people/{person}/notes", NOTE).body["id"]
    raised = call.post(f"/people/{person}/alerts", alert("first_night")).body["id"]
    both = {"one": person, "other": other, "why": "same face"}
    proposal = call.post("/duplicates", both).body["id"]
    return There(call, person, other, fact, note, raised, proposal)


def operations() -> set[str]:
    paths = document()["paths"]
    assert all(path.startswith(PREFIX) for path in paths)
    return {operation["operationId"] for path in paths.values() for operation in path.values()}


def test_no_operation_is_left_out_here() -> None:
    assert operations() == set(CALLS) | set(CUSTODY) | set(SAFETY) | SHOW_NO_FILE


@pytest.mark.parametrize("name", CALLS)
def test_the_operation_leaves_an_entry_in_the_role_of_its_token(there: There, name: str) -> None:
    last = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    said = CALLS[name](there)
    assert said.status in {200, 201}, said.body
    left = list(Entry.objects.filter(id__gt=last, by="1", role="admissions_officer", place="north"))
    assert left
    assert any(entry.recorded_at > now() - MINUTE for entry in left)


@pytest.mark.parametrize("name", CUSTODY)
def test_the_operation_of_custody_leaves_the_entry_of_what_it_did(db: None, name: str) -> None:
    line = CUSTODY[name]
    places()
    person, call = line.whom(), machine_of(officer())
    last = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    said = line.call(call, person)
    assert said.status in {200, 201}, said.body
    (entry,) = Entry.objects.filter(id__gt=last, event=line.event)
    assert (entry.by, entry.role, entry.place) == ("1", "admissions_officer", "north")
    assert entry.about == (None if line.lists else person)
    assert entry.recorded_at > now() - MINUTE


@pytest.mark.parametrize("name", SAFETY)
def test_the_operation_of_safety_leaves_the_entry_of_what_it_did(db: None, name: str) -> None:
    line = SAFETY[name]
    places()
    ids, viewer = line.there(), line.by()
    call = machine_of(viewer)
    last = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    said = line.call(call, ids)
    assert said.status in {200, 201}, said.body
    entry = Entry.objects.filter(id__gt=last, event=line.event).latest("id")
    assert (entry.by, entry.role) == (str(viewer.account), viewer.posts[0].role)
    assert str(entry.about) == (ids["person"] if not line.lists else "None")
    assert entry.recorded_at > now() - MINUTE


@pytest.mark.parametrize("name", ["read_file", "openings", "side_by_side", "export_people"])
def test_who_was_read_stands_in_the_entry_with_the_reason(there: There, name: str) -> None:
    last = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    CALLS[name](there)
    entries = Entry.objects.filter(id__gt=last, event="read.file")
    assert there.person in {str(entry.about) for entry in entries}
    assert all(entry.why in {"check", "asked", "decide", "transfer"} for entry in entries)


def test_a_refused_reading_shows_nothing_and_leaves_no_entry_of_a_reading(there: There) -> None:
    south = machine_of(officer(place="south", account=3))
    last = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    assert south.get(f"/people/{there.person}", why="check").status == 404
    assert not Entry.objects.filter(id__gt=last, event="read.file").exists()
