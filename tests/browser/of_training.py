"""The pages of training, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.seen import Seen, Way
from tests.browser.training_examples import OF

_DIRECTOR = "prison_director"
_ROW = (
    "SELECT c.id FROM training_certificate c JOIN access_account a ON a.id = c.account_id "
    "WHERE a.name = %s AND c.kind = 'certificate' LIMIT 1"
)


_POST = "SELECT id FROM training_posting WHERE struck_at IS NULL LIMIT 1"
_MET = "SELECT id FROM training_supervision WHERE struck_at IS NULL LIMIT 1"


def _post(rest: str) -> Way:
    return lambda house: f"/training/posts/{house.one(_POST)}/{rest}"


def _of(rest: str) -> Way:
    return lambda house: f"/training/{house.one(_ROW, OF)}/{rest}"


PAGES: dict[str, Seen] = {
    "training": Seen(_DIRECTOR, lambda _house: "/training"),
    "training_of_an_officer": Seen("security_officer", lambda _house: "/training"),
    "training_new": Seen(_DIRECTOR, lambda _house: "/training/new"),
    "training_booster": Seen(_DIRECTOR, _of("booster")),
    "training_withdraw": Seen(_DIRECTOR, _of("withdraw")),
    "training_posts": Seen(_DIRECTOR, lambda _house: "/training/posts"),
    "training_posts_of_an_officer": Seen("psychologist", lambda _house: "/training/posts"),
    "training_post": Seen(_DIRECTOR, lambda _house: "/training/posts/new"),
    "training_post_end": Seen(_DIRECTOR, _post("end")),
    "training_post_strike": Seen(_DIRECTOR, _post("strike")),
    "training_meeting": Seen(_DIRECTOR, lambda _house: "/training/meetings/new"),
    "training_meeting_strike": Seen(
        _DIRECTOR, lambda house: f"/training/meetings/{house.one(_MET)}/strike"
    ),
}
