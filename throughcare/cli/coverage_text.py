"""Which rules are answered, as text for a reader and as JSON for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from standards.rulebook.coverage import Reach, RuleCoverage
from standards.rulebook.entry import Entry
from standards.rulebook.model import Rulebook
from throughcare.cli.rule_text import WIDTH

_SHOWN_MISSING = 5


def covered_rule(one: RuleCoverage, entry: Entry) -> dict[str, object]:
    return {
        "id": one.rule,
        "cite": entry.cite,
        "title": entry.title,
        "severity": entry.severity,
        "answered": str(one.reach),
        "missing": list(one.missing),
        "needs": list(entry.needs),
    }


def coverage_text(found: list[RuleCoverage], rulebook: Rulebook) -> str:
    words = {
        Reach.ANSWERED: "Can be answered",
        Reach.PARTLY: "Can be answered in part",
        Reach.NOT: "Cannot be answered",
    }
    lines = []
    for reach, title in words.items():
        those = [one for one in found if one.reach is reach]
        lines += ["", f"{title}: {len(those)} of {len(found)} monitored rules"]
        for one in those:
            entry = rulebook.entries[one.rule]
            lines.append(f"  {one.rule:24} {entry.title}")
            if one.missing:
                lines += _missing(one.missing)
    return "\n".join(lines[1:])


def _missing(names: Sequence[str]) -> list[str]:
    more = len(names) - _SHOWN_MISSING
    shown = "missing: " + ", ".join(names[:_SHOWN_MISSING])
    indent = " " * 27
    return textwrap.wrap(
        f"{shown} and {more} more" if more > 0 else shown,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
    )
