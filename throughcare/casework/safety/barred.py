"""Who must not be separated at all: children, and some on grounds of health (Rule 45(2)).

The refusal says the rule. Of health it says no more than whoever orders may read in the file.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, may_about
from throughcare.casework.rows.standing import holds, rows_of
from throughcare.casework.safety.errors import MustNotBeSeparated
from throughcare.casework.safety.limits import rulebook
from throughcare.casework.safety.models import HealthState
from throughcare.casework.safety.terms import HealthStateKind

CHILD: Final = "child"
HEALTH: Final = "health"
_CHILDREN: Final = "nmr-45-2-children"
_DISABILITY: Final = "nmr-45-2-disability"
_MOTHERS: Final = "br-22"


def barring(person_id: UUID, *, at: datetime) -> str:
    """Why the person must not be separated: `child`, `health`, or empty. Behind the wall."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT safety_barred(%s, %s)", [person_id, at])
        found = cursor.fetchone()
    return str(found[0] or "") if found else ""


def need_not_barred(holding: Holding, *moments: datetime) -> None:
    """Refuse to separate whom a rule protects. Raises MustNotBeSeparated."""
    why = next((said for at in moments if (said := barring(holding.person.id, at=at))), "")
    if why == CHILD:
        raise MustNotBeSeparated(
            _("a child must not be separated: %(rule)s") % {"rule": _words(_CHILDREN)},
            remedy=_(
                "find another way; if the age is wrong in the file, correct or decide it first"
            ),
        )
    if why == HEALTH:
        raise MustNotBeSeparated(_of_health(holding), remedy=_("ask the health service"))


def _of_health(holding: Holding) -> str:
    if may_about(holding.by, Act.READ, Compartment.HLT, holding.person.id, at=holding.at):
        states = rows_of(HealthState, holding.person.id, known_at=holding.at)
        kinds = [
            HealthStateKind(one.kind) for one in states.filter(holds("since", "until", holding.at))
        ]
        if kinds:
            harmed = kinds[0] is HealthStateKind.DISABILITY_WORSENED
            rule = _DISABILITY if harmed else _MOTHERS
            return _("%(state)s: %(rule)s") % {"state": kinds[0].label, "rule": _words(rule)}
    return _("must not be separated, on grounds kept in the health file")


def _words(rule: str) -> str:
    entry = rulebook().entries[rule]
    return f"{entry.says} ({entry.cite})"
