"""The pages of programmes, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.of_safety import person
from tests.browser.programme_examples import DONE, INVITED, LISTED, NEWCOMER, PUPIL, REFUSED
from tests.browser.seen import Seen, Way

MANAGER: Final = "case_manager"
_FIRST: Final = (
    "SELECT first FROM programmes_referral WHERE person_id = %s AND stood_until IS NULL LIMIT 1"
)
_GROUP: Final = (
    "SELECT r.group_id FROM programmes_referral r WHERE r.person_id = %s AND r.group_id IS NOT "
    "NULL AND r.stood_until IS NULL LIMIT 1"
)


def _of(name: str, rest: str = "") -> Way:
    return lambda house: f"/people/{person(house, name)}/custody/programmes{rest}"


def _row(name: str, rest: str) -> Way:
    def way(house: House) -> str:
        whose = person(house, name)
        return f"/people/{whose}/custody/programmes/{house.one(_FIRST, whose)}/{rest}"

    return way


def _review(house: House) -> str:
    whose = person(house, REFUSED)
    row = house.one("SELECT id FROM programmes_refusalreview WHERE person_id = %s", whose)
    return f"/people/{whose}/custody/programmes/{row}/review"


def _certificate(house: House) -> str:
    whose = person(house, DONE)
    row = house.one("SELECT id FROM programmes_certificate WHERE person_id = %s", whose)
    return f"/people/{whose}/custody/programmes/{row}/certificate.pdf"


def _register(house: House) -> str:
    into = house.one(_GROUP, person(house, PUPIL))
    on = house.one("SELECT starts_on + 14 FROM programmes_group WHERE id = %s", into)
    return f"/programmes/groups/{into}/register?on={on}"


def _new_group(house: House) -> str:
    course = house.one(
        "SELECT programme_id FROM programmes_referral WHERE person_id = %s LIMIT 1",
        person(house, PUPIL),
    )
    return f"/programmes/{course}/group"


PAGES: dict[str, Seen] = {
    "programmes": Seen(MANAGER, _of(PUPIL), shows=True),
    "programmes_of_a_director": Seen("prison_director", _of(REFUSED), shows=True),
    "programme_refer": Seen(MANAGER, _of(PUPIL, "/refer"), shows=True),
    "programme_literacy": Seen(MANAGER, _of(PUPIL, "/literacy"), shows=True),
    "programme_answer": Seen(MANAGER, _row(NEWCOMER, "answer"), shows=True),
    "programme_consent": Seen(MANAGER, _row(INVITED, "consent"), shows=True),
    "programme_enrol": Seen(MANAGER, _row(LISTED, "enrol"), shows=True),
    **{
        f"programme_{way.replace('-', '_')}": Seen(MANAGER, _row(PUPIL, way), shows=True)
        for way in ("withdraw", "withdraw-myself", "close", "complete", "end", "note", "measure")
    },
    "programme_certify": Seen(MANAGER, _row(DONE, "certify"), shows=True),
    "programme_after_refusal": Seen(MANAGER, _row(REFUSED, "after-refusal"), shows=True),
    "refusal_review": Seen(MANAGER, _review, shows=True),
    "programme_certificate": Seen(MANAGER, _certificate, shows=True),
    "programme_catalogue": Seen(MANAGER, lambda _house: "/programmes", shows=True),
    "programme_new": Seen(MANAGER, lambda _house: "/programmes/new"),
    "programme_worker": Seen(MANAGER, lambda _house: "/programmes/worker"),
    "programme_group": Seen(MANAGER, _new_group),
    "programme_waiting": Seen(MANAGER, lambda _house: "/programmes/waiting", shows=True),
    "programme_conflicts": Seen(MANAGER, lambda _house: "/programmes/conflicts", shows=True),
    "programme_register": Seen("security_officer", _register, shows=True),
    "programme_register_of_a_teacher": Seen("teacher_instructor", _register, shows=True),
}
# A PDF is no page to be read; the entries of a device are answered in JSON.
NO_PAGE = frozenset({"programme_entries"})
NOT_READ = frozenset({"programme_certificate"})
