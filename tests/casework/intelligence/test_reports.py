"""A report is graded, grounded and ends; whoever only appends reads none."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DAY,
    DIRECTOR,
    OTHER_OFFICER,
    RAW,
    WING,
    grown,
    now,
    officer,
    report,
    rows,
    said,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account, Post
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.intelligence import actions, queries
from throughcare.casework.intelligence.errors import (
    BadReport,
    BadTime,
    ConfidentialSource,
    MayNameSource,
    Over,
    TooLong,
)
from throughcare.casework.intelligence.grades import KINDS, allowed_kinds, never_kinds
from throughcare.casework.intelligence.models import Report, Sealed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def test_a_report_is_read_whole_by_the_office_and_by_nobody_else() -> None:
    person = grown()
    item = report(person)
    (seen,) = queries.reports_of(officer(), person, at=now()).seen
    assert (seen.item, seen.words["raw"], seen.words["code"]) == (item, RAW, "K-7")
    assert (seen.words["source"], seen.words["information"], seen.source_kind) == (
        "B", "2", "prisoner",
    )  # fmt: skip
    for one in (DIRECTOR, WING):
        with pytest.raises(Refused):
            queries.reports_of(one, person, at=now())
    with pytest.raises(NotThere):
        queries.reports_of(officer(963, "south"), person, at=now())


def test_an_officer_of_the_wing_writes_and_learns_only_that_it_was_received() -> None:
    person = grown()
    item = report(person, by=WING)
    (receipt,) = queries.received(WING, at=now())
    assert receipt.id == item and {*receipt.__slots__} == {"id", "at"}
    with pytest.raises(Refused):
        queries.reports_of(WING, person, at=now())
    assert [one.item for one in queries.reports_of(officer(), person, at=now()).seen] == [item]


def test_the_receipts_of_another_are_not_shown() -> None:
    report(grown(), by=WING)
    assert queries.received(officer(), at=now()) == []
    with pytest.raises(NotThere):
        queries.received(DIRECTOR, at=now())


@pytest.mark.parametrize("kind", never_kinds())
def test_nothing_comes_from_a_confidential_relation(kind: str) -> None:
    with pytest.raises(ConfidentialSource):
        report(grown(), source_kind=kind)
    assert rows() == 0


@pytest.mark.parametrize("kind", [*never_kinds(), ""])
def test_the_database_refuses_a_confidential_relation_too(kind: str) -> None:
    person = grown()
    see_all_rows("INT")
    with pytest.raises(IntegrityError, match="never_from_a_confidential"), transaction.atomic():
        Sealed.objects.create(
            id=person, person_id=person, item=person, kind="report", source_kind=kind,
            words="gAAAAx", recorded_at=now(), expires_at=now() + DAY,
        )  # fmt: skip


def test_every_kind_has_words_and_is_allowed_or_never() -> None:
    assert {*KINDS} == {*allowed_kinds(), *never_kinds()}


@pytest.mark.parametrize("role", [Role.PSYCHOLOGIST, Role.CHAPLAIN, Role.CASE_MANAGER])
def test_whoever_holds_a_post_of_trust_is_made_no_informant(role: Role) -> None:
    wing = written(
        Viewer(970, posts=(HeldPost(Role.SECURITY_OFFICER, "north", WING.posts[0].period),))
    )
    person = grown()
    report(person, by=wing)
    both = written(Viewer(970, posts=(*wing.posts, HeldPost(role, "north", WING.posts[0].period))))
    with pytest.raises(ConfidentialSource):
        report(person, by=both)


def test_nor_whoever_holds_it_with_another_account() -> None:
    person, period = grown(), WING.posts[0].period
    holder = Account.objects.get(pk=WING.account).holder
    other = Account.objects.create(pk=971, name="account 971", holder=holder)
    Post.objects.create(account=other, role="chaplain", establishment="north", begins=period.begins)
    with pytest.raises(ConfidentialSource):
        report(person, by=WING)


@pytest.mark.parametrize(
    "name", ["code", "raw", "sanitised", "action", "necessity", "proportionality"]
)
def test_a_report_without_its_ground_is_refused_by_name(name: str) -> None:
    with pytest.raises(BadReport, match=name):
        report(grown(), **{name: "  "})


@pytest.mark.parametrize(
    ("name", "grade"), [("source", "F"), ("information", "6"), ("handling", "")]
)
def test_a_report_is_graded_by_the_scales(name: str, grade: str) -> None:
    with pytest.raises(BadReport, match="grade"):
        report(grown(), **{name: grade})


@pytest.mark.parametrize(
    ("review", "end"), [(181, 300), (90, 366), (-1, 30), (60, 30), (0, 0)]
)  # fmt: skip
def test_a_report_ends_and_is_looked_at_before_in_time(review: int, end: int) -> None:
    at = now()
    times = {"review_at": at + review * DAY, "expires_at": at + end * DAY}
    with pytest.raises(BadTime):
        report(grown(), at=at, **times)


def test_the_longest_time_is_allowed_to_the_day() -> None:
    at = now()
    report(grown(), at=at, review_at=at + 180 * DAY, expires_at=at + 365 * DAY)


def test_fifty_thousand_signs_are_refused_clearly_and_nothing_is_written() -> None:
    with pytest.raises(TooLong, match=r"50000.*20000"):
        report(grown(), raw="x" * 50_000)
    assert rows() == 0


SIGNS: list[tuple[str, dict[str, Any]]] = [
    ("told by", {"raw": "This was told by a cook."}),
    ("K-7", {"sanitised": "k-7 is afraid."}),
    ("со слов", {"raw": "Со слов соседа, там нож."}),
    ("Karimova", {"raw": "It is Karimova who knows."}),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "words"), SIGNS)
def test_a_text_that_may_name_the_source_is_warned_about_and_may_be_confirmed(
    sign: str, words: dict[str, Any]
) -> None:
    person = grown("Aliev", "Timur")
    grown("Karimova", "Dana", cell="north/a/1/02")
    clean = {"raw": "A blade lies there.", "confirmed": False}
    report(person, **clean)
    with pytest.raises(MayNameSource) as caught:
        report(person, **{**clean, **words})
    assert sign in caught.value.signs
    report(person, **{**clean, **words, "confirmed": True})
    assert rows() == 4


def test_the_name_of_the_person_the_report_is_about_is_no_warning() -> None:
    person = grown("Aliev", "Timur")
    report(person, raw="Aliev hides a blade.", confirmed=False)


def test_a_form_sent_twice_is_one_report() -> None:
    from uuid import uuid4

    person, key = grown(), uuid4()
    report(person, key=key)
    with pytest.raises(Over):
        report(person, key=key)
    assert rows() == 2


def test_nobody_writes_about_himself_or_herself() -> None:
    person = grown()
    own = written(Viewer(972, person=person, posts=WING.posts))
    with pytest.raises(Refused):
        report(person, by=own)


def test_who_decides_discipline_about_the_person_writes_no_report() -> None:
    from tests.casework.safety.made_measures import decided, ready

    person = grown()
    case = ready(person)
    decided(case)
    by = written(Viewer(DIRECTOR.account, posts=DIRECTOR.posts))
    with pytest.raises((SameHand, Refused)):
        report(person, by=by)


def test_a_report_kept_is_looked_at_again_and_ends_when_it_would_have_ended() -> None:
    person = grown()
    item = report(person)
    before = queries.reports_of(officer(), person, at=now()).seen[0]
    actions.keep(
        by=officer(OTHER_OFFICER), at=now(), item=item, review_at=now() + 120 * DAY,
        why="The blade was not found.",
    )  # fmt: skip
    (seen,) = queries.reports_of(officer(), person, at=now()).seen
    assert seen.expires_at == before.expires_at and seen.review_at > before.review_at
    assert [one.why for one in seen.reviews] == ["The blade was not found."]
    with pytest.raises(BadTime):
        actions.keep(
            by=officer(), at=now(), item=item, review_at=before.expires_at + DAY, why="Longer."
        )


def test_nothing_in_the_database_makes_a_report_last_longer() -> None:
    person = grown()
    item = report(person)
    see_all_rows("INT")
    row = Report.objects.get(first=item)
    Report.objects.filter(id=item).update(stood_until=now())
    with (
        pytest.raises(IntegrityError, match="makes a report last longer"),
        transaction.atomic(),
    ):
        Report.objects.create(
            id=person, first=item, person_id=person, recorded_at=now(), recorded_by="961",
            replaces_id=item, state="live", review_at=row.review_at,
            expires_at=row.expires_at + timedelta(days=1),
        )  # fmt: skip


def test_a_report_deleted_is_gone_with_all_that_was_made_of_it() -> None:
    from tests.casework.intelligence.made import shared

    person = grown()
    item = report(person)
    shared(item)
    actions.delete(by=officer(), at=now(), item=item, why="It was a rumour.")
    assert queries.reports_of(officer(), person, at=now()).seen == []
    assert queries.statements_about(DIRECTOR, person, at=now()).seen == []
    see_all_rows("INT")
    assert {*Sealed.objects.values_list("words", "destroyed_how")} == {("", "deleted")}
    with pytest.raises(Over):
        actions.keep(by=officer(), at=now(), item=item, review_at=now() + DAY, why="x y z")


def test_words_that_live_are_not_destroyed_by_hand() -> None:
    item = report(grown())
    see_all_rows("INT")
    with pytest.raises(IntegrityError, match="destroyed by a review alone"), transaction.atomic():
        Sealed.objects.filter(id=item).update(
            words="", source_kind="", destroyed_at=now(), destroyed_how="deleted"
        )


def test_said_is_a_sound_report() -> None:
    assert said()["confirmed"]
