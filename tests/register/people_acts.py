"""For each action of the room of people: what stands before it, and its arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from tests.staff import see_all_rows
from throughcare.access.models import Account, Post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import AlertCode, Fact, NoteKind, Person
from throughcare.kernel.names import name_of

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
WHY = "as the papers say"


def an_officer() -> Viewer:
    """Somebody with an account and a post, as rows."""
    account = Account.objects.create(name="amel")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment="north",
        begins=AT - timedelta(days=1),
    )  # fmt: skip
    see_all_rows()
    return viewer_of(account.pk, at=AT)


@dataclass(frozen=True)
class Office:
    """Where the actions are done, and by whom."""

    by: Viewer

    def file(self, name: str = "Aigerim") -> Person:
        at = AT + timedelta(seconds=Person.objects.count())  # no two files are alike
        return actions.register_person(by=self.by, at=at, **opening(name))

    def fact(self, file: Person) -> Fact:
        return actions.state_fact(
            by=self.by, at=AT, person_id=file.id, kind=Kind.BIRTH_DATE, value={"date": "1990"},
            expected=version(file),
        )  # fmt: skip

    def do(self, name: str, **more: Any) -> Any:
        return getattr(actions, name)(by=self.by, **more)


def opening(name: str) -> dict[str, Any]:
    said = {"use": "recorded", "parts": name_of(name)}
    return {"establishment": "north", "facts": [(Kind.NAME, said), (Kind.SEX, {"sex": "female"})]}


def version(file: Person) -> int:
    return Person.objects.get(id=file.id).version


def _state(office: Office) -> dict[str, Any]:
    file = office.file()
    value = {"code": "kk", "speaks": True}
    return {
        "person_id": file.id, "kind": Kind.LANGUAGE, "value": value, "expected": version(file),
    }  # fmt: skip


def _of_fact(office: Office, **more: Any) -> dict[str, Any]:
    file = office.file()
    fact = office.fact(file)
    return {"fact_id": fact.id, "expected": version(file), **more}


def _note(office: Office) -> dict[str, Any]:
    return {
        "person_id": office.file().id, "kind": NoteKind.SAFETY, "text": "Asked for a doctor.",
        "happened_at": AT,
    }  # fmt: skip


def _amend(office: Office) -> dict[str, Any]:
    return {"note_id": office.do("add_note", at=AT, **_note(office)).id, "text": "Saw the doctor."}


def _photo(office: Office) -> dict[str, Any]:
    written = BytesIO()
    Image.new("RGB", (60, 80), "grey").save(written, "PNG")
    file = office.file()
    return {"person_id": file.id, "raw": written.getvalue(), "expected": version(file)}


def _alert(office: Office) -> dict[str, Any]:
    return {
        "person_id": office.file().id, "code": AlertCode.FIRST_NIGHT, "why": WHY,
        "expires_at": LATER + timedelta(days=3),
    }  # fmt: skip


def _end(office: Office) -> dict[str, Any]:
    return {"alert_id": office.do("raise_alert", at=AT, **_alert(office)).id, "why": WHY}


def _hold(office: Office) -> dict[str, Any]:
    return {"person_id": office.file().id, "establishment": "south", "why": WHY}


def _two(office: Office) -> dict[str, Any]:
    return {"one": office.file().id, "other": office.file("Aygerim").id, "why": WHY}


def _refuse(office: Office) -> dict[str, Any]:
    return {"proposal_id": office.do("propose_duplicate", at=AT, **_two(office)).id, "why": WHY}


def _merge(office: Office) -> dict[str, Any]:
    two = _two(office)
    office.do("propose_duplicate", at=AT, **two)
    return {"kept": two["one"], "merged": two["other"], "why": WHY}


def _unmerge(office: Office) -> dict[str, Any]:
    merge = _merge(office)
    office.do("merge", at=AT, **merge)
    return {"merged": merge["merged"], "why": WHY}


ARGUMENTS: Mapping[str, Callable[[Office], dict[str, Any]]] = {
    "register_person": lambda office: opening("Aigerim"),
    "hold_at": _hold,
    "state_fact": _state,
    "verify_fact": lambda office: _of_fact(office, proof="passport"),
    "correct_fact": lambda office: _of_fact(office, value={"date": "1991"}, why=WHY),
    "void_fact": lambda office: _of_fact(office, why=WHY),
    "set_photo": _photo,
    "add_note": _note,
    "amend_note": _amend,
    "raise_alert": _alert,
    "end_alert": _end,
    "propose_duplicate": _two,
    "refuse_duplicate": _refuse,
    "merge": _merge,
    "unmerge": _unmerge,
}
