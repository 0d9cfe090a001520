"""How many of the monitored rules the records of the demo answer, and each thing once found."""

from __future__ import annotations

from collections import Counter

from standards.findings import Status
from throughcare.casework.safety.models import Restraint, Sanction, SeparationOrder
from throughcare.demo.safety.visited import _BY_WHOM, _SEEN
from throughcare.duties.models import KeptFinding

LEAST = 165  # of the 339


def test_so_many_rules_are_answered_otherwise_than_unknown(judged: None) -> None:
    known = KeptFinding.objects.exclude(status=Status.UNKNOWN)
    rules = set(known.values_list("rule", flat=True))
    assert len(rules) >= LEAST, sorted(rules)


def test_daily_life_answers_its_rules_kept_and_broken(judged: None) -> None:
    kept = KeptFinding.objects.filter(status__in=(Status.MET, Status.DUE))
    broken = KeptFinding.objects.filter(status=Status.BREACHED)
    assert set(kept.values_list("rule", flat=True)) >= {
        "nmr-58-1-contact", "nmr-58-1-visit", "br-26", "br-44", "nmr-60-1", "juv-hr-60",
        "nmr-96-1", "nmr-102-2", "nmr-103-1", "nmr-65-2", "nmr-65-3-access",
    }  # fmt: skip
    assert set(broken.values_list("rule", flat=True)) >= {
        "nmr-58-1-contact", "nmr-58-1-visit", "br-26", "juv-hr-61", "nmr-96-1", "nmr-96-2",
        "nmr-102-1-day", "nmr-102-2", "nmr-65-2", "nmr-65-3-access", "nmr-65-3-wish",
    }  # fmt: skip


def test_what_the_inspector_found_is_there_once_and_broke_what_it_must(judged: None) -> None:
    found = Counter(Sanction.objects.filter(said_by=_BY_WHOM).values_list("kind", flat=True))
    assert found["corporal_punishment"] == 1 and found["family_contact_barred"] == 2
    assert Restraint.objects.filter(said_by=_BY_WHOM).count() == 3
    assert SeparationOrder.objects.filter(found=_SEEN).count() == 4
    breaches = KeptFinding.objects.filter(status=Status.BREACHED)
    assert set(breaches.values_list("rule", flat=True)) >= {
        "nmr-43-1-d", "nmr-43-1-d-diet", "nmr-43-1-e", "nmr-43-2", "nmr-43-3-ban",
        "nmr-39-1-double", "nmr-46-1-role", "nmr-39-3", "nmr-47-2-a", "nmr-45-1-sentence",
        "nmr-45-2-disability", "nmr-45-2-women", "br-22", "br-23", "br-24", "juv-hr-64",
    }  # fmt: skip
