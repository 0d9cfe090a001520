"""Two acts that one person may not both do in one matter."""

from __future__ import annotations

import pytest

from throughcare.access.duties import incompatible
from throughcare.access.errors import BadMatrix

_PAIRS = [
    ("admit", "release"),
    ("rate", "second_rate"),
    ("order_separation", "review_separation"),
    ("write_intelligence", "decide_discipline"),
    ("request_access", "approve_access"),
    ("be_complained_of", "handle_complaint"),
    ("administer_accounts", "read_data"),
    ("break_glass", "confirm_break_glass"),
    ("break_glass", "review_break_glass"),
]


@pytest.mark.parametrize(("first", "second"), _PAIRS)
def test_whoever_does_the_first_leaves_the_second_to_another(first: str, second: str) -> None:
    assert incompatible(first, second)
    assert incompatible(second, first), "in whichever order"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("admit", "second_rate"),
        ("rate", "release"),
        ("confirm_break_glass", "review_break_glass"),
        ("admit", "admit"),
    ],
)
def test_acts_of_different_pairs_may_be_done_by_one_person(first: str, second: str) -> None:
    assert not incompatible(first, second)
    assert not incompatible(second, first)


@pytest.mark.parametrize("pair", [("admit", "relese"), ("relese", "admit")])
def test_an_act_that_the_list_does_not_know_is_an_error_and_not_a_no(pair: tuple[str, str]) -> None:
    with pytest.raises(BadMatrix, match="relese") as caught:
        incompatible(*pair)
    assert "duties.yaml" in str(caught.value)
