"""What is done about sharing with other agencies: asked for, approved, handed over, told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Compartment
from throughcare.casework.assessment import actions, queries
from throughcare.casework.people.queries import File
from throughcare.web.assessment import sharing_forms as forms
from throughcare.web.assessment.doing import SECTION
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _sharing(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.sharings_of(request.viewer, file.id, at=request.at)
    seen = next((one for one in found if one.row.first == row_id), None)
    if seen is None or seen.withheld:
        raise NotThere
    row = seen.row
    return Stands(
        beside=(
            (_("Which agency asks for it"), row.recipient),
            (_("When it was asked for"), moment_words(row.requested_at)),
            (_("Legal basis"), row.legal_ground), (_("What it is for"), row.purpose),
            (_("What exactly is handed over"), row.content), (_("What was done"), row.besides),
        )
    )  # fmt: skip


def _propose(sent: Sent) -> object:
    names = ("recipient", "requested_at", "legal_ground", "purpose", "content", "besides")
    return actions.propose_sharing(**sent.whose, **sent.words(*names))


def _approve(sent: Sent) -> object:
    return actions.approve_sharing(
        **sent.when, sharing_id=sent.row, approve=sent.said["approve"] == "yes",
        why=sent.said["why"],
    )  # fmt: skip


def _give(sent: Sent) -> object:
    names = ("given_at", "receipt", "not_told_why", "not_told_until")
    return actions.give_sharing(**sent.when, sharing_id=sent.row, **sent.words(*names))


def _tell(sent: Sent) -> object:
    names = ("told_at", "how", "language", "not_told_why", "not_told_until")
    return actions.tell_sharing(**sent.when, sharing_id=sent.row, **sent.words(*names))


_PROPOSE: Final = Deed(
    section=SECTION, title=gettext_lazy("Propose to share with another agency"),
    button=gettext_lazy("Save the proposal"), form=forms.ShareForm, write=_propose, done="judged",
    code=Compartment.PLN,
    hint=gettext_lazy(
        "Health records, and what a psychologist, a lawyer or a chaplain was told in confidence, "
        "are never shared here, whoever asks."
    ),
)  # fmt: skip


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object],
) -> Deed:  # fmt: skip
    """Said again at each step, as each is a moment to stop."""
    return replace(_PROPOSE, title=title, button=button, form=form, write=write, find=_sharing)


OF_A_FILE: Final[Mapping[str, Deed]] = {"share": _PROPOSE}
OF_A_SHARING: Final[Mapping[str, Deed]] = {
    "may-go": _deed(
        gettext_lazy("Look at what another agency asks for"), gettext_lazy("Save what you say"),
        forms.ApproveForm, _approve,
    ),
    "handed-over": _deed(
        gettext_lazy("It was handed over"), gettext_lazy("Save the receipt"), forms.GiveForm,
        _give,
    ),
    "person-told": replace(
        _deed(
            gettext_lazy("The person was told what was shared"),
            gettext_lazy("Save how the person was told"), forms.TellForm, _tell,
        ),
        hint=gettext_lazy("Write when the person was told; or why not, and until when."),
    ),
}  # fmt: skip
