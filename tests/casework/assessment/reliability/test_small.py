"""What is small is hidden, and so much beside it that nobody can work it out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.casework.assessment.reliability.made import item, noisy
from throughcare.casework.assessment.reliability import (
    Agreement,
    CrossTable,
    Name,
    Undefined,
    Why,
    agreement_on,
)
from throughcare.casework.assessment.reliability.published import PublishedItem, published_item
from throughcare.casework.assessment.reliability.small import few, hidden_of, shown_or_none

FEWEST = 5
TABLES = st.lists(st.integers(0, 40), min_size=4, max_size=9).filter(lambda one: sum(one) >= FEWEST)


@given(TABLES)
def test_no_small_cell_is_shown_and_none_can_be_worked_out_from_the_whole(cells: list[int]) -> None:
    hidden = hidden_of(dict(enumerate(cells)), FEWEST)
    assert all(not few(cells[place], FEWEST) for place in set(range(len(cells))) - set(hidden))
    if hidden:
        assert len(hidden) > 1
        assert not few(sum(cells[place] for place in hidden), FEWEST)


@given(TABLES)
def test_a_table_without_small_cells_is_shown_whole(cells: list[int]) -> None:
    large = {place: count for place, count in enumerate(cells) if not few(count, FEWEST)}
    assert not hidden_of(large, FEWEST)


def test_none_at_all_and_just_enough_are_shown() -> None:
    assert [shown_or_none(count, FEWEST) for count in (0, 1, 4, 5)] == [0, None, None, 5]


def test_of_fewer_cases_than_may_be_shown_an_item_shows_nothing() -> None:
    seen = shown(FEWEST - 1)
    assert (seen.cases, seen.cells, seen.figures, seen.raters) == (None, (), (), None)


def test_below_the_least_number_of_cases_there_is_no_figure_and_no_share() -> None:
    assert shown(29).figures == () and shown(29).agreed is None
    assert len(shown(30).figures) == 5


@given(st.lists(st.integers(0, 12), min_size=9, max_size=9).filter(lambda one: sum(one) >= 30))
def test_where_the_share_that_agrees_is_shown_no_cell_can_be_worked_out_from_it(
    cells: list[int],
) -> None:
    rows = (cells[:3], cells[3:6], cells[6:])
    seen = published_item(agreement(CrossTable(tuple("012"), tuple(map(tuple, rows)))), FEWEST)
    alike = sum(row[place] for place, row in enumerate(rows))
    if few(alike, FEWEST) or few(sum(cells) - alike, FEWEST):
        assert seen.agreed is None
        return
    assert seen.agreed is not None
    for same in (True, False):
        kept_back = [
            rows[row][column]
            for row, shown in enumerate(seen.cells) for column, cell in enumerate(shown)
            if cell is None and (row == column) is same
        ]  # fmt: skip
        assert not kept_back or (len(kept_back) > 1 and not few(sum(kept_back), FEWEST))


def agreement(table: CrossTable) -> Agreement:
    """Of so many cases as the table has, with a coefficient that nobody needs here."""
    counts = replace(agreement_on(item(noisy(6))).counts, cases=table.pairs)
    return Agreement("item", counts, table, {Name.GWET_AC2: Undefined(Why.NO_SPREAD)})


def test_where_few_differ_the_share_is_hidden() -> None:
    rows: list[list[str | None]] = [["0", "0"], ["1", "1"], ["2", "2"]] * 12
    said = agreement_on(item([*rows, ["0", "2"]]))
    seen = published_item(said, FEWEST)
    assert seen.figures and seen.agreed is None
    assert seen.cells[0][2] is None


def shown(cases: int) -> PublishedItem:
    """What may be seen of so many double-rated cases."""
    return published_item(agreement_on(item(noisy(cases))), FEWEST)
