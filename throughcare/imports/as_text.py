"""The account of an import for the screen."""

from __future__ import annotations

from throughcare.imports.outcome import Outcome, Result

_MOST = 10  # lines of each list on the screen; the report has them all


def as_text(outcome: Outcome) -> str:
    """The reconciliation, and the first lines of each list."""
    return "\n".join(
        [*_head(outcome), *rows_words(outcome), "", *people_words(outcome), *_lists(outcome)]
    )


def rows_words(outcome: Outcome) -> list[str]:
    """Rows in, and what came of them; with a sentence where they do not add up."""
    counts = outcome.counts()
    lines = [
        f"rows in the file{'s' if len(outcome.files) > 1 else ''}     {outcome.rows_in:>8,}",
        *(f"  {result.value:<18} {counts[result]:>8,}" for result in Result),
        f"  {'blank':<18} {outcome.blank:>8,}",
    ]
    if not outcome.adds_up:
        lines.append("  THESE DO NOT ADD UP: the run was broken off, or this is an error of ours")
    return lines


def people_words(outcome: Outcome) -> list[str]:
    """People in the file and in the register."""
    return [
        f"people in the file   {outcome.people_in_file:>8,}",
        f"  of them new        {outcome.people_new:>8,}",
        f"files in reach before{outcome.held_before:>8,}",
        f"files in reach now   {outcome.held_after:>8,}",
    ]


def _head(outcome: Outcome) -> list[str]:
    what = "Dry run: everything was tried, and nothing was kept." if outcome.dry else "Taken over."
    lines = [f"{what} {outcome.source}, at {outcome.place}, as {outcome.account}"]
    for one in outcome.files:
        lines.append(f"{one.name}: SHA-256 {one.sha256}")
        lines += [f"  {note}" for note in one.notes]
    return [*lines, ""]


def _lists(outcome: Outcome) -> list[str]:
    refused = [one for one in outcome.rows if one.result is Result.REFUSED]
    return [
        *_list("refused", [f"{one.cell}: {one.reason}" for one in refused]),
        *_list(
            "reasons of refusal", [f"{n:>6,}  {why}" for why, n in outcome.reasons().most_common()]
        ),
        *_list(
            "taken over, and odd", [f"{n:>6,}  {note}" for note, n in outcome.noted().most_common()]
        ),
        *_list(
            "may be one person (proposed, not merged)",
            [f"{pair.one} and {pair.other}: {pair.why}" for pair in outcome.pairs],
        ),
        *_list("held now without an order in force", outcome.without_order),
        *_list("taken over before, and no longer in the file (kept)", outcome.gone),
    ]


def _list(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    more = [f"  ... and {len(lines) - _MOST:,} more: see the report"] if len(lines) > _MOST else []
    return ["", f"{title}: {len(lines):,}", *(f"  {line}" for line in lines[:_MOST]), *more]
