"""The papers of a stay: what no order and no sentence may say, whatever chance draws."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from throughcare.casework.custody.models import Sentence
from throughcare.casework.custody.terms import Status
from throughcare.demo.custody.course import Course
from throughcare.demo.custody.orders import Docket
from throughcare.demo.custody.papers import papers
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.times import Held

from .made import AT, tiny

DAY = timedelta(days=1)


class Lowest(Random):
    """Chance that draws the lowest share each time: whoever can be held too long is."""

    def random(self) -> float:
        return 0.0


def sentences(held_days: int, tried_days_ago: int) -> list[Sentence]:
    source = Lowest(1)
    pen = Pen(UUID(int=1), Random(1))
    admitted = AT - held_days * DAY
    course = Course([Held(admitted, None)], Status.SENTENCED, AT - tried_days_ago * DAY)
    papers(Docket(pen, source, tiny().visitors[0], "town"), course, "", on=AT)
    return [one.row for one in pen.rows() if isinstance(one.row, Sentence)]


@pytest.mark.parametrize(
    ("held", "tried"), [(2, 2), (12, 12), (13, 13), (14, 2), (400, 3), (400, 90)]
)
def test_nobody_is_sentenced_to_less_than_a_day(held: int, tried: int) -> None:
    for one in sentences(held, tried):
        assert one.days >= 0
        assert one.years + one.months + one.days > 0
