"""Nothing that is written in a world behind a wall leaves a sign outside it, for any role.

What is added and removed is drawn. Compared are the words, counts, order and status of every page
that the service has, of every answer to a program, and of what is refused to an empty form; who has
opened the file; and what the engine of the rules is told and has found. The number of questions to
the database stands for the time that an answer takes: what asks as often takes as long, as far as a
reader at a distance can tell. A stop-watch would measure how busy the machine is. What it does not
show is how much one question reads.

Every room has written something in the file before, so that its pages have something to say. The
clock stands still from the first reading to the last, as pages draw the present moment. Each
reading is taken back before the next one, so that none reads who looked before it.

In the usual run each third role reads the pages of the file and a part of all others, beginning
elsewhere than the role before it; in the slow form every role reads all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import unified_diff
from random import Random
from typing import Any, Final
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.access.custody_cast import Cast, cast_of
from tests.access.full_file import assessed, filled
from tests.access.known import known_of
from tests.access.pages import Page, every_page, nameless
from tests.access.read_apart import shown
from tests.access.turns import every_third, in_turn
from tests.access.worlds import SECRET, WORLDS, World
from tests.api.made import NEW_YEAR
from tests.casework.safety.made import ADMISSIONS, grown
from tests.staff import written
from tests.standards.properties.running import SLOW
from throughcare.access.question import Assigned, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.archive import archive_of
from throughcare.casework.team.rules import sitting_roles
from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.register.queries import opened_by
from throughcare.web import judged as after_a_save
from throughcare.web.sign_in.urls import urlpatterns as of_the_door

pytestmark = pytest.mark.django_db

# Not read at all, and why.
LEFT_OUT: Final = {
    "api-schema": "it says what calls there are, to everybody the same, and reads no row",
}
# To which no empty form is sent, and why.
NOT_SENT: Final = {
    **{str(page.name): "it ends or changes the session of the reader" for page in of_the_door},
    "language": "it changes the language of the reader",
    "theme": "it changes the colours of the reader",
}
# Read by every role that reads at all, in the usual run too.
ALWAYS: Final = frozenset({
    "first", "person", "custody", "judgement", "classification", "discipline", "separation",
    "custody_dates", "person_duties", "timeline", "person_history", "statements", "people",
    "intelligence_reports", "intelligence_report", "people_export", "morning", "my_file",
    "coverage", "judgements", "intelligence", "intelligence_queue", "intelligence_received",
    "intelligence_officer", "religion", "religion_ask", "level_sign", "contact", "chaplaincy",
    "plan", "plans", "team_meeting", "team_agenda", "team_brief", "team_close", "team_calendar",
    "team_feed", "team_tasks", "programmes", "observations", "readers", "search",
    "api-list_people", "api-count_people", "api-export_people", "api-search_people",
    "api-read_file", "api-openings",
})  # fmt: skip
_PART = 5  # of all others, each so-manieth in the usual run
# Forms with something wrong in them, and searches, beside the empty form that each page is sent.
WRONG: Final = (
    Page("search", "/people?q=hidden"), Page("search", "/people?q=%00&page=x"),
    Page("team_calendar", "/team/calendar?of=team&span=week&day=never"),
)  # fmt: skip
SENT: Final = (
    ("api-search_people", {"text": "hidden"}), ("api-search_people", {"text": ["hidden"]}),
)  # fmt: skip
# What differs at each reading by itself: keys of forms, what is asked of a passkey, a new secret.
_OWN = re.compile(
    r'(value|nonce|content)="[A-Za-z0-9_:.T-]{16,}"|"[A-Za-z0-9_-]{86}"|/team/feed/[\w-]+\.ics'
)
# To them nothing is told on purpose, whatever their letters are.
_PERSON: Final = frozenset({"prisoner", "defence_lawyer"})
EXAMPLES: Final = 4 if SLOW else 1


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as it was read: with `sent`, what it answered to an empty form."""

    page: str
    sent: bool
    way: str
    status: int
    words: str
    asked: int


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def earlier(cast: Cast) -> UUID:
    """Somebody whose file is older than that of the person, and a case of the role too."""
    written(ADMISSIONS)
    person = grown("Earliera", cell="north/a/2/01")
    if cast.role not in {"prisoner", "family"}:
        case = Assigned(Role(cast.role), person, Period(NEW_YEAR, None))
        written(Viewer(90, assigned=(case,)))
    return person


def pages_of(cast: Cast, before: UUID) -> list[Page]:
    """Fill the file of the person, and every page that this role reads in this run.

    `before`: who is on an agenda before the person.
    """
    person, role = cast.people["mine"], Role(cast.role)
    sits = role in sitting_roles()
    me = [Viewer(90)] if sits else []
    # In the middle of an agenda: by whatever it were ordered, the person would move.
    rows = filled(
        person, steps=me, tasks=me, invited=[role] if sits else [], before=[before],
        after=[cast.people["mate"]],
    )  # fmt: skip
    assessed(person)
    every = [*every_page(known_of(cast, rows)), *WRONG]
    read = [one for one in every if one.name not in LEFT_OUT]
    others = [one for one in read if one.name not in ALWAYS]
    return [one for one in read if one.name in ALWAYS] + in_turn(cast.role, others, share=_PART)


def seen(cast: Cast, pages: Sequence[Page]) -> list[Seen]:
    """What every page and every answer to a program says; nothing of the reading is kept."""
    with taken_back():
        found = [_read(cast, page, sent=None) for page in pages]
    opened = {one.way for one in found if one.status not in {403, 404}}
    for page in pages:
        if page.way not in opened or page.name in NOT_SENT:
            continue
        for sent in ({}, *(words for name, words in SENT if name == page.name)):
            with taken_back():
                found.append(_read(cast, page, sent=sent))
    return found


@contextmanager
def taken_back() -> Iterator[None]:
    """What is done here is not kept."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _read(cast: Cast, page: Page, *, sent: dict[str, Any] | None) -> Seen:
    number = [0]

    def count(execute: Callable[..., Any], *what: Any) -> Any:
        number[0] += 1
        return execute(*what)

    with connection.execute_wrapper(count):
        status, words = (_called if page.of_api else _opened)(cast, page, sent)
    return Seen(page.name, sent is not None, page.way, status, words, number[0])


def _opened(cast: Cast, page: Page, sent: dict[str, Any] | None) -> tuple[int, str]:
    """Status, where it leads, and the words; of a paper for print its bytes."""
    cookies = cast.client.cookies.copy()
    client = cast.client
    answer = client.get(page.way) if sent is None else client.post(page.way, sent)
    client.cookies = cookies
    head = f"{answer.get('Location', '')} {answer.get('Content-Disposition', '')}\n"
    if "pdf" in answer.get("Content-Type", ""):
        return answer.status_code, head + answer.content.decode("latin-1")
    return answer.status_code, head + _OWN.sub("", shown(answer))


def _called(cast: Cast, page: Page, sent: dict[str, Any] | None) -> tuple[int, str]:
    way = page.way.removeprefix("/api/v1")
    if sent is None:
        said = cast.call.get(way, why="check")
    else:
        said = cast.call.post(way, sent, key=None if page.name == "api-search_people" else "")
    return said.status, words_of(said.body)


def words_of(body: Any) -> str:
    """All of an answer in its order; a cursor is sealed anew each time."""
    if isinstance(body, dict) and body.get("next"):
        body = {**body, "next": "more"}
    return json.dumps(body, indent=0)


def told(world: World, person: UUID) -> tuple[Any, ...]:
    """What the engine is told, what it has found, what it is to look at again, and who looked.

    Who looked alone, where rules ask for what is written in the world.
    """
    if world.ruled:
        return (opened_by(person),)
    with engine_eyes():
        archive = archive_of(person, known_at=timezone.now())
        marks = Mark.objects.filter(person=person).count()
        found = sorted(KeptFinding.objects.filter(person=person).values_list("key", "status"))
        judged = sorted(Judged.objects.filter(person=person).values_list("rules", "judged_at"))
    records = sorted((one.id, one.type, str(one.at), str(one.until)) for one in archive.records)
    return records, marks, found, judged, opened_by(person)


def histories(role: str) -> Iterator[list[int]]:
    """What is written in a world: the same for a role in each usual run, new in the slow one."""
    chance = Random() if SLOW else Random(role)
    for _one in range(EXAMPLES):
        yield [chance.randrange(64) for _number in range(chance.randint(4, 8))]


def rounds(
    cast: Cast, worlds: Sequence[World], pages: Sequence[Page]
) -> Iterator[tuple[Sequence[World], Sequence[Page]]]:
    """What is written together, and what is read then: every page that is no door of such a world.

    What is a door of one world is read again, with only the other worlds written.
    """
    doors = {one.code: doors_of(cast, one) for one in worlds}
    any_door = {page for of in doors.values() for page in of}
    yield worlds, [one for one in pages if one.name not in any_door]
    for world in worlds:
        others = [one for one in worlds if one is not world]
        if doors[world.code] and others:
            yield others, [one for one in pages if one.name in doors[world.code]]


def doors_of(cast: Cast, world: World) -> set[str]:
    """The pages that are a door of the world for this role."""
    lets = cast.lets(world.code, "mine")
    return {page for letter in lets for page in world.own_pages.get(letter, ())}


def without_told(cast: Cast, worlds: Sequence[World], found: Sequence[Seen]) -> list[Seen]:
    """Without what is told on purpose; the person and a lawyer are told nothing."""
    told_here = {
        page: words
        for world in worlds for letter in cast.lets(world.code, "mine")
        for page, words in world.told.get(letter, {}).items() if cast.role not in _PERSON
    }  # fmt: skip
    return [
        replace(one, words=told_here[one.page].sub("", one.words)) if one.page in told_here else one
        for one in found
    ]


def test_no_record_of_a_world_leaves_a_sign_outside_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = cast.people["mine"]
    older = earlier(cast)
    pages = pages_of(cast, older)
    worlds = [one for one in WORLDS if cast.role not in one.readers]
    for world in worlds:
        world.prepare(person)
    still = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: still)
    # Whether a file is judged right after a save goes by a stop-watch: how busy the machine is.
    monkeypatch.setattr(after_a_save, "WITHIN_MS", 60_000)
    bring_up_to_date([*cast.people.values(), older], at=still)
    for written_together, read in rounds(cast, worlds, pages):
        before = seen(cast, read)
        for drawn in histories(cast.role):
            after = written_and_seen(cast, written_together, drawn, read)
            if after != before:  # the first reading fills what a process keeps in memory
                before = seen(cast, read)
            if after != before:
                one_by_one(cast, written_together, drawn, before, read)


# Where the person reads of a board, a meeting or a plan, of which items may be a condition.
OF_THE_PERSON: Final = frozenset({"classification", "team_of_file", "plan", "person", "my_file"})


def test_the_person_reads_no_number_of_items_where_a_board_is_shown(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    cast = cast_of("prisoner")
    older = earlier(cast)
    pages_of(cast, older)
    person = cast.people["mine"]
    pages = [
        one for one in every_page({"person_id": [person]}) if one.name in OF_THE_PERSON
    ]  # fmt: skip
    (world,) = (one for one in WORLDS if one.code == "INT")
    world.prepare(person)
    still = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: still)
    monkeypatch.setattr(after_a_save, "WITHIN_MS", 60_000)
    bring_up_to_date([*cast.people.values(), older], at=still)
    seen(cast, pages)  # the first reading fills what a process keeps in memory
    before = seen(cast, pages)
    read = {one.page: one.status for one in before if not one.sent}
    assert read == dict.fromkeys(OF_THE_PERSON, 200)
    same(cast, world, (), before, written_and_seen(cast, [world], [0, 1, 8], pages))


def written_and_seen(
    cast: Cast, worlds: Sequence[World], drawn: Sequence[int], pages: Sequence[Page]
) -> list[Seen]:  # fmt: skip
    """What is seen after this was written in each of the worlds, which is not kept."""
    person = cast.people["mine"]
    with taken_back():
        for world in sorted(worlds, key=lambda one: one.ruled):
            known = told(world, person)
            world.write(person, drawn)
            assert told(world, person) == known, (cast.role, world.code, drawn)
        if any(one.ruled for one in worlds):  # as the page does that writes it
            bring_up_to_date([person], at=timezone.now())
        found = seen(cast, pages)
    hidden = [(one.way, one.sent) for one in found if SECRET in one.words]
    assert not hidden, (cast.role, [one.code for one in worlds], drawn, hidden)
    return without_told(cast, worlds, found)


def one_by_one(
    cast: Cast, worlds: Sequence[World], drawn: Sequence[int], before: Sequence[Seen],
    pages: Sequence[Page],
) -> None:  # fmt: skip
    """Say which of the worlds left which sign."""
    for world in worlds:
        same(cast, world, drawn, before, written_and_seen(cast, [world], drawn, pages))
    same(cast, worlds[0], drawn, before, written_and_seen(cast, worlds, drawn, pages))
    pytest.fail(f"{cast.role} {drawn}: the same pages say other things at each reading")


def same(
    cast: Cast, world: World, drawn: Sequence[int], before: Sequence[Seen], after: Sequence[Seen]
) -> None:  # fmt: skip
    """Every page says what it said before."""
    signs = []
    if [(one.way, one.sent) for one in before] != [(one.way, one.sent) for one in after]:
        old, new = ([f"{one.way} {one.status}" for one in which] for which in (before, after))
        signs += [*unified_diff(old, new, n=0, lineterm="")]
    for was, now in zip(before, after, strict=False):
        if (was.way, was.sent) == (now.way, now.sent) and was != now:
            which = f"{now.page} {now.way} ({'sent' if now.sent else 'read'})"
            change = [*unified_diff(was.words.split(), now.words.split(), n=0, lineterm="")]
            numbers = [(one.status, one.asked) for one in (was, now)]
            signs.append(f"{which}: {numbers} {' '.join(change[3:])[:400]}")
    if signs:
        pytest.fail("\n".join((f"{cast.role} {world.code} {drawn}", *signs)), pytrace=False)


def test_every_address_of_the_service_is_asked_or_left_out_by_name() -> None:
    asked = {one.name for one in every_page({})}
    assert nameless() == ["api/"], "an address without a name is asked nowhere: give it one"
    assert {*LEFT_OUT, *NOT_SENT} <= asked
    assert asked >= ALWAYS - {"search"}


# Pages of which a reading would prove nothing, if they were empty or closed: who opens them.
OPENED: Final = {
    "case_manager": (
        "plan", "plans", "plan_versions", "plan_paper", "plan_review", "team", "team_call",
        "team_meeting", "team_agenda", "team_brief", "team_minutes", "team_close", "team_calendar",
        "team_feed", "team_tasks", "team_of_file", "programmes", "programme_catalogue",
        "programme_waiting",  "observations", "contact", "work",
        "classification", "board_minutes", "level_sign", "judgement", "discipline", "separation",
        "people_export", "printed_pdf", "api-export_people", "api-read_file",
    ),
    "security_officer": ("observe", "observe_houses", "observe_unit"),
    "chaplain": ("religion", "chaplaincy"),
}  # fmt: skip


@pytest.mark.parametrize("role", OPENED)
def test_the_pages_of_every_room_have_something_to_say(role: str, settings: Any) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    cast = cast_of(role)
    rows = filled(cast.people["mine"], steps=[Viewer(90)], tasks=[Viewer(90)])
    ways = [one for one in every_page(known_of(cast, rows)) if one.name in OPENED[role]]
    said = {one.name: _read(cast, one, sent=None) for one in reversed(ways)}
    assert set(said) == set(OPENED[role])
    assert {name: one.status for name, one in said.items()} == dict.fromkeys(said, 200)
