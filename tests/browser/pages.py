"""Each page by its name: who may open it, and an example of its address.

A page without a line here fails `test_every_page_is_looked_at`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver

from tests.browser import (
    of_classification,
    of_custody,
    of_daily_life,
    of_duties,
    of_intelligence,
    of_judgement,
    of_observations,
    of_plans,
    of_programmes,
    of_rules,
    of_safety,
    of_team,
    of_training,
    of_unit_day,
)
from tests.browser.house import House
from tests.browser.seen import Seen, Way
from throughcare.config.urls import urlpatterns


def _plain(way: str) -> Way:
    return lambda _house: way


def _file(rest: str = "") -> Way:
    return lambda house: f"/people/{first_file(house)}{rest}"


def first_file(house: House) -> Any:
    """A file with a photo, an alert and a note."""
    return house.one("SELECT person_id FROM people_photo LIMIT 1")


def _in_file(rest: str, words: str) -> Way:
    return lambda house: f"/people/{first_file(house)}{rest}".replace(
        "ID", str(house.one(words, first_file(house)))
    )


def _fact(rest: str) -> Way:
    words = (
        "SELECT f.id FROM people_fact f WHERE f.person_id = %s AND f.kind = 'name' AND f.standing "
        "= 'stated' AND f.voided_at IS NULL AND NOT EXISTS "
        "(SELECT FROM people_fact g WHERE g.supersedes_id = f.id)"
    )
    return _in_file(f"/facts/ID/{rest}", words)


def _of_account(rest: str, name: str) -> Way:
    return lambda house: rest.replace(
        "ID", str(house.one("SELECT id FROM access_account WHERE name = %s", name))
    )


def _emergency(rest: str, name: str) -> Way:
    words = (
        "SELECT b.id FROM access_breakglass b JOIN access_account a ON a.id = b.account_id "
        "WHERE a.name = %s ORDER BY b.id LIMIT 1"
    )
    return lambda house: rest.replace("ID", str(house.one(words, name))).replace(
        "PERSON", str(house.one("SELECT person FROM access_breakglass ORDER BY id LIMIT 1"))
    )


def _case(house: House) -> str:
    words = (
        "SELECT s.person, s.id FROM access_caseassignment s JOIN access_account a "
        "ON a.id = s.account_id WHERE a.name = 'psychologist' LIMIT 1"
    )
    found = house.rows.execute(words).fetchone()
    assert found is not None
    return f"/people/{found[0]}/cases/{found[1]}/end"


def _post(house: House) -> str:
    words = (
        "SELECT a.id, p.id FROM access_post p JOIN access_account a ON a.id = p.account_id "
        "WHERE a.name = 'psychologist' LIMIT 1"
    )
    found = house.rows.execute(words).fetchone()
    assert found is not None
    return f"/staff/{found[0]}/posts/{found[1]}/end"


ADMISSIONS, DIRECTOR, GUARD = "admissions_officer", "prison_director", "security_officer"
ADMINISTRATOR, PRISONER = "system_administrator", "prisoner"

PAGES: dict[str, Seen] = {
    "sign_in": Seen(None, _plain("/sign-in")),
    "first": Seen(ADMISSIONS, _plain("/")),
    "people": Seen(ADMISSIONS, _plain("/people"), shows=True),
    "people_found": Seen(ADMISSIONS, _plain("/people?q=a"), shows=True),
    "person_new": Seen(ADMISSIONS, _plain("/people/new")),
    "people_export": Seen(ADMISSIONS, _plain("/people/export")),
    "duplicates": Seen(ADMISSIONS, _plain("/people/duplicates"), shows=True),
    "duplicate": Seen(
        ADMISSIONS,
        lambda house: "/people/duplicates/{}".format(
            house.one("SELECT id FROM people_proposal WHERE decided_at IS NULL LIMIT 1")
        ),
        shows=True,
    ),
    "person": Seen(ADMISSIONS, _file(), shows=True),
    "person_redacted": Seen(
        "teacher_instructor",
        lambda house: "/people/{}".format(
            house.one(
                "SELECT s.person FROM access_caseassignment s JOIN access_account a "
                "ON a.id = s.account_id WHERE a.name = 'teacher instructor' LIMIT 1"
            )
        ),
        shows=True,
    ),
    "person_contacts": Seen(ADMISSIONS, _file("/contacts"), shows=True),
    "person_history": Seen(ADMISSIONS, _file("/history"), shows=True),
    "fact_state": Seen(ADMISSIONS, _file("/facts/document/new"), shows=True),
    "fact_verify": Seen(ADMISSIONS, _fact("verify"), shows=True),
    "fact_correct": Seen(ADMISSIONS, _fact("correct"), shows=True),
    "fact_strike_out": Seen(ADMISSIONS, _fact("strike-out"), shows=True),
    "person_notes": Seen(ADMISSIONS, _file("/notes"), shows=True),
    "note_new": Seen(ADMISSIONS, _file("/notes/new"), shows=True),
    "note_amend": Seen(
        ADMISSIONS,
        _in_file("/notes/ID/amend", "SELECT id FROM people_note WHERE person_id = %s LIMIT 1"),
        shows=True,
    ),
    "person_alerts": Seen(ADMISSIONS, _file("/alerts"), shows=True),
    "alert_new": Seen(ADMISSIONS, _file("/alerts/new"), shows=True),
    "alert_end": Seen(
        ADMISSIONS,
        _in_file(
            "/alerts/ID/end",
            "SELECT id FROM people_alert WHERE person_id = %s AND ended_at IS NULL "
            "ORDER BY expires_at DESC LIMIT 1",
        ),
        shows=True,
    ),
    "photo_new": Seen(ADMISSIONS, _file("/photo"), shows=True),
    "photo": Seen(
        ADMISSIONS,
        _in_file("/photo/ID", "SELECT id FROM people_photo WHERE person_id = %s LIMIT 1"),
        shows=True,
    ),
    "duplicate_propose": Seen(ADMISSIONS, _file("/same-person"), shows=True),
    "person_separate": Seen(
        ADMISSIONS,
        lambda house: "/people/{}/separate".format(
            house.one(
                "SELECT merged_id FROM people_merge WHERE undone_at IS NULL "
                "ORDER BY merged_at DESC LIMIT 1"
            )
        ),
        shows=True,
    ),
    "drafts": Seen(ADMISSIONS, _plain("/drafts")),
    "what_may_i": Seen(DIRECTOR, _plain("/what-may-i")),
    "my_file": Seen(PRISONER, _plain("/my-file"), shows=True),
    "kin": Seen(ADMISSIONS, _plain("/kin")),
    "readers": Seen(DIRECTOR, _file("/readers"), shows=True),
    "emergency": Seen(DIRECTOR, _file("/emergency"), shows=True),
    "emergency_opened": Seen(
        GUARD, _emergency("/people/PERSON/emergency/ID", "security officer"), shows=True
    ),
    "emergencies": Seen(DIRECTOR, _plain("/emergencies")),
    "emergency_review": Seen(DIRECTOR, _emergency("/emergencies/ID/review", "security officer")),
    "accounts": Seen(ADMINISTRATOR, _plain("/accounts")),
    "account_new": Seen(ADMINISTRATOR, _plain("/accounts/new")),
    "account": Seen(ADMINISTRATOR, _of_account("/accounts/ID", "chaplain")),
    "staff": Seen(DIRECTOR, _plain("/staff")),
    "staff_posts": Seen(DIRECTOR, _of_account("/staff/ID", "psychologist")),
    "staff_post_end": Seen(DIRECTOR, _post),
    "cases": Seen(DIRECTOR, lambda house: _case(house).rsplit("/", 2)[0]),
    "case_end": Seen(DIRECTOR, _case),
    "again": Seen(ADMISSIONS, _plain("/again")),
    "my_account": Seen(ADMISSIONS, _plain("/my-account")),
    "password": Seen(ADMISSIONS, _plain("/my-account/password")),
    "passkeys": Seen(ADMISSIONS, _plain("/my-account/passkeys")),
    "sessions": Seen(ADMISSIONS, _plain("/my-account/sessions")),
    **of_custody.PAGES,
    **of_daily_life.PAGES,
    **of_duties.PAGES,
    **of_rules.PAGES,
    **of_safety.PAGES,
    **of_judgement.PAGES,
    **of_classification.PAGES,
    **of_observations.PAGES,
    **of_intelligence.PAGES,
    **of_plans.PAGES,
    **of_team.PAGES,
    **of_training.PAGES,
    **of_unit_day.PAGES,
    **of_programmes.PAGES,
}

# No page of its own: it only receives what another page sends, or answers a program.
_OF_PARTS = frozenset[str]().union(
    *(
        part.NO_PAGE
        for part in (
            of_custody,
            of_judgement,
            of_observations,
            of_unit_day,
            of_plans,
            of_programmes,
            of_team,
        )
    )
)
NO_PAGE = _OF_PARTS | frozenset(
    {
        "sign_out", "emergency_confirm", "account_suspend", "account_password", "account_own_file",
        "language", "theme", "health", "notice_seen", "draft_keep", "draft_forget",
        "account_restore", "second_passkey", "passkey_alone", "outside", "outside_back",
        "again_passkey", "kept", "forget_kept", "begin_code_app", "remove_code_app",
        "new_recovery_codes", "rename_passkey", "remove_passkey", "end_session",
        "end_other_sessions",
    }
)  # fmt: skip
# Met only on the way of a second factor: test_second_factor goes it.
ON_THE_WAY = frozenset({"code_app", "recovery_codes", "second"})
# Shows a picture or leads on, and is no page to be read.
NOT_READ = frozenset({"photo"}) | of_programmes.NOT_READ


def names(patterns: list[Any] | None = None) -> Iterator[str]:
    """The name of each address of the service, without those for machines."""
    for one in urlpatterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            if not str(one.pattern).startswith("api/"):
                yield from names(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield str(one.name)
