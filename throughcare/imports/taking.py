"""One row is taken over, changed, found unchanged, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError, transaction

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.custody.actions.past import Past
from throughcare.casework.custody.errors import NotInUse
from throughcare.casework.people.files import Sheaf
from throughcare.casework.people.queries import Comparable
from throughcare.errors import BadInput
from throughcare.imports.alike import likeness, of_file, of_row
from throughcare.imports.cells import Fault, is_day_of
from throughcare.imports.memory import Memory, Person
from throughcare.imports.origins import Known, Where, keep_origin, put_origin
from throughcare.imports.outcome import Result
from throughcare.imports.said import GROUPS, Said, Words, difference
from throughcare.imports.writing import Hand, kind_of

_SAME_PERSON = 0.7  # names under one number that are less alike than this are two people's


@dataclass(slots=True)
class Taken:
    """What came of a row, what is odd about it, and the file that was opened for it.

    `sheaf` is what is still to be written.
    """

    result: Result
    notes: list[str] = field(default_factory=list)
    opened: UUID | None = None
    known: Known | None = None
    sheaf: Sheaf = field(default_factory=Sheaf)


class Taker:
    """Takes rows; each is whole or not at all."""

    def __init__(self, hand: Hand, where: Where, memory: Memory, zone: str) -> None:
        self._hand, self._where, self._memory, self._zone = hand, where, memory, zone
        self._seen: dict[str, Said] = {}

    def opens(self, said: Said) -> bool:
        """Whether the row is the first that is known of its person, and says who it is."""
        return (
            said.key not in self._seen
            and (self._where.part, said.key) not in self._memory.rows
            and said.person_key not in self._memory.people
            and bool(said.facts)
            and not self._files(said)
        )

    def draw_up(self, said: Said) -> Taken:
        """Take over a row that opens a file, into a sheaf that is still to be written. Or Fault."""
        with _told():
            taken = Taken(Result.ACCEPTED, sheaf=Sheaf())
            past = self._hand.open_file(said.facts, taken.sheaf)
            taken.opened = past.identity.person.id
            self._write(past, Person(taken.opened, said.person_key), said, taken)
        return taken

    def take(self, said: Said) -> Taken:
        """Take over a row. Raises Fault where it is refused; then nothing of it is written."""
        earlier = self._seen.get(said.key)
        if earlier is not None:
            return _again(said, earlier)
        with _told(), transaction.atomic():
            taken = self._take(said)
        self.keep(said, taken)
        return taken

    def keep(self, said: Said, taken: Taken) -> None:
        """Know the row from now on, as it is written."""
        self._seen[said.key] = said
        if taken.known is not None:
            self._memory.add(taken.known)

    def _take(self, said: Said) -> Taken:
        before = self._memory.rows.get((self._where.part, said.key))
        if before is not None and before.digest == said.digest():
            return Taken(Result.UNCHANGED)
        if before is not None:
            return self._changed(said, before)
        if self.opens(said):
            taken = self.draw_up(said)
            taken.sheaf.write()
            return taken
        taken = Taken(Result.ACCEPTED)
        person = self._person(said, taken)
        with self._hand.past_of(person.id) as past:
            self._write(past, person, said, taken)
        return taken

    def _write(self, past: Past, person: Person, said: Said, taken: Taken) -> None:
        wrote: dict[str, Any] = {slot: [None, words] for slot, words in said.facts.items()}
        for group in GROUPS:
            if group in said.groups:
                order = wrote["order"][0] if "order" in wrote else None
                wrote[group] = self._group(past, person, said, group, order, taken)
        taken.known = put_origin(past.identity, where=self._where, said=said, wrote=wrote)

    def _person(self, said: Said, taken: Taken) -> Person:
        known = self._memory.people.get(said.person_key)
        if known is not None:
            _agree(said, known)
            return known
        found = self._by_number(said)
        if found is None:
            raise Fault(
                f"nobody with the number {said.person_key} is known",
                remedy="take the file of people over first, or correct the number",
            )
        taken.notes.append(
            "the register had a file with this number: its facts were left as they are"
        )
        return found

    def _files(self, said: Said) -> list[Comparable]:
        """The files that the register had before under the number of the row."""
        number = next(
            (words for slot, words in said.facts.items() if slot.startswith("number:")), None
        )
        system = str(number["system"]) if number else self._where.known_by
        return self._memory.by_number.get((system, said.person_key), [])

    def _by_number(self, said: Said) -> Person | None:
        files = self._files(said)
        if not files:
            return None
        if len(files) > 1:
            raise Fault(f"{len(files)} files of the register have the number {said.person_key}",
                        remedy="decide on them as duplicates first")  # fmt: skip
        if said.facts:
            mine, theirs = of_row(files[0].id, said.person_key, said.facts), of_file(files[0])
            if likeness(mine.names, theirs.names) < _SAME_PERSON:
                raise Fault(
                    f"the number {said.person_key} stands in the register with another name",
                    remedy="find out whose number it is, and correct the file or the register",
                )
        return Person(files[0].id, said.person_key, adopted=True)

    def _group(
        self, past: Past, person: Person, said: Said, group: str, order: str | None, taken: Taken
    ) -> list[Any]:
        words = said.groups[group]
        same = person.same(group, words)
        if same is not None:
            return [same.id, words]
        self._need_free(person, said, group)
        try:
            to_write = self._from_admission(person, group, words)
            row_id, odd = self._hand.write(past, group, to_write, order)
        except BadInput as error:
            name = "place" if isinstance(error, NotInUse) else _MAIN[group]
            raise Fault(error.what, said.cells.get(f"{group}.{name}"), words.get(name),
                        error.remedy) from error  # fmt: skip
        if odd:
            taken.notes.append(odd)
        return [row_id, words]

    def _changed(self, said: Said, before: Known) -> Taken:
        taken = Taken(Result.CHANGED)
        if said.person_key != before.person_key:
            raise Fault(
                f"the row was of {before.person_key} when it was taken over",
                remedy="give the row a key of its own; the service moves nothing between people",
            )
        person = self._memory.people[said.person_key]
        wrote = dict(before.wrote)
        now = said.slots()
        for slot in [*said.facts, *(one for one in GROUPS if one in said.groups)]:
            if slot not in before.wrote:
                wrote[slot] = self._added(person, said, slot, taken, wrote)
            elif before.wrote[slot][1] != now[slot]:
                wrote[slot] = self._corrected(person, said, slot, before.wrote[slot], taken)
        for slot in before.wrote:
            if slot not in now:
                taken.notes.append(f"{slot} is blank now: what was taken over is kept")
        if wrote == before.wrote:
            return Taken(Result.UNCHANGED, taken.notes)
        taken.known = keep_origin(
            by=self._hand.by, at=self._hand.at, person_id=before.person, where=self._where,
            said=said, wrote=wrote, replaces=before.id,
        )  # fmt: skip
        return taken

    def _added(
        self, person: Person, said: Said, slot: str, taken: Taken, wrote: dict[str, Any]
    ) -> list[Any]:
        if slot in said.facts:
            self._hand.state_fact(person.id, slot, said.facts[slot])
            taken.notes.append(f"{kind_of(slot).label} added")
            return [None, said.facts[slot]]
        taken.notes.append(f"{slot} added")
        order = wrote["order"][0] if "order" in wrote else None
        with self._hand.past_of(person.id) as past:
            return self._group(past, person, said, slot, order, taken)

    def _corrected(
        self, person: Person, said: Said, slot: str, old: list[Any], taken: Taken
    ) -> list[Any]:
        row_id, words = old
        new: Words = said.slots()[slot]
        if slot in said.facts:
            self._hand.correct_fact(person.id, slot, words, new)
        else:
            row_id = self._hand.correct(slot, row_id, self._from_admission(person, slot, new))
        taken.notes.append(f"{slot}: {difference(words, new)}")
        return [row_id, new]

    def _from_admission(self, person: Person, group: str, words: Words) -> Words:
        """A day alone means the hour of admission where another list gives that of the same day."""
        if group in ("placement", "status"):
            for slot, other in person.slots:
                admitted = other.words.get("admitted_at") if slot == "stay" else None
                if admitted and is_day_of(words["since"], admitted, self._zone):
                    return {**words, "since": admitted}
        return words

    def _need_free(self, person: Person, said: Said, group: str) -> None:
        """Name the other row where two rows put the person in two places at once."""
        if group not in ("placement", "movement", "stay"):
            return
        begins, ends = _ENDS[group]
        mine = said.groups[group]
        for slot, other in person.slots:
            if (
                slot == group
                and other.key != said.key
                and _overlap(mine, other.words, begins, ends)
            ):
                raise Fault(
                    f"the {group} overlaps that of {other.told}",
                    said.cells.get(f"{group}.{begins}"), mine.get(begins),
                    "correct the row that is wrong",
                )  # fmt: skip


# The cell that is shown where an action refuses a group as a whole.
_MAIN = {"order": "number", "stay": "admitted_at", "status": "since", "placement": "since",
         "movement": "left_at"}  # fmt: skip
_ENDS = {"placement": ("since", "until"), "movement": ("left_at", "arrived_at"),
         "stay": ("admitted_at", "left_at")}  # fmt: skip


def _again(said: Said, earlier: Said) -> Taken:
    if said.digest() == earlier.digest():
        return Taken(Result.UNCHANGED, [f"says the same as row {earlier.row}"])
    mine, other = said.slots(), earlier.slots()
    slot = next((one for one in [*mine, *other] if mine.get(one) != other.get(one)), "")
    name = said.cells.get(slot) or next(
        (column for cell, column in said.cells.items() if cell.startswith(f"{slot}.")), None
    )
    raise Fault(
        f"row {earlier.row} has the same number ({said.key}) and says otherwise", name, None,
        "one of the two numbers is wrong, or one row is old: correct or take out one",
    )  # fmt: skip


def need_one_person(said: Said, first: Said, file: str) -> None:
    """Of the rows with one number, the first says whose number it is. Raises Fault.

    Rows that differ under one key are another matter: `Taker.take` names them.
    """
    if said.key == first.key:
        return
    for slot, words in said.facts.items():
        other = first.facts.get(slot)
        if other is not None and other != words:
            raise _of_two(said, slot, f"{file} row {first.row}", other)


def _agree(said: Said, person: Person) -> None:
    """Rows of one number must be of one person."""
    for slot, words in said.facts.items():
        other = person.others(slot, said.key)
        if other is not None and other.words != words and person.same(slot, words) is None:
            raise _of_two(said, slot, other.told, other.words)


def _of_two(said: Said, slot: str, told: str, words: Words) -> Fault:
    return Fault(
        f"{told} has the number {said.person_key} with another {kind_of(slot).label} "
        f"({difference(words, said.facts[slot])})",
        said.cells.get(slot), None,
        "one of the two numbers is wrong, or one of the two rows: correct it",
    )  # fmt: skip


def _overlap(one: Words, other: Words, begins: str, ends: str) -> bool:
    """Whether two half-open periods share time. One that stands open gives way to a later one."""
    first, second = sorted((one, other), key=lambda words: str(words[begins]))
    if first[begins] == second[begins]:
        return True
    return ends in first and first[ends] > second[begins]


@contextmanager
def _told() -> Iterator[None]:
    """Whatever refuses a row, as the fault of the row."""
    try:
        yield
    except BadInput as error:
        raise Fault(error.what, remedy=error.remedy) from error
    except (Refused, NotThere) as error:
        raise Fault(
            "the account may not write this", remedy="look at its posts with `throughcare user`"
        ) from error
    except (IntegrityError, DataError) as error:
        raise _broken(error) from error


def _broken(error: IntegrityError | DataError) -> Fault:
    """The database's own refusal, by the name of its rule."""
    cause: Any = error.__cause__
    rule = str(getattr(getattr(cause, "diag", None), "constraint_name", None) or "a rule")
    return Fault(
        f"the database refuses it ({rule.replace('_', ' ')})",
        remedy="compare the days of this row with the other rows of the person",
    )
