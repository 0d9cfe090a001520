"""A paper as plain values: the heading of the person, the paragraphs, the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone, translation

from throughcare.casework.custody.queries import Paper, Printed, Step, Taken
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import File
from throughcare.kernel.languages import language as named
from throughcare.web.custody.printed.words import Words
from throughcare.web.people.shown.header import numbers_of
from throughcare.web.people.shown.names import called
from throughcare.web.people.shown.places import names_of_places


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of an inventory, and how many."""

    what: str
    count: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What was taken into keeping at one time."""

    things: Sequence[Thing]
    about: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Done:
    """A step of the reception in the person's words."""

    title: str
    state: str
    said: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that a template needs to print a paper."""

    paper: Paper
    words: Words
    head: Sequence[Line]
    inventories: Sequence[Inventory]
    steps: Sequence[Done]
    without_order: bool

    @property
    def title(self) -> str:
        """The heading."""
        return self.words.titles[self.paper.value]

    @property
    def intro(self) -> str:
        """What the paper is, in a sentence or two."""
        return self.words.intro[self.paper.value]

    @property
    def signed(self) -> bool:
        """Whether somebody signs it."""
        return self.paper in (Paper.RECEIPT, Paper.RECEPTION)


def sheet_of(file: File, facts: Printed, words: Words, *, at: datetime) -> Sheet:
    """A paper about this person, in these words."""
    with translation.override(words.language):
        return Sheet(
            paper=facts.paper, words=words, head=list(_head(file, facts, words, at)),
            inventories=[_inventory(one, words) for one in facts.property],
            steps=[_done(one, words) for one in facts.steps],
            without_order=bool(facts.stay and facts.stay.without_order and not facts.order),
        )  # fmt: skip


def _head(file: File, facts: Printed, words: Words, at: datetime) -> Iterator[Line]:
    label = words.labels
    yield Line(label["name"], called(file.facts).own)
    yield Line(label["number"], ", ".join(numbers_of(file.facts)))
    born = [str(one.value["date"]) for one in file.facts if one.kind == Kind.BIRTH_DATE][-1:]
    if born and facts.paper is Paper.RECEPTION:
        yield Line(label["born"], born[0])
    if facts.stay:
        code = facts.stay.establishment
        yield Line(label["prison"], names_of_places([code]).get(code, code))
        yield Line(label["arrived"], moment(facts.stay.admitted_at, words))
    if facts.order:
        yield Line(label["order"], facts.order.number)
        yield Line(label["authority"], facts.order.authority)
    yield Line(label["printed"], moment(at, words))


def _inventory(step: Step, words: Words) -> Inventory:
    value, label = step.value, words.belongings
    about = [Line(label["written"], moment(step.happened_at, words))]
    for name in ("money", "medicines", "witness"):
        if value.get(name) not in (None, "", []):
            about.append(Line(label[name], _said(value[name], words)))
    for name, shown in (("signed_by_person", "signed"), ("refused_to_sign", "refused"),
                        ("returned", "returned")):  # fmt: skip
        if name in value:
            about.append(Line(label[shown], words.yes_or_no(value[name])))
    return Inventory([_thing(one) for one in value.get("items", [])], about)


def _thing(given: object) -> Thing:
    """An item in words, or in named parts: what it is, how many, and what else was noted of it."""
    if not isinstance(given, Mapping):
        return Thing(str(given), "1")
    parts = {name: part for name, part in given.items() if part not in (None, "")}
    count = parts.pop("count", 1)
    return Thing(", ".join(str(part) for part in parts.values()), str(count))


def _done(taken: Taken, words: Words) -> Done:
    title, label = words.steps[taken.kind.value], words.labels
    if taken.done_at is None:
        return Done(title, label["not_done"], [])
    state = f"{label['done']} {moment(taken.done_at, words)}"
    if not taken.readable:
        return Done(title, state, [Line("", label["kept_apart"])])
    said = [line for step in taken.said[-1:] for line in _lines(step, words)]
    return Done(title, state, said)


def _lines(step: Step, words: Words) -> Iterator[Line]:
    """What a step says, as far as the paper has words for its fields."""
    for name, value in step.value.items():
        if name in words.fields and value not in (None, "", []):
            if name == "language":
                yield Line(words.fields[name], _language(str(value)))
            elif name.endswith("_at"):
                yield Line(words.fields[name], moment(datetime.fromisoformat(str(value)), words))
            elif step.kind == StepKind.PROPERTY and name == "items":
                things = [_thing(one) for one in value]
                told = "; ".join(f"{one.what} ({one.count})" for one in things)
                yield Line(words.fields[name], told)
            else:
                yield Line(words.fields[name], _said(value, words))


def _language(code: str) -> str:
    return named(code).own_name


def _said(value: object, words: Words) -> str:
    if isinstance(value, bool):
        return words.yes_or_no(value)
    if isinstance(value, Mapping):
        return ", ".join(_said(part, words) for part in value.values())
    if isinstance(value, list):
        return "; ".join(_said(part, words) for part in value)
    return words.values.get(str(value), str(value))


def moment(at: datetime, words: Words) -> str:
    """A day and hour where the person is held, as the language of the paper writes them."""
    return formats.date_format(timezone.localtime(at), words.moment)
