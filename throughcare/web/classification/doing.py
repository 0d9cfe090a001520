"""What is done about boards, levels and appeals: one deed for each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.board_errors import (
    BadModel,
    BadReview,
    NoQuorum,
    NotOfTheBoard,
    TooMuch,
)
from throughcare.web.classification import finding, forms
from throughcare.web.classification.factors import answers, weighed
from throughcare.web.classification.minutes import MinutesForm
from throughcare.web.classification.seats import sittings
from throughcare.web.custody.deeds import Deed, Find, Sent
from throughcare.web.custody.movements.forms import TimedForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECTION: Final = "classification"


def _call(sent: Sent) -> object:
    return actions.call_board(**sent.whose, **sent.words("trigger", "why", "meets_at"))


def _dissolve(sent: Sent) -> object:
    return actions.dissolve_board(**sent.when, board_id=sent.row, why=sent.said["why"])


def _write(sent: Sent) -> object:
    names = (
        "decided_at", "wish", "level", "reasons", "besides", "lower_why", "departs_from",
        "departs_why", "place", "review_at",
    )  # fmt: skip
    said = {**answers(sent.said), **sent.words(*names)}
    said |= {name: sent.said.get(name, "") for name in ("model", "model_why")}
    return actions.write_minutes(
        **sent.when, board_id=sent.row, seats=sittings(sent.said), factors=weighed(sent.said),
        **said,
    )  # fmt: skip


def _sign(sent: Sent) -> object:
    return actions.sign_minutes(
        **sent.when, classification_id=sent.row, right=sent.said["right"] == "yes",
        why=sent.said["why"], seen=sent.seen,
    )  # fmt: skip


def _tell(sent: Sent) -> object:
    return actions.tell_classification(
        **sent.when, classification_id=sent.row, **sent.words("told_at", "how", "language")
    )


def _appeal(sent: Sent) -> object:
    return actions.appeal(
        **sent.when, classification_id=sent.row, **sent.words("words", "language", "appealed_at")
    )


def _decide(sent: Sent) -> object:
    return actions.decide_appeal(
        **sent.when, appeal_id=sent.row, **sent.words("outcome", "reasons")
    )


_CALL: Final = Deed(
    section=SECTION, title=_("Call a board together"), button=_("Call the board"),
    form=forms.CallForm, write=_call, find=finding.of_call, done="board-called",
    code=Compartment.PLN,
    hint=_("Several professions decide together, for reasons and for a time."),
)  # fmt: skip


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object], find: Find, done: str, hint: StrOrPromise = "",
) -> Deed:  # fmt: skip
    return replace(
        _CALL, title=title, button=button, form=form, write=write, find=find, done=done, hint=hint
    )


OF_A_FILE: Final[Mapping[str, Deed]] = {"call": _CALL}
OF_A_BOARD: Final[Mapping[str, Deed]] = {
    "dissolve": _deed(
        _("The board does not decide"), _("Save that it does not decide"), forms.DissolveForm,
        _dissolve, finding.of_board, "judged",
    ),
    "minutes": replace(
        _deed(
            _("Write the minutes"), _("Save the minutes"), MinutesForm, _write, finding.of_minutes,
            "minutes-written",
            _("The level holds once another member of the board has signed, and ends by itself."),
        ),
        at_field={
            NoQuorum: "seat_director", NotOfTheBoard: "seat_director", TooMuch: "level",
            BadModel: "model", BadReview: "review_at",
        },
    ),
}  # fmt: skip
OF_A_LEVEL: Final[Mapping[str, Deed]] = {
    "sign": _deed(
        _("Look at the minutes"), _("Save what you say"), forms.SignForm, _sign,
        finding.of_signing, "judged",
    ),
    "told": _deed(
        _("The person was told of the level"), _("Save how the person was told"), forms.TellForm,
        _tell, finding.of_classification, "judged",
        _("Of the level, the reasons, the day of its review, and how to appeal."),
    ),
    "appeal": _deed(
        _("The person appeals"), _("Save what the person says"), forms.AppealForm, _appeal,
        finding.of_classification, "judged",
        _("Somebody who did not sit on the board and wrote or signed nothing decides."),
    ),
    "decide": _deed(
        _("Decide on the appeal"), _("Save the decision"), forms.DecideForm, _decide,
        finding.of_appeal, "judged",
        _("Granted, the level holds no more from that moment, and a board is called for."),
    ),
}  # fmt: skip
