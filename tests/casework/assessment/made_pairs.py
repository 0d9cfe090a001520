"""Many assessments that two raters finished, as rows: only what the reliability desk counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account
from throughcare.casework.assessment.models import Assessment, Rating
from throughcare.casework.assessment.tools import tool
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.models import Person

GENERIC = "tc-generic"
FIRST, SECOND = 961, 962
SECRET = "Zhanat of the third landing"


def rated_by_two(
    pairs: Sequence[tuple[str, str]], *, item: str = "C1", raters: tuple[int, int] = (FIRST, SECOND)
) -> list[UUID]:
    """One case for each pair of codes on one item, compared and not yet approved."""
    for number in raters:
        Account.objects.get_or_create(pk=number, defaults={"name": f"rater {number}"})
    see_all_rows("PSY", "PLN")
    made = [_case(pair, item, raters) for pair in pairs]
    see_no_rows()
    return made


def _case(pair: tuple[str, str], item: str, raters: tuple[int, int]) -> UUID:
    at = timezone.now() - timedelta(hours=1)
    person = Person.objects.create(id=fresh_id(at), held_at="north", opened_at=at, opened_by="2")
    first, second = (str(one) for one in raters)
    generic = tool(GENERIC)
    said: dict[str, Any] = {
        "person_id": person.id, "purpose": "plan", "extent": "needs", "legal_basis": SECRET,
        "tool": generic.id, "tool_version": generic.version, "tool_language": "en",
        "tool_digest": generic.digest, "assessed_by": first, "begun_at": at, "second_by": second,
        "needs_second": True,
    }  # fmt: skip
    row = Assessment.objects.create(
        id=fresh_id(at), state="preparing", recorded_at=at, recorded_by=first, **said
    )
    for rater, code in zip((first, second), pair, strict=True):
        Rating.objects.create(
            id=fresh_id(at), person_id=person.id, assessment_id=row.first, recorded_at=at,
            recorded_by=rater, rater=rater, item=item, code=code, evidence=SECRET,
        )  # fmt: skip
    done: dict[str, Any] = {
        **said, "took_part": "declined", "shared": SECRET, "strengths": "s", "gaps": "g",
        "confidence": "low", "rated_at": at,
    }  # fmt: skip
    rated = _next(row, at, state="rated", recorded_by=first, **done)
    _next(rated, at, state="compared", recorded_by=second, second_at=at, **done)
    return row.first


def _next(row: Assessment, at: datetime, **said: Any) -> Assessment:
    Assessment.objects.filter(id=row.id).update(stood_until=at)
    return Assessment.objects.create(
        id=fresh_id(at), first=row.first, replaces=row, recorded_at=at, **said
    )


def mixed(cases: int) -> list[tuple[str, str]]:
    """Mostly alike, and differing at times: eight of every ten cases."""
    alike = [("0", "0"), ("1", "1"), ("2", "2"), ("1", "1"), ("0", "0")]
    differ = [("0", "1"), ("1", "2"), ("1", "0"), ("2", "1")]
    return [
        differ[number // 5 % 4] if number % 5 == 4 else alike[number % 5] for number in range(cases)
    ]
