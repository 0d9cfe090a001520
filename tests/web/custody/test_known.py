"""Corrections: the same question "as known on" two days gives the two right answers.

On each section of custody in a file, on its page and from its query.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.custody.moved import DAY, HOUR, House, way
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import (
    MovementKind,
    OrderKind,
    ProposedAct,
    SentenceKind,
    Stage,
    Status,
    StepKind,
)
from throughcare.casework.people.models import Person
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
ZONE = "Africa/Tunis"  # its rules of counting are known: a day of release can be computed
SECTIONS = ("", "/orders", "/reception", "/places", "/movements", "/dates", "/release")


class Days(House):
    """Aigerim: received nine days ago on an order; what was written then is corrected today."""

    def __init__(self) -> None:
        super().__init__(ZONE)
        above = Place.objects.get(path="north")
        for kind, path in (("premises", "north/a"), ("unit", "north/a/1"), ("unit", "north/a/2")):
            made = Place.objects.create(
                kind=kind, code=path[-1], path=path, parent=above, name={},
                used_from=above.used_from,
            )  # fmt: skip
            above = made if kind == "premises" else above
        self.by = self.officer.viewer
        self.then = self.now - 9 * DAY
        self.file = self.officer.open("Aigerim")
        self.register("R 17/26")
        actions.receive(
            by=self.by, at=self.then, person_id=self.file.id, establishment="north",
            admitted_at=self.then,
        )  # fmt: skip
        see_all_rows("SEN")

    def register(self, number: str) -> Order:
        return actions.register_order(
            by=self.by, at=self.then, person_id=self.file.id, kind=OrderKind.SENTENCE,
            authority="Court of the North", number=number, issued_on=self.then.date(),
            valid_from=self.then,
        )  # fmt: skip

    @property
    def order(self) -> Order:
        return Order.objects.get(stood_until=None)


Read = Callable[[Viewer, Person, datetime, datetime], str]


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is written and corrected, on which page it stands, and what its query answers."""

    section: str
    act: Callable[[Days], None]
    read: Read
    before: str
    after: str
    shown: tuple[str, str] = ("", "")
    kept: bool = False  # the earlier reading stays on the page of now, as one that was corrected

    def on_page(self) -> tuple[str, str]:
        """The words before and after on the page, where they are not those of the query."""
        return self.shown if self.shown[0] else (self.before, self.after)


def _status(on: Days) -> None:
    said = {"by": on.by, "since": on.then}
    row = actions.set_status(**said, at=on.then, person_id=on.file.id, value=Status.CIVIL)  # type: ignore[arg-type]
    actions.correct_status(**said, at=on.now, status_id=row.id, value=Status.UNTRIED, why="misread")  # type: ignore[arg-type]


def _number(on: Days) -> None:
    old = on.order
    actions.correct_order(
        by=on.by, at=on.now, order_id=old.id, kind=OrderKind(old.kind), authority=old.authority,
        number="R 71/26", issued_on=old.issued_on, valid_from=old.valid_from, why="misread",
    )  # fmt: skip


def _struck(on: Days) -> None:
    actions.strike_out_order(by=on.by, at=on.now, order_id=on.order.id, why="of a cousin")


def _charge(on: Days) -> None:
    row = actions.add_charge(by=on.by, at=on.then, person_id=on.file.id, words="theft of a coat")
    actions.correct_charge(
        by=on.by, at=on.now, charge_id=row.id, words="theft of a goat", why="misread"
    )


def _place(on: Days) -> None:
    row = actions.place_in(
        by=on.by, at=on.then + HOUR, person_id=on.file.id, place="north/a/1", since=on.then + HOUR
    )
    actions.correct_placement(
        by=on.by, at=on.now, person_id=on.file.id, placement_id=row.id, place="north/a/2",
        since=row.since, why="misread",
    )  # fmt: skip


def _movement(on: Days) -> None:
    out = on.then + HOUR
    row = actions.leave(
        by=on.by, at=out, person_id=on.file.id, kind=MovementKind.COURT, to_place="First Court",
        left_at=out,
    )  # fmt: skip
    actions.correct_movement(
        by=on.by, at=on.now, person_id=on.file.id, movement_id=row.id, left_at=out,
        arrived_at=None, expected_at=None, to_place="Second Court", reason="", why="misread",
    )  # fmt: skip


def _sentence(on: Days) -> None:
    said = {"by": on.by, "person_id": on.file.id, "kind": SentenceKind.FIXED,
            "starts_on": on.then.date().replace(month=1, day=15)}  # fmt: skip
    row = actions.add_sentence(**said, at=on.then, order_id=on.order.id, years=2)  # type: ignore[arg-type]
    actions.correct_sentence(**said, at=on.now, sentence_id=row.id, years=3, why="misread")  # type: ignore[arg-type]


def _proposal(on: Days) -> None:
    row = actions.propose(
        by=on.by, at=on.then + HOUR, person_id=on.file.id, act=ProposedAct.RELEASE,
        stay_id=Stay.objects.get(stood_until=None).id, why="nobody else is here",
    )  # fmt: skip
    actions.decide(
        by=on.director.viewer, at=on.now, person_id=on.file.id, proposal_id=row.id, agree=True,
        why="order seen",
    )  # fmt: skip


def _step(stage: Stage, kind: StepKind, name: str) -> Callable[[Days], None]:
    def act(on: Days) -> None:
        if stage is Stage.DEATH:
            actions.record_death(by=on.by, at=on.then + HOUR, person_id=on.file.id,
                                 died_at=on.then + HOUR)  # fmt: skip
        done = on.then + 2 * HOUR
        row = actions.take_step(
            by=on.by, at=done, person_id=on.file.id, stage=stage, kind=kind,
            value={name: "the sister"}, happened_at=done,
        )  # fmt: skip
        actions.correct_step(
            by=on.by, at=on.now, step_id=row.id, value={name: "the mother"}, happened_at=done,
            why="misread",
        )  # fmt: skip

    return act


def _said_in(stage: Stage, kind: StepKind, name: str) -> Read:
    def read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
        walk = queries.stage_walk(viewer, file.id, stage, at=at, known_at=known_at)
        (step,) = (one for one in walk.steps if one.kind == kind)
        return " ".join(str((one.value or {})[name]) for one in step.taken)

    return read


def _status_read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
    found = queries.overview_of(viewer, file.id, at=at, known_at=known_at).orders
    status = found.status(known_at) if found else None
    return status.value if status else ""


def _orders(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> queries.Orders:
    return queries.orders_of(viewer, file.id, at=at, known_at=known_at)


def _line_read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
    ((_stay, line),) = _orders(viewer, file, at, known_at).lines
    return "gap" if any(one.gap for one in line) else "covered"


def _reception_read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
    walk = queries.walk_of(viewer, file.id, at=at, known_at=known_at)
    return " ".join(str(said.value["told_whom"]) for one in walk.steps for said in one.said)


def _years_read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
    told = queries.release_dates_of(viewer, file.id, at=at, known_at=known_at)
    assert told.final is not None
    return f"{told.final.year - told.sentences[0].starts_on.year} years"


def _proposal_read(viewer: Viewer, file: Person, at: datetime, known_at: datetime) -> str:
    (one,) = queries.proposals_of(viewer, file.id, at=at, known_at=known_at)
    return {None: "waits", True: "agreed"}[one.agreed]


CASES = {
    "the legal status on the overview": Case(
        section="", act=_status, read=_status_read, before="civil", after="untried",
        shown=("civil prisoner, since", "untried, since"),
    ),
    "the legal status beside the orders": Case(
        section="/orders", act=_status, before="civil", after="untried",
        read=lambda *asked: " ".join(one.value for one in _orders(*asked).statuses),
        shown=("<strong>Civil prisoner", "<strong>Untried"),
    ),
    "an order": Case(
        section="/orders", act=_number, before="R 17/26", after="R 71/26", kept=True,
        read=lambda *asked: " ".join(one.number for one in _orders(*asked).orders),
    ),
    "a charge": Case(
        section="/orders", act=_charge, before="theft of a coat", after="theft of a goat",
        read=lambda *asked: " ".join(one.words for one in _orders(*asked).charges),
    ),
    "the line of legality": Case(
        section="/orders", act=_struck, read=_line_read, before="covered", after="gap",
        shown=('<td data-label="Covered">covered', '<strong class="wrong-word">no valid order'),
    ),
    "a place": Case(
        section="/places", act=_place, before="north/a/1", after="north/a/2",
        read=lambda by, file, at, known_at: " ".join(
            one.path for one in queries.lay_in(by, file.id, at=at, known_at=known_at).places
        ),
    ),
    "a movement": Case(
        section="/movements", act=_movement, before="First Court", after="Second Court",
        read=lambda by, file, at, known_at: " ".join(
            one.to_place
            for one in queries.whereabouts_of(by, file.id, at=at, known_at=known_at).movements
        ),
    ),
    "the day of release": Case(
        section="/dates", act=_sentence, read=_years_read, before="2 years", after="3 years",
        shown=("Sentence: 2 years from", "Sentence: 3 years from"),
    ),
    "a step of the reception": Case(
        section="/reception", act=_step(Stage.RECEPTION, StepKind.FAMILY, "told_whom"),
        read=_reception_read, before="the sister", after="the mother",
    ),
    "a step of the release": Case(
        section="/release", act=_step(Stage.RELEASE, StepKind.TRANSPORT, "means"),
        read=_said_in(Stage.RELEASE, StepKind.TRANSPORT, "means"),
        before="the sister", after="the mother",
    ),
    "a step after a death": Case(
        section="/death", act=_step(Stage.DEATH, StepKind.FAMILY, "told_whom"),
        read=_said_in(Stage.DEATH, StepKind.FAMILY, "told_whom"),
        before="the sister", after="the mother",
    ),
    "the second person's decision": Case(
        section="/release", act=_proposal, read=_proposal_read, before="waits", after="agreed",
        shown=("Waits for a colleague", "order seen"),
    ),
}  # fmt: skip


@pytest.fixture
def days() -> Days:
    return Days()


def today() -> date:
    """By the clock on the wall of the prison."""
    return timezone.localdate(timezone=ZoneInfo(ZONE))


def yesterday() -> str:
    return (today() - DAY).isoformat()


@pytest.mark.parametrize("name", CASES)
def test_the_same_question_on_two_days_gives_what_each_day_knew(days: Days, name: str) -> None:
    case = CASES[name]
    case.act(days)
    later = timezone.now()
    told = [case.read(days.by, days.file, later, known) for known in (days.now - DAY, later)]
    assert told == [case.before, case.after]
    page = way(days.file, f"/custody{case.section}")
    now, then = days.officer.page(page), days.officer.page(f"{page}?known={yesterday()}")
    before, after = case.on_page()
    assert after in now and after not in then
    assert before in then and (case.kept or before not in now)
    assert "As known at the end of this day" in then and "As known at the end" not in now


@pytest.mark.parametrize("section", [*SECTIONS, "/death", "transfer"])
def test_a_page_of_an_earlier_day_says_so_and_offers_nothing_to_write(
    days: Days, section: str
) -> None:
    page = way(days.file, "/transfer" if section == "transfer" else f"/custody{section}")
    then = days.officer.page(f"{page}?known={yesterday()}")
    assert "As known at the end of this day" in then and "Show what is known now" in then
    assert 'class="button main"' not in then and ">Correct<" not in then
    assert "Write down" not in then and "As known at the end" not in days.officer.page(page)


@pytest.mark.parametrize("section", [*SECTIONS, "/death", "transfer"])
@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", "9999-12-31", "2026-02-30", "\0"])
def test_a_wrong_day_is_said_on_each_page_and_answered_with_now(
    days: Days, section: str, day: str
) -> None:
    page = way(days.file, "/transfer" if section == "transfer" else f"/custody{section}")
    answer = days.officer.client.get(page, {"known": day})
    said = answer.content.decode()
    assert answer.status_code == 200 and "This day cannot be shown" in said
    assert "As known at the end" not in said


def test_the_day_goes_along_to_the_next_section_and_today_is_now(days: Days) -> None:
    asked = f"?known={yesterday()}"
    page = days.officer.page(way(days.file, f"/custody{asked}"))
    for section in SECTIONS:
        assert f'href="/people/{days.file.id}/custody{section}{asked}"' in page
    assert f'href="/people/{days.file.id}/custody/printed"' in page  # printed as things stand
    now = days.officer.page(way(days.file, f"/custody?known={today()}"))
    assert "As known at the end" not in now and "cannot be shown" not in now


def test_a_day_before_the_reception_knows_of_no_stay(days: Days) -> None:
    long_ago = (days.then - 2 * DAY).date().isoformat()
    for section, says in (
        ("", "No stay in custody is known"), ("/orders", "No stay in custody is known"),
        ("/reception", "Nobody was received yet"), ("/places", "no place of this person"),
        ("/movements", "Nothing is recorded of where"), ("/dates", "No sentence is written down"),
        ("/release", "This person was never received"),
    ):  # fmt: skip
        page = days.officer.page(way(days.file, f"/custody{section}?known={long_ago}"))
        assert says in page, section
