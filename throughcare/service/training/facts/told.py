"""All rows about whoever was ever posted at an establishment, as they lie in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from throughcare.service.training.models import Certificate, Posting, Supervision
from throughcare.service.training.queries.humans import first_accounts


@dataclass(slots=True)
class Told:
    """One human being: the first account, the postings here, and everything of anywhere else."""

    account: int
    postings: list[Posting] = field(default_factory=list)
    meetings: list[Supervision] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)


def told_at(establishment: str) -> Sequence[Told]:
    """Everybody with a posting at this establishment, by account; struck out rows among them."""
    rows = Posting.objects.filter(establishment=establishment)
    holders = list(rows.values_list("account__holder", flat=True).distinct())
    by_holder = {holder: Told(first) for holder, first in first_accounts(holders).items()}
    for posting in rows.select_related("account").order_by("id"):
        by_holder[posting.account.holder].postings.append(posting)
    theirs = {"account__holder__in": holders}
    for meeting in Supervision.objects.filter(**theirs).select_related("account").order_by("id"):
        by_holder[meeting.account.holder].meetings.append(meeting)
    for row in Certificate.objects.filter(**theirs).select_related("account").order_by("id"):
        by_holder[row.account.holder].certificates.append(row)
    return sorted(by_holder.values(), key=lambda one: one.account)
