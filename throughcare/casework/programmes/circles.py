"""Who reads of progress: whom the person agreed to, while the word holds; the person; oversight."""

from __future__ import annotations

from typing import Final

from throughcare.access.gate import Leave
from throughcare.access.terms import Role
from throughcare.casework.programmes.data import circles
from throughcare.casework.programmes.models import Consent
from throughcare.casework.programmes.terms import ConsentState

# The own file, and whoever may see everything on treatment (Nelson Mandela Rule 84).
_ALWAYS: Final = frozenset({Role.PRISONER, Role.NPM_INSPECTOR})


def may_read_content(leave: Leave, consent: Consent | None, *, withdrawn: bool) -> bool:
    """Whether whoever reads in this role may read what is written of progress and needs, now."""
    role = Role(leave.role)
    if role in _ALWAYS:
        return True
    if withdrawn or consent is None or consent.state != ConsentState.GIVEN:
        return False
    return any(role in circles()[one] for one in consent.shares if one in circles())
