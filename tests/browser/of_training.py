"""The pages of training, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.seen import Seen, Way
from tests.browser.training_examples import OF

_DIRECTOR = "prison_director"
_ROW = (
    "SELECT c.id FROM training_certificate c JOIN access_account a ON a.id = c.account_id "
    "WHERE a.name = %s AND c.kind = 'certificate' LIMIT 1"
)


def _of(rest: str) -> Way:
    return lambda house: f"/training/{house.one(_ROW, OF)}/{rest}"


PAGES: dict[str, Seen] = {
    "training": Seen(_DIRECTOR, lambda _house: "/training"),
    "training_of_an_officer": Seen("security_officer", lambda _house: "/training"),
    "training_new": Seen(_DIRECTOR, lambda _house: "/training/new"),
    "training_booster": Seen(_DIRECTOR, _of("booster")),
    "training_withdraw": Seen(_DIRECTOR, _of("withdraw")),
}
