"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.safety.actions.cases_as_they_were import (
    Went,
    record_what_happened_case,
    record_what_happened_in_case,
)
from throughcare.casework.safety.actions.conflicts import settle_conflict
from throughcare.casework.safety.actions.daily import enter_day
from throughcare.casework.safety.actions.decisions import decide_appeal, decide_case
from throughcare.casework.safety.actions.discipline import (
    appeal,
    close_investigation,
    give_notice,
    hear,
    question_on_charge,
    report_act,
    tell_of_review,
    waive_time,
    weigh_mind,
)
from throughcare.casework.safety.actions.found import find_order, find_separation
from throughcare.casework.safety.actions.health import (
    advise_director,
    answer_advice,
    end_health_state,
    give_opinion,
    state_health,
)
from throughcare.casework.safety.actions.mending import (
    correct_order,
    correct_separation,
    strike_out_entry,
    tell_of_order,
)
from throughcare.casework.safety.actions.mind import end_mental_condition, say_mental_condition
from throughcare.casework.safety.actions.restraints import look_after_restrained, restrain
from throughcare.casework.safety.actions.restrictions import (
    end_restriction,
    order_restriction,
    review_restriction,
    tell_restriction,
)
from throughcare.casework.safety.actions.reviews import plan_relief, review_separation
from throughcare.casework.safety.actions.separations import (
    continue_separation,
    end_separation,
    order_separation,
)
from throughcare.casework.safety.actions.what_happened import (
    record_what_happened_restraint,
    record_what_happened_restriction,
    record_what_happened_sanction,
)
from throughcare.casework.safety.day import DayResult, DayWords, Fate, Outcome
from throughcare.casework.safety.disciplining import Part
from throughcare.casework.safety.order_words import OrderWords

__all__ = [
    "DayResult",
    "DayWords",
    "Fate",
    "OrderWords",
    "Outcome",
    "Part",
    "Went",
    "advise_director",
    "answer_advice",
    "appeal",
    "close_investigation",
    "continue_separation",
    "correct_order",
    "correct_separation",
    "decide_appeal",
    "decide_case",
    "end_health_state",
    "end_mental_condition",
    "end_restriction",
    "end_separation",
    "enter_day",
    "find_order",
    "find_separation",
    "give_notice",
    "give_opinion",
    "hear",
    "look_after_restrained",
    "order_restriction",
    "order_separation",
    "plan_relief",
    "question_on_charge",
    "record_what_happened_case",
    "record_what_happened_in_case",
    "record_what_happened_restraint",
    "record_what_happened_restriction",
    "record_what_happened_sanction",
    "report_act",
    "restrain",
    "review_restriction",
    "review_separation",
    "say_mental_condition",
    "settle_conflict",
    "state_health",
    "strike_out_entry",
    "tell_of_order",
    "tell_of_review",
    "tell_restriction",
    "waive_time",
    "weigh_mind",
]
