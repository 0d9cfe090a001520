"""What health staff say, and what the director answers (Rules 45(2), 46; Bangkok 22).

Of a state of health the engine is told that it holds; whoever shows a finding hides what a wall
hides. An opinion before a separation answers no rule and is not told.
"""

from __future__ import annotations

from throughcare.casework.custody.facts.knowing import Chains, Known, known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.models import DirectorAnswer, HealthRecommendation, HealthState
from throughcare.casework.safety.terms import Advice


def states(sheet: Sheet, told: Told) -> None:
    """The states of health to which a rule gives protection, under the rule's own names.

    To the rules such a state begins when the prison knew of it. Who writes its end makes a new
    version, and knew of it before: it is known since the first. (While the first stands it holds
    all that the second does, so that nothing is told too early.)
    """
    chain = Chains(told.rows(HealthState))
    for row in told.rows(HealthState):
        since_first = Known(chain.first(row).recorded_at, row.stood_until)
        sheet.spell(row.kind, row.id, row.since, row.until, since_first)


def advice(sheet: Sheet, told: Told) -> None:
    """Harm that was noted and advice that was given, each with the decision that answers it."""
    chain = Chains(told.rows(HealthRecommendation))
    for row in told.rows(HealthRecommendation):
        name = (
            "adverse_effect_of_separation_noted"
            if row.advice == Advice.ADVERSE_EFFECT
            else "health_recommendation_on_separation"
        )
        sheet.event(name, row.id, row.at, known(row), key=chain.first(row).id)
    for answer in told.rows(DirectorAnswer):
        root = chain.root(answer.recommendation_id)
        sheet.event(
            "director_decision_on_separation", answer.id, answer.at, known(answer), key=root
        )
