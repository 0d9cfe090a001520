"""What was judged, what came out, what was written since, and what was answered for a breach."""

from throughcare.duties.models.finding import KeptFinding
from throughcare.duties.models.judged import Judged, Mark
from throughcare.duties.models.review import Review

__all__ = ["Judged", "KeptFinding", "Mark", "Review"]
