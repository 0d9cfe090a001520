"""Which monitored rules answer something in this database, and what each of the others waits for.

Of everybody at once and as the owner of the tables: for whoever installs and checks a service. No
person is named and nobody is counted, only answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from standards.findings import Status
from throughcare.duties.models import KeptFinding
from throughcare.duties.rules import covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How often a rule gave each answer, and which records and fields no room keeps for it.

    No answer and nothing missing: the records are kept, and nobody there was in that case.
    """

    rule: str
    given: Mapping[str, int]
    missing: Sequence[str]

    @property
    def is_known(self) -> bool:
        """Whether anything other than *unknown* came out."""
        return any(status != Status.UNKNOWN for status in self.given)


def answers_now(day: date) -> list[Answer]:
    """Every monitored rule in the order of the rulebook, with what it answered so far."""
    counted = KeptFinding.objects.values_list("rule", "status").annotate(Count("id"))
    given: dict[str, dict[str, int]] = {}
    for rule, status, count in counted.order_by("rule", "status"):
        given.setdefault(rule, {})[status] = count
    return [
        Answer(rule=one.rule, given=given.get(one.rule, {}), missing=tuple(one.missing))
        for one in covered(day)
    ]
