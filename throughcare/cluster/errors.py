"""What can go wrong with the cluster: what happened, where, and the one line that mends it."""

from __future__ import annotations

from throughcare.errors import BadInput


class NoPostgres(BadInput):
    """PostgreSQL is not installed, or too old."""


class CannotStart(BadInput):
    """The cluster could not be made or started."""


class CannotReach(BadInput):
    """The server that was named does not let the service in."""
