"""What is done about restraint: one deed for each form."""

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
from throughcare.web.safety.lets import lets_of
from throughcare.web.safety.restraint import forms

_SECTION: Final = "restraint"
_SAID: Final = (
    "instrument", "purpose", "lawful_ground", "reason", "lesser_means_tried", "since", "until",
    "ordered_by", "ordered_at", "at_appearance", "as_sanction",
)  # fmt: skip


def stands(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A use of restraints: one that is on, or for readers any of this file. Raises NotThere."""
    on = queries.restraints_on(request.viewer, [file.id], at=request.at)
    since = next((one.since for one in on if one.restraint_id == row_id), None)
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    if since is None and lets.reads:
        uses = queries.measures_of(request.viewer, file.id, at=request.at).restraints
        since = next((one.row.since for one in uses if one.row.first == row_id), None)
    if since is None:
        raise NotThere
    return Stands(beside=((_("When they were put on"), moment_words(since)),))


def _restrain(sent: Sent) -> object:
    return actions.restrain(**sent.whose, **sent.words(*_SAID))


def _look(sent: Sent) -> object:
    return actions.look_after_restrained(
        **sent.whose, restraint_id=sent.row, **sent.words("what", "done_at", "words")
    )


def _find(sent: Sent) -> object:
    return actions.record_what_happened_restraint(
        **sent.whose, **sent.words(*_SAID, "found", "said_by")
    )


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "new": Deed(
        section=_SECTION, title=gettext_lazy("Restraints were put on"),
        button=gettext_lazy("Save the use of restraints"), form=forms.RestrainForm,
        write=_restrain, done="restrained", act=Act.APPEND,
        hint=gettext_lazy("Only when no milder means works, and no longer than needed (Rule 48)."),
    ),
    "found": Deed(
        section=_SECTION, title=gettext_lazy("Restraints that were found"),
        button=gettext_lazy("Save what was found"), form=forms.FoundForm, write=_find,
        done="as-it-was", act=Act.APPEND,
        hint=gettext_lazy("For what happened and could not have been ordered."),
    ),
}  # fmt: skip
OF_A_ROW: Final[Mapping[str, Deed]] = {
    "look": Deed(
        section=_SECTION, title=gettext_lazy("Look after the person, or take them off"),
        button=gettext_lazy("Save what was done"), form=forms.LookForm, write=_look, find=stands,
        done="looked-after", act=Act.APPEND,
    ),
}  # fmt: skip
