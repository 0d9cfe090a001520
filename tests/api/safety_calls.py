"""Each operation on separation, with a right call of it: who calls, what is there, what it leaves.

One table for all that is asked of every operation: that it leaves its entry, that it is refused to
each role that may not, that made-up input never breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from throughcare.access.question import Viewer

from .custody_calls import ago
from .made import DAY, MINUTE, Machine, Said
from .safety_made import (
    HOUR,
    deputy,
    director,
    grown,
    inspector,
    nurse,
    separated,
    whole_file,
    wing,
)

Ids = Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """A call. `needs`: the cell and the act of the matrix; `lists`: it is about no single person.

    In `body` a length of time stands for the moment so long before the call, and `{name}` for the
    row of that name.
    """

    event: str
    needs: str
    by: Callable[[], Viewer]
    way: str
    body: Mapping[str, Any] | None = None
    asked: Mapping[str, Any] | None = None
    there: Callable[[], Ids] = lambda: whole_file(grown())
    lists: bool = False

    def right(self, ids: Ids) -> dict[str, Any]:
        """The body of a right call."""
        return _filled(self.body or {}, ids)

    def call(self, machine: Machine, ids: Ids) -> Said:
        """The answer to the right call about what these ids name."""
        way = self.way.format(**ids)
        if self.body is None:
            return machine.get(way, **_filled(self.asked or {}, ids))
        return machine.post(way, self.right(ids))


def _filled(said: Any, ids: Ids) -> Any:
    if isinstance(said, timedelta):
        return ago(said)
    if isinstance(said, dict):
        return {key: _filled(one, ids) for key, one in said.items()}
    if isinstance(said, list):
        return [_filled(one, ids) for one in said]
    if said == "{new}":
        return str(uuid4())
    return said.format(**ids) if isinstance(said, str) else said


def free() -> Ids:
    """Somebody who is not separated."""
    return {"person": str(grown()), "establishment": "north"}


def apart() -> Ids:
    """Somebody separated, and no more."""
    person = grown()
    order = separated(person)
    return {
        "person": str(person), "separation": str(order.separation_id), "order": str(order.id),
        "establishment": "north",
    }  # fmt: skip


def of(make: Callable[[UUID], Any]) -> Callable[[], Ids]:
    """Somebody with this row."""

    def there() -> Ids:
        person = grown()
        row = make(person)
        return {"person": str(person), "case": str(row.id)}

    return there


ORDER: Final = {
    "ground": "security", "authority": "A. Director", "authority_role": "director",
    "legal_ground": "article 12", "reasons": "a fight", "alternatives_tried": "talks",
    "made_at": HOUR, "valid_from": HOUR, "end_at": -2 * DAY, "review_at": -DAY,
    "how_to_challenge": "", "told_at": None, "told_language": "", "told_how": None,
    "only_sentence_or_offence": False, "lawful_exception": "",
}  # fmt: skip
OUT: Final = {
    "person": "{person}", "entry": "out_of_cell", "key": "{new}", "since": 20 * HOUR,
    "until": 19 * HOUR, "kind": "", "answers": None, "said_at": None,
}  # fmt: skip
REVIEW: Final = {
    "reviewed_at": HOUR, "reviewer": "B. Judge", "reviewer_role": "judge", "independent": True,
    "outcome": "continue", "reasons": "r", "next_review_at": -DAY,
}  # fmt: skip
SPELL = "/people/{person}/separations/{separation}"

SEPARATION: Final[Mapping[str, Line]] = {
    "read_separations": Line(
        "read.separations", "DIS x", inspector, "/people/{person}/separations",
        asked={"why": "check"}, there=apart,
    ),
    "count_separation": Line(
        "read.separation_days", "DIS xa", wing, "/people/{person}/separation-count", there=apart
    ),
    "list_separated": Line(
        "read.separation_days", "DIS xa", wing, "/establishments/{establishment}/separated",
        there=apart, lists=True,
    ),
    "separate": Line(
        "safety.separation_ordered", "DIS a", director, "/people/{person}/separations",
        {"kind": "segregation_cell", "order": ORDER, "since": HOUR}, there=free,
    ),
    "continue_separation": Line(
        "safety.separation_continued", "DIS a", director, f"{SPELL}/orders", {"order": ORDER}
    ),
    "end_separation": Line(
        "safety.separation_ended", "DIS w", director, f"{SPELL}/end", {"until": MINUTE}
    ),
    "find_separation": Line(
        "safety.separation_found", "DIS a", director, "/people/{person}/found-separations",
        {"kind": "dark_cell", "since": 2 * DAY, "until": DAY, "found": "on a round",
         "orders": [ORDER]},
        there=free,
    ),
    "find_order": Line(
        "safety.separation_order_found", "DIS a", director, f"{SPELL}/found-orders",
        {"order": ORDER, "found": "in a drawer"},
    ),
    "correct_separation": Line(
        "safety.separation_corrected", "DIS w", director, f"{SPELL}/correction",
        {"kind": "own_cell", "since": 2 * DAY, "until": None, "why": "another cell"},
    ),
    "tell_of_order": Line(
        "safety.separation_order_told", "DIS w", director,
        "/people/{person}/separation-orders/{order}/telling",
        {"told_at": HOUR, "told_language": "ar", "told_how": "both", "how_to_challenge": "a judge"},
    ),
    "correct_order": Line(
        "safety.separation_order_corrected", "DIS w", director,
        "/people/{person}/separation-orders/{order}/correction",
        {"order": ORDER, "why": "misread"},
    ),
    "strike_out_safety_entry": Line(
        "safety.stood_until_now", "DIS w", director,
        "/people/{person}/safety-entries/{kind}/{entry}/striking-out", {"why": "of another"},
    ),
    "review_separation": Line(
        "safety.separation_reviewed", "DIS a", deputy, f"{SPELL}/reviews", REVIEW
    ),
    "plan_relief": Line(
        "safety.relief_planned", "DIS a", deputy, f"{SPELL}/relief",
        {"planned_at": HOUR, "measures": "a walk with others"},
    ),
    "advise_director": Line(
        "safety.advised_ease", "DIS a", nurse, "/people/{person}/advice",
        {"said_at": HOUR, "advice": "ease", "said_by": "N. Nurse", "measures": "light"},
    ),
    "answer_advice": Line(
        "safety.advice_answered", "DIS w", director, "/people/{person}/advice/{advice}/answer",
        {"decided_at": HOUR, "decision": "goes_on", "reasons": "a threat"},
    ),
    "read_separation_health": Line(
        "read.separation_health", "HLT r", nurse, "/people/{person}/separation-health",
        asked={"why": "check"},
    ),
    "state_health": Line(
        "safety.health_stated", "HLT a", nurse, "/people/{person}/health-states",
        {"kind": "pregnant", "since": DAY, "until": None},
    ),
    "end_health_state": Line(
        "safety.health_ended", "HLT w", nurse, "/people/{person}/health-states/{state}/end",
        {"until": HOUR},
    ),
    "give_opinion": Line(
        "safety.opinion_given", "HLT a", nurse, "/people/{person}/opinions",
        {"said_at": HOUR, "fitness": "no_objection", "said_by": "N. Nurse"},
    ),
    "say_mental_condition": Line(
        "safety.mental_condition_known", "HLT w", nurse, "/people/{person}/mental-conditions",
        {"since": HOUR},
    ),
    "end_mental_condition": Line(
        "safety.mental_condition_over", "HLT w", nurse, "/mental-conditions/{condition}/end",
        {"until": HOUR, "why": "healed"},
    ),
    "enter_day": Line(
        "safety.out_of_cell_entered", "DIS a", wing, "/separation-days", {"entries": [OUT]},
    ),
    "settle_conflict": Line(
        "safety.conflict_settled", "DIS w", director,
        "/people/{person}/separation-conflicts/{conflict}/settlement",
        {"outcome": "kept", "why": "both officers asked"},
    ),
    "read_separation_days": Line(
        "read.separation_day", "DIS r", inspector, "/people/{person}/separation-days",
        asked={"first": "2026-03-01", "last": "2026-03-03"},
    ),
    "list_health_requests": Line(
        "read.health_requests", "DIS xa", wing,
        "/establishments/{establishment}/health-requests", there=apart, lists=True,
    ),
}  # fmt: skip
