"""The section Separation: what it shows, to whom, and what its forms write and refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.safety.made import out
from tests.web.people.made import shown
from tests.web.safety.made import DAY, HOUR, MINUTE, Wing, stands, typed, wall, way
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import (
    DirectorAnswer,
    HealthOpinion,
    MitigationPlan,
    Separation,
    SeparationOrder,
    SeparationReview,
)

pytestmark = pytest.mark.django_db


def test_the_third_time_in_a_row_is_said_before_it_is_written_and_counted_after(
    wing: Wing,
) -> None:
    file = wing.held()
    wing.separated(file, 8 * DAY, 5 * DAY)
    wing.separated(file, 5 * DAY - 2 * HOUR, 2 * HOUR, days=4)
    page = wing.officer.page(way(file, "/order"))
    assert "Day 9: separation number 3 in a row" in page and "with this one: 3." in page
    answer = wing.officer.send(way(file, "/order"), **typed(wing))
    assert answer.status_code == 302, shown(answer)
    page = wing.officer.page(answer["Location"])
    assert "Day 9 of separation, must end by" in page
    assert "Day 9: separation number 3 in a row" in page


def test_the_move_to_a_cell_and_the_separation_are_one_step_for_who_gives_cells(
    wing: Wing,
) -> None:
    file, somebody = wing.held(), wing.both()
    assert 'name="place"' in somebody.page(way(file, "/order"))
    assert 'name="place"' not in wing.officer.page(way(file, "/order"))
    said = typed(wing, place="north/a/1/02", end_at="")
    answer = somebody.send(way(file, "/order"), **said)
    assert answer.status_code == 422 and "lacks its end" in shown(answer)
    assert "north/a/1/02" not in somebody.page(f"/people/{file.id}/custody/places")
    answer = somebody.send(way(file, "/order"), **typed(wing, place="north/a/1/02"))
    assert answer.status_code == 302, shown(answer)
    place = stands(Separation).get().place
    assert place is not None and place.path == "north/a/1/02"


def test_the_head_of_every_page_and_the_list_of_a_place_say_the_day_to_who_may_know(
    wing: Wing,
) -> None:
    file = wing.held()
    said = "of separation, must end by"
    assert said not in wing.director.page(f"/people/{file.id}")
    wing.separated(file, 2 * DAY)
    for one in (wing.director, wing.officer, wing.nurse, wing.inspector):
        assert f"Day 3 {said}" in one.page(f"/people/{file.id}"), one.account.name
        assert f"Day 3 {said}" in one.page("/places/north/a/1"), one.account.name
    assert said not in wing.reception.page(f"/people/{file.id}")
    assert said not in wing.reception.page("/places/north/a/1")
    assert "/custody/separation" not in wing.reception.page(f"/people/{file.id}/custody")
    assert wing.reception.status(way(file)) == 403


def test_who_may_only_add_sees_the_days_and_no_word_of_why(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 2 * DAY, reasons="secret of the yard")
    for one in (wing.officer, wing.nurse):
        page = one.page(way(file))
        assert "Day 3" in page and "secret of the yard" not in page
    assert "secret of the yard" in wing.director.page(way(file))
    assert "secret of the yard" in wing.inspector.page(way(file))


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"legal_ground": ""}, "lacks"),
    ({"reasons": ""}, "lacks"),
    ({"alternatives_tried": ""}, "lacks"),
    ({"authority": ""}, "lacks"),
    ({"end_at": ""}, "lacks its end"),
    ({"review_at": ""}, "lacks its end"),
    ({"end_at": 30 * DAY}, "43"),
    ({"end_at": -DAY}, "end before it begins"),
    ({"review_at": 3 * DAY}, "review would not fall within"),
    ({"since": DAY}, "not come yet"),
    ({"since": -60 * DAY}, "not in custody"),
    ({"authority_role": "health_staff"}, "46"),
    ({"only_sentence_or_offence": "on"}, "45"),
    ({"told_at": -MINUTE}, "when, how and in which language"),
    ({"kind": ""}, "required"),
]


@pytest.mark.parametrize(("change", "says"), WRONG)
def test_an_order_that_no_rule_lets_anybody_give_is_refused_in_words_and_nothing_is_lost(
    wing: Wing, change: dict[str, Any], says: str
) -> None:
    file = wing.held()
    moments = {
        name: wall(wing.now + value) if not isinstance(value, str) else value
        for name, value in change.items()
    }
    answer = wing.director.send(way(file, "/order"), **typed(wing, **moments))
    page = shown(answer)
    assert answer.status_code == 422 and says in page, page
    assert not stands(Separation).exists()
    kept = "a fight in the yard" if "reasons" not in change else "article 12"
    assert kept in page


def test_a_child_and_whom_health_bars_are_not_separated_and_health_is_not_revealed(
    wing: Wing,
) -> None:
    child = wing.held("Bolat", born=f"{wing.now.year - 15}-01-01", cell="north/a/1/02")
    answer = wing.director.send(way(child, "/order"), **typed(wing))
    assert answer.status_code == 422 and "a child must not be separated" in shown(answer).lower()
    woman = wing.held("Maria")
    said = typed(wing)
    answer = wing.nurse.send(
        way(woman, "/health"), kind="pregnant", since=wall(wing.now - DAY), until=""
    )
    assert answer.status_code == 302, shown(answer)
    answer = wing.director.send(way(woman, "/order"), **said)
    page = shown(answer)
    assert answer.status_code == 422 and "on grounds kept in the health file" in page
    assert "pregnan" not in page.lower() and not stands(Separation).exists()


def test_two_spells_at_once_are_refused_with_different_grounds_too(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 2 * DAY)
    page = wing.director.page(way(file, "/order"))
    assert "separated already" in page
    answer = wing.director.send(way(file, "/order"), **typed(wing, ground="protective"))
    assert answer.status_code == 422 and "whatever the ground" in shown(answer)
    assert stands(Separation).count() == 1


def test_a_double_click_writes_once(wing: Wing) -> None:
    file = wing.held()
    sent = wing.director.fill(way(file, "/order"), **typed(wing))
    first = wing.director.client.post(way(file, "/order"), sent)
    second = wing.director.client.post(way(file, "/order"), sent)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert stands(SeparationOrder).count() == 1


def test_it_goes_on_is_reviewed_relieved_told_and_ended_by_forms(wing: Wing) -> None:
    file = wing.held()
    spell = wing.separated(file, 2 * DAY)
    order = stands(SeparationOrder).get()
    sends = [
        (wing.director, f"/{spell}/continue",
         typed(wing, made_at=wall(wing.now - MINUTE), ground="protective")),
        (wing.deputy, f"/{spell}/review",
         {"reviewed_at": wall(wing.now - MINUTE), "reviewer": "B. Deputy",
          "reviewer_role": "deputy", "independent": "yes", "outcome": "continue",
          "reasons": "still afraid", "next_review_at": wall(wing.now + DAY)}),
        (wing.officer, f"/{spell}/relief",
         {"planned_at": wall(wing.now - MINUTE), "measures": "an hour more outside"}),
        (wing.director, f"/orders/{order.id}/told",
         {"told_at": wall(wing.now - DAY), "told_language": "ar", "told_how": "both",
          "how_to_challenge": "a letter to the judge within ten days"}),
    ]  # fmt: skip
    for who, rest, said in sends:
        answer = who.send(way(file, rest), **said)
        assert answer.status_code == 302, (rest, shown(answer))
    assert stands(SeparationReview).count() == stands(MitigationPlan).count() == 1
    page = wing.director.page(way(file))
    for words in ("still afraid", "an hour more outside", "a letter to the judge",
                  "Day 3 of separation"):  # fmt: skip
        assert words in page
    early = wing.director.send(way(file, f"/{spell}/end"), until=wall(wing.now - HOUR), reason="")
    assert early.status_code == 422 and "reviewed on" in shown(early)
    answer = wing.director.send(way(file, f"/{spell}/end"), until=wall(wing.now), reason="calm")
    assert answer.status_code == 302, shown(answer)
    assert "Not separated now" in wing.director.page(way(file))


def test_who_ordered_does_not_review(wing: Wing) -> None:
    file = wing.held()
    spell = wing.separated(file, 2 * DAY)
    said = {
        "reviewed_at": wall(wing.now - MINUTE),
        "reviewer": "C. Other",
        "reviewer_role": "",
        "independent": "yes",
        "outcome": "continue",
        "reasons": "my words stay here",
    }
    answer = wing.director.send(way(file, f"/{spell}/review"), **said)
    page = shown(answer)
    assert answer.status_code == 422 and "does not review it" in page
    assert "my words stay here" in page and not stands(SeparationReview).exists()


def test_health_staff_advise_and_the_director_answers_and_nobody_else(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 2 * DAY)
    advice = {"said_at": wall(wing.now - HOUR), "advice": "ease", "measures": "open the hatch",
              "said_by": "Dr. Saïd"}  # fmt: skip
    answer = wing.director.send(way(file, "/advice"), **advice)
    assert answer.status_code == 422 and "only health staff" in shown(answer).lower()
    assert wing.nurse.send(way(file, "/advice"), **advice).status_code == 302
    answer = wing.nurse.send(way(file, "/order"), **typed(wing))
    assert answer.status_code == 422 and "46" in shown(answer)
    opinion = {"said_at": wall(wing.now - HOUR), "fitness": "with_conditions", "words": "asthma",
               "said_by": "Dr. Saïd"}  # fmt: skip
    assert wing.nurse.send(way(file, "/opinion"), **opinion).status_code == 302
    assert stands(HealthOpinion).count() == 1
    page = wing.director.page(way(file))
    assert "open the hatch" in page and "asthma" not in page and "No answer is written" in page
    assert "asthma" in wing.nurse.page(way(file))
    row = page.split("/custody/separation/advice/")[1].split("/")[0]
    answered = {"decided_at": wall(wing.now), "decision": "eases", "reasons": "the hatch opens"}
    empty = wing.director.send(way(file, f"/advice/{row}/answer"), **{**answered, "reasons": ""})
    assert empty.status_code == 422
    answer = wing.director.send(way(file, f"/advice/{row}/answer"), **answered)
    assert answer.status_code == 302, shown(answer)
    assert stands(DirectorAnswer).count() == 1
    assert "the hatch opens" in wing.director.page(way(file))


def test_what_was_found_is_written_as_it_was_and_the_inspector_sees_it(wing: Wing) -> None:
    file = wing.held()
    said = {"since": wall(wing.now - 20 * DAY), "until": "", "kind": "dark_cell", "found": ""}
    answer = wing.officer.send(way(file, "/found"), **said)
    assert answer.status_code == 422
    answer = wing.officer.send(way(file, "/found"), **{**said, "found": "seen on the round"})
    assert answer.status_code == 302, shown(answer)
    page = wing.inspector.page(way(file))
    assert "seen on the round" in page and "should have ended by" in page
    register = wing.inspector.page("/separation")
    assert "seen on the round" in register


def test_an_order_is_corrected_and_struck_out_by_who_may(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 2 * DAY)
    order = stands(SeparationOrder).get()
    page = wing.director.page(way(file, f"/orders/{order.id}/correct"))
    assert "a fight in the yard" in page
    said = typed(wing, reasons="a fight in the kitchen", valid_from=wall(order.valid_from),
                 made_at=wall(order.made_at), why="the place was wrong")  # fmt: skip
    answer = wing.director.send(way(file, f"/orders/{order.id}/correct"), **said)
    assert answer.status_code == 302, shown(answer)
    assert "a fight in the kitchen" in wing.director.page(way(file))
    now_stands = stands(SeparationOrder).get(stood_until=None)
    answer = wing.director.send(way(file, f"/orders/{now_stands.id}/strike-out"), why="never given")
    assert answer.status_code == 302, shown(answer)
    assert "a fight in the kitchen" not in wing.director.page(way(file))
    assert wing.officer.status(way(file, f"/orders/{now_stands.id}/correct")) == 403


def test_the_register_of_the_prison_shows_the_longest_first_and_what_waits(wing: Wing) -> None:
    one, other = wing.held("Anton"), wing.held("Berik", cell="north/a/1/02")
    wing.separated(one, 2 * DAY)
    wing.separated(other, 9 * DAY, days=2)
    for somebody in (wing.director, wing.officer, wing.nurse, wing.inspector):
        page = somebody.page("/separation")
        assert page.index("Berik") < page.index("Anton"), somebody.account.name
        assert "(ended, still there)" in page
        assert "/separation/north/day" in page
    assert wing.reception.status("/separation") == 404
    history = wing.director.page("/separation?first=2026-01-01&last=2199-01-01")
    assert "Berik" in history
    assert "History" not in wing.officer.page("/separation")


def test_two_entries_that_contradict_each_other_are_settled_by_a_person(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 2 * DAY)
    begins = wing.now - 3 * HOUR
    for who, until in ((wing.officer, 2 * HOUR), (wing.nurse, HOUR)):
        actions.enter_day(
            by=who.viewer, at=wing.now, entries=[out(file.id, begins, wing.now - until)]
        )
    page = wing.director.page(way(file))
    assert "Entries to settle" in page and "Entries to settle" in wing.director.page("/separation")
    row = page.split("/custody/separation/conflicts/")[1].split('"')[0]
    answer = wing.director.send(
        way(file, f"/conflicts/{row}"), outcome="replaced", why="the nurse was there"
    )
    assert answer.status_code == 302, shown(answer)
    assert "Settle it" not in wing.director.page(way(file))
