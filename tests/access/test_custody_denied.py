"""Whom the matrix gives nothing in a file gets at every door of custody what no file gets.

Every page and every operation about one person, in each of the 22 roles (in the usual run each role
asks some of them in turn): status and words are those for a number that nobody has. Who has some
leave in the file, but not this one, is refused and told no word of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import NAMES, Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.custody_calls import CUSTODY
from throughcare.web.custody.morning.sections import LATER
from throughcare.web.custody.urls import urlpatterns as parts

pytestmark = pytest.mark.django_db

# What a page about one person asks for, beside a reading of the file: the compartment and the act.
OF_A_PERSON = {
    "custody": "ID r", "custody_orders": "SEN x", "order_new": "SEN w", "order_correct": "SEN w",
    "order_strike_out": "SEN w", "charge_new": "SEN w", "charge_correct": "SEN w",
    "charge_strike_out": "SEN w", "status_new": "SEN w", "status_correct": "SEN w",
    "status_strike_out": "SEN w", "custody_reception": "ID r",
    "custody_reception_legality": "SEN w",
    "custody_reception_identity": "ID w", "custody_reception_age": "ID w",
    "custody_reception_place": "ID w", "custody_reception_step": "ID a",
    "custody_reception_correct": "ID w", "person_places": "ID r", "person_move": "ID w",
    "placement_correct": "ID w", "person_apart": "INC r", "apart_new": "INC a",
    "apart_end": "INC w",
    "custody_movements": "ID r", "movement_leave": "ID w", "movement_return": "ID w",
    "movement_escape": "ID w", "movement_correct": "ID w", "transfer": "ID r",
    "transfer_depart": "ID w", "transfer_step": "ID w", "custody_dates": "SEN x",
    "sentence_new": "SEN w", "sentence_correct": "SEN w", "sentence_strike_out": "SEN w",
    "adjustment_new": "SEN w", "adjustment_strike_out": "SEN w", "manual_date_new": "SEN w",
    "manual_date_confirm": "SEN w", "manual_date_withdraw": "SEN w", "custody_release": "ID r",
    "release_go": "ID w", "release_step": "ID w", "custody_death": "ID r", "death_record": "ID w",
    "death_step": "CON w", "custody_earlier": "ID r", "entry_strike_out": "SEN w",
    "stay_propose": "ID w", "proposal_decide": "ID r", "printed": "ID r", "printed_paper": "ID r",
    "printed_pdf": "ID r", "take_case": "ID x", "arrival": "ID w",
}  # fmt: skip
# Of one place: for those who read the files there.
OF_A_PLACE = {
    "place", "place_count", "place_unlock", "place_people", "place_sharing", "place_move",
    "place_new", "place_change", "place_close", "bed_new", "bed_close",
}  # fmt: skip
# Lists, of those within reach alone; a decree is proved in tests/web/custody/test_dates_pages.py.
LISTS = {
    "reception_new", "reception_waiting", "places", "movements_here", "releases", "decrees",
    "decree_new", "decree", "morning_lists", "morning_later", "held_without",
}  # fmt: skip
OPERATIONS = {
    "list_orders": "SEN x", "register_order": "SEN w", "admit": "ID w",
    "read_release_dates": "SEN x", "read_movements": "ID r", "leave": "ID w", "come_back": "ID w",
    "escape": "ID w", "depart": "ID w", "arrive": "ID w", "release": "ID w", "record_death": "ID w",
    "place_person": "ID w", "ask_sharing": "ID r",
}  # fmt: skip
WORDS = {
    "custody_reception_step": {"step": "property"},
    "custody_reception_correct": {"step": "property"},
    "transfer_step": {"kind": "property"}, "release_step": {"kind": "property"},
    "death_step": {"kind": "family"}, "entry_strike_out": {"kind": "order"},
    "stay_propose": {"act": "correct"}, "printed_paper": {"kind": "receipt"},
    "printed_pdf": {"kind": "receipt"},
}  # fmt: skip


def pages() -> Iterator[URLPattern]:
    for part in parts:
        yield from part.url_patterns


@pytest.fixture(params=every_third(2))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def test_no_page_and_no_operation_of_custody_is_left_out_here() -> None:
    assert {page.name for page in pages()} == set(OF_A_PERSON) | OF_A_PLACE | LISTS
    of_a_person = {page.name for page in pages() if "person_id" in page.pattern.converters}
    assert of_a_person == set(OF_A_PERSON)
    assert {name for name, line in CUSTODY.items() if not line.lists} == set(OPERATIONS)


def way_to(page: URLPattern, person: UUID, rows: dict[str, UUID]) -> str:
    """The page about this person; a row is one that is there, if one of its kind is."""
    asked = {key: rows.get(key, uuid4()) for key in page.pattern.converters}
    return reverse(
        str(page.name), kwargs={**asked, "person_id": person, **WORDS.get(page.name, {})}
    )


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    about = [page for page in pages() if page.name in OF_A_PERSON]
    turn = sorted(ROLES).index(cast.role)
    for number, page in enumerate(in_turn(cast.role, about, share=3), start=turn):
        code, letter = OF_A_PERSON[page.name].split()
        writes = letter in "aw" or page.name == "take_case"
        # Each page that is opened is sent to by every second role in turn.
        posts = page.name == "take_case" or (writes and number % 2 == 0)
        sends = (cast.client.get, cast.client.post) if posts else (cast.client.get,)
        # Who does not even reach the own case reaches nobody: one stands for all. Of two people who
        # are no case of this role, each page asks one, and with the next role the other.
        far = ("other", "away")[number % 2]
        none = way_to(page, cast.nobody, {})
        of_nobody = [send(none) for send in sends]
        for whom in ("mine", far) if reached(cast, "mine") else ("mine",):
            person = cast.people[whom]
            way = way_to(page, person, dict(cast.rows[whom]))
            for send, nobody in zip(sends, of_nobody, strict=True):
                if not reached(cast, whom):
                    assert_same(cast, send(way), nobody, person, (cast.role, way))
                elif letter not in cast.lets(code, whom):
                    answer = send(way)
                    assert answer.status_code in {403, 404, 405}, (cast.role, way)
                    assert not any(one in shown(answer) for one in secrets(whom)), (cast.role, way)


def reached(cast: Cast, whom: str) -> bool:
    """Whether any cell that custody writes in or reads opens anything in this file."""
    return any(cast.lets(code, whom) for code in ("ID", "SEN", "INC", "HLT"))


def assert_same(cast: Cast, far: Any, none: Any, person: UUID, told: object) -> None:
    assert far.status_code == none.status_code != 200, told
    said = shown(far).replace(str(person), str(cast.nobody))
    assert said == shown(none), told


def test_every_operation_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    for name in in_turn(cast.role, OPERATIONS, share=3):
        code, letter = OPERATIONS[name].split()
        for whom, person in cast.people.items():
            if letter in cast.lets(code, whom):
                continue
            far, none = (CUSTODY[name].call(cast.call, one) for one in (person, cast.nobody))
            told = (cast.role, name, whom)
            assert far.status in {403, 404}, (told, far.body)
            assert not any(one in str(far.body) for one in secrets(whom)), told
            if not reached(cast, whom):
                said = str(far.body).replace(str(person), str(cast.nobody))
                assert (far.status, said) == (none.status, str(none.body)), told


def test_every_page_of_a_place_out_of_reach_says_what_it_says_of_no_place(cast: Cast) -> None:
    here = cast.lets("ID", "other")  # only who reads files of a whole prison reads its places
    opens_at = {"north": "r" in here, "south": "r" in cast.lets("ID", "away")}
    closed = [code for code, opens in opens_at.items() if not opens]
    asked = product(
        [page for page in pages() if page.name in OF_A_PLACE], ("", "/a", "/a/1", "/a/1/01")
    )
    for page, cell in in_turn(cast.role, asked if closed else (), share=3):
        none = cast.client.get(reverse(str(page.name), kwargs={"place": f"nowhere{cell}"}))
        for code in closed:
            far = cast.client.get(reverse(str(page.name), kwargs={"place": code + cell}))
            told = (cast.role, page.name, code + cell)
            assert far.status_code == none.status_code != 200, told
            assert shown(far) == shown(none), told
    for code, opens in opens_at.items():
        said = cast.call.get("/occupancy", place=code)
        none = cast.call.get("/occupancy", place="nowhere")
        assert (said.status == 200) == opens, (cast.role, code)
        assert opens or (said.status, said.body) == (none.status, none.body), (cast.role, code)


def test_no_list_search_export_or_count_names_whom_the_role_does_not_reach(cast: Cast) -> None:
    hidden = {whom for whom in NAMES if not cast.lets("ID", whom)}
    ways = [*(name for name in LISTS if not name.startswith(("decree", "morning_later"))),
            "place_people", "place_sharing", "people", "drafts"]  # fmt: skip
    told = [shown(cast.client.get(f"/morning/{key}?at=north")) for key in LATER]
    for name in ways:
        place = {"place": "north"} if name in OF_A_PLACE else {}
        told.append(shown(cast.client.get(reverse(name, kwargs=place))))
    told += [shown(cast.client.get("/people", {"q": NAMES[whom]})) for whom in hidden]
    export = cast.client.post("/people/export", {"why": "transfer"}).content.decode()
    interface = [cast.call.post("/people/search", {"text": NAMES[whom]}).body for whom in NAMES]
    interface.append(cast.call.get("/people/export", why="transfer").body)
    interface += [cast.call.get(way).body for way in ("/people", "/held-without-order")]
    interface.append(cast.call.get("/establishments/north/arriving").body)
    for whom in hidden:
        typed = f'value="{NAMES[whom]}"'  # what was searched for stands in the field again
        for text in [*told, export, *map(str, interface)]:
            assert NAMES[whom] not in text.replace(typed, "").replace(f"“{NAMES[whom]}”", ""), whom
            assert str(cast.people[whom]) not in text, whom
    assert cast.call.get("/people/count").body == {"files": len(NAMES) - len(hidden)}
