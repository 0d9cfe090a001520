"""A tool: each item apart, and the mean over its items with the range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.casework.assessment.reliability.made import item, noisy
from throughcare.casework.assessment.reliability import (
    Agreement,
    BadRatings,
    Coefficient,
    Interval,
    ItemRatings,
    Name,
    RawTable,
    TooFewCases,
    ToolAgreement,
    agreement_on,
    agreement_on_tool,
    nominal,
)


def items(cases: int = 40) -> list[ItemRatings]:
    return [
        item(noisy(cases, slips=slips, seed=seed), name=f"item {seed}")
        for seed, slips in enumerate((0.1, 0.5, 0.3), start=1)
    ]


@pytest.fixture(scope="module")
def said() -> ToolAgreement:
    return agreement_on_tool(items())


def test_each_item_is_as_the_desk_says_it_alone(said: ToolAgreement) -> None:
    assert list(said.items) == [agreement_on(one) for one in items()]


def test_the_mean_and_the_range_are_over_items(said: ToolAgreement) -> None:
    values = []
    for one in said.items:
        assert isinstance(one, Agreement)
        found = one.coefficients[Name.WEIGHTED_KAPPA]
        assert isinstance(found, Coefficient)
        values.append(found.value)
    over = said.over_items[Name.WEIGHTED_KAPPA]
    assert over.mean == pytest.approx(sum(values) / 3)
    assert (over.lowest, over.highest, over.items) == (min(values), max(values), 3)
    assert over.cases == 40


def test_the_mean_has_an_interval_that_narrows_with_more_cases(said: ToolAgreement) -> None:
    quadrupled = [
        replace(
            one,
            ratings=tuple(
                replace(rating, case=f"{rating.case}-{copy}")
                for rating in one.ratings
                for copy in range(4)
            ),
        )
        for one in items()
    ]
    for name, more in agreement_on_tool(quadrupled).over_items.items():
        few = said.over_items[name]
        assert isinstance(few.interval, Interval)
        assert isinstance(more.interval, Interval)
        assert few.interval.low < few.mean < few.interval.high
        narrow, wide = (one.interval.high - one.interval.low for one in (more, few))
        assert narrow == pytest.approx(wide / 2, rel=0.25)


def _ends(said: ToolAgreement) -> tuple[float, float]:
    interval = said.over_items[Name.GWET_AC2].interval
    assert isinstance(interval, Interval)
    return interval.low, interval.high


def test_items_of_one_case_are_drawn_together() -> None:
    """The same item three times says no more than once: the interval does not narrow."""
    rows = noisy(40, slips=0.4)
    thrice = agreement_on_tool([item(rows, name=name) for name in "abc"])
    once = agreement_on_tool([item(rows, name="a")])
    assert _ends(thrice) == pytest.approx(_ends(once))


def test_items_need_not_have_the_same_cases() -> None:
    rows: list[list[str | None]] = noisy(60, slips=0.3)
    early = item([*rows[:40], *[[None, None]] * 20], name="early")
    late = item([*[[None, None]] * 20, *rows[20:]], name="late")
    over = agreement_on_tool([early, late]).over_items[Name.GWET_AC2]
    apart = [agreement_on_tool([one]).over_items[Name.GWET_AC2].mean for one in (early, late)]
    assert over.mean == pytest.approx(sum(apart) / 2)
    assert isinstance(over.interval, Interval)
    assert over.interval.low < over.mean < over.interval.high
    assert (over.items, over.cases) == (2, 40)


def test_an_item_with_too_few_cases_is_in_no_mean() -> None:
    short = item(noisy(29), name="short")
    said = agreement_on_tool([item(noisy(40), name="long"), short])
    assert isinstance(said.items[1], RawTable)
    assert {over.items for over in said.over_items.values()} == {1}


def test_a_tool_with_too_few_cases_has_no_coefficient_at_all() -> None:
    assert agreement_on_tool(items(29)).over_items == {}


def test_no_mean_can_be_made_of_too_few_cases_even_by_hand(said: ToolAgreement) -> None:
    with pytest.raises(TooFewCases):
        replace(said.over_items[Name.GWET_AC2], cases=29)


def test_kinds_and_steps_are_not_averaged_together() -> None:
    rows = noisy(40)
    said = agreement_on_tool([item(rows, name="steps"), item(rows, nominal("012"), name="kinds")])
    assert said.over_items[Name.WEIGHTED_KAPPA].items == 1
    assert said.over_items[Name.COHEN_KAPPA].items == 1


def test_the_names_of_cases_change_nothing(said: ToolAgreement) -> None:
    renamed = [
        replace(
            one, ratings=tuple(replace(rating, case=rating.case[::-1]) for rating in one.ratings)
        )
        for one in items()
    ]
    assert _ends(agreement_on_tool(renamed)) == pytest.approx(_ends(said))


def test_items_of_several_tools_no_items_and_an_item_twice_are_refused() -> None:
    one, other = item(noisy(3), name="a"), item(noisy(3), name="b", tool="another")
    for given, words in (([one, other], "one tool"), ([], "one tool"), ([one, one], "twice")):
        with pytest.raises(BadRatings, match=words):
            agreement_on_tool(given)
