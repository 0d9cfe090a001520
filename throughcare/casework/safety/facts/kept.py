"""Which record types the room can give at all, whether or not there is one yet; a line a topic."""

from __future__ import annotations

from typing import Final

from throughcare.casework.safety.facts import (
    discipline,
    orders,
    restraints,
    sanctions,
    special_regime,
)

_SEPARATION: Final = (
    "separation", "separation_started", "close_confinement_or_disciplinary_segregation",
    "solitary_or_closed_or_dark_cell", "separation_order", "solitary_order",
    "solitary_order_in_force", "sanction_or_separation_decided_by_health_staff",
    "solitary_ground_is_sentence_or_offence", "restrictive_placement_ground_is_offence_alone",
    "independent_review", "mitigation_plan_recorded",
)  # fmt: skip
_DAYS: Final = (
    "out_of_cell_log", "contact_log", "meaningful_contact_minutes", "health_visit",
    "health_request_in_separation", "health_contact",
)  # fmt: skip
_HEALTH: Final = (
    "pregnant", "mother_with_infant", "breastfeeding", "labour", "birth_and_after",
    "disability_worsened_by_solitary", "adverse_effect_of_separation_noted",
    "health_recommendation_on_separation", "director_decision_on_separation",
)  # fmt: skip

_RESTRICTIONS: Final = (
    "family_contact_limited", "all_family_contact_barred", "food_or_family_contact_cut",
    "contact_with_children_barred_as_sanction", "food_or_water_reduced_as_restriction",
    special_regime.REGIME, special_regime.DECISION, special_regime.REVIEW,
)  # fmt: skip
_RESTRAINTS: Final = (
    "restraint_use", "restraint_applied", "restraint_applied_to_prevent_harm", "restrained",
    "restrained_during_appearance", "restraint_check", "restraint_lawful_for_reason",
    "director_order", "doctor_alerted", "report_to_headquarters", "prohibited_instrument_used",
    "restraint_as_sanction", "restraint_or_force_on_child",
)  # fmt: skip
_DISCIPLINE: Final = (
    "disciplinary_incident", "disciplinary_report", "disciplinary_investigation_closed",
    "charge_notice", "waived_in_writing", "disciplinary_hearing", "disciplinary_hearing_held",
    "disciplinary_case_decided", "discipline_entry_filed", "mental_state_considered",
    "mental_condition_known", "review_information_given", "child_informed_and_heard",
    "questioned_on_criminal_charge", "legal_adviser_access_offered", "sanction",
    "sanction_imposed", "sanction_entry_filed", "sanction_in_catalogue",
    "second_sanction_for_same_act", "collective_sanction", "corporal_punishment",
)  # fmt: skip

MEASURES: Final = frozenset((*_RESTRICTIONS, *_RESTRAINTS, *_DISCIPLINE))
KEPT: Final = MEASURES | frozenset((*_SEPARATION, *_DAYS, *_HEALTH))

FIELDS: Final = frozenset(
    f"{record}.{name}"
    for record, names in {
        "separation_order": orders.FIELDS, "restraint_use": restraints.FIELDS,
        "disciplinary_hearing": discipline.HEARING, "sanction": tuple(sanctions.FIELDS),
        special_regime.REGIME: tuple(special_regime.FIELDS),
    }.items()
    for name in names
)  # fmt: skip
