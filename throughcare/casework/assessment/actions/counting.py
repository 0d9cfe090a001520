"""To count over the whole service how far raters agree, and to keep what may be shown of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from throughcare.access.walls import seeing_all
from throughcare.casework.assessment.desk import fewest_shown, last_night
from throughcare.casework.assessment.models import KeptAgreement
from throughcare.casework.assessment.rated_pairs import RatedTwice, rated_twice
from throughcare.casework.assessment.reliability import agreement_on_tool
from throughcare.casework.assessment.reliability.published import (
    no_cases,
    published_item,
    published_means,
)

ENTER: Final = "assessment_enter_counting"


def count_agreement(*, at: datetime) -> None:
    """Count every tool anew and replace what was kept. For a job: it may take minutes.

    Nobody acts and no file is touched, so it leaves no entry. What is too small is not kept at all.
    """
    with transaction.atomic(), seeing_all(ENTER):
        found = rated_twice()
    kept = [
        KeptAgreement(
            tool=tool, tool_version=version, counted_at=at, left_out=one.left_out,
            figures=_figures(one),
        )
        for (tool, version), one in sorted(found.items())
    ]  # fmt: skip
    with transaction.atomic(), seeing_all(ENTER):
        KeptAgreement.objects.all().delete()
        KeptAgreement.objects.bulk_create(kept)


def agreement_is_due(*, at: datetime) -> bool:
    """Whether nothing was counted since the last night began, or nothing at all yet."""
    return not KeptAgreement.objects.filter(counted_at__gte=last_night(at)).exists()


def _figures(one: RatedTwice) -> Mapping[str, Any]:
    rated = [given for given in one.items.values() if given is not None]
    if not rated:
        return {"items": [asdict(no_cases(item)) for item in one.items], "means": []}
    said, fewest = agreement_on_tool(rated), fewest_shown()
    by_item = {found.item: published_item(found, fewest) for found in said.items}
    return {
        "items": [asdict(by_item.get(item) or no_cases(item)) for item in one.items],
        "means": [asdict(mean) for mean in published_means(said.over_items)],
    }
