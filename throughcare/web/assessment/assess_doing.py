"""What is done in an assessment: one deed for each form. Its compartment is the psychological."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere
from throughcare.access.terms import Compartment
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.queries import Assessed
from throughcare.casework.assessment.tools import in_language, tool_of
from throughcare.casework.people.queries import File
from throughcare.web.assessment import assess_forms as forms
from throughcare.web.assessment.doing import SECTION
from throughcare.web.assessment.forms import WhyForm
from throughcare.web.custody.deeds import TEMPLATE, Deed, Find, Sent, Stands
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_PSY: Final = Compartment.PSY


def open_of(request: Request, file: File, row_id: UUID | None) -> Assessed:
    """The open assessment of this file that the address names. Raises NotThere."""
    seen = queries.assessments_of(request.viewer, file.id, at=request.at).open
    if seen is None or seen.row.first != row_id:
        raise NotThere
    return seen


def _there(request: Request, file: File, row_id: UUID | None) -> Stands:
    open_of(request, file, row_id)
    return Stands()


def _with_tool(request: Request, file: File, row_id: UUID | None) -> Stands:
    tool = tool_of(open_of(request, file, row_id).row)
    words = in_language(tool, request.LANGUAGE_CODE)
    return Stands(more={"tool": tool, "words": words}, shown={"tool": words})


def _begin(sent: Sent) -> object:
    return actions.begin_assessment(**sent.whose, **sent.words("purpose", "tool_id", "legal_basis"))


def _writes(action: Callable[..., object], *names: str) -> Callable[[Sent], object]:
    """A deed that hands what was typed to one action of the assessment."""
    return lambda sent: action(**sent.when, assessment_id=sent.row, **sent.words(*names))


def _finish(sent: Sent) -> object:
    return actions.finish_rating(
        **sent.when, assessment_id=sent.row, judged=_judged(sent),
        **sent.words("shared", "strengths", "gaps", "confidence"),
    )  # fmt: skip


def _finish_second(sent: Sent) -> object:
    return actions.finish_second_rating(**sent.when, assessment_id=sent.row, judged=_judged(sent))


def _judged(sent: Sent) -> dict[str, Any]:
    tool = tool_of(open_of(sent.request, sent.file, sent.row_id).row)
    return forms.judged_of(tool, sent.said)


_BEGIN: Final = Deed(
    section=SECTION, title=_("Begin an assessment"), button=_("Begin"), form=forms.BeginForm,
    write=_begin, done="judged", code=_PSY,
    hint=_(
        "Whoever is not tried is asked about needs, health and safety only. No tool for extremism "
        "is used on a child."
    ),
)  # fmt: skip
OF_A_FILE: Final[Mapping[str, Deed]] = {"begin": _BEGIN}


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object], find: Find = _there, template: str = TEMPLATE,
) -> Deed:  # fmt: skip
    return replace(
        _BEGIN, title=title, button=button, form=form, write=write, find=find, hint="",
        template=template,
    )  # fmt: skip


OF_A_ROW: Final[Mapping[str, Deed]] = {
    "heard": _deed(
        _("How the prisoner took part"), _("Save how the prisoner took part"), forms.HeardForm,
        _writes(actions.write_participation, "took_part", "own_view", "helped_by"),
    ),
    "source": _deed(
        _("Add a source"), _("Save the source"), forms.SourceForm,
        _writes(actions.add_source, "kind", "what", "dated", "reliability"),
    ),
    "advice": _deed(
        _("What should be done"), _("Save what should be done"), forms.AdviceForm,
        _writes(actions.recommend, "kind", "what", "reason", "owner", "due", "lesser"),
    ),
    "finish": _deed(
        _("Give the final judgement"), _("Finish the rating"), forms.FinishForm, _finish,
        _with_tool, "assessment/judged.html",
    ),
    "second": _deed(
        _("Rate as the second person"), _("Begin the second rating"), forms.NothingForm,
        _writes(actions.begin_second_rating),
    ),
    "second-finish": _deed(
        _("Give the second final judgement"), _("Finish the second rating"), forms.JudgedForm,
        _finish_second, _with_tool, "assessment/judged.html",
    ),
    "consensus": _deed(
        _("Write the consensus"), _("Save the consensus"), forms.ConsensusForm,
        _writes(actions.write_consensus, "text"),
    ),
    "approve": _deed(
        _("Approve the assessment"), _("Approve"), WhyForm,
        _writes(actions.approve_assessment, "why"),
    ),
    "send-back": _deed(
        _("Send the assessment back"), _("Send it back"), WhyForm,
        _writes(actions.send_back_assessment, "why"),
    ),
    "stop": _deed(
        _("Stop the assessment"), _("Stop it"), WhyForm, _writes(actions.stop_assessment, "why")
    ),
}  # fmt: skip
