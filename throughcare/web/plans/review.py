"""The form of a review: for each goal of the plan in force how it goes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.casework.plans.actions import Went, review_plan
from throughcare.casework.plans.queries import latest_review, plans_of
from throughcare.casework.plans.terms import Moved, PlanState
from throughcare.web.custody.deeds import Sent, Stands
from throughcare.web.custody.fields import as_ordered, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group, dress
from throughcare.web.request import Request

_MOVED: Final = "moved_"
_WORDS: Final = "words_"


class ReviewForm(TimedForm):
    """One row for each goal; what is new, or openly that nothing is; the next day."""

    def __init__(self, *typed: Any, goals: Sequence[tuple[UUID, str]], **named: Any) -> None:
        super().__init__(*typed, **named)
        for first, words in goals:
            said = format_html("<bdi>{}</bdi>", words)  # the person's own, in any language
            self.fields[f"{_MOVED}{first}"] = one_of(said, Moved)
            self.fields[f"{_WORDS}{first}"] = sentence(
                _("How it goes, in words"), rows=2, hint=said
            )
        self.fields["changed"] = sentence(_("What is new"), required=False, rows=2)
        self.fields["nothing_new"] = tick(_("Nothing is new: we looked, and nothing changed"))
        self.fields["review_at"] = Moment(label=_("When the plan is looked at again"))
        for field in self.fields.values():
            dress(field.widget)

    def groups(self) -> Iterator[Group]:
        """The fields in their order: which there are depends on the person."""
        yield from as_ordered(self)


def find(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The goals of the plan in force."""
    found = plans_of(request.viewer, file.id, at=request.at)
    plan = next((one for one in found.seen if one.row.first == row_id), None)
    if not found.may_write or plan is None or plan.row.state != PlanState.SIGNED:
        raise NotThere
    last = latest_review(request.viewer, file.id, at=request.at)
    return Stands(
        initial={"review_at": timezone.localtime(last)},
        more={"goals": [(one.row.first, one.row.words) for one in plan.goals if one.live]},
    )


def write(sent: Sent) -> object:
    """Send it."""
    firsts = [name.removeprefix(_MOVED) for name in sent.said if name.startswith(_MOVED)]
    return review_plan(
        **sent.when, plan_id=sent.row, **sent.words("changed", "nothing_new", "review_at"),
        progress=[
            Went(
                goal=UUID(one), moved=sent.said[f"{_MOVED}{one}"],
                words=sent.said[f"{_WORDS}{one}"],
            )
            for one in firsts
        ],
    )  # fmt: skip
