"""What is done about a separation that runs or ran: one deed for each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Act, Compartment
from throughcare.casework.safety import actions
from throughcare.web.custody.deeds import Deed, Sent
from throughcare.web.safety.separation import forms, in_force
from throughcare.web.safety.separation.order_forms import (
    CorrectOrderForm,
    FoundOrderForm,
    NextOrderForm,
    words_of_form,
)

_SECTION: Final = "separation"


def _continue(sent: Sent) -> object:
    return actions.continue_separation(
        **sent.whose, separation_id=sent.row,
        order=words_of_form(dict(sent.said), valid_from=sent.said["made_at"]),
    )  # fmt: skip


def _end(sent: Sent) -> object:
    return actions.end_separation(
        **sent.whose, separation_id=sent.row, **sent.words("until", "reason")
    )


def _review(sent: Sent) -> object:
    return actions.review_separation(
        **sent.whose, separation_id=sent.row, independent=sent.said["independent"] == "yes",
        **sent.words("reviewed_at", "reviewer", "reviewer_role", "outcome", "reasons",
                     "next_review_at"),
    )  # fmt: skip


def _relieve(sent: Sent) -> object:
    return actions.plan_relief(
        **sent.whose, separation_id=sent.row, **sent.words("planned_at", "measures")
    )


def _tell(sent: Sent) -> object:
    said = sent.words("told_at", "told_language", "told_how", "how_to_challenge")
    return actions.tell_of_order(**sent.whose, order_id=sent.row, **said)


def _correct_order(sent: Sent) -> object:
    return actions.correct_order(
        **sent.whose, order_id=sent.row, order=words_of_form(dict(sent.said)),
        **sent.words("why"),
    )  # fmt: skip


def _find_order(sent: Sent) -> object:
    return actions.find_order(
        **sent.whose, separation_id=sent.row, order=words_of_form(dict(sent.said)),
        **sent.words("found"),
    )  # fmt: skip


def _correct(sent: Sent) -> object:
    return actions.correct_separation(
        **sent.whose, separation_id=sent.row, **sent.words("kind", "since", "until", "why")
    )


def _answer(sent: Sent) -> object:
    return actions.answer_advice(
        **sent.whose, advice_id=sent.row, **sent.words("decided_at", "decision", "reasons")
    )


def _settle(sent: Sent) -> object:
    return actions.settle_conflict(
        **sent.whose, conflict_id=sent.row, **sent.words("outcome", "why")
    )


def _advise(sent: Sent) -> object:
    return actions.advise_director(
        **sent.whose, **sent.words("said_at", "advice", "measures", "said_by")
    )


def _give_opinion(sent: Sent) -> object:
    return actions.give_opinion(
        **sent.whose, **sent.words("said_at", "fitness", "words", "said_by")
    )


def _state(sent: Sent) -> object:
    return actions.state_health(**sent.whose, **sent.words("kind", "since", "until"))


def _end_state(sent: Sent) -> object:
    return actions.end_health_state(**sent.whose, state_id=sent.row, **sent.words("until"))


def _strike(kind: str) -> Callable[[Sent], object]:
    def strike(sent: Sent) -> object:
        return actions.strike_out_entry(
            **sent.whose, kind=kind, row_id=sent.row, **sent.words("why")
        )

    return strike


OF_A_ROW: Final[Mapping[str, Deed]] = {
    "continue": Deed(
        section=_SECTION, title=_("Continue the separation by another order"),
        button=_("Save the order"), form=NextOrderForm, write=_continue, find=in_force.running,
        done="separation-continued", act=Act.APPEND,
        hint=_("The days go on being counted from where they began."),
    ),
    "end": Deed(
        section=_SECTION, title=_("End the separation"), button=_("Save the end"),
        form=forms.EndForm, write=_end, find=in_force.running, done="separation-ended",
    ),
    "review": Deed(
        section=_SECTION, title=_("Review the separation"), button=_("Save the review"),
        form=forms.ReviewForm, write=_review, find=in_force.running, done="separation-reviewed",
        act=Act.APPEND,
        hint=_("What the review decides is done by a form of its own: end it, or continue it."),
    ),
    "relief": Deed(
        section=_SECTION, title=_("Plan of relief"), button=_("Save the plan"),
        form=forms.ReliefForm, write=_relieve, find=in_force.running, done="separation-relief",
        act=Act.APPEND,
    ),
    "correct": Deed(
        section=_SECTION, title=_("Correct the separation"), button=_("Save the correction"),
        form=forms.CorrectForm, write=_correct, find=in_force.spell_row, done="entry-corrected",
    ),
    "found-order": Deed(
        section=_SECTION, title=_("An order that was found"), button=_("Save what was found"),
        form=FoundOrderForm, write=_find_order, find=in_force.spell_row, done="separation-found",
    ),
}  # fmt: skip
OF_AN_ORDER: Final[Mapping[str, Deed]] = {
    "told": Deed(
        section=_SECTION, title=_("The person was told of the order"),
        button=_("Save how the person was told"), form=forms.ToldForm, write=_tell,
        find=in_force.order_row, done="separation-told",
    ),
    "correct": Deed(
        section=_SECTION, title=_("Correct the order"), button=_("Save the correction"),
        form=CorrectOrderForm, write=_correct_order, find=in_force.order_row,
        done="entry-corrected",
    ),
    "strike-out": Deed(
        section=_SECTION, title=_("Strike the order out"), button=_("Strike it out"),
        form=forms.StrikeForm, write=_strike("separation-order"), find=in_force.order_row,
        done="entry-struck", hint=_("It stays readable, with its time and its author."),
    ),
}  # fmt: skip
OTHERS: Final[Mapping[str, Deed]] = {
    "advice/<uuid:row_id>/answer": Deed(
        section=_SECTION, title=_("Answer the advice of health staff"),
        button=_("Save the answer"), form=forms.AnswerForm, write=_answer,
        find=in_force.advice_row, done="separation-answered",
        hint=_("What is decided is done by a form of its own: end it, or continue it."),
    ),
    "conflicts/<uuid:row_id>": Deed(
        section=_SECTION, title=_("Settle two entries"), button=_("Save what stands"),
        form=forms.SettleForm, write=_settle, find=in_force.conflict_row,
        done="separation-settled", hint=_("The other entry stays readable."),
    ),
    "advice": Deed(
        section=_SECTION, title=_("Advise the director"), button=_("Save the advice"),
        form=forms.AdviceForm, write=_advise, done="separation-advised", act=Act.APPEND,
        hint=_("For health staff. The director answers in writing (Rule 46)."),
    ),
    "opinion": Deed(
        section=_SECTION, title=_("Opinion of health staff"), button=_("Save the opinion"),
        form=forms.OpinionForm, write=_give_opinion, done="separation-opinion", act=Act.APPEND,
        code=Compartment.HLT,
        hint=_("This is kept in the health file; the register says nothing of it."),
    ),
    "health": Deed(
        section=_SECTION, title=_("A state of health that bars separation"),
        button=_("Save the state of health"), form=forms.StateForm, write=_state,
        done="separation-health", act=Act.APPEND, code=Compartment.HLT,
        hint=_("Whoever orders is told that the person must not be separated, and never why."),
    ),
    "health/<uuid:row_id>/end": Deed(
        section=_SECTION, title=_("A state of health has ended"), button=_("Save the end"),
        form=forms.StateEndForm, write=_end_state, find=in_force.state_row,
        done="separation-health-ended", code=Compartment.HLT,
    ),
}  # fmt: skip
