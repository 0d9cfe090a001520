"""What a decision on a special regime says besides, and who may look at it. Asks no viewer.

It says on which facts about this one person it rests, and which measures it takes: the name of an
offence is neither. Every other restriction says that in its reasons.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.access.queries import holder_of
from throughcare.casework.safety.measure_errors import BadRestriction
from throughcare.casework.safety.measure_terms import Scope
from throughcare.casework.safety.models import Restriction


def need_facts_and_measures(scope: str, facts: str, measures: str) -> None:
    """Refuse a special regime without them, and any other restriction with them.

    Raises BadRestriction.
    """
    need_no_facts_of_others(scope, facts, measures)
    if scope == Scope.SPECIAL_REGIME and not (facts.strip() and measures.strip()):
        raise BadRestriction(
            _("a special regime says on which facts it rests and which measures it takes"),
            remedy=_("write what this person did or said, and what will be different from now on"),
        )


def need_no_facts_of_others(scope: str, facts: str, measures: str) -> None:
    """Refuse facts and measures of what is no special regime. Raises BadRestriction."""
    if scope != Scope.SPECIAL_REGIME and (facts.strip() or measures.strip()):
        raise BadRestriction(
            _("only a special regime has facts and measures of its own"),
            remedy=_("choose the special regime, or write them among the reasons"),
        )


def imposed_by(row: Restriction, account: str, reviewer: str) -> bool:
    """Whether a reviewer is who imposed it: by name, by account, or by another account."""
    if row.authority.strip().lower() == reviewer.strip().lower() or row.ordered_by == account:
        return True
    other = holder_of(row.ordered_by)
    return other is not None and other == holder_of(account)
