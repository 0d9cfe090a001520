"""Figures of invented raters, so that the reliability desk of the demo has something to show."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime


def reliability_examples(now: datetime, name: str = "tc-generic") -> None:
    """Two items with coefficients, one with too few cases, one with very few; others unrated."""
    from tests.casework.assessment.reliability.made import item, noisy
    from throughcare.casework.assessment.models import KeptAgreement
    from throughcare.casework.assessment.reliability import agreement_on_tool
    from throughcare.casework.assessment.reliability.published import (
        no_cases,
        published_item,
        published_means,
    )
    from throughcare.casework.assessment.tools import tool

    generic = tool(name)
    cases = {"C1": 80, "C2": 45, "C3": 18, "D1": 3}
    said = agreement_on_tool(
        [item(noisy(many, seed=many), name=name) for name, many in cases.items()]
    )
    found = {one.item: published_item(one, 5) for one in said.items}
    KeptAgreement.objects.create(
        tool=generic.id, tool_version=generic.version, counted_at=now, left_out=True,
        figures={
            "items": [asdict(found.get(one.id) or no_cases(one.id)) for one in generic.items()],
            "means": [asdict(one) for one in published_means(said.over_items)],
        },
    )  # fmt: skip
