"""Every cell of the matrix at every door: page, search, export and count give one answer.

Read from the YAML itself, not through the policy. In the room that only tests have, for those
compartments that have no room of their own yet. Reading, adding and writing on a page are tried in
each cell; in the usual run each role tries the other doors in a third of its cells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from tests.access.read_apart import LETS, ROLES, TREE, shown
from tests.access.turns import every_third, in_turn
from tests.room.models import Record
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.access.question import _SENTENCES as SENTENCES
from throughcare.access.question import Reason
from throughcare.access.terms import Role
from throughcare.api.actions import AT_THE_MACHINE, make_token
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db

# These have a room of their own by now: tests/access/test_custody_cells.py tries its doors.
OF_CUSTODY = {"SEN", "INC"}
SHORT = {"x": Reason.ONLY_REDACTED, "r": Reason.ONLY_READ, "a": Reason.ONLY_APPEND}
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
PASSWORD = "a long password of tests"


@dataclass(frozen=True)
class Cell:
    """What the YAML says, and whom the room's texts are about: within reach, and beyond."""

    role: str
    code: str
    inside: str
    outside: str

    @property
    def letters(self) -> str:
        return ROLES[self.role][self.code]

    @property
    def lets(self) -> str:
        return LETS[self.letters[0]]

    @property
    def scope(self) -> str:
        return self.letters[-1]

    def refusal(self, act: str) -> Reason | None:
        """Why an act within reach is refused."""
        if act in self.lets:
            return None
        if self.letters != "-":
            return SHORT[self.letters[0]]
        files = [code for code in ROLES[self.role] if code != "AGG"]
        nobody = all(ROLES[self.role][code] == "-" for code in files)
        return Reason.NO_PERSON_DATA if nobody else Reason.COMPARTMENT_CLOSED


def make_person(held_at: str) -> UUID:
    see_all_rows()
    return Person.objects.create(
        id=uuid4(), held_at=held_at, opened_at=SINCE, opened_by="tests"
    ).id  # fmt: skip


SAME = {(200, 204), (403, 403), (404, 404)}


@dataclass(frozen=True)
class Said:
    """What the interface answered."""

    status: int
    body: Any


@dataclass(frozen=True)
class Machine:
    """A program with a token of this role."""

    secret: str

    def get(self, way: str) -> Said:
        return self._said(Client().get(f"/machines/room{way}", headers=self._headers()))

    def post(self, way: str, given: dict[str, str]) -> Said:
        headers = {**self._headers(), "Idempotency-Key": str(uuid4())}
        return self._said(
            Client().post(f"/machines/room{way}", json.dumps(given), "application/json",
                          headers=headers)
        )  # fmt: skip

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}"}

    def _said(self, answer: Any) -> Said:
        return Said(answer.status_code, json.loads(answer.content))


@dataclass(frozen=True)
class Cast:
    """Somebody in a role, signed in by the door, and the persons within reach and beyond."""

    client: Client
    machine: Machine
    cells: tuple[Cell, ...]
    nobody: str


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, client: Client, settings: Any) -> Iterator[Cast]:
    """A role with a post at north, a case, an own file; a text for each compartment and person."""
    settings.SECOND_FACTOR_FOR = frozenset()
    role: str = request.param
    mine, other, away = make_person("north"), make_person("north"), make_person("south")
    account = Account.objects.create(name="Amina", person=mine if role == "prisoner" else None)
    account.set_password(PASSWORD)
    account.save()
    Post.objects.create(account=account, role=role, establishment="north", begins=SINCE)
    if role != "prisoner":
        CaseAssignment.objects.create(account=account, role=role, person=mine, begins=SINCE)
    cells = []
    for code, letters in ROLES[role].items():
        if code in OF_CUSTODY:
            continue
        beyond = {"O": away, "C": other, "S": other, "F": away, "-": other}[letters[-1]]
        whom = ("north", "south") if code == "AGG" else (str(mine), str(beyond))
        cells.append(Cell(role, code, *whom))
        for person, place in ((mine, "north"), (other, "north"), (away, "south")):
            put_in(code, None if code == "AGG" else person, place)
    see_no_rows()
    answer = client.post("/sign-in", {"name": "Amina", "password": PASSWORD})
    assert answer.status_code == 302
    now = timezone.now()
    token = make_token(
        by=AT_THE_MACHINE, at=now, account=account.pk, role=Role(role), establishment="north",
        label="tests", begins=now, ends=now + timedelta(days=1),
    )  # fmt: skip
    yield Cast(client, Machine(token.secret), tuple(cells), str(uuid4()))


def put_in(code: str, person: UUID | None, place: str) -> None:
    """A text of somebody else's, written as the owner of the wall would see it."""
    see_all_rows(code)
    if person is None and Record.objects.filter(compartment=code, place=place).exists():
        return
    Record.objects.create(
        id=uuid4(), person=person, place=place, compartment=code, author="another",
        text=secret(str(person or place)),
    )  # fmt: skip


def secret(whom: str) -> str:
    return f"secret of {whom}"


def test_a_page_reads_exactly_what_the_cell_opens(cast: Cast) -> None:
    for cell in cast.cells:
        answer = cast.client.get(f"/room/{cell.code}/of/{cell.inside}")
        if "r" in cell.lets:
            assert answer.status_code == 200, cell
            assert secret(cell.inside) in shown(answer), cell
            assert (secret(cell.outside) in shown(answer)) is False, cell
        elif "x" in cell.lets:
            assert answer.status_code == 200, cell
            assert "secret" not in shown(answer), cell
            for field in TREE["redacted"].get(cell.code, []):
                assert field in shown(answer), cell
        else:
            refused_in_words(answer, cell, "x")


def test_a_page_adds_and_writes_exactly_where_the_cell_lets(cast: Cast) -> None:
    for cell in cast.cells:
        way = f"/room/{cell.code}/of/{cell.inside}"
        see_all_rows(cell.code)
        of_cell = Record.objects.filter(compartment=cell.code, text=secret(cell.inside))
        row = of_cell.get().id
        see_no_rows()
        for act, given in (("a", {"text": "mine"}), ("w", {"text": "mine", "row": row})):
            answer = cast.client.post(way, given)
            see_all_rows(cell.code)
            kept = Record.objects.filter(compartment=cell.code, text="mine")
            if act in cell.lets:
                assert answer.status_code == 204, cell
                assert kept.count() == (1 if act == "a" else 2), cell
            else:
                refused_in_words(answer, cell, act)
                assert not kept.filter(id=row).exists(), cell
            see_no_rows()


def test_beyond_the_reach_nothing_exists(cast: Cast) -> None:
    for cell in in_turn(cast.cells[0].role, cast.cells, share=3):
        for post in ({}, {"text": "mine"}):
            far = ask(cast.client, f"/room/{cell.code}/of/{cell.outside}", post)
            if cell.scope == "F":
                assert (far.status_code in (200, 204)) == (
                    ("x" in cell.lets) if not post else ("a" in cell.lets)
                ), cell
                continue
            nowhere = cast.nobody if cell.code != "AGG" else "no-such-place"
            none = ask(cast.client, f"/room/{cell.code}/of/{nowhere}", post)
            assert far.status_code == none.status_code, cell
            assert shown(far) == shown(none), cell
            assert "secret" not in shown(far), cell
            assert far.status_code == (403 if cell.letters == "-" else 404), cell


def ask(client: Client, way: str, post: dict[str, str]) -> object:
    return client.post(way, post) if post else client.get(way)


def test_search_export_and_count_reach_what_the_page_reaches(cast: Cast) -> None:
    for cell in in_turn(cast.cells[0].role, cast.cells, share=3):
        whom = {cell.inside} | ({cell.outside} if cell.scope == "F" else set())
        if cell.scope == "F" and cell.code != "AGG":
            see_all_rows()
            whom = {str(one) for one in Person.objects.values_list("id", flat=True)}
            see_no_rows()
        elif cell.scope == "O" and cell.code != "AGG":
            whom = {one for one in held_at_north() if one}
        full = whom if "r" in cell.lets else set()
        seen = whom if "x" in cell.lets else set()
        found = shown(cast.client.get(f"/room/{cell.code}/search", {"q": "secret"}))
        assert set(re.findall(r"secret of ([\w-]+)", found)) == full, cell
        lines = cast.client.get(f"/room/{cell.code}/export").content.decode().splitlines()
        told = dict(line.split("\t") for line in lines)
        assert set(told) == seen, cell
        assert {one for one, text in told.items() if text} == full, cell
        count = cast.client.get(f"/room/{cell.code}/count").content.decode()
        assert count == str(len(seen)), cell


def held_at_north() -> set[str]:
    see_all_rows()
    found = {
        str(one) for one in Person.objects.filter(held_at="north").values_list("id", flat=True)
    }
    see_no_rows()
    return found


def test_every_opened_page_left_its_entry_and_no_refused_one_did(cast: Cast) -> None:
    for cell in cast.cells:
        if cell.code == "AGG":
            continue
        mine = Entry.objects.filter(compartment=cell.code, about=cell.inside)
        before = mine.count()
        cast.client.get(f"/room/{cell.code}/of/{cell.inside}")
        assert mine.count() - before == (1 if "x" in cell.lets else 0), cell
        entry = mine.order_by("-id").first()
        if entry is not None:
            assert (entry.role, entry.event) == (cell.role, "read.room"), cell
            assert entry.recorded_at <= timezone.now()


def refused_in_words(answer: object, cell: Cell, act: str) -> None:
    reason = cell.refusal(act)
    assert reason is not None, cell
    assert answer.status_code == 403, (cell, act)
    assert str(SENTENCES[reason]) in shown(answer), (cell, act, reason)


def test_the_interface_answers_each_question_as_the_page_does(cast: Cast) -> None:
    for cell in in_turn(cast.cells[0].role, cast.cells, share=3):
        for whom in (cell.inside, cell.outside, cast.nobody):
            if cell.code == "AGG" and whom == cast.nobody:
                continue
            way = f"/{cell.code}/of/{whom}"
            page, said = cast.client.get(f"/room{way}"), cast.machine.get(way)
            assert said.status == page.status_code, (cell, whom)
            if said.status == 200:
                told = set(re.findall(r"<li>(.*?)</li>", shown(page)))
                assert {*said.body["texts"], *said.body["fields"]} == told
            else:
                assert said.body["detail"] in shown(page), (cell, whom)
            page = cast.client.post(f"/room{way}", {"text": "mine"})
            said = cast.machine.post(f"{way}/add", {"text": "mine"})
            assert (said.status, page.status_code) in SAME, (cell, whom)
            if said.status != 200:
                assert said.body["detail"] in shown(page), (cell, whom)
        found = cast.machine.get(f"/{cell.code}/search?q=secret").body["texts"]
        page = cast.client.get(f"/room/{cell.code}/search", {"q": "secret"})
        assert set(found) == set(re.findall(r"secret of [\w-]+", shown(page))), cell
        lines = cast.machine.get(f"/{cell.code}/export").body["lines"]
        page = cast.client.get(f"/room/{cell.code}/export")
        told = ["\t".join(line) for line in lines]
        assert sorted(told) == sorted(page.content.decode().splitlines()), cell
        count = cast.machine.get(f"/{cell.code}/count").body["count"]
        assert str(count) == cast.client.get(f"/room/{cell.code}/count").content.decode(), cell


def test_the_interface_writes_exactly_where_the_cell_lets(cast: Cast) -> None:
    for cell in in_turn(cast.cells[0].role, cast.cells, share=3):
        see_all_rows(cell.code)
        of_cell = Record.objects.filter(compartment=cell.code, text=secret(cell.inside))
        row = str(of_cell.get().id)
        see_no_rows()
        said = cast.machine.post(f"/{cell.code}/of/{cell.inside}/add", {"text": "new", "row": row})
        see_all_rows(cell.code)
        written = Record.objects.filter(id=row, text="new").exists()
        see_no_rows()
        assert written == ("w" in cell.lets) == (said.status == 200), cell
        reason = cell.refusal("w")
        assert reason is None or said.body["detail"] == str(SENTENCES[reason]), cell
