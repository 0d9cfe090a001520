"""What is done about programmes in a file: one deed for each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Act, Compartment
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.errors import Full, NamesPrison, NotForPerson, OutOfOrder
from throughcare.web.custody.deeds import Deed, Find, Sent
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.programmes import finding, forms

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECTION: Final = "programmes"


def _refer(sent: Sent) -> object:
    return actions.refer_to_programme(
        **sent.whose, programme_id=UUID(sent.said["programme"]),
        **sent.words("asked_by", "why", "obliged_by"),
    )  # fmt: skip


def _literacy(sent: Sent) -> object:
    return actions.check_literacy(**sent.whose, **sent.words("reads", "checked_at"))


def _answer(sent: Sent) -> object:
    return actions.answer_referral(
        **sent.when, referral_id=sent.row, offer=sent.said["offer"] == "yes",
        **sent.words("reason"),
    )  # fmt: skip


def _consent(sent: Sent) -> object:
    names = ("said_at", "language", "told_how", "told_what", "shares", "guardian", "guardian_at")
    return actions.write_consent(
        **sent.when, referral_id=sent.row, given=sent.said["given"] == "yes", **sent.words(*names)
    )


def _enrol(sent: Sent) -> object:
    return actions.enrol_in_programme(
        **sent.when, referral_id=sent.row, group_id=UUID(sent.said["group"]),
        **sent.words("before_others_why"),
    )  # fmt: skip


def _withdraw(sent: Sent) -> object:
    how = sent.said.get("how") or "own_account"
    return actions.withdraw_consent(**sent.whose, referral_id=sent.row, how=how)


def _close(sent: Sent) -> object:
    return actions.close_withdrawn(**sent.when, referral_id=sent.row)


def _complete(sent: Sent) -> object:
    return actions.complete(**sent.when, referral_id=sent.row)


def _end(sent: Sent) -> object:
    return actions.end_by_provider(**sent.when, referral_id=sent.row, **sent.words("reason"))


def _note(sent: Sent) -> object:
    return actions.note_progress(
        **sent.when, referral_id=sent.row, **sent.words("words", "noted_at")
    )


def _measure(sent: Sent) -> object:
    return actions.measure_need(
        **sent.when, referral_id=sent.row, **sent.words("need", "at_end", "stands", "asked_at")
    )


def _certify(sent: Sent) -> object:
    names = ("course", "level", "hours", "issued_on", "issuer", "language")
    return actions.certify_programme(**sent.when, referral_id=sent.row, **sent.words(*names))


def _after_refusal(sent: Sent) -> object:
    return actions.note_measure_after_refusal(
        **sent.when, referral_id=sent.row, **sent.words("measure", "measure_at")
    )


def _review(sent: Sent) -> object:
    return actions.review_refusal(
        **sent.whose, review_id=sent.row, **sent.words("authority", "found")
    )


_REFER: Final = Deed(
    section=SECTION, title=_("Refer to a programme"), button=_("Save the referral"),
    form=forms.ReferForm, write=_refer, find=finding.of_refer, done="judged",
    code=Compartment.PRG, at_field={NotForPerson: "programme"},
    hint=_("The person decides. To decline, to withdraw or to leave has no consequence."),
)  # fmt: skip


def _deed(
    title: StrOrPromise, form: type[TimedForm], write: Callable[[Sent], object],
    find: Find = finding.of_referral, hint: StrOrPromise = "",
) -> Deed:  # fmt: skip
    return replace(
        _REFER, title=title, button=_("Save"), form=form, write=write, find=find, hint=hint,
        at_field={},
    )  # fmt: skip


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "refer": _REFER,
    "literacy": _deed(
        _("Whether the person reads and writes"), forms.LiteracyForm, _literacy, finding.of_file,
        _("In any language. It opens a school place, and marks nobody."),
    ),
}  # fmt: skip
OF_A_REFERRAL: Final[Mapping[str, Deed]] = {
    "answer": _deed(_("Answer the referral"), forms.AnswerForm, _answer),
    "consent": _deed(_("Write what the person says"), forms.ConsentForm, _consent),
    "enrol": replace(
        _deed(
            _("Take into a group"), forms.EnrolForm, _enrol, finding.of_enrol,
            _("Whoever waits longest is next."),
        ),
        at_field={Full: "group", OutOfOrder: "before_others_why"},
    ),
    "withdraw": replace(
        _deed(
            _("The person withdraws"), forms.WithdrawForm, _withdraw, finding.of_open,
            _("Nobody asks why. From this moment nothing that was shared is read any more."),
        ),
        act=Act.READ,
    ),
    "withdraw-myself": replace(
        _deed(
            _("Withdraw"), forms.OwnWithdrawForm, _withdraw, finding.of_open,
            _("Nobody asks why. From this moment nothing that was shared is read any more."),
        ),
        act=Act.READ,
    ),
    "close": _deed(_("Close as withdrawn"), forms.CompleteForm, _close),
    "complete": _deed(_("Completed"), forms.CompleteForm, _complete),
    "end": _deed(_("The provider ends it"), forms.EndForm, _end),
    "note": _deed(_("Note progress"), forms.NoteForm, _note, finding.of_content),
    "measure": _deed(
        _("How a need stands"), forms.MeasureForm, _measure, finding.of_content,
        _("In a word. Nothing is counted, and nothing is asked of belief."),
    ),
    "certify": replace(
        _deed(
            _("Write the certificate"), forms.CertifyForm, _certify, finding.of_referral,
            _("By somebody else than who took the person into the group."),
        ),
        at_field={NamesPrison: "course"},
    ),
    "after-refusal": _deed(
        _("A measure came after this"), forms.AfterRefusalForm, _after_refusal,
        finding.of_referral, _("Another authority looks whether the one followed the other."),
    ),
}  # fmt: skip
OF_A_REVIEW: Final[Mapping[str, Deed]] = {
    "review": _deed(
        _("Look at a measure after a refusal"), forms.ReviewForm, _review, finding.of_review
    ),
}
