"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.programmes.actions.catalogue import (
    form_group,
    name_worker,
    offer_programme,
)
from throughcare.casework.programmes.actions.certifying import certify_programme
from throughcare.casework.programmes.actions.checking import (
    check_literacy,
    note_measure_after_refusal,
    review_refusal,
)
from throughcare.casework.programmes.actions.content import measure_need, note_progress
from throughcare.casework.programmes.actions.enrolling import enrol_in_programme
from throughcare.casework.programmes.actions.leaving import (
    close_withdrawn,
    complete,
    end_by_provider,
    withdraw_consent,
)
from throughcare.casework.programmes.actions.referring import (
    answer_referral,
    refer_to_programme,
    write_consent,
)
from throughcare.casework.programmes.actions.register import write_register
from throughcare.casework.programmes.actions.settling import settle_attendance
from throughcare.casework.programmes.entries import Entry, Fate, Outcome

__all__ = [
    "Entry",
    "Fate",
    "Outcome",
    "answer_referral",
    "certify_programme",
    "check_literacy",
    "close_withdrawn",
    "complete",
    "end_by_provider",
    "enrol_in_programme",
    "form_group",
    "measure_need",
    "name_worker",
    "note_measure_after_refusal",
    "note_progress",
    "offer_programme",
    "refer_to_programme",
    "review_refusal",
    "settle_attendance",
    "withdraw_consent",
    "write_consent",
    "write_register",
]
