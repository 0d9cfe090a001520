"""The rules, how things stand under each at an establishment, and for whom: two clicks."""

from __future__ import annotations

import html
import re
from collections import Counter

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from tests.web.custody.moved import DAY, House
from tests.web.duties.made import received
from tests.web.people.made import Somebody
from throughcare.access.terms import Role
from throughcare.casework.people.files import entering
from throughcare.casework.people.models import Person
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import KeptFinding
from throughcare.duties.queries.by_rule import cases_of, states_at
from throughcare.duties.rules import rulebook
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
RULE = re.compile(r'<th scope="row"><a href="/rules/([\w-]+)')


def numbers(page: str) -> dict[str, tuple[int, ...]]:
    """Broken, due and judged of each rule that has numbers."""
    found = {}
    for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.S):
        cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", row, re.S)]
        rule = RULE.search(row)
        assert rule
        if cells[-1].isdigit():
            found[rule[1]] = tuple(int(cell) for cell in cells[-3:])
    return found


def test_all_rules_are_listed_with_name_number_kind_and_how_sure_they_are(house: House) -> None:
    page = house.director.page("/rules")
    listed = RULE.findall(page)
    assert listed == list(rulebook().entries) and len(listed) == 478
    unsure = sum(entry.checked_on is None for entry in rulebook().entries.values())
    assert page.count(">not confirmed</td>") == unsure
    assert "Nelson Mandela Rules" in page and "Bangkok Rules" in page


def test_from_a_number_to_the_file_it_is_two_clicks(house: House, file: Person) -> None:
    page = house.director.page("/rules")
    first = re.search(r'<a href="(/rules/[\w-]+/at/north)" aria-label="broken now', page)
    assert first
    cases = house.director.page(first[1])
    second = re.search(rf'<th scope="row"><a href="(/people/{file.id}[^"]*)"', cases)
    assert second
    assert house.director.status(second[1]) == 200
    assert "Aigerim" in cases


def test_the_numbers_are_those_of_the_door_that_the_morning_asks(
    house: House, file: Person
) -> None:
    viewer, at = house.director.viewer, timezone.now()

    @entering
    def through_the_door(viewer: object, *, at: object) -> Counter[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rule FROM duties_open_at('north', 'infinity')")
            return Counter(rule for (rule,) in cursor.fetchall() if rule)

    shown = numbers(house.director.page("/rules"))
    counted = {rule: some[0] + some[1] for rule, some in shown.items() if some[0] + some[1]}
    assert counted == dict(through_the_door(viewer, at=at)) and counted
    assert all(judged >= broken + due for broken, due, judged in shown.values())


def test_two_people_in_one_state_count_twice(house: House, file: Person) -> None:
    before = numbers(house.director.page("/rules"))
    received(house.officer, "Dana", hours=240)
    after = numbers(house.director.page("/rules"))
    doubled = [rule for rule, some in after.items() if some[0] == 2 * before[rule][0] > 0]
    assert doubled


def a_finding_of_health(file: Person) -> str:
    """What is due in the file, on a ground that stands in the health record."""
    at, rule = timezone.now(), "nmr-46-1-visit"
    with engine_eyes():
        row = KeptFinding.objects.filter(person=file)[0]
        row.pk, row.rule, row.status, row.since, row.duty = None, rule, "due", at, at
        row.until, row.first, row.within = at + DAY, "ID", ["ID", "HLT"]
        row.answered, row.cured_in = ["HLT"], "HLT"
        row.save(force_insert=True)
    return rule


def test_a_ground_that_a_wall_hides_counts_under_no_rule(house: House, file: Person) -> None:
    at = timezone.now()
    before = states_at(house.director.viewer, "north", at=at).rules
    rule = a_finding_of_health(file)
    director = states_at(house.director.viewer, "north", at=at).rules
    nurse = states_at(Somebody(Role.PHYSICIAN_NURSE, name="nour").viewer, "north", at=at).rules
    assert nurse[rule].due == nurse[rule].judged == 1
    assert director == before and rule not in director
    assert not cases_of(house.director.viewer, rule, "north", at=at).rows


@pytest.mark.parametrize("role", [Role.HQ_ANALYST, Role.UN_PROGRAMME_OFFICER, Role.CASE_MANAGER])
def test_whoever_does_not_read_the_files_of_a_prison_reads_the_rules_without_numbers(
    house: House, file: Person, role: Role
) -> None:
    with override_settings(SECOND_FACTOR_FOR=frozenset()):
        somebody = Somebody(role, name="wael")
        page = somebody.page("/rules")
        assert not numbers(page) and "/at/north" not in page
        assert RULE.findall(page) == list(rulebook().entries)
        assert "broken now" not in somebody.page("/rules/nmr-43-1-b")
        assert somebody.status("/rules?at=north") == 404
        assert somebody.status("/rules/nmr-43-1-b/at/north") == 404


def test_another_prison_has_no_numbers_and_no_cases(house: House, file: Person) -> None:
    assert house.south.status("/rules?at=north") == 404
    assert house.south.status("/rules/nmr-54/at/north") == 404
    assert all(some == (0, 0, 0) for some in numbers(house.south.page("/rules")).values())


@pytest.mark.parametrize(
    "asked", ["instrument=br", "kind=principle", "state=broken", "state=due", "state=unanswered"]
)
def test_filters_show_a_part_of_the_rules(house: House, file: Person, asked: str) -> None:
    page = house.director.page(f"/rules?{asked}")
    listed = RULE.findall(page)
    assert 0 < len(listed) < 478
    if asked == "instrument=br":
        assert all(rule.startswith("br-") for rule in listed)
    if asked == "state=broken":
        assert all(some[0] > 0 for some in numbers(page).values())


def test_a_filter_that_nobody_knows_shows_all(house: House) -> None:
    assert len(RULE.findall(house.director.page("/rules?kind=x&state=y&instrument=z"))) == 478


def test_a_rule_says_its_words_its_numbers_and_who_set_them(house: House, file: Person) -> None:
    page = html.unescape(house.director.page("/rules/nmr-43-1-b"))
    assert "Solitary confinement of more than fifteen days in a row is forbidden." in page
    assert "15 days" in page and "the instrument itself" in page and "not confirmed" in page
    policy = html.unescape(house.director.page("/rules/nmr-38-2"))
    assert "3 days" in policy and "policy, to be confirmed locally" in policy


def test_a_rule_that_nobody_wrote_is_not_there(house: House) -> None:
    assert house.director.status("/rules/nmr-999") == 404
    assert house.director.status("/rules/nmr-999/at/north") == 404
    assert house.director.status("/rules/nmr-54/at/nowhere") == 404


def test_to_see_for_whom_leaves_an_entry(house: House, file: Person) -> None:
    house.director.page("/rules/nmr-54/at/north")
    read = Entry.objects.filter(event="read.rule")
    assert [one.by for one in read] == [str(house.director.account.pk)]


def test_a_relative_is_neither_named_nor_counted(house: House, file: Person) -> None:
    from throughcare.access.models import Kinship

    before = numbers(house.director.page("/rules"))
    Kinship.objects.create(
        account=house.director.account, person=file.id, begins=house.now - 20 * DAY
    )
    after = numbers(house.director.page("/rules"))
    assert any(some[0] for some in before.values())
    assert all(some == (0, 0, 0) for some in after.values())


def test_the_pages_say_the_rules_in_the_language_of_the_reader(house: House) -> None:
    house.director.client.cookies["django_language"] = "ar"
    page = house.director.page("/rules/nmr-43-1-b")
    assert 'dir="rtl"' in page
    assert rulebook().entries["nmr-43-1-b"].says not in page
