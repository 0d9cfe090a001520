"""Somebody was assessed and told of it: the words that may be read, and those that may not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.assessment.made import Staff, this_minute
from tests.web.people.made import Somebody
from tests.web.safety.made import DAY
from throughcare.access.models import Account
from throughcare.access.terms import Role

SUMMARY, COMMENT = "Quarrels began over a loan.", "The debt is paid."
DECIDED_BY, WHY = "the director, decision 14", "somebody may be hurt"
# What nobody decided to let the person read.
WITHHELD = "Cellmate Zhanat told it"


def told(staff: Staff, **more: Any) -> str:
    """Assessed, approved and told of it, a part kept back. Gives the address of the report."""
    staff.assessed()
    first = f"/{staff.assessment()}"
    staff.sent(staff.approver, f"{first}/approve", why="complete and fair")
    tell(staff, first, **more)
    return staff.at(f"{first}/report")


def tell(staff: Staff, first: str, **more: Any) -> None:
    """The psychologist writes down what the person was told, by the form."""
    said = {
        "told_at": this_minute(), "language": "ru", "how": "both", "summary": SUMMARY,
        "comment": COMMENT, "withheld": WITHHELD, "withheld_why": WHY, "withheld_by": DECIDED_BY,
        "withheld_review": review_day(staff),
    }  # fmt: skip
    staff.sent(staff.psychologist, f"{first}/disclose", **{**said, **more})


NOTHING_KEPT_BACK = dict.fromkeys(
    ("withheld", "withheld_why", "withheld_by", "withheld_review"), ""
)  # fmt: skip


def review_day(staff: Staff) -> str:
    """When what is kept back is looked at again, as it is typed."""
    return (staff.now + 60 * DAY).date().isoformat()


def the_prisoner(staff: Staff) -> Somebody:
    """The person, with an own account."""
    me = Somebody(Role.PRISONER, name="bolat")
    Account.objects.filter(pk=me.account.pk).update(person=staff.file.id)
    return me


def printed(by: Somebody, way: str) -> bytes:
    """The paper as it goes to the printer."""
    answer = by.client.get(way)
    assert answer.status_code == 200, way
    assert answer["Content-Type"] == "application/pdf"
    made: bytes = answer.content
    return made


def words_of(made: bytes) -> str:
    """The words of a PDF on one line: what a reader, and a search, finds in it."""
    with pytest.importorskip("pypdfium2").PdfDocument(made) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())
