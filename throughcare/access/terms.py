"""The words of the policy: roles, compartments, levels, scopes and acts."""

from __future__ import annotations

from enum import Enum, StrEnum


class Role(StrEnum):
    """In which function somebody acts."""

    PRISON_DIRECTOR = "prison_director"
    ADMISSIONS_OFFICER = "admissions_officer"
    CASE_MANAGER = "case_manager"
    PSYCHOLOGIST = "psychologist"
    PHYSICIAN_NURSE = "physician_nurse"
    CHAPLAIN = "chaplain"
    SECURITY_OFFICER = "security_officer"
    INTELLIGENCE_OFFICER = "intelligence_officer"
    WOMENS_UNIT_OFFICER = "womens_unit_officer"
    JUVENILE_SPECIALIST = "juvenile_specialist"
    TEACHER_INSTRUCTOR = "teacher_instructor"
    PROBATION_OFFICER = "probation_officer"
    LAW_ENFORCEMENT_LIAISON = "law_enforcement_liaison"
    JUDGE_PROSECUTOR = "judge_prosecutor"
    DEFENCE_LAWYER = "defence_lawyer"
    CIVIL_SOCIETY_PARTNER = "civil_society_partner"
    NPM_INSPECTOR = "npm_inspector"
    HQ_ANALYST = "hq_analyst"
    UN_PROGRAMME_OFFICER = "un_programme_officer"
    PRISONER = "prisoner"
    FAMILY = "family"
    SYSTEM_ADMINISTRATOR = "system_administrator"


class Compartment(StrEnum):
    """A part of the file with a wall of its own."""

    ID = "ID"
    SEN = "SEN"
    HLT = "HLT"
    PSY = "PSY"
    REL = "REL"
    INT = "INT"
    INC = "INC"
    DIS = "DIS"
    PLN = "PLN"
    PRG = "PRG"
    CON = "CON"
    CMP = "CMP"
    LEG = "LEG"
    AGG = "AGG"


class Act(StrEnum):
    """What somebody wants to do in a compartment."""

    READ_REDACTED = "read_redacted"
    READ = "read"
    APPEND = "append"
    WRITE = "write"


class Level(Enum):
    """How far a cell opens: its letter. Append does not include read: see `lets`."""

    NONE = "-"
    REDACTED = "x"
    READ = "r"
    APPEND = "a"
    WRITE = "w"

    @property
    def lets(self) -> frozenset[Act]:
        """The acts that this level allows."""
        return _LETS[self]


_LETS = {
    Level.NONE: frozenset[Act](),
    Level.REDACTED: frozenset({Act.READ_REDACTED}),
    Level.READ: frozenset({Act.READ_REDACTED, Act.READ}),
    Level.APPEND: frozenset({Act.APPEND}),
    Level.WRITE: frozenset(Act),
}


class Scope(Enum):
    """Whose files a cell opens: its letter."""

    ESTABLISHMENT = "O"
    ASSIGNED = "C"
    SELF = "S"
    SERVICE = "F"
