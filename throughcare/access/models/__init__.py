"""Who signs in, and what was given to whom, from when to when.

Rows are ended, never deleted, and an end that was set is never moved later. Who is a person in a
file is a bare identifier: the room of people lies above this one.
"""

from throughcare.access.models.account import Account
from throughcare.access.models.case import CaseAssignment, Kinship
from throughcare.access.models.emergency import BreakGlass
from throughcare.access.models.notice import Notice
from throughcare.access.models.post import Post

__all__ = ["Account", "BreakGlass", "CaseAssignment", "Kinship", "Notice", "Post"]
