"""What was judged stays true until the moment that was kept to look again, whatever the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given

from standards.checks import Check, Never, Quota, Separate, WithinRatio
from standards.civil import day_number, from_wall, midnight
from standards.durations import Duration
from standards.findings import Finding
from standards.instants import DAY, HOUR, Instant
from standards.person.engine import evaluate_archive
from standards.records import Archive, Person, Record
from tests.standards.properties.chance import Chance
from tests.standards.properties.compare import Answers, answers, assert_holds
from tests.standards.properties.drawn_checks import DRAWERS, drawn_checks
from tests.standards.properties.histories import Situation, drawn_situation
from tests.standards.properties.running import real_checks, rulebook, seeds, tried
from throughcare.duties.looks import look_again

PERSONS = 12
LONG = 400 * DAY  # where nothing can change any more


def findings(archive: Archive, checks: list[Check], at: Instant) -> list[Finding]:
    derivations = rulebook().derivations
    return evaluate_archive(archive, checks, as_of=at, known_at=at, derivations=derivations)


def changed_before_its_moment(s: Situation) -> str:
    """What is another answer before anybody would have looked again; empty if nothing is."""
    checks, derivations = s.checks, rulebook().derivations
    first = findings(s.archive, checks, s.as_of)
    look = look_again(s.archive, checks, first, derivations, after=s.as_of)
    last = (look if look is not None else s.as_of + LONG) - 1
    for moment in (s.as_of + (last - s.as_of) // 2, last):
        if moment <= s.as_of:
            continue
        then = findings(s.archive, checks, moment)
        if answers(then) != answers(first):
            return f"at {moment}, to look again at {look}: {_between(first, then)}"
    return ""


def _between(first: list[Finding], then: list[Finding]) -> str:
    gone: Answers = answers(first) - answers(then)
    new: Answers = answers(then) - answers(first)
    return f"gone {list(gone)}, new {list(new)}"


def alone(s: Situation, who: str) -> Situation:
    """The records of one person, as a file is judged."""
    records = [one for one in s.archive.records if one.who == who]
    persons = {name: one for name, one in s.archive.persons.items() if name == who}
    archive = replace(s.archive, records=records, persons=persons)
    return replace(s, archive=archive, known_at=s.as_of, persons=[who])


def situations(seed: int, checks: list[Check]) -> list[Situation]:
    drawn = drawn_situation(Chance(Random(seed)), checks, PERSONS)
    return [alone(drawn, who) for who in drawn.persons]


PATTERNS = sorted(set(DRAWERS) - {"separate", "within_ratio"})


@pytest.mark.parametrize("pattern", PATTERNS)
@tried(usual=6, slow=200)
@given(seed=seeds)
def test_an_answer_stays_true_until_it_is_looked_at_again(pattern: str, seed: int) -> None:
    checks = drawn_checks(Chance(Random(seed)), 6, (pattern,))
    for one in situations(seed, checks):
        assert_holds(one, seed, changed_before_its_moment)


@tried(usual=8, slow=200)
@given(seed=seeds)
def test_the_answers_of_the_rulebook_stay_true_until_then(seed: int) -> None:
    real = [one for one in real_checks() if not isinstance(one, (Separate, WithinRatio))]
    for one in situations(seed, Random(seed).sample(real, 30)):
        assert_holds(one, seed, changed_before_its_moment)


@pytest.mark.parametrize("pattern", ["separate", "within_ratio"])
@tried(usual=4, slow=100)
@given(seed=seeds)
def test_the_answers_about_several_people_stay_true_until_then(pattern: str, seed: int) -> None:
    checks = drawn_checks(Chance(Random(seed)), 6, (pattern,))
    drawn = drawn_situation(Chance(Random(seed)), checks, PERSONS)
    assert_holds(replace(drawn, known_at=drawn.as_of), seed, changed_before_its_moment)


MIDDAY = from_wall(day_number(date(2026, 6, 15)) * DAY + 12 * HOUR, "Africa/Tunis")


def judged_once(
    checks: list[Check], records: list[Record], person: Person, at: Instant
) -> Situation:
    archive = Archive(
        zone="Africa/Tunis", records=records, persons={"A": person},
        kept=frozenset({"contact_log"}),
    )  # fmt: skip
    return Situation(archive, checks, at, at, ["A"])


def moment_after(s: Situation) -> Instant | None:
    """The moment to look again; what stands until then is right."""
    assert changed_before_its_moment(s) == ""
    found = findings(s.archive, s.checks, s.as_of)
    return look_again(s.archive, s.checks, found, rulebook().derivations, after=s.as_of)


def test_a_birthday_ends_what_is_forbidden_for_children() -> None:
    never = Never(rule="r", group="children", state="solitary")
    born = Person(id="A", birth_date=date(2008, 6, 20))
    spell = Record(id="1", type="solitary", who="A", since=MIDDAY - DAY, recorded_at=MIDDAY - DAY)
    birthday = midnight(day_number(date(2026, 6, 20)), "Africa/Tunis")
    assert moment_after(judged_once([never], [spell], born, MIDDAY)) == birthday


def test_a_day_without_its_visit_is_over_at_midnight() -> None:
    daily = Quota(
        rule="r", state="held", amount_of="visit", unit="count", period="local_day", min=1
    )
    held = Record(
        id="1", type="held", who="A", since=MIDDAY - 3 * DAY, recorded_at=MIDDAY - 3 * DAY
    )
    tonight = midnight(day_number(date(2026, 6, 16)), "Africa/Tunis")
    assert moment_after(judged_once([daily], [held], Person(id="A"), MIDDAY)) == tonight


def test_a_rolling_window_is_full_while_the_spell_goes_on() -> None:
    cap = Quota(
        rule="r", state="in_custody", amount_of="cell", unit="days", max=20,
        rolling=Duration(days=60),
    )  # fmt: skip
    since = MIDDAY - 15 * DAY
    records = [
        Record(id="1", type="in_custody", who="A", since=since, recorded_at=since),
        Record(id="2", type="cell", who="A", since=since, recorded_at=since),
    ]
    moment = moment_after(judged_once([cap], records, Person(id="A"), MIDDAY))
    assert moment == since + 20 * DAY + 1


def test_the_talk_of_the_morning_no_longer_suffices_in_the_evening() -> None:
    never = Never(rule="r", state="solitary")
    begun = midnight(day_number(date(2026, 6, 15)), "Africa/Tunis")
    records = [
        Record(id="1", type="separation", who="A", since=begun - DAY, recorded_at=begun - DAY),
        Record(
            id="2", type="contact_log", who="A", since=begun + 8 * HOUR, until=begun + 9 * HOUR,
            kind="face_to_face", recorded_at=begun + 9 * HOUR,
        ),
    ]  # fmt: skip
    at = begun + 10 * HOUR
    moment = moment_after(judged_once([never], records, Person(id="A"), at))
    # One hour is two of twenty-four parts until half the day is over.
    assert moment == begun + 12 * HOUR
