"""What is done about a plan: one deed for each form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment
from throughcare.casework.plans import actions
from throughcare.casework.plans.errors import (
    BadDay,
    BadReview,
    MissingPart,
    NoOwner,
    NotAgreed,
)
from throughcare.casework.plans.queries import plans_of
from throughcare.casework.plans.terms import PARTS
from throughcare.web.custody.deeds import Deed, Sent
from throughcare.web.plans import finding, forms, review
from throughcare.web.plans.acting import TEMPLATE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _parts(sent: Sent) -> dict[str, Any]:
    said = sent.said
    parts = {name: said[name] for name in PARTS if name in said}
    return {"parts": parts, "choice": said.get("choice", ""), "review_at": said["review_at"]}


def _begin(sent: Sent) -> object:
    return actions.begin_plan(**sent.whose, **_parts(sent))


def _write(sent: Sent) -> object:
    return actions.write_plan(**sent.when, plan_id=sent.row, **_parts(sent))


def _goal(sent: Sent) -> object:
    said = sent.words("words", "serves", "serves_words", "measure", "proposal_id")
    return actions.add_goal(**sent.when, plan_id=sent.row, **said)


def _leave(sent: Sent) -> object:
    return actions.give_up_goal(**sent.when, goal_id=sent.row, **sent.words("why"))


def _step(sent: Sent) -> object:
    said = sent.words("words", "actor", "account", "who", "due")
    return actions.add_step(**sent.when, goal_id=sent.row, **said)


def _close(sent: Sent) -> object:
    return actions.close_step(**sent.when, step_id=sent.row, **sent.words("state", "why"))


def _hand(sent: Sent) -> object:
    return actions.hand_step(**sent.when, step_id=sent.row, **sent.words("account"))


def _agree(sent: Sent) -> object:
    said = sent.words("agreement", "why")
    return actions.write_agreement(**sent.when, plan_id=sent.row, seen=sent.seen, **said)


def _person_signs(sent: Sent) -> object:
    said = sent.words("how", "why")
    return actions.write_signature(**sent.when, plan_id=sent.row, seen=sent.seen, **said)


def _own(sent: Sent) -> object:
    return actions.sign_own(**sent.when, plan_id=sent.row, seen=sent.seen)


def _sign(sent: Sent) -> object:
    return actions.sign_plan(**sent.when, plan_id=sent.row, seen=sent.seen)


def _end(sent: Sent) -> object:
    return actions.end_plan(**sent.when, plan_id=sent.row, **sent.words("why"))


def _say(sent: Sent) -> object:
    found = plans_of(sent.request.viewer, sent.file.id, at=sent.request.at)
    plan = found.draft or found.in_force
    about = plan.row.first if plan else None
    return actions.say(**sent.whose, plan_id=about, **sent.words("kind", "words"))


def _release(sent: Sent) -> object:
    return actions.write_release_plan(**sent.whose, **sent.words(*forms.ReleaseForm.base_fields))


def _handover(sent: Sent) -> object:
    said = sent.words("to", "agency", "handed", "asked_at")
    return actions.hand_over(**sent.whose, **said)


def _answer(sent: Sent) -> object:
    said = sent.words("state", "answered_at", "answer")
    return actions.write_answer(**sent.when, handover_id=sent.row, **said)


def _receive(sent: Sent) -> object:
    return actions.receive_handover(**sent.when, handover_id=sent.row, **sent.words("answer"))


def _report(sent: Sent) -> object:
    return actions.file_report(**sent.whose, **sent.words(*forms.ReportForm.base_fields))


def _worker(sent: Sent) -> object:
    return actions.name_worker(**sent.whose, account=sent.said["account"])


_BEGIN: Final = Deed(
    section="plan", title=_("Begin a plan"), button=_("Save the draft"), form=forms.PartsForm,
    write=_begin, find=finding.of_begin, done="plan-written", code=Compartment.PLN,
    template=TEMPLATE, at_field={BadReview: "review_at", MissingPart: "staff"},
    hint=_("Write it with the person. Say nothing of an offence that is not judged."),
)  # fmt: skip


def _deed(title: StrOrPromise, form: Any, write: Any, find: Any, **more: Any) -> Deed:
    said = {"button": _("Save"), "hint": "", "at_field": {}, **more}
    return replace(_BEGIN, title=title, form=form, write=write, find=find, **said)


OF_A_FILE: Final[dict[str, Deed]] = {
    "begin": _BEGIN,
    "say": _deed(_("Own words of the person"), forms.SayForm, _say, finding.of_own_words),
    "release": _deed(
        _("Plan for release"), forms.ReleaseForm, _release, finding.of_release,
    ),
    "handover": _deed(
        _("Hand the plan over"), forms.HandoverForm, _handover, finding.of_file,
    ),
    "report": _deed(
        _("A report is in the file"), forms.ReportForm, _report, finding.of_file,
        hint=_("That it is there, and where. What it says stays where it is kept."),
    ),
    "worker": _deed(
        _("Name the social worker"), forms.HandForm, _worker, finding.of_worker,
        at_field={NoOwner: "account"},
    ),
}  # fmt: skip
OF_A_ROW: Final[dict[str, Deed]] = {
    "write": _deed(
        _("Write the parts of the plan"), forms.PartsForm, _write, finding.of_draft,
        at_field=_BEGIN.at_field, hint=_BEGIN.hint,
    ),
    "goal": _deed(
        _("Write a goal"), forms.GoalForm, _goal, finding.of_goal_to_come,
        hint=_("Five at most. The words are the person's."),
    ),
    "leave": _deed(
        _("Give up a goal"), forms.WhyForm, _leave, finding.of_goal_to_leave,
    ),
    "step": _deed(
        _("Write a step"), forms.StepForm, _step, finding.of_goal,
        at_field={NoOwner: "account", BadDay: "due"},
    ),
    "close": _deed(_("How a step went"), forms.CloseForm, _close, finding.of_step),
    "hand": _deed(
        _("Give a step to somebody else"), forms.HandForm, _hand, finding.of_step_to_hand,
        at_field={NoOwner: "account"},
    ),
    "agreement": _deed(
        _("What the person says of the plan"), forms.AgreementForm, _agree, finding.of_plan,
        at_field={NotAgreed: "why"},
    ),
    "signature": _deed(
        _("How the person signed"), forms.SignatureForm, _person_signs, finding.of_plan,
    ),
    "sign-own": _deed(_("Sign my plan"), forms.SureForm, _own, finding.of_own_plan),
    "sign": _deed(
        _("Sign the plan for the staff"), forms.SureForm, _sign, finding.of_plan,
        hint=_("From now on it is the plan, and the version before is replaced."),
    ),
    "review": _deed(
        _("Look at the plan again"), review.ReviewForm, review.write, review.find,
        at_field={BadReview: "review_at"},
        hint=_("The plan in force stays until the next version is signed. No points are given."),
    ),
    "end": _deed(_("End the plan"), forms.WhyForm, _end, finding.of_plan),
    "answer": _deed(
        _("Answer of the agency"), forms.AnswerForm, _answer, finding.of_handover,
    ),
    "receive": _deed(
        _("Probation received the plan"), forms.ReceiptForm, _receive, finding.of_handover,
    ),
}  # fmt: skip
