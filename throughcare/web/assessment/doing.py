"""What is done about referrals and screenings: one deed for each form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.terms import ReferralState
from throughcare.casework.people.queries import File
from throughcare.web.assessment import forms
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request

SECTION: Final = "judgement"
_PLN: Final = Compartment.PLN


def _waiting(request: Request, file: File, _row: UUID | None) -> Stands:
    found = queries.judgements_of(request.viewer, file.id, at=request.at)
    waiting = [one for one in found.referrals if one.row.state == ReferralState.WAITING]
    return Stands(more={"waiting": waiting})


def _referral(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.judgements_of(request.viewer, file.id, at=request.at)
    row = next((one.row for one in found.referrals if one.row.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=(
            (_("When it happened"), moment_words(row.happened_at)),
            (_("What kind of act"), row.get_kind_display()), (_("What was done"), row.act),
        )
    )  # fmt: skip


def _screening(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.judgements_of(request.viewer, file.id, at=request.at)
    row = next((one for one in found.screenings if one.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=(
            (_("What was done"), row.act), (_("What else may explain it"), row.otherwise),
            (_("What comes next"), row.get_outcome_display()), (_("Next step"), row.next_step),
            (_("Reasons"), row.reasons),
        )
    )  # fmt: skip


def _refer(sent: Sent) -> object:
    names = ("kind", "happened_at", "act", "besides", "seen_how", "otherwise", "meaning", "urgent")
    return actions.refer(**sent.whose, **sent.words(*names))


def _screen(sent: Sent) -> object:
    names = (
        "trigger", "act", "besides", "otherwise", "outcome", "next_step", "reasons", "screened_at",
    )  # fmt: skip
    marked = [UUID(one) for one in sent.said.get("referrals", ())]
    return actions.screen(**sent.whose, **sent.words(*names), referrals=marked)


def _look(sent: Sent) -> object:
    return actions.look_at_screening(
        **sent.when, screening_id=sent.row, confirm=sent.said["confirm"] == "yes",
        why=sent.said["why"],
    )  # fmt: skip


def _withdraw(sent: Sent) -> object:
    return actions.withdraw_referral(**sent.when, referral_id=sent.row, why=sent.said["why"])


# Its own page asks the policy, as two compartments let somebody refer.
REFER: Final = Deed(
    section=SECTION, title=gettext_lazy("Refer to the case staff"),
    button=gettext_lazy("Send the referral"), form=forms.ReferForm, write=_refer, done="referred",
    act=Act.APPEND, code=_PLN,
    hint=gettext_lazy(
        "What was done comes first. Belief, worship, dress, diet and origin are never a reason. "
        "A referral makes no label."
    ),
)  # fmt: skip
OF_A_FILE: Final[Mapping[str, Deed]] = {
    "screen": Deed(
        section=SECTION, title=gettext_lazy("Screen"), button=gettext_lazy("Save the screening"),
        form=forms.ScreenForm, write=_screen, find=_waiting, done="screened", code=_PLN,
        hint=gettext_lazy(
            "The only question is whether a full assessment is needed. It holds once a second "
            "person has agreed."
        ),
    ),
}  # fmt: skip
OF_A_ROW: Final[Mapping[str, Deed]] = {
    "look": Deed(
        section=SECTION, title=gettext_lazy("Look at the screening"),
        button=gettext_lazy("Save what you say"), form=forms.LookForm, write=_look,
        find=_screening, done="judged", code=_PLN,
    ),
    "withdraw": Deed(
        section=SECTION, title=gettext_lazy("Withdraw the referral"),
        button=gettext_lazy("Withdraw it"), form=forms.WhyForm, write=_withdraw, find=_referral,
        done="judged", code=_PLN,
    ),
}  # fmt: skip
