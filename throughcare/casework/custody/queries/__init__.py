"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.models import Step
from throughcare.casework.custody.queries.printed import Paper, Printed, Taken, printed

__all__ = ["Paper", "Printed", "Step", "Taken", "printed"]
