"""The people held: who they are, what is known of them and how well, from their number alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

from throughcare.casework.people.kinds import Kind, Use
from throughcare.demo.chance import chance, weighted
from throughcare.demo.custody.times import opened_at
from throughcare.demo.names import FEMALE, LANGUAGES, MALE, draw, given
from throughcare.demo.places import Establishment, Group
from throughcare.demo.plan import plan
from throughcare.demo.stories import story_of
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id
from throughcare.kernel.names import PartKind, PersonName
from throughcare.kernel.partial_dates import PartialDate, of_day

Value = Mapping[str, object]

_TURNED_EIGHTEEN, _WRONG_YEAR = "eighteenth_birthday", "wrong_birth_year"
_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_JUVENILE: Final = (14, 17)
_YOUNGEST_ADULT: Final = 19  # a year clear of eighteen, so that nobody held as an adult is a child
_OF_AGE: Final = 18
_OLDEST: Final = 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One fact: stated, or verified by a proof. `follows` is the place of the one it replaces."""

    id: UUID
    kind: Kind
    value: Value
    at: datetime
    proof: str = ""
    follows: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A note."""

    id: UUID
    kind: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """An alert."""

    id: UUID
    code: str
    text: str
    at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody held. `born` is the true day, whatever is known of it."""

    number: int
    id: UUID
    establishment: Establishment
    group: Group
    sex: str
    language: str
    born: date
    name: PersonName
    opened_at: datetime
    facts: tuple[Said, ...]
    notes: tuple[Written, ...]
    alerts: tuple[Raised, ...]


def id_of(seed: int, establishment: Establishment, number: int, *, on: datetime) -> UUID:
    """The id of a person's file, without making the person."""
    opened = opened_at(seed, establishment, number, on=on)
    return sortable_id(opened, _bytes(chance(seed, "file", number)))


def number_of(number: int) -> str:
    """The prison number that stands on the papers of the person with this number."""
    return f"T-{number + 1:07}"


def person_of(seed: int, establishment: Establishment, number: int, *, on: datetime) -> Person:
    """The person with this number. The same arguments give the same person."""
    source = chance(seed, "person", number)
    line = number - establishment.first
    group = establishment.group_of(line)
    sex = FEMALE if group.female else MALE
    language = establishment.region.language
    if source.random() < plan().other_language:
        language = source.choice(LANGUAGES)
    opened = opened_at(seed, establishment, number, on=on)
    born = _born(source, group, on.date(), (on - opened).days)
    story = story_of(establishment, number)
    if story is not None and story.name == _TURNED_EIGHTEEN:
        born = _years_before(on.date() - timedelta(days=3), _OF_AGE)
    name = draw(source, language, sex)
    ids = _ids(source)
    return Person(
        number=number, id=id_of(seed, establishment, number, on=on),
        establishment=establishment, group=group, sex=sex, language=language, born=born, name=name,
        opened_at=opened,
        facts=tuple(_facts(
            source, ids, number, sex, language, born, name, opened, on,
            wrong_year=story is not None and story.name == _WRONG_YEAR,
        )),
        notes=tuple(_notes(source, ids, establishment.region.language, opened, on)),
        alerts=tuple(_alerts(source, ids, language != establishment.region.language, opened, on)),
    )  # fmt: skip


def _facts(
    source: Random, ids: Iterator[bytes], number: int, sex: str, language: str, born: date,
    name: PersonName, opened: datetime, on: datetime, *, wrong_year: bool,
) -> Iterator[Said]:  # fmt: skip
    first = _said(ids, Kind.NAME, {"use": Use.RECORDED.value, "parts": name}, opened)
    yield first
    known = _known(source, born)
    yield from _birth(ids, born, known, opened, wrong_year=wrong_year)
    written = "unknown" if source.random() < 0.003 else sex
    yield _said(ids, Kind.SEX, {"sex": written}, opened)
    yield _said(ids, Kind.NATIONALITY, {"country": _country(source)}, opened)
    yield from _languages(source, ids, language, opened)
    yield from _numbers(source, ids, number, language, opened, on)
    if source.random() < 0.2:
        alias = draw(source, language, sex)
        yield _said(ids, Kind.NAME, {"use": Use.ALIAS.value, "parts": alias}, opened)
    if source.random() < 0.1:
        called = [part for part in name.parts if part.kind is PartKind.GIVEN]
        value = {"use": Use.PREFERRED.value, "parts": PersonName(tuple(called))}
        yield _said(ids, Kind.NAME, value, opened)
    yield from _others(source, ids, language, opened, on)


def _birth(
    ids: Iterator[bytes], born: date, known: PartialDate, at: datetime, *, wrong_year: bool
) -> Iterator[Said]:
    """The date as it is known; in one story wrong by ten years, and corrected a month later."""
    if not wrong_year:
        yield _said(ids, Kind.BIRTH_DATE, {"date": str(known)}, at)
        return
    wrong = _said(ids, Kind.BIRTH_DATE, {"date": str(of_day(_years_before(born, 10)))}, at)
    yield wrong
    yield _said(
        ids, Kind.BIRTH_DATE, {"date": str(of_day(born))}, at + timedelta(days=31),
        proof="birth certificate seen", follows=wrong.id,
    )  # fmt: skip


def _languages(source: Random, ids: Iterator[bytes], language: str, at: datetime) -> Iterator[Said]:
    value = {"code": language, "speaks": True, "understands": True, "reads": _perhaps(source, 0.8)}
    yield _said(ids, Kind.LANGUAGE, value, at)
    if source.random() < 0.15:
        code = source.choice(plan().languages_of_the_foreign)
        some = {"speaks": True, "understands": True, "reads": _perhaps(source, 0.5)}
        yield _said(ids, Kind.LANGUAGE, {"code": code, **some}, at)


def _numbers(
    source: Random, ids: Iterator[bytes], number: int, language: str, at: datetime, on: datetime
) -> Iterator[Said]:
    yield _said(ids, Kind.IDENTIFIER, {"system": "prison number", "number": number_of(number)}, at)
    if source.random() < 0.7:
        digits = f"{source.randrange(10**9):09}"
        typed = digits.translate(_ARABIC_DIGITS) if language == "ar" else digits
        national = _said(ids, Kind.IDENTIFIER, {"system": "national number", "number": typed}, at)
        yield national
        if source.random() < 0.4:
            later = min(on, at + timedelta(hours=source.randrange(1, 100)))
            yield _said(
                ids, Kind.IDENTIFIER, national.value, later, proof="identity card seen",
                follows=national.id,
            )  # fmt: skip
    if source.random() < 0.3:
        card = {
            "type": "identity card", "number": f"XT{source.randrange(10**7):07}",
            "country": plan().country, "valid_to": str(of_day(on.date() + timedelta(
                days=source.randrange(-400, 2000)))),
        }  # fmt: skip
        yield _said(ids, Kind.DOCUMENT, card, at)


def _others(
    source: Random, ids: Iterator[bytes], language: str, at: datetime, on: datetime
) -> Iterator[Said]:
    if source.random() < 0.09:
        yield _said(ids, Kind.ADJUSTMENT, source.choice(plan().adjustments), at)
    for _ in range(source.choices((0, 1, 2, 3), weights=(50, 22, 18, 10))[0]):
        child = given(source, language, source.choice((MALE, FEMALE)))
        year = str(on.year - source.randrange(1, 16))
        carer = source.choice(plan().carers)
        value = {"name": child, "born": year, "cared_for_by": carer}
        yield _said(ids, Kind.DEPENDANT, value, at)
    if source.random() < 0.75:
        near = draw(source, language, source.choice((MALE, FEMALE)))
        # +999 is a code that no country has: nobody is called by mistake.
        telephone = f"+999 555 {source.randrange(10**6):06}"
        yield _said(
            ids, Kind.EMERGENCY_CONTACT,
            {"name": str(near), "relation": source.choice(plan().relations),
             "reached_by": telephone}, at,
        )  # fmt: skip


def _notes(
    source: Random, ids: Iterator[bytes], language: str, opened: datetime, on: datetime
) -> Iterator[Written]:
    words = plan().notes[language]
    for _ in range(source.choices((0, 1, 2, 4), weights=(35, 35, 20, 10))[0]):
        kind = source.choice(list(words))
        at = _between(source, opened, on)
        text = source.choice(words[kind])
        yield Written(id=sortable_id(at, next(ids)), kind=kind, text=text, at=at)


def _alerts(
    source: Random, ids: Iterator[bytes], stranger: bool, opened: datetime, on: datetime
) -> Iterator[Raised]:
    """At most one of each code, so that none is active twice."""
    if on - opened < timedelta(days=3):
        yield _raised(ids, "first_night", opened, opened + timedelta(days=3))
    if stranger and source.random() < 0.7:
        yield _raised(ids, "needs_interpreter", opened, opened + timedelta(days=365 * 5))
    for code, share in (
        ("may_harm_self", 0.02), ("needs_protection", 0.03), ("needs_help_to_move", 0.02),
    ):  # fmt: skip
        if source.random() < share:
            at = max(opened, on - timedelta(days=source.randrange(1, 40)))
            yield _raised(ids, code, at, at + timedelta(days=source.randrange(7, 60)))


def _raised(ids: Iterator[bytes], code: str, at: datetime, until: datetime) -> Raised:
    return Raised(id=sortable_id(at, next(ids)), code=code, text="", at=at, expires_at=until)


def _said(
    ids: Iterator[bytes], kind: Kind, value: Value, at: datetime, *, proof: str = "",
    follows: UUID | None = None,
) -> Said:  # fmt: skip
    made = sortable_id(at, next(ids))
    return Said(id=made, kind=kind, value=value, at=at, proof=proof, follows=follows)


def _born(source: Random, group: Group, on: date, known_for: int) -> date:
    """A day of birth that fits the group now, and fitted it when the file was opened."""
    low, high = _JUVENILE if group.young else (_YOUNGEST_ADULT, _OLDEST)
    # Most people in prison are young: of two draws the younger counts more often.
    days = min(source.randrange(low * 365 + 60, high * 365) for _ in range(2))
    first = (low if group.young else _OF_AGE) * 366 + source.randrange(60)
    return on - timedelta(days=max(days, first + known_for))


def _years_before(day: date, years: int) -> date:
    """The same day of an earlier year; the day before it for a 29 February that is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _known(source: Random, born: date) -> PartialDate:
    precision = weighted(source, plan().precision)
    return {
        "day": of_day(born),
        "month": PartialDate(born.year, born.month),
        "year": PartialDate(born.year),
        "unknown": PartialDate(),
    }[precision]


def _country(source: Random) -> str:
    if source.random() < plan().foreign:
        return source.choice(plan().countries_of_the_foreign)
    return plan().country


def _perhaps(source: Random, share: float) -> bool | None:
    """Yes, no, or not asked."""
    return None if source.random() < 0.1 else source.random() < share


def _between(source: Random, first: datetime, last: datetime) -> datetime:
    seconds = int((last - first).total_seconds())
    return first + timedelta(seconds=source.randrange(max(1, seconds)))


def _ids(source: Random) -> Iterator[bytes]:
    while True:
        yield _bytes(source)


def _bytes(source: Random) -> bytes:
    return source.getrandbits(8 * RANDOM_BYTES).to_bytes(RANDOM_BYTES, "big")
