"""What each role is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.owners import data_protection, owner_of
from throughcare.access.terms import Compartment, Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ROLES: Final[dict[Role, StrOrPromise]] = {
    Role.PRISON_DIRECTOR: _("prison director"),
    Role.ADMISSIONS_OFFICER: _("admissions officer"),
    Role.CASE_MANAGER: _("case manager"),
    Role.PSYCHOLOGIST: _("psychologist"),
    Role.PHYSICIAN_NURSE: _("physician or nurse"),
    Role.CHAPLAIN: _("chaplain"),
    Role.SECURITY_OFFICER: _("security officer"),
    Role.INTELLIGENCE_OFFICER: _("intelligence officer"),
    Role.WOMENS_UNIT_OFFICER: _("officer of the women's unit"),
    Role.JUVENILE_SPECIALIST: _("specialist for children in custody"),
    Role.TEACHER_INSTRUCTOR: _("teacher or instructor"),
    Role.PROBATION_OFFICER: _("probation officer"),
    Role.LAW_ENFORCEMENT_LIAISON: _("law enforcement liaison"),
    Role.JUDGE_PROSECUTOR: _("judge or prosecutor"),
    Role.DEFENCE_LAWYER: _("defence lawyer"),
    Role.CIVIL_SOCIETY_PARTNER: _("civil society partner"),
    Role.NPM_INSPECTOR: _("inspector of the national preventive mechanism"),
    Role.HQ_ANALYST: _("analyst at headquarters"),
    Role.UN_PROGRAMME_OFFICER: _("UN programme officer"),
    Role.PRISONER: _("prisoner"),
    Role.FAMILY: _("family"),
    Role.SYSTEM_ADMINISTRATOR: _("system administrator"),
}


def role_words(role: str) -> StrOrPromise:
    """The words for a role as the register keeps it; what is no role stays as it is written."""
    return ROLES[Role(role)] if role in set(Role) else role


def told_of_emergency(code: Compartment) -> tuple[StrOrPromise, StrOrPromise]:
    """Who is told that it was opened: who answers for the part, and for data protection."""
    return ROLES[owner_of(code)], ROLES[data_protection()]
