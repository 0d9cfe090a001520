"""No total of ratings is to be found anywhere: not on a page, by the interface, in a list or a log.

Two assessments that differ in every rating are made one after the other, from the same beginning.
What anybody can read of them afterwards is the same, but for the words of a rating where they stand
in a sentence: so nothing that counts, adds up or ranks them can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import unified_diff

import pytest
from django.db import transaction

from tests.api.made import machine_of
from tests.casework.assessment.made_assessment import GENERIC
from tests.web.assessment.made import Staff
from tests.web.assessment.told import tell, the_prisoner
from tests.web.people.made import Somebody, shown
from throughcare.casework.assessment.assess_terms import Extent
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.tools import scales_of, tool

pytestmark = pytest.mark.django_db
PAGES = (
    "/people/{0}", "/people/{0}/custody", "/people/{0}/custody/judgement", "/people/{0}/duties",
    "/people/{0}/timeline", "/people/{0}/history", "/people", "/people/export", "/judgements",
    "/morning", "/rules/vep-01",
)  # fmt: skip
CALLS = ("/people/{0}", "/people/{0}/duties", "/people/export", "/people", "/people/{0}/measures")
# What differs at each reading by itself: keys, names of rows, days and hours.
_OWN = re.compile(
    r'(value|nonce|content)="[A-Za-z0-9_:.-]{20,}"|[0-9a-f]{8}-[0-9a-f-]{27}'
    r'|(x|width)="[\d.]+%"'  # where on the line of time something stands
    r"|T\d\d%3A\d\d%3A[\d.]+Z|[0-9a-f]{32,}|\d\d:\d\d(:\d\d(\.\d+)?)?|\d{4}-\d\d-\d\d"
)
_COUNTS = re.compile(r"\b(scores?|ranks?|ranking|percentile|probability|points|out of \d+)\b", re.I)


class _Undo(Exception):
    """Everything that was written in between is taken back."""


@contextmanager
def undone() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


class Rates(Staff):
    """The same people, who give every item the same rating."""

    place = 0

    def rated(self, by: Somebody, **codes: str) -> None:
        generic = tool(GENERIC)
        asked = scales_of(generic, domains_of(generic, Extent.NEEDS))
        chosen = {item: scale.ratings[self.place].code for item, scale in asked.items()}
        super().rated(by, **{**chosen, **codes})


def labels() -> re.Pattern[str]:
    """The words of every rating, with the code where it stands before them."""
    asked = scales_of(tool(GENERIC), domains_of(tool(GENERIC), Extent.FULL))
    words = {str(one.label) for scale in asked.values() for one in scale.ratings}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(\b(NI|NA|\d)\s+)?({listed})")


def seen(staff: Staff, place: int, caplog: pytest.LogCaptureFixture) -> dict[str, str]:
    """Everything that can be read after an assessment with this rating, without its own words."""
    found: dict[str, str] = {}
    staff.place = place  # type: ignore[attr-defined]
    caplog.clear()
    with undone():
        staff.assessed()
        first = f"/{staff.assessment()}"
        staff.sent(staff.approver, f"{first}/approve", why="complete and fair")
        tell(staff, first)
        readers = {
            "psychologist": staff.psychologist, "second rater": staff.rater,
            "case manager": staff.manager, "director": staff.director, "teacher": staff.teacher,
            "prisoner": the_prisoner(staff),
        }  # fmt: skip
        for who, reader in readers.items():
            machine = machine_of(reader.viewer)
            for page in PAGES:
                answer = reader.client.get(page.format(staff.file.id))
                found[f"{who} {page}"] = f"{answer.status_code} {_words(shown(answer))}"
            for call in CALLS:
                said = machine.get(call.format(staff.file.id), why="check")
                found[f"{who} api {call}"] = f"{said.status} {_words(str(said.body))}"
    found["log"] = _words(caplog.text)
    return found


def _words(text: str) -> str:
    return labels().sub("RATED", _OWN.sub("", text))


def test_nothing_that_can_be_read_counts_or_adds_up_ratings(
    db: None, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = Rates()
    low, high = seen(staff, 0, caplog), seen(staff, 1, caplog)
    assert low.keys() == high.keys()
    for where, was in low.items():
        assert was == high[where], (
            where,
            [*unified_diff(was.split(), high[where].split(), n=1)][:30],
        )
        assert not _COUNTS.search(was), (where, _COUNTS.search(was))
