"""Is a count in proportion to another at all times?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, check, event, place, placed, spell

CELL = "E1/P1/U1/C1"
SPACE = check("within_ratio", per="cell", count="floor_area_m2", of="occupants", min=3.4)
SINGLE = check(
    "within_ratio", per="cell", count="persons_in_single_cell_at_night", of="one_per_cell", max=1,
    min_length="P1D", exempt_if="overcrowding_order",
)  # fmt: skip
UNTRIED = check(
    "within_ratio", per="cell", count="untried_persons_in_cell_at_night", of="one_per_cell", max=1
)
FULL = check(
    "within_ratio", per="establishment", count="persons_held", of="certified_capacity", max=1.0
)
LEAST = check(
    "within_ratio", per="establishment", count="persons_held", of="certified_capacity", min=0.5
)
CLOSED = check(
    "within_ratio", per="closed_establishment", count="sentenced_persons_held", of="one", max=1
)


def here(since: str, until: str | None = None, who: str = "A", **more: object) -> object:
    return placed(CELL, since, until, who, **more)


A, B = here("06-01 08:00", "06-10 08:00"), here("06-01 08:00", "06-10 08:00", "B")
C = here("06-03 12:00", "06-04 12:00", "C")


@pytest.mark.parametrize(
    ("area", "answers"),
    [
        (10.2, []),
        (10.19, [f"breached 06-03 12:00 to 06-04 12:00 of {CELL}"]),
        (6.8, [f"breached 06-03 12:00 to 06-04 12:00 of {CELL}"]),
        (6.7, [f"breached 06-01 08:00 to 06-10 08:00 of {CELL}"]),
    ],
)
def test_space_for_each_person(area: float, answers: list[str]) -> None:
    cell = place(CELL, floor_area_m2=area)
    assert ask(SPACE, A, B, C, as_of="06-20 09:00", places=[cell]) == answers


def test_without_a_measure_nothing_is_said() -> None:
    assert ask(SPACE, A, B, C, as_of="06-20 09:00") == []
    assert ask(SPACE, A, B, C, as_of="06-20 09:00", places=[place(CELL)]) == []
    assert ask(FULL, A, as_of="06-20 09:00", places=[place("E1")]) == []


@pytest.mark.parametrize(
    ("until", "answers"),
    [
        ("06-03 07:59", []),
        ("06-03 08:00", []),
        ("06-03 08:01", [f"breached 06-02 08:00 to 06-03 08:01 of {CELL}"]),
    ],
)
def test_two_in_a_single_cell_for_a_day_and_a_minute(until: str, answers: list[str]) -> None:
    second = here("06-02 08:00", until, "B")
    assert ask(SINGLE, A, second, as_of="06-20 09:00") == answers


@pytest.mark.parametrize(
    ("now", "answers"),
    [
        ("06-02 08:00", []),
        ("06-03 08:00", []),
        ("06-03 08:01", [f"breached 06-02 08:00 to now on of {CELL}"]),
    ],
)
def test_two_in_a_single_cell_now(now: str, answers: list[str]) -> None:
    assert ask(SINGLE, here("06-01 08:00"), here("06-02 08:00", who="B"), as_of=now) == answers


def test_the_length_is_counted_in_the_zone_of_the_place() -> None:
    rome = place("E1", zone=ROME)
    pair = [here("03-28 21:00", "03-29 20:30"), here("03-28 21:00", "03-29 20:30", "B")]
    assert ask(SINGLE, *pair, as_of="04-20 09:00", places=[rome]) == [
        f"breached 03-28 21:00 to 03-29 20:30 of {CELL}"
    ]
    assert ask(SINGLE, *pair, as_of="04-20 09:00") == []


@pytest.mark.parametrize(("capacity", "is_single"), [(0.0, True), (1.0, True), (2.0, False)])
def test_a_room_built_for_more_than_one_is_no_single_cell(capacity: float, is_single: bool) -> None:
    cell = place(CELL, design_capacity=capacity)
    assert bool(ask(SINGLE, A, B, as_of="06-20 09:00", places=[cell])) is is_single
    other = place(CELL, floor_area_m2=10)
    assert len(ask(SINGLE, A, B, as_of="06-20 09:00", places=[other])) == 1


def test_an_order_for_the_place_takes_its_time_out() -> None:
    order = spell("overcrowding_order", "06-01 08:00", "06-04 08:00", who=None, place=CELL)
    elsewhere = spell("overcrowding_order", "06-01 08:00", who=None, place="E1/P1/U1/C2")
    assert ask(SINGLE, A, B, order, elsewhere, as_of="06-20 09:00") == [
        f"breached 06-04 08:00 to 06-10 08:00 of {CELL}"
    ]


def test_one_person_written_twice_is_one() -> None:
    again = here("06-05 08:00", "06-12 08:00")
    now = check("within_ratio", per="cell", count="persons_held", of="one_per_cell", max=1)
    assert ask(now, A, again, as_of="06-20 09:00") == []
    late = here("06-11 08:00", "06-12 08:00", "B")
    assert ask(now, A, again, late, as_of="06-20 09:00") == [
        f"breached 06-11 08:00 to 06-12 08:00 of {CELL}"
    ]


def test_one_leaves_as_the_other_comes() -> None:
    now = check("within_ratio", per="cell", count="persons_held", of="one_per_cell", max=1)
    assert ask(now, A, here("06-10 08:00", "06-12 08:00", "B"), as_of="06-20 09:00") == []
    assert ask(now, A, here("06-10 07:59", "06-12 08:00", "B"), as_of="06-20 09:00") == [
        f"breached 06-10 07:59 to 06-10 08:00 of {CELL}"
    ]


def test_a_prison_is_counted_over_all_its_cells_and_each_prison_alone() -> None:
    other = [
        placed("E1/P2/U9/C9", "06-05 08:00", None, "D"),
        placed("E2/P1", "06-01 08:00", who="F"),
    ]
    places = [place("E1", certified_capacity=2), place("E2", certified_capacity=2)]
    assert ask(FULL, A, B, *other, as_of="06-20 09:00", places=places) == [
        "breached 06-05 08:00 to 06-10 08:00 of E1"
    ]
    assert ask(FULL, A, B, C, *other, as_of="06-20 09:00", places=places) == [
        "breached 06-03 12:00 to 06-04 12:00 of E1",
        "breached 06-05 08:00 to 06-10 08:00 of E1",
    ]


def test_a_capacity_of_zero_breaks_a_maximum_while_somebody_is_there() -> None:
    none = place("E1", certified_capacity=0)
    assert ask(FULL, A, as_of="06-20 09:00", places=[none]) == [
        "breached 06-01 08:00 to 06-10 08:00 of E1"
    ]
    assert ask(LEAST, A, as_of="06-20 09:00", places=[none]) == []


def test_a_minimum_is_broken_below_it_while_somebody_is_there() -> None:
    four = place("E1", certified_capacity=4)
    assert ask(LEAST, A, B, as_of="06-20 09:00", places=[four]) == []
    pair = [here("06-01 08:00", "06-05 08:00"), here("06-02 08:00", "06-03 08:00", "B")]
    assert ask(LEAST, *pair, as_of="06-20 09:00", places=[four]) == [
        "breached 06-01 08:00 to 06-02 08:00 of E1",
        "breached 06-03 08:00 to 06-05 08:00 of E1",
    ]


@pytest.mark.parametrize(("closed", "judged"), [(True, True), (False, False), (None, False)])
def test_only_a_prison_recorded_as_closed_is_judged(closed: bool | None, judged: bool) -> None:
    sentenced = [spell("sentenced", "01-01 00:00"), spell("sentenced", "06-03 08:00", who="B")]
    node = place("E1", closed=closed)
    answers = ["breached 06-03 08:00 to 06-10 08:00 of E1"] if judged else []
    assert ask(CLOSED, A, B, C, *sentenced, as_of="06-20 09:00", places=[node]) == answers
    assert ask(CLOSED, A, B, C, *sentenced, as_of="06-20 09:00") == []


def test_closed_matters_to_that_rule_only() -> None:
    node = place("E1", closed=False, certified_capacity=1)
    assert ask(FULL, A, B, as_of="06-20 09:00", places=[node]) == [
        "breached 06-01 08:00 to 06-10 08:00 of E1"
    ]


def test_everybody_counts_beside_an_untried_person() -> None:
    untried = spell("untried", "05-01 00:00", "06-03 15:00")
    both = spell("untried", "06-02 00:00", "06-04 00:00", who="B")
    assert ask(UNTRIED, A, B, as_of="06-20 09:00") == []
    assert ask(UNTRIED, A, untried, as_of="06-20 09:00") == []
    assert ask(UNTRIED, A, B, untried, as_of="06-20 09:00") == [
        f"breached 06-01 08:00 to 06-03 15:00 of {CELL}"
    ]
    assert ask(UNTRIED, A, B, untried, both, as_of="06-20 09:00") == [
        f"breached 06-01 08:00 to 06-04 00:00 of {CELL}"
    ]


def test_an_inferred_end_is_told_where_nothing_written_ends_there() -> None:
    now = check("within_ratio", per="cell", count="persons_held", of="one_per_cell", max=1)
    moved = [here("06-02 08:00", who="B"), placed("E1/P1/U1/C2", "06-03 08:00", None, "B")]
    assert ask(now, A, *moved, as_of="06-20 09:00") == [
        f"breached 06-02 08:00 to 06-03 08:00 [inferred_end] of {CELL}"
    ]
    until = here("06-01 08:00", "06-03 08:00")
    assert ask(now, until, *moved, as_of="06-20 09:00") == [
        f"breached 06-02 08:00 to 06-03 08:00 of {CELL}"
    ]
    arriving = here("06-03 08:00", "06-04 08:00", "C")
    released = event("release", "06-03 08:00")
    open_a = here("06-01 08:00")
    assert ask(now, open_a, released, *moved, arriving, as_of="06-20 09:00") == [
        f"breached 06-02 08:00 to 06-03 08:00 [inferred_end] of {CELL}"
    ]
    assert ask(now, open_a, here("06-02 08:00", who="B"), as_of="06-20 09:00") == [
        f"breached 06-02 08:00 to now on of {CELL}"
    ]


def test_with_too_few_the_end_is_an_arrival() -> None:
    four = place("E1", certified_capacity=4)
    records = [here("06-01 08:00"), here("06-03 08:00", who="B")]
    assert ask(LEAST, *records, as_of="06-20 09:00", places=[four]) == [
        "breached 06-01 08:00 to 06-03 08:00 of E1"
    ]


def test_the_answer_names_the_placements_of_that_time() -> None:
    now = check("within_ratio", per="cell", count="persons_held", of="one_per_cell", max=1)
    records = [
        here("06-01 08:00", "06-02 08:00", "Z", id="before"),
        here("06-01 08:00", "06-10 08:00", id="one"),
        here("06-03 08:00", "06-04 08:00", "B", id="two"),
        here("06-04 08:00", "06-05 08:00", "C", id="three"),
        here("06-05 08:00", "06-06 08:00", "Y", id="after"),
    ]
    assert because(now, *records[1:4], as_of="06-20 09:00") == [
        ("breached", "06-03 08:00", "one, two, three")
    ]
    assert because(now, records[1], records[2], records[4], as_of="06-20 09:00") == [
        ("breached", "06-03 08:00", "one, two"),
        ("breached", "06-05 08:00", "one, after"),
    ]


def test_only_those_who_were_there_during_the_breach_are_named() -> None:
    """1.5 m2 each while they are four; who left as it began or came as it ended is not named."""
    people = [
        placed(CELL, "06-01 08:00", "06-10 08:00", "A", id="a"),
        placed(CELL, "06-01 08:00", "06-10 08:00", "B", id="b"),
        placed(CELL, "06-03 08:00", "06-04 08:00", "C", id="c"),
        placed(CELL, "06-03 08:00", "06-04 08:00", "D", id="d"),
        placed(CELL, "06-02 08:00", "06-03 08:00", "E", id="left as it began"),
        placed(CELL, "06-04 08:00", "06-05 08:00", "F", id="came as it ended"),
    ]
    tight = check("within_ratio", per="cell", count="floor_area_m2", of="occupants", min=1.6)
    places = [place(CELL, floor_area_m2=6)]
    assert because(tight, *people, as_of="06-20 09:00", places=places) == [
        ("breached", "06-03 08:00", "a, b, c, d")
    ]
