"""The country follows from its seed, and holds whoever a real one would: all invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from throughcare.access.terms import Role
from throughcare.casework.people.kinds import Kind
from throughcare.demo import names
from throughcare.demo.accounts import needs_cases, own_person
from throughcare.demo.chance import chance
from throughcare.demo.country import country
from throughcare.demo.people import person_of
from throughcare.demo.places import Group
from throughcare.demo.plan import plan, table
from throughcare.demo.stories import teller
from throughcare.errors import BadInput
from throughcare.kernel.names import PartKind, Script
from throughcare.kernel.partial_dates import Precision, parse

from .made import AT, PEOPLE, tiny


def test_the_same_seed_gives_the_same_country_row_by_row() -> None:
    one, again = tiny(), tiny()
    assert list(one.people()) == list(again.people())
    assert list(one.sites()) == list(again.sites())
    assert one.members == again.members
    assert list(one.cases()) == list(again.cases())


def test_another_seed_gives_another_country() -> None:
    one, other = list(tiny(1).people()), list(tiny(2).people())
    assert not {person.id for person in one} & {person.id for person in other}


def test_a_person_made_alone_is_the_one_made_among_all() -> None:
    made = tiny()
    for person in list(made.people())[::17]:
        alone = person_of(made.seed, person.establishment, person.number, on=AT)
        assert alone == person
        assert made.file_of(person.number) == person.id


@pytest.mark.parametrize(
    ("size", "people"), [("small", 600), ("large", 10_000), ("national", 100_000)]
)
def test_each_size_holds_as_many_people_as_it_says(size: str, people: int) -> None:
    made = country(1, size, on=AT)
    assert sum(one.people for one in made.establishments) == people
    codes = [one.code for one in made.establishments]
    assert len(set(codes)) == len(codes) == made.size.establishments
    assert min(one.people for one in made.establishments) > 0


def test_a_size_that_is_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadInput, match=r"no size 'huge'[\s\S]*small, large, national"):
        country(1, "huge", on=AT)


def test_everybody_has_a_number_of_their_own_and_every_group_is_there() -> None:
    people = list(tiny().people())
    assert [person.number for person in people] == list(range(PEOPLE))
    assert len({person.id for person in people}) == PEOPLE
    assert {person.group for person in people} == set(Group)


def test_no_child_is_held_as_an_adult_and_no_adult_as_a_child_but_for_the_story_of_it() -> None:
    country_of_it = tiny()
    grown_up = teller(country_of_it.home, "eighteenth_birthday")
    for person in country_of_it.people():
        if person.number == grown_up:
            continue
        age = (AT.date() - person.born).days / 365.2425
        assert (age < 18) == person.group.young, (person.number, age)
        assert 14 <= age < 80


def test_the_names_are_of_five_languages_in_three_scripts_each_with_latin_letters() -> None:
    people = list(country(1, "small", on=AT).people())
    assert {person.language for person in people} == {"ar", "kk", "ru", "lg", "fr"}
    assert {person.name.parts[0].script for person in people} == {
        Script.ARABIC, Script.CYRILLIC, Script.LATIN,
    }  # fmt: skip
    assert all(person.name.latin() for person in people)


def test_a_pair_that_somebody_known_bears_is_never_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    kept_out = {tuple(row.values()) for row in table("kept_out.csv")}

    def pairs() -> set[tuple[str, ...]]:
        source = chance(1, "names")
        drawn = [(tongue, names.draw(source, tongue, sex)) for tongue in names.LANGUAGES
                 for sex in (names.MALE, names.FEMALE) for _ in range(3000)]  # fmt: skip
        return {(tongue, _latin(name, PartKind.GIVEN), _latin(name, PartKind.FAMILY))
                for tongue, name in drawn}  # fmt: skip

    assert not pairs() & kept_out
    monkeypatch.setattr(names, "_kept_out", frozenset)
    assert pairs() & kept_out, "without the list they would be drawn, so the test can see them"


def _latin(name: names.PersonName, kind: PartKind) -> str:
    return next(str(part.latin) for part in name.parts if part.kind is kind)


def test_birth_dates_are_known_as_exactly_as_in_life_and_stand_rightly() -> None:
    known = Counter[Precision]()
    for person in country(1, "small", on=AT).people():
        said = [fact.value["date"] for fact in person.facts if fact.kind is Kind.BIRTH_DATE]
        date = parse(str(said[-1]))
        known[date.precision] += 1
        assert date.may_be(person.born)
    assert set(known) == set(Precision)
    assert known[Precision.DAY] > known[Precision.YEAR] > known[Precision.UNKNOWN] > 0


def test_nothing_is_recorded_before_the_file_is_opened_or_after_the_moment_of_the_country() -> None:
    for person in tiny().people():
        moments = [one.at for one in (*person.facts, *person.notes, *person.alerts)]
        assert all(person.opened_at <= at <= AT for at in moments)
        assert person.opened_at < AT


def test_some_arrived_in_these_days_and_are_known_to_be_new() -> None:
    people = list(country(1, "small", on=AT).people())
    new = [person for person in people if AT - person.opened_at < timedelta(days=3)]
    assert new
    assert all("first_night" in {one.code for one in person.alerts} for person in new)


def test_no_alert_of_one_code_is_active_twice() -> None:
    for person in country(1, "small", on=AT).people():
        codes = [one.code for one in person.alerts]
        assert len(set(codes)) == len(codes)


def test_there_is_an_account_for_each_role_and_cases_where_the_role_needs_them() -> None:
    made = tiny()
    assert [member.role for member in made.visitors] == list(Role)
    assert all(member.name == member.role.replace("_", " ") for member in made.visitors)
    cases = Counter(case.member for case in made.cases())
    for member in made.visitors:
        wanted = needs_cases(member.role) or member.role is Role.FAMILY
        assert bool(cases[member.number]) == wanted, member.name


def test_the_relative_is_allowed_by_the_prisoner_of_the_demo() -> None:
    made = tiny()
    prisoner = next(one for one in made.visitors if one.role is Role.PRISONER)
    relative = next(one for one in made.visitors if one.role is Role.FAMILY)
    assert prisoner.person == own_person(made.home)
    allowed = [case.person for case in made.cases() if case.member == relative.number]
    assert allowed == [prisoner.person]


def test_the_juvenile_specialist_begins_with_children() -> None:
    made = country(1, "small", on=AT)
    specialist = next(one for one in made.visitors if one.role is Role.JUVENILE_SPECIALIST)
    people = list(made.people())
    cases = [case.person for case in made.cases() if case.member == specialist.number]
    assert people[cases[0]].group.young


def test_only_the_visitors_have_the_password() -> None:
    made = tiny()
    assert all(not member.demo for member in made.members[len(Role) :])
    assert len({member.name for member in made.members}) == len(made.members)


def test_the_number_of_staff_grows_with_the_people() -> None:
    officers = plan().staff["security_officer"]
    assert (officers.at(39), officers.at(40), officers.at(41)) == (3, 4, 4)
    assert replace(officers, one_for=None).at(1000) == 3
