"""Every read of who may sign in and do what. Each takes the viewer, but the one that makes it."""

from throughcare.access.models import Account, BreakGlass, CaseAssignment, Notice, Post
from throughcare.access.queries.emergencies import (
    awaiting_confirmation,
    awaiting_review,
    emergencies_of,
    notices_for,
    own_emergencies,
)
from throughcare.access.queries.staff import accounts_for, cases_of, could_take, posts_of
from throughcare.access.queries.viewers import (
    account_names,
    holder_of,
    posts_at,
    viewer_for,
    viewer_of,
)

__all__ = [
    "Account",
    "BreakGlass",
    "CaseAssignment",
    "Notice",
    "Post",
    "account_names",
    "accounts_for",
    "awaiting_confirmation",
    "awaiting_review",
    "cases_of",
    "could_take",
    "emergencies_of",
    "holder_of",
    "notices_for",
    "own_emergencies",
    "posts_at",
    "posts_of",
    "viewer_for",
    "viewer_of",
]
