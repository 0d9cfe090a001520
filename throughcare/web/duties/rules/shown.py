"""A rule in the words of the page: its name, its number, how grave, how sure its words are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language, gettext_lazy

from standards.rulebook.coverage import Reach
from standards.rulebook.entry import Entry
from throughcare.duties.queries.by_rule import RuleState
from throughcare.duties.wording import title_of
from throughcare.web.duties.words import SEVERITIES, cited

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: Final[dict[str, StrOrPromise]] = {
    "monitored": gettext_lazy("checked against records"),
    "attested": gettext_lazy("asked of a person from time to time"),
    "principle": gettext_lazy("a principle"),
}
REACHES: Final[dict[str, StrOrPromise]] = {
    Reach.ANSWERED: gettext_lazy("answered"),
    Reach.PARTLY: gettext_lazy("answered in part"),
    Reach.NOT: gettext_lazy("not answered: records are missing"),
}
BROKEN, DUE, JUDGED, UNANSWERED = "broken", "due", "judged", "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A line of the list. `state` None: this viewer has no numbers, or nothing was judged."""

    id: str
    title: str
    cite: str
    kind: StrOrPromise
    severity: StrOrPromise
    confirmed: bool
    reach: StrOrPromise
    state: RuleState | None


def rule_shown(
    entry: Entry, reach: Reach | None, state: RuleState | None, *, numbers: bool = False
) -> ShownRule:
    """A rule, and how things stand under it where this viewer has numbers."""
    if numbers and state is None and reach in (Reach.ANSWERED, Reach.PARTLY):
        state = RuleState()
    return ShownRule(
        id=entry.id, title=title_of(entry.id, get_language() or "en"), cite=cited(entry),
        kind=KINDS[entry.kind], severity=SEVERITIES.get(entry.severity, ""),
        confirmed=entry.checked_on is not None, reach=REACHES[reach] if reach else "", state=state,
    )  # fmt: skip
