"""Each operation on restrictions, restraints, discipline and duties, with a right call of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .made import DAY, MINUTE
from .safety_calls import SEPARATION, Line, free, of
from .safety_made import (
    HOUR,
    appealed,
    decided,
    deputy,
    director,
    inspector,
    ready,
    reported,
    told,
    wing,
)

CASE = "/cases/{case}"
FOUND: Final = {"found": "told by two people", "said_by": "the inspector"}
WARNING: Final = {
    "kind": "warning", "since": HOUR, "until": None, "no_end_why": "a warning has no end",
    "separation": None,
}  # fmt: skip
RESTRICTION: Final = {
    "kind": "contact", "scope": "family_limited", "ground": "security",
    "legal_ground": "article 12", "reasons": "a telephone", "authority": "A. Director",
    "authority_role": "director", "since": HOUR, "end_at": -9 * DAY, "review_at": -3 * DAY,
}  # fmt: skip
RESTRAINT: Final = {
    "instrument": "handcuffs", "purpose": "transfer", "lawful_ground": "article 30",
    "reason": "escaped once", "lesser_means_tried": "an escort", "since": HOUR, "until": None,
    "ordered_by": "", "ordered_at": None, "as_sanction": False, "at_appearance": False,
}  # fmt: skip
DECISION: Final = {
    "decided_at": HOUR, "decider": "A. Director", "decider_role": "director",
    "outcome": "proven", "reasons": "three saw it", "parts": [WARNING], "collective": False,
}  # fmt: skip
WENT: Final = {
    "rule_broken": "rule 4", "happened_at": 2 * DAY, "reported_at": 2 * DAY, "reporter": "W.",
    "notice_at": None, "notice_language": "", "time_waived_at": None,
    "investigation_closed_at": None, "mind_weighed_at": None, "mind_weighed_by": "",
    "mind_finding": None, "heard_at": None, "person_heard": None, "legal_help": None,
    "interpreter": None, "decided_at": DAY, "decider": "W.", "decider_role": None,
    "outcome": None, "reasons": "", "review_told_at": None, "questioned_at": None,
    "lawyer_offered_at": None,
}  # fmt: skip
_WITHOUT_REVIEW = {key: one for key, one in RESTRICTION.items() if key != "review_at"}

MEASURES: Final[Mapping[str, Line]] = {
    "read_measures": Line(
        "read.measures", "DIS r", inspector, "/people/{person}/measures", asked={}
    ),
    "restrict": Line(
        "safety.restricted", "DIS w", director, "/people/{person}/restrictions", RESTRICTION,
        there=free,
    ),
    "tell_restriction": Line(
        "safety.restriction_told", "DIS w", director, "/restrictions/{restriction}/telling",
        {"told_at": HOUR, "language": "ar", "how": "both", "how_to_challenge": "a judge"},
    ),
    "review_restriction": Line(
        "safety.restriction_reviewed", "DIS w", deputy, "/restrictions/{restriction}/reviews",
        {"reviewed_at": HOUR, "reviewer": "B. Deputy", "outcome": "continue", "reasons": "r",
         "next_review_at": -DAY},
    ),
    "end_restriction": Line(
        "safety.restriction_ended", "DIS w", director, "/restrictions/{restriction}/end",
        {"ended_at": HOUR, "why": "no need any more"},
    ),
    "find_restriction": Line(
        "safety.restriction_found", "DIS a", wing, "/people/{person}/found-restrictions",
        {**_WITHOUT_REVIEW, "scope": "family_barred", "end_at": None, "ended_at": None, **FOUND},
        there=free,
    ),
    "restrain": Line(
        "safety.restrained", "DIS a", wing, "/people/{person}/restraints", RESTRAINT, there=free
    ),
    "look_after_restrained": Line(
        "safety.restraint_taken_off", "DIS a", wing,
        "/people/{person}/restraints/{restraint}/checks",
        {"what": "taken_off", "done_at": HOUR, "words": ""},
    ),
    "find_restraint": Line(
        "safety.restraint_found", "DIS a", wing, "/people/{person}/found-restraints",
        {**RESTRAINT, "instrument": "chains", "as_sanction": True, **FOUND}, there=free,
    ),
    "report_act": Line(
        "safety.act_reported", "DIS a", wing, "/people/{person}/cases",
        {"act": "broke a window", "rule_broken": "rule 4", "happened_at": HOUR,
         "reported_at": HOUR, "reporter": "W. Officer", "incident": None},
        there=free,
    ),
    "give_notice": Line(
        "safety.notice_given", "DIS w", director, f"{CASE}/notice",
        {"given_at": HOUR, "language": "ar"}, there=of(reported),
    ),
    "waive_time": Line(
        "safety.time_waived", "DIS w", director, f"{CASE}/waiver", {"at": HOUR}, there=of(ready)
    ),
    "close_investigation": Line(
        "safety.investigation_closed", "DIS w", director, f"{CASE}/inquiry", {"at": HOUR},
        there=of(reported),
    ),
    "weigh_mind": Line(
        "safety.mind_weighed", "DIS w", director, f"{CASE}/mind",
        {"weighed_at": HOUR, "weighed_by": "Dr. Saïd", "finding": "a_part"}, there=of(reported),
    ),
    "hear": Line(
        "safety.heard", "DIS w", director, f"{CASE}/hearing",
        {"heard_at": MINUTE, "person_heard": True, "legal_help": "lawyer",
         "interpreter": "given"},
        there=of(told),
    ),
    "decide_case": Line(
        "safety.case_decided", "DIS w", director, f"{CASE}/decision", DECISION, there=of(ready)
    ),
    "tell_of_review": Line(
        "safety.review_told", "DIS w", director, f"{CASE}/telling", {"at": HOUR}, there=of(decided)
    ),
    "appeal": Line(
        "safety.appealed", "DIS w", director, f"{CASE}/appeal", {"at": HOUR}, there=of(decided)
    ),
    "decide_appeal": Line(
        "safety.appeal_decided", "DIS w", deputy, f"{CASE}/appeal-decision",
        {"decided_at": MINUTE, "decider": "B. Deputy", "decider_role": "deputy",
         "outcome": "set_aside", "reasons": "elsewhere", "parts": []},
        there=of(appealed),
    ),
    "question_on_charge": Line(
        "safety.questioned", "DIS w", director, f"{CASE}/questioning",
        {"questioned_at": HOUR, "lawyer_offered_at": 2 * HOUR}, there=of(reported),
    ),
    "find_case": Line(
        "safety.case_found", "DIS a", wing, "/people/{person}/found-cases",
        {"act": "spoke up", "went": WENT, "incident": None, **FOUND}, there=free,
    ),
    "find_in_case": Line(
        "safety.case_found", "DIS w", director, f"{CASE}/found", {"went": WENT, **FOUND},
        there=of(reported),
    ),
    "find_sanction": Line(
        "safety.sanction_found", "DIS a", wing, "/people/{person}/found-sanctions",
        {"kind": "corporal_punishment", "imposed_at": HOUR, "case": None, "incident": None,
         "since": None, "until": None, "collective": True, **FOUND},
        there=free,
    ),
    "read_duties": Line(
        "read.duties_of", "ID x", inspector, "/people/{person}/duties", asked={}, there=free
    ),
    "list_open_duties": Line(
        "read.duties", "ID r", inspector, "/establishments/{establishment}/duties", asked={},
        there=free, lists=True,
    ),
}  # fmt: skip

SAFETY: Final[Mapping[str, Line]] = {**SEPARATION, **MEASURES}
