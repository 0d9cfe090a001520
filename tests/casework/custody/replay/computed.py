"""The rules that are computed from this room: for each a person with whom it is kept, and broken.

Each example writes through actions and answers with the person, or the place, that is judged.
"""

from __future__ import annotations

from typing import Final

from tests.casework.custody.replay import of_people, of_places, of_the_file
from tests.casework.custody.replay.examples import COMPUTED

__all__ = ["COMPUTED", "PARTLY", "PARTS"]

PARTS: Final = (of_the_file, of_places, of_people)
# Answered but for an exception that no room keeps yet, so that a finding may be too severe.
PARTLY: Final = frozenset({"nmr-12-1", "nmr-113"})
