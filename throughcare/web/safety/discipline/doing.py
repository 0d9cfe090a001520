"""What is done about a disciplinary case: one deed for each step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.queries import File
from throughcare.casework.safety import actions, queries
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request
from throughcare.web.safety.discipline import forms
from throughcare.web.safety.discipline.found_forms import (
    FoundCaseForm,
    FoundSanctionForm,
    WentForm,
    went,
)

_SECTION: Final = "discipline"
_CASE: Final = ("decided_at", "decider", "decider_role", "outcome", "reasons")


def case_of(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A case of this file as it stands. Raises NotThere."""
    found = queries.measures_of(request.viewer, file.id, at=request.at)
    case = next((one.case for one in found.cases if one.case and one.case.first == row_id), None)
    if case is None:
        raise NotThere
    heard = moment_words(case.heard_at) if case.heard_at else ""
    return Stands(
        beside=(
            (_("What happened"), case.act), (_("Who reports it"), case.reporter),
            (_("When the person was heard"), heard), (_("Decision"), case.get_outcome_display()),
        )
    )  # fmt: skip


def case_to_decide(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A case with the separations that may be its sanction."""
    stands = case_of(request, file, row_id)
    spells = queries.separations_of(request.viewer, file.id, at=request.at).spells
    choices = [(str(one.row.spell), moment_words(one.row.since)) for one in reversed(spells)]
    return Stands(beside=stands.beside, more={"spells": choices})


def _report(sent: Sent) -> object:
    return actions.report_act(
        **sent.whose,
        **sent.words("act", "rule_broken", "happened_at", "reported_at", "reporter"),
    )  # fmt: skip


def _notice(sent: Sent) -> object:
    return actions.give_notice(**sent.when, case_id=sent.row, **sent.words("given_at", "language"))


def _at(action: Callable[..., object], name: str) -> Callable[[Sent], object]:
    """A step of which only the moment is written."""

    def write(sent: Sent) -> object:
        return action(**sent.when, case_id=sent.row, **{name: sent.said["done_at"]})

    return write


def _weigh(sent: Sent) -> object:
    return actions.weigh_mind(
        **sent.when, case_id=sent.row, **sent.words("weighed_at", "weighed_by", "finding")
    )


def _hear(sent: Sent) -> object:
    return actions.hear(
        **sent.when, case_id=sent.row, person_heard=sent.said["person_heard"] == "yes",
        **sent.words("heard_at", "legal_help", "interpreter"),
    )  # fmt: skip


def _decide(sent: Sent) -> object:
    return actions.decide_case(
        **sent.when, case_id=sent.row, parts=forms.parts_of(dict(sent.said)),
        **sent.words(*_CASE, "collective"),
    )  # fmt: skip


def _decide_appeal(sent: Sent) -> object:
    return actions.decide_appeal(
        **sent.when, case_id=sent.row, parts=forms.parts_of(dict(sent.said)), **sent.words(*_CASE)
    )


def _question(sent: Sent) -> object:
    return actions.question_on_charge(
        **sent.when, case_id=sent.row, **sent.words("questioned_at", "lawyer_offered_at")
    )


def _find_case(sent: Sent) -> object:
    return actions.record_what_happened_case(
        **sent.whose, went=went(dict(sent.said)), **sent.words("act", "found", "said_by")
    )


def _find_in_case(sent: Sent) -> object:
    return actions.record_what_happened_in_case(
        **sent.when, case_id=sent.row, went=went(dict(sent.said)), **sent.words("found", "said_by")
    )


def _find_sanction(sent: Sent) -> object:
    names = ("kind", "imposed_at", "offence", "reasons", "since", "until", "decider",
             "decider_role", "collective", "found", "said_by")  # fmt: skip
    return actions.record_what_happened_sanction(**sent.whose, **sent.words(*names))


def _mind(sent: Sent) -> object:
    return actions.say_mental_condition(**sent.whose, **sent.words("since"))


def _step(title: Any, form: Any, write: Callable[[Sent], object], **more: Any) -> Deed:
    said: dict[str, Any] = {
        "button": gettext_lazy("Save this step"), "find": case_of, "done": "case-step", **more,
    }  # fmt: skip
    return Deed(section=_SECTION, title=title, form=form, write=write, **said)


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "new": Deed(
        section=_SECTION, title=gettext_lazy("Report an act against discipline"),
        button=gettext_lazy("Save the report"), form=forms.ReportForm, write=_report,
        done="case-step", act=Act.APPEND,
    ),
    "found": Deed(
        section=_SECTION, title=gettext_lazy("A case that was found"),
        button=gettext_lazy("Save what was found"), form=FoundCaseForm, write=_find_case,
        done="as-it-was", act=Act.APPEND,
        hint=gettext_lazy("For a case that did not go as the rules ask: as it was."),
    ),
    "found-sanction": Deed(
        section=_SECTION, title=gettext_lazy("A sanction that was found"),
        button=gettext_lazy("Save what was found"), form=FoundSanctionForm,
        write=_find_sanction, done="as-it-was", act=Act.APPEND,
        hint=gettext_lazy("A blow, a group punished, a second sanction for one act: as it was."),
    ),
    "mind": Deed(
        section=_SECTION, title=gettext_lazy("An illness of the mind is known"),
        button=gettext_lazy("Save that it is known"), form=forms.MindKnownForm, write=_mind,
        done="looked-after", code=Compartment.HLT,
        hint=gettext_lazy("Kept in the health file: that it is known, and no more."),
    ),
}  # fmt: skip
OF_A_ROW: Final[Mapping[str, Deed]] = {
    "notice": _step(gettext_lazy("The person was told of the accusation"), forms.NoticeForm,
                    _notice),
    "waived": _step(gettext_lazy("The time to prepare was waived in writing"), forms.MomentForm,
                    _at(actions.waive_time, "waived_at")),
    "closed": _step(gettext_lazy("The inquiry is closed"), forms.MomentForm,
                    _at(actions.close_investigation, "closed_at")),
    "weighed": _step(gettext_lazy("Whether illness had a part in the act"), forms.MindForm, _weigh),
    "hearing": _step(gettext_lazy("The hearing"), forms.HearingForm, _hear),
    "decide": _step(gettext_lazy("Decide the case"), forms.DecisionForm, _decide,
                    find=case_to_decide, done="case-decided",
                    button=gettext_lazy("Save the decision")),
    "appeal-told": _step(gettext_lazy("The person was told how to appeal"), forms.MomentForm,
                         _at(actions.tell_of_review, "told_at")),
    "appeal": _step(gettext_lazy("The person appeals"), forms.MomentForm,
                    _at(actions.appeal, "appealed_at")),
    "appeal-decide": _step(gettext_lazy("Decide on the appeal"), forms.AppealForm, _decide_appeal,
                           find=case_to_decide, done="case-decided",
                           button=gettext_lazy("Save the decision")),
    "questioned": _step(gettext_lazy("The person was questioned on a charge"), forms.QuestionForm,
                        _question),
    "found-step": _step(gettext_lazy("What was done in this case against the rules"), WentForm,
                        _find_in_case, done="as-it-was"),
}  # fmt: skip
