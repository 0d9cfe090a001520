"""Which record types and fields the room can give at all, whether or not there is one yet.

A type that is kept and has no record is an answer: nothing of the kind was written down. One that
is not kept leaves a rule unanswered.
"""

from __future__ import annotations

from typing import Final

_STAYS: Final = (
    "admission", "in_custody", "movement", "prisoner_file_opened", "release", "death_in_custody",
    "admission_of_woman", "woman_in_custody", "admission_of_girl", "admission_of_child",
    "child_in_custody", "admission_or_transfer_or_release_of_child", "transfer_in",
    "serious_illness_or_hospital_transfer",
)  # fmt: skip
_ORDERS: Final = (
    "commitment_order_valid", "commitment_order_valid_and_registered", "commitment",
    "judicial_review_of_detention", "judgment", "planned_release",
)  # fmt: skip
_FOOTING: Final = (
    "untried", "sentenced", "civil", "criminal", "untried_children", "sentenced_children",
    "admission_untried", "untried_without_lawyer", "sentenced_in_custody",
    "untried_child_in_custody", "untried_custody_of_child_started",
    "admission_with_sentence_of_suitable_length", "sentence_of_suitable_length",
)  # fmt: skip
_PLACES: Final = (
    "placement", "bed_assigned", "shared_cell_assignment", "eighteenth_birthday_in_child_unit",
    "stay_or_move_decided",
)  # fmt: skip
_ARRIVAL: Final = (
    "admission_check", "health_record", "ill_treatment_allegation",
    "referred_to_independent_authority", "property_inventory", "property_returned_with_receipt",
    "money_or_goods_received", "inventory_updated", "medicines_brought_in",
    "doctor_decision_on_medicines", "release_with_savings", "savings_paid", "search",
    "strip_search", "intrusive_search", "search_authorised", "woman_searched_by_man",
    "intrusive_search_by_other_sex", "arrest", "arrest_of_child", "reasons_and_charges_told",
    "family_record", "childcare_arrangement_recorded",
)  # fmt: skip
_CONTACT: Final = (
    "information_given", "admission_information_given", "child_information_given",
    "adapted_information_given", "admission_of_person_needing_adapted_information",
    "lawyer_assigned_or_denial_under_review", "legal_help_given", "admission_of_foreign_national",
    "admission_of_refugee_or_stateless_person", "admission_of_woman_with_dependent_children",
    "consular_information_given", "consular_contact_requested", "consular_contact_made",
    "protection_body_information_given", "means_to_inform_family_given", "notification_declined",
    "parent_notified", "parent_notification", "designated_person_notified", "kin_notified",
    "report_to_independent_authority", "arrival_support_complete",
)  # fmt: skip
_COURSE: Final = (
    "hearing_scheduled", "hearing_recorded_in_file", "brought_before_authority",
    "charged_in_court", "allocation", "allocation_of_woman", "sharing_assessment_done",
    "supervised_activity", "same_family_or_permitted_programme", "best_interests_decision_valid",
    "bedding_changed", "identity_papers_ready", "housing_arranged", "clothes_and_means_ready",
    "file_copy_requested_for_release", "file_copy_given",
)  # fmt: skip

KEPT: Final = frozenset(
    (*_STAYS, *_ORDERS, *_FOOTING, *_PLACES, *_ARRIVAL, *_CONTACT, *_COURSE)
)  # fmt: skip

# The fields of those records that the room fills; a rule that asks for others is not answered.
FIELDS: Final = frozenset(
    f"{record}.{name}"
    for record, names in {
        "admission": ("at",), "release": ("at",), "transfer": ("at",),
        "commitment": ("authority", "reason"), "arrest": ("at", "place"),
        "admission_check": ("visible_injuries", "prior_ill_treatment_complaint"),
        "health_record": ("known_problems",), "information_given": ("language",),
        "property_inventory": ("items", "signed_by_person"),
        "search": ("reason", "by_staff", "result"), "parent_notification": ("at",),
        "family_record": (
            "members", "children", "child_name", "child_age", "child_place", "guardianship",
        ),
        "allocation": (
            "home_place", "distance_km", "reasons", "wish", "care_duties", "model", "review_at",
        ),
    }.items()
    for name in names
)  # fmt: skip
