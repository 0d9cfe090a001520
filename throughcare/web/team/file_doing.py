"""What is done in a file after a meeting is closed: one deed for each form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Compartment
from throughcare.casework.people.queries import File
from throughcare.casework.team import actions, queries
from throughcare.casework.team.queries import Contest, SeenCase, TeamFile
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request
from throughcare.web.team import file_forms as forms

SECTION: Final = "team"


def _tell(sent: Sent) -> object:
    return actions.tell_decisions(
        **sent.when, case_id=sent.row, **sent.words("told_at", "how", "language")
    )


def _contest(sent: Sent) -> object:
    return actions.contest_decisions(
        **sent.when, case_id=sent.row, **sent.words("words", "language", "contested_at")
    )


def _answer(sent: Sent) -> object:
    return actions.answer_contest(
        **sent.when, contest_id=sent.row, **sent.words("outcome", "reasons")
    )


def _correct(sent: Sent) -> object:
    return actions.correct_minutes(**sent.when, case_id=sent.row, **sent.words("words", "why"))


def of_case(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The decisions, for staff who write here."""
    found = _found(request, file)
    if not found.may_write:
        raise NotThere
    return _beside(_case(found, row_id))


def of_own_words(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The decisions, for the person too."""
    found = _found(request, file)
    if not found.may_contest:
        raise NotThere
    return _beside(_case(found, row_id))


def of_contest(request: Request, file: File, row_id: UUID | None) -> Stands:
    """What the person says, and what it is about."""
    found = _found(request, file)
    if not found.may_write:
        raise NotThere
    for case in found.seen:
        said: Contest | None = next((one for one in case.contests if one.first == row_id), None)
        if said is not None:
            words = (_("What the person says"), said.words)
            return Stands(beside=(words, *_beside(case).beside))
    raise NotThere


def _found(request: Request, file: File) -> TeamFile:
    return queries.team_of_file(request.viewer, file.id, at=request.at)


def _case(found: TeamFile, row_id: UUID | None) -> SeenCase:
    case = next((one for one in found.seen if one.row.first == row_id and one.closed), None)
    if case is None:
        raise NotThere
    return case


def _beside(case: SeenCase) -> Stands:
    held = case.meeting.held_at
    return Stands(
        beside=(
            (_("When the team met"), moment_words(held) if held else ""),
            (_("Reasons"), case.row.reasons),
            *((_("What was decided"), one.row.words) for one in case.decided),
        )
    )


OF_A_CASE: Final[Mapping[str, Deed]] = {
    "told": Deed(
        section=SECTION, title=gettext_lazy("The person was told of the decisions"),
        button=gettext_lazy("Save how the person was told"), form=forms.TellForm, write=_tell,
        find=of_case, done="judged", code=Compartment.PLN,
        hint=gettext_lazy("Of the decisions, the reasons, and how to contest them."),
    ),
    "contest": Deed(
        section=SECTION, title=gettext_lazy("The person contests a decision"),
        button=gettext_lazy("Save what the person says"), form=forms.ContestForm, write=_contest,
        find=of_own_words, done="judged", code=Compartment.PLN,
        hint=gettext_lazy("Somebody who neither chaired, wrote nor signed answers."),
    ),
    "answer": Deed(
        section=SECTION, title=gettext_lazy("Answer what the person says"),
        button=gettext_lazy("Save the answer"), form=forms.AnswerForm, write=_answer,
        find=of_contest, done="judged", code=Compartment.PLN,
    ),
    "correct": Deed(
        section=SECTION, title=gettext_lazy("Write a correcting entry"),
        button=gettext_lazy("Save the entry"), form=forms.CorrectForm, write=_correct,
        find=of_case, done="judged", code=Compartment.PLN,
        hint=gettext_lazy("It points to what was written, which stays as it is."),
    ),
}  # fmt: skip
