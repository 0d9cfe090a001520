"""A machine separates, reviews and reads the register: each refusal in the words of the room."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.custody.made import places
from tests.staff import see_all_rows
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import Separation, SeparationOrder, SeparationReview

from .made import DAY, Said, machine_of, now
from .safety_calls import SEPARATION, apart, free
from .safety_made import (
    HOUR,
    director,
    grown,
    inspector,
    nurse,
    separated,
    whole_file,
    wing,
)

pytestmark = pytest.mark.django_db
OF_HEALTH = ("pregnant", "mother_with_infant", "breastfeeding", "disability_worsened_by_solitary")


@pytest.fixture(autouse=True)
def prison(db: None) -> None:
    places()


def ask(name: str, ids: Any, *, by: Any = None, order: Any = None, **more: Any) -> Said:
    """The right call of an operation, with something else in it."""
    line = SEPARATION[name]
    body = line.right(ids) | more
    if order is not None:
        body["order"] = body["order"] | order
    return machine_of(by or line.by()).post(line.way.format(**ids), body)


def refused(said: Said, *words: str) -> None:
    """422, as a problem in the words of the room."""
    assert said.status == 422, said.body
    assert said.headers["Content-Type"] == "application/problem+json"
    for one in words:
        assert one in said.body["detail"], said.body["detail"]


def written() -> int:
    """How many rows there are of separations, orders and reviews."""
    see_all_rows("DIS")
    return sum(model.objects.count() for model in (Separation, SeparationOrder, SeparationReview))


def of_nobody(person: object) -> dict[str, str]:
    return {"person": str(person)}


@pytest.mark.parametrize("born", ["2012-01-01", ""])
def test_a_child_and_whose_age_is_not_known_is_not_separated(born: str) -> None:
    refused(ask("separate", of_nobody(grown(born=born))), "child", "(45.2)")
    assert written() == 0


@pytest.mark.parametrize("kind", OF_HEALTH)
def test_whom_health_protects_is_not_separated_and_nobody_is_told_why(kind: str) -> None:
    person, at = grown(sex="female"), now()
    actions.state_health(by=nurse(), at=at, person_id=person, kind=kind, since=at - DAY)
    said = ask("separate", of_nobody(person))
    refused(said, "on grounds kept in the health file", "ask the health service")
    told = str(said.body).lower()
    hidden = ("pregnan", "infant", "breast", "disab", "mandela", "bangkok", "(22)", "(45.2)")
    assert not any(word in told for word in hidden), told
    assert written() == 0


def test_the_refusal_on_grounds_of_health_is_the_same_whatever_the_ground() -> None:
    told = set()
    for kind in OF_HEALTH:
        person, at = grown(sex="female"), now()
        actions.state_health(by=nurse(), at=at, person_id=person, kind=kind, since=at - DAY)
        told.add(ask("separate", of_nobody(person)).body["detail"])
    assert len(told) == 1


def test_an_end_beyond_the_limit_is_refused_with_the_rule_and_the_latest_lawful_end() -> None:
    late = {"end_at": (now() + 30 * DAY).isoformat()}
    refused(ask("separate", free(), order=late), "43.1", "the latest lawful end is")
    assert written() == 0


def test_days_of_an_earlier_separation_count_towards_the_limit_of_the_next() -> None:
    person = grown()
    order = separated(person, since=14 * DAY, days=13)
    ids = {"person": str(person), "separation": str(order.separation_id)}
    end = {"end_at": (now() + 2 * DAY).isoformat()}
    refused(ask("continue_separation", ids, order=end), "43.1", "counted with all that joins it")
    soon = {"end_at": (now() + 20 * HOUR).isoformat(), "review_at": (now() + HOUR).isoformat()}
    assert ask("continue_separation", ids, order=soon).status == 201


def test_an_exception_that_no_law_knows_opens_nothing() -> None:
    late = {"end_at": (now() + 30 * DAY).isoformat(), "lawful_exception": "because"}
    refused(ask("separate", free(), order=late), "knows no such exception")


def test_a_second_separation_on_another_ground_is_refused_and_the_first_stands() -> None:
    ids, before = apart(), written()
    refused(ask("separate", ids, order={"ground": "own_request"}), "whatever the ground")
    assert written() == before


def test_an_end_before_the_last_review_is_refused() -> None:
    ids = apart()
    assert ask("review_separation", ids).status == 201
    refused(ask("end_separation", ids, until=(now() - 2 * HOUR).isoformat()), "was reviewed on")
    assert ask("end_separation", ids).status == 200


def test_who_ordered_does_not_review_neither_by_account_nor_by_name() -> None:
    ids, before = apart(), written()
    refused(ask("review_separation", ids, by=director()), "whoever ordered", "Rule 45")
    refused(ask("review_separation", ids, reviewer=" a. director "), "whoever ordered")
    assert written() == before
    assert ask("review_separation", ids).status == 201


@pytest.mark.parametrize(
    ("lacking", "says"),
    [
        ({"reasons": " "}, "the reasons"), ({"legal_ground": ""}, "the article of the law"),
        ({"authority": ""}, "who orders it"), ({"alternatives_tried": ""}, "tried before"),
        ({"end_at": None}, "Rule 43"), ({"review_at": None}, "day of its review"),
        ({"end_at": "2020-01-01T00:00:00Z"}, "end before it begins"),
        ({"review_at": "2199-01-01T00:00:00Z"}, "would not fall within"),
        ({"made_at": "2199-01-01T00:00:00Z"}, "not given yet"),
        ({"told_how": "oral"}, "in which language"),
        ({"only_sentence_or_offence": True}, "45"),
        ({"authority_role": "health_staff"}, "46.1"),
    ],
)  # fmt: skip
def test_an_order_that_says_too_little_is_refused(lacking: dict[str, Any], says: str) -> None:
    refused(ask("separate", free(), order=lacking), says)
    assert written() == 0


@pytest.mark.parametrize(
    ("where", "change"),
    [("ground", {"ground": "because"}), ("authority_role", {"authority_role": "king"})],
)
def test_an_unknown_reason_code_of_an_old_import_is_named_with_the_list(
    where: str, change: dict[str, str]
) -> None:
    said = ask("separate", free(), order=change)
    assert said.status == 422
    (error,) = said.body["errors"]
    assert error["where"] == f"body/order/{where}"
    assert ("security" if where == "ground" else "director") in error["what"]
    assert written() == 0


def test_health_staff_order_nothing_and_officers_advise_nothing() -> None:
    refused(ask("separate", free(), by=nurse()), "take no part", "Rule 46")
    refused(ask("advise_director", apart(), by=wing()), "only health staff")


def test_what_was_done_against_the_rules_is_written_as_it_was_and_shown_as_found() -> None:
    child = of_nobody(grown(born="2012-01-01"))
    assert ask("find_separation", child).status == 201
    call = machine_of(inspector())
    (spell,) = call.get(f"/people/{child['person']}/separations", why="visit").body["spells"]
    assert (spell["kind"], spell["found"]) == ("dark_cell", "on a round")
    assert spell["orders"][0]["found"] == "on a round"


def test_what_ended_is_neither_continued_nor_ended_again() -> None:
    ids = apart()
    assert ask("end_separation", ids).status == 200
    refused(ask("end_separation", ids), "this separation ended on")
    refused(ask("continue_separation", ids), "this separation ended on")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"outcome": "end", "reviewed_at": "2199-01-01T00:00:00Z"}, "time has not come"),
        ({"reviewed_at": "2020-01-01T00:00:00Z"}, "not separated at that time"),
        ({"reasons": ""}, "Rule 45"), ({"reviewer": " "}, "Rule 45"),
        ({"next_review_at": "2020-01-01T00:00:00Z"}, "would lie before this one"),
    ],
)  # fmt: skip
def test_a_review_that_cannot_be_is_refused(wrong: dict[str, Any], says: str) -> None:
    refused(ask("review_separation", apart(), **wrong), says)


def test_a_stale_row_is_overtaken_and_of_two_ends_one_is_written() -> None:
    ids = whole_file(grown())
    assert ask("tell_of_order", ids).status == 200
    assert ask("tell_of_order", ids).status == 409
    assert ask("correct_order", ids).status == 409


def test_a_double_click_separates_once_and_answers_twice_the_same() -> None:
    ids, call = free(), machine_of(director())
    line = SEPARATION["separate"]
    body, key = line.right(ids), str(uuid4())
    first, again = (call.post(line.way.format(**ids), body, key=key) for _ in range(2))
    assert (first.status, again.status) == (201, 201) and first.body == again.body
    assert again.headers["Idempotency-Replayed"] == "true"
    assert written() == 2


def test_advice_is_answered_by_the_director_with_reasons_and_read_beside_it() -> None:
    ids = whole_file(grown())
    early = (now() - 3 * DAY).isoformat()
    refused(ask("answer_advice", ids, decided_at=early), "would lie before the advice")
    refused(ask("answer_advice", ids, reasons=" "))
    assert ask("answer_advice", ids).status == 201
    (advice,) = _register(ids)["advice"]
    assert (advice["advice"], advice["answer"]["decision"]) == ("end", "goes_on")


def test_the_register_shows_orders_reviews_and_the_count_of_days() -> None:
    ids = apart()
    ask("review_separation", ids)
    (spell,) = _register(ids)["spells"]
    assert (len(spell["orders"]), spell["reviews"][0]["reviewer"]) == (1, "B. Judge")
    count = machine_of(wing()).get(f"/people/{ids['person']}/separation-count").body["count"]
    assert (count["full_days"], count["limit_days"], count["runs"]) == (3, 15, True)
    (listed,) = machine_of(wing()).get("/establishments/north/separated").body["separated"]
    assert listed == count


def test_an_officer_who_only_adds_reads_when_and_never_why() -> None:
    ids, call = apart(), machine_of(wing())
    assert call.get(f"/people/{ids['person']}/separations", why="x").status == 403
    count = call.get(f"/people/{ids['person']}/separation-count")
    assert count.status == 200 and "fight" not in str(count.body)


def test_as_known_before_the_order_there_was_none() -> None:
    before = now().isoformat()
    ids = apart()
    assert _register(ids, known_at=before)["spells"] == []
    assert len(_register(ids)["spells"]) == 1


def test_an_order_with_a_surprise_in_it_is_refused() -> None:
    said = ask("separate", free(), order={"rank": "captain"})
    assert said.status == 422 and said.body["errors"][0]["where"] == "body/order/rank"


def test_states_of_health_are_read_by_health_staff_and_not_by_the_director() -> None:
    ids = whole_file(grown())
    way = f"/people/{ids['person']}/separation-health"
    assert machine_of(nurse()).get(way, why="care").body["states"][0]["kind"] == "breastfeeding"
    assert machine_of(director()).get(way, why="care").status == 403


def test_a_state_of_health_twice_or_to_come_or_ended_before_it_began_is_refused() -> None:
    ids = of_nobody(grown())
    refused(ask("state_health", ids, since=(now() + HOUR).isoformat()), "has not come")
    early = (now() - 2 * DAY).isoformat()
    refused(ask("state_health", ids, until=early), "end would lie before")
    assert ask("state_health", ids).status == 201
    refused(ask("state_health", ids), "for that time already")


def _register(ids: Any, **asked: Any) -> Any:
    said = machine_of(inspector()).get(f"/people/{ids['person']}/separations", why="visit", **asked)
    assert said.status == 200, said.body
    return said.body
