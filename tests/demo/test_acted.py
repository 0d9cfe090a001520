"""Judgement in the demo is done by its accounts, and shows what is kept and what is broken."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

from standards.findings import Status as Answer
from tests.demo.made import AT, tiny
from throughcare.access.models import Account
from throughcare.casework.assessment.models import Assessment, Classification, Sharing, Status
from throughcare.demo.acted.run import act
from throughcare.duties.models import KeptFinding
from throughcare.register.actions import seal
from throughcare.register.models import Entry
from throughcare.register.signing import signing_key
from throughcare.register.verify import verify
from throughcare.service.training.models import Certificate, Posting, Supervision

# What the two files of judgement, the boards and the staff show: kept where it was done rightly,
# broken where it was done carelessly.
MET = {"vep-01", "vep-06", "vep-07", "vep-13", "vep-24", "br-41", "nmr-8-b"}
BROKEN = {"vep-01", "vep-02", "vep-05", "vep-30", "nmr-75-2", "nmr-89-1"}


def rules(status: Answer) -> set[str]:
    return set(KeptFinding.objects.filter(status=status).values_list("rule", flat=True))


def test_what_was_done_rightly_is_kept_and_what_was_done_carelessly_is_broken(
    judged: None,
) -> None:
    assert rules(Answer.MET) >= MET
    assert rules(Answer.BREACHED) >= BROKEN


def test_every_judgement_of_the_demo_was_written_by_an_account_of_the_country(
    smalls: str,
) -> None:
    accounts = {str(one) for one in Account.objects.values_list("pk", flat=True)}
    for model in (Assessment, Status, Classification, Sharing):
        rows = model._default_manager.all()
        assert rows.exists(), model
        for row in rows:
            entries = Entry.objects.filter(table=model._meta.db_table, row=str(row.pk))
            first = entries.order_by("id")[0]
            assert first.by == row.recorded_by and first.by in accounts
    assert Certificate.objects.exists() and Posting.objects.exists()
    assert Supervision.objects.exists()


def test_the_register_of_what_was_acted_can_be_proven(smalls: str, tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    assert seal(at=AT, key=key) is not None
    connection.ensure_connection()
    assert verify(connection.connection, keys=key.keys()).trouble is None


def test_a_country_of_a_few_people_has_nobody_to_show_judgement_with(peopled: str) -> None:
    act(tiny())
    assert not Assessment.objects.exists() and not Certificate.objects.exists()
