"""What is done about a status, about telling the person, and about contests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment import actions, queries
from throughcare.casework.people.queries import File
from throughcare.web.assessment import status_forms as forms
from throughcare.web.assessment.doing import SECTION
from throughcare.web.assessment.forms import LookForm, WhyForm
from throughcare.web.custody.deeds import Deed, Find, Sent, Stands
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_NAMES: Final = (
    "legal_basis", "evidence", "besides", "reasons", "owner_office", "review_at", "expires_at",
)  # fmt: skip


def _status(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.statuses_of(request.viewer, file.id, at=request.at)
    seen = next((one for one in found.seen if one.row.first == row_id), None)
    if seen is None:
        raise NotThere
    row = seen.row
    return Stands(
        beside=(
            (_("Which of the three"), row.get_kind_display()), (_("Evidence"), row.evidence),
            (_("Reasons"), row.reasons), (_("Since when"), moment_words(row.since)),
            (_("Until when"), moment_words(seen.ends_at)),
        )
    )  # fmt: skip


def _contest(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.statuses_of(request.viewer, file.id, at=request.at)
    said = [one for seen in found.seen for one in seen.contests if one.id == row_id]
    if not said:
        raise NotThere
    return Stands(beside=((_("What the person says"), said[0].words),))


def _contest_of_it(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.contests_of(request.viewer, file.id, at=request.at)
    said = next((one for one in found if one.id == row_id), None)
    if said is None:
        raise NotThere
    return Stands(beside=((_("What the person says"), said.words),))


def _propose(sent: Sent) -> object:
    return actions.propose_status(**sent.whose, **sent.words("kind", "since", *_NAMES))


def _confirm(sent: Sent) -> object:
    return actions.confirm_status(
        **sent.when, status_id=sent.row, confirm=sent.said["confirm"] == "yes",
        why=sent.said["why"],
    )  # fmt: skip


def _renew(sent: Sent) -> object:
    names = ("new_evidence", "besides", "reasons", "owner_office", "review_at", "expires_at")
    return actions.renew_status(**sent.when, status_id=sent.row, **sent.words(*names))


def _end(sent: Sent) -> object:
    return actions.end_status(**sent.when, status_id=sent.row, why=sent.said["why"])


def _tell(sent: Sent) -> object:
    names = ("told_at", "how", "language", "withheld_why", "withheld_until")
    return actions.tell_status(**sent.when, status_id=sent.row, **sent.words(*names))


def _contest_status(sent: Sent) -> object:
    names = ("words", "language", "contested_at")
    return actions.contest_status(**sent.when, status_id=sent.row, **sent.words(*names))


def _decide(sent: Sent) -> object:
    names = ("outcome", "reasons", "until")
    return actions.decide_contest(**sent.when, contest_id=sent.row, **sent.words(*names))


def _contest_assessment(sent: Sent) -> object:
    return actions.contest_assessment(
        **sent.whose, **sent.words("words", "language", "contested_at")
    )


def _look_again(sent: Sent) -> object:
    return actions.look_at_contest(
        **sent.when, contest_id=sent.row, **sent.words("outcome", "reasons")
    )


def _told(sent: Sent) -> object:
    said = sent.said
    kept = any(said[name] for name in ("withheld", "withheld_why", "withheld_by"))
    return actions.tell_assessment(
        **sent.when, assessment_id=sent.row, withheld=_withheld(sent) if kept else None,
        **sent.words("told_at", "language", "how", "summary", "comment"),
    )  # fmt: skip


def _withheld(sent: Sent) -> actions.Withheld:
    said = sent.said
    return actions.Withheld(
        what=said["withheld"], why=said["withheld_why"], decided_by=said["withheld_by"],
        review=said["withheld_review"] or date.min,
    )  # fmt: skip


_PROPOSE: Final = Deed(
    section=SECTION, title=gettext_lazy("Propose a status"),
    button=gettext_lazy("Save the proposal"), form=forms.ProposeForm, write=_propose,
    done="judged", code=Compartment.PLN,
    hint=gettext_lazy("It holds once a second person has agreed, and ends by itself."),
)  # fmt: skip


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object], find: Find,
) -> Deed:  # fmt: skip
    return replace(_PROPOSE, title=title, button=button, form=form, write=write, find=find, hint="")


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "status": _PROPOSE,
    "contest": replace(
        _PROPOSE, title=gettext_lazy("The person contests the assessment"),
        button=gettext_lazy("Save what the person says"), form=forms.ContestForm,
        write=_contest_assessment,
        hint=gettext_lazy("Somebody who had no hand in it looks at it again."),
    ),
}  # fmt: skip
OF_A_STATUS: Final[Mapping[str, Deed]] = {
    "confirm": _deed(
        gettext_lazy("Look at the proposed status"), gettext_lazy("Save what you say"), LookForm,
        _confirm, _status,
    ),
    "renew": _deed(
        gettext_lazy("Propose that the status goes on"), gettext_lazy("Save the proposal"),
        forms.RenewForm, _renew, _status,
    ),
    "end": _deed(
        gettext_lazy("End the status before its day"), gettext_lazy("End it"), WhyForm, _end,
        _status,
    ),
    "told": _deed(
        gettext_lazy("The person was told of the status"),
        gettext_lazy("Save how the person was told"), forms.TellForm, _tell, _status,
    ),
    "contested": _deed(
        gettext_lazy("The person contests the status"), gettext_lazy("Save what the person says"),
        forms.ContestForm, _contest_status, _status,
    ),
    "decide": _deed(
        gettext_lazy("Decide on what the person says"), gettext_lazy("Save the decision"),
        forms.DecideForm, _decide, _contest,
    ),
}  # fmt: skip
OF_A_CONTEST: Final[Mapping[str, Deed]] = {
    "look-again": replace(
        _PROPOSE, title=gettext_lazy("Look again at the assessment"),
        button=gettext_lazy("Save the decision"), form=forms.LookAgainForm, write=_look_again,
        find=_contest_of_it, hint="", act=Act.WRITE, code=Compartment.PSY,
    ),
    "disclose": replace(
        _PROPOSE, title=gettext_lazy("The person was told of the assessment"),
        button=gettext_lazy("Save what the person was told"), form=forms.ToldForm, write=_told,
        code=Compartment.PSY,
        hint=gettext_lazy("In plain words, within fourteen days. What is kept back is marked."),
    ),
}  # fmt: skip
