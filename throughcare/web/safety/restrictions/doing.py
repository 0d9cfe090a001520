"""What is done about restrictions: one deed for each form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.people.queries import File
from throughcare.casework.safety import actions, queries
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request
from throughcare.web.safety.restrictions import forms

_SECTION: Final = "restrictions"
_SAID: Final = (
    "kind", "scope", "ground", "legal_ground", "reasons", "facts", "measures", "authority",
    "authority_role", "since", "end_at",
)  # fmt: skip


def stands(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A restriction of this file. Raises NotThere."""
    found = queries.measures_of(request.viewer, file.id, at=request.at)
    row = next((one.row for one in found.restrictions if one.row.id == row_id), None)
    if row is None:
        raise NotThere
    until = moment_words(row.end_at) if row.end_at else ""
    return Stands(
        beside=(
            (_("How far it goes"), row.get_scope_display()), (_("Reasons"), row.reasons),
            (_("Since when"), moment_words(row.since)), (_("Until when"), until),
            (_("Who orders it"), row.authority),
        )
    )  # fmt: skip


def _order(sent: Sent) -> object:
    return actions.order_restriction(**sent.whose, **sent.words(*_SAID, "review_at"))


def _end(sent: Sent) -> object:
    return actions.end_restriction(
        **sent.when, restriction_id=sent.row, **sent.words("ended_at", "why")
    )


def _review(sent: Sent) -> object:
    return actions.review_restriction(
        **sent.when, restriction_id=sent.row,
        **sent.words("reviewed_at", "reviewer", "outcome", "reasons", "next_review_at"),
    )  # fmt: skip


def _tell(sent: Sent) -> object:
    return actions.tell_restriction(
        **sent.when, restriction_id=sent.row,
        **sent.words("told_at", "language", "how", "how_to_challenge"),
    )  # fmt: skip


def _find(sent: Sent) -> object:
    return actions.record_what_happened_restriction(
        **sent.whose, **sent.words(*_SAID, "ended_at", "found", "said_by")
    )


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "new": Deed(
        section=_SECTION, title=gettext_lazy("Order a restriction"),
        button=gettext_lazy("Save the restriction"), form=forms.OrderForm, write=_order,
        done="restricted",
        hint=gettext_lazy("All contact with the family is never barred (Rule 43)."),
    ),
    "found": Deed(
        section=_SECTION, title=gettext_lazy("A restriction that was found"),
        button=gettext_lazy("Save what was found"), form=forms.FoundForm, write=_find,
        done="as-it-was", act=Act.APPEND,
        hint=gettext_lazy("For what happened and could not have been ordered."),
    ),
}  # fmt: skip
OF_A_ROW: Final[Mapping[str, Deed]] = {
    "end": Deed(
        section=_SECTION, title=gettext_lazy("End the restriction before its day"),
        button=gettext_lazy("Save the end"), form=forms.EndForm, write=_end, find=stands,
        done="restriction-ended",
    ),
    "review": Deed(
        section=_SECTION, title=gettext_lazy("Review the restriction"),
        button=gettext_lazy("Save the review"), form=forms.ReviewForm, write=_review, find=stands,
        done="restriction-reviewed",
    ),
    "told": Deed(
        section=_SECTION, title=gettext_lazy("The person was told of the restriction"),
        button=gettext_lazy("Save how the person was told"), form=forms.ToldForm, write=_tell,
        find=stands, done="restriction-told",
    ),
}  # fmt: skip
