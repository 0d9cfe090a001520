"""Every reading of the room. The viewer comes first."""

from throughcare.casework.intelligence.queries.desk import Desk, Due, desk_of
from throughcare.casework.intelligence.queries.officers import (
    Named,
    left_waiting,
    may_name,
    officers_at,
)
from throughcare.casework.intelligence.queries.queue import Occasion, Queue, Waiting, queue_of
from throughcare.casework.intelligence.queries.received import Receipt, received, writes
from throughcare.casework.intelligence.queries.reports import (
    SeenAnswer,
    SeenReport,
    SeenReview,
    reports_of,
)
from throughcare.casework.intelligence.queries.statements import (
    SeenStatement,
    Statements,
    items_waiting,
    reads_statements,
    statements_about,
)

__all__ = [
    "Desk", "Due", "Named", "Occasion", "Queue", "Receipt", "SeenAnswer", "SeenReport",
    "SeenReview", "SeenStatement", "Statements", "Waiting", "desk_of", "items_waiting",
    "left_waiting", "may_name", "officers_at", "queue_of", "reads_statements", "received",
    "reports_of", "statements_about", "writes",
]  # fmt: skip
