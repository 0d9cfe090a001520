"""The matrix in plain words: what a role, a part of the file, a level and a scope are called."""

from __future__ import annotations

from throughcare.web.desk.words.compartments import (
    COMPARTMENTS,
    EMERGENCY_NOTES,
    LEVELS,
    SCOPES,
)
from throughcare.web.desk.words.fields import FIELDS, GROUNDS
from throughcare.web.desk.words.places import place_words
from throughcare.web.desk.words.roles import ROLES, role_words, told_of_emergency

__all__ = [
    "COMPARTMENTS",
    "EMERGENCY_NOTES",
    "FIELDS",
    "GROUNDS",
    "LEVELS",
    "ROLES",
    "SCOPES",
    "place_words",
    "role_words",
    "told_of_emergency",
]
