"""The second wall: the database refuses what the policy would refuse, should a query forget it.

    matrix_rows   the matrix as the database sees it, written anew after each migration
    entering      how a query or an action enters: from its viewer and its moment

The functions of the database stand in migration 0004. A room puts row-level security on its tables
and asks them there.
"""

from throughcare.access.walls.entering import behind, inside_as, seeing_all, walled

__all__ = ["behind", "inside_as", "seeing_all", "walled"]
