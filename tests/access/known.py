"""What is known of a file for the addresses of its pages: its rows, the place, kinds of things."""

from __future__ import annotations

import re
from typing import Final

from tests.access.custody_cast import Cast
from tests.access.full_file import Rows
from tests.access.pages import NOBODY, Known
from throughcare.casework.custody.queries import Paper

# Which row of the file a page is about; a room by its first word, a page by its whole name.
_ABOUT: Final = {
    "separation_*": "separation", "separation_order_told": "separation_order",
    "separation_order_correct": "separation_order",
    "separation_order_strike_out": "separation_order", "restriction_*": "restriction",
    "discipline_*": "discipline", "level_*": "level", "level_sign": "signing", "board_*": "board",
    "plan_*": "plan", "plan_leave": "goal", "plan_step": "goal", "plan_close": "step",
    "plan_hand": "step", "team_*": "team_case", "programme_*": "programme",
    "observations_*": "observation", "contact_*": "contact", "work_*": "work",
    "screening_*": "referral",
}  # fmt: skip
_KINDS: Final = {
    "fact_state": ("name", "sex", "emergency_contact"), "transfer_step": ("handover", "fitness"),
    "release_step": ("money", "papers"), "death_step": ("family",),
    "entry_strike_out": ("stay",), "printed_paper": tuple(Paper), "printed_pdf": tuple(Paper),
}  # fmt: skip
_RULES: Final = (
    "vep-01",
    "vep-14",
    "vep-15",
    "nmr-65-2",
    "nmr-65-3-access",
    "nmr-45-1-last-resort",
)


def known_of(cast: Cast, rows: Rows) -> Known:
    """Of the person whose case it is; the row that a page is about, and all other parts."""
    person = cast.people["mine"]
    found: dict[str, list[object]] = {
        name: [row] for name, row in {**cast.rows["mine"], **rows}.items() if name != "row_id"
    }
    found |= {f"{page}.row_id": [rows[row]] for page, row in _ABOUT.items()}
    # On the agenda of the one the person is, so that nobody proposes him there.
    found["team_agenda.meeting_id"] = [rows["meeting_id"], rows["empty_meeting"]]
    found |= {f"{page}.kind": list(kinds) for page, kinds in _KINDS.items()}
    return {
        **found, "person_id": [person], "person": [person], "place": ["north", "north/a/1"],
        "establishment": ["north"], "number": [90], "step": ["search", "lawyer"],
        "rule": list(_RULES), "rule_cases.place": ["north"], "key": ["orders-ending"],
        "act": ["change"], "secret": [_secret(cast)], "item": ["a1"],
        "intelligence_*.item": [NOBODY],
    }  # fmt: skip


def _secret(cast: Cast) -> object:
    """The address of the reader's own calendar, where the reader may have one."""
    words = cast.client.post("/team/calendar/address").content.decode()
    found = re.search(r"/team/feed/([A-Za-z0-9_-]+)\.ics", words)
    return found[1] if found else NOBODY
