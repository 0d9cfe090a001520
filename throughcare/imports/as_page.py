"""The report of an import as one page: no script, nothing fetched, made to be read and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files

from throughcare.imports.outcome import Outcome, Result, RowResult
from throughcare.report.markup import bullets, element, escape, from_file, table

_TITLE = "What came of the rows of another register"
_WORDS = {
    Result.ACCEPTED: "accepted: new in the service",
    Result.CHANGED: "changed: corrected, and the earlier words stay readable",
    Result.UNCHANGED: "unchanged: the service has it already",
    Result.REFUSED: "refused: nothing of the row was taken over",
}


def as_page(outcome: Outcome) -> str:
    """The whole report as HTML."""
    main = "".join(
        [_head(outcome), _rows(outcome), _people(outcome), _refused(outcome), *_rest(outcome)]
    )
    css = files("throughcare.report").joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_TITLE)} – Throughcare</title>\n<style>\n{css}</style>\n</head>\n"
        f"<body>\n<main>\n{main}\n</main>\n</body>\n</html>\n"
    )


def _head(outcome: Outcome) -> str:
    facts = [
        ("register", outcome.source), ("establishment", outcome.place),
        ("account", outcome.account), ("done at", f"{outcome.at:%Y-%m-%d %H:%M} UTC"),
        ("state of", f"{outcome.on:%Y-%m-%d}"),
        *((one.name, f"SHA-256 {one.sha256}") for one in outcome.files),
    ]  # fmt: skip
    said = "".join(
        element("div", element("dt", from_file(name)) + element("dd", from_file(value)))
        for name, value in facts
    )
    dry = (
        element("p", "Dry run: everything was tried, and nothing was kept.") if outcome.dry else ""
    )
    notes = [from_file(f"{one.name}: {note}") for one in outcome.files for note in one.notes]
    title = element("p", "Throughcare", class_="brand") + element("h1", _TITLE)
    listed = bullets(notes) if notes else ""
    return element("header", title + dry + element("dl", said, class_="facts") + listed)


def _rows(outcome: Outcome) -> str:
    counts = outcome.counts()
    lines = [[_WORDS[result], f"{counts[result]:,}"] for result in Result]
    lines += [["blank", f"{outcome.blank:,}"], ["rows in the files", f"{outcome.rows_in:,}"]]
    sums = "The rows add up." if outcome.adds_up else "The rows do not add up: it was broken off."
    return _section(
        "Rows", element("p", sums) + table("Rows in and out", ("", "rows"), lines, numbers=1)
    )


def _people(outcome: Outcome) -> str:
    lines = [
        ["people in the file", f"{outcome.people_in_file:,}"],
        ["of them new in the service", f"{outcome.people_new:,}"],
        ["files in reach of the account before", f"{outcome.held_before:,}"],
        ["files in reach of the account now", f"{outcome.held_after:,}"],
    ]
    return _section(
        "People", table("People in the file and in the service", ("", "people"), lines, numbers=1)
    )


def _refused(outcome: Outcome) -> str:
    lines = [
        [from_file(one.file), f"{one.row}", from_file(one.cell), from_file(one.value),
         from_file(one.reason), from_file(one.remedy)]
        for one in outcome.rows if one.result is Result.REFUSED
    ]  # fmt: skip
    heads = ("file", "row", "cell", "it says", "why it is refused", "what to do")
    return _section("Refused rows", _table("Rows of which nothing was taken over", heads, lines))


def _rest(outcome: Outcome) -> Iterable[str]:
    heads = ("file", "row", "result", "number", "what is odd or was changed")
    noted = [_noted(one) for one in outcome.rows if one.notes]
    yield _section("Taken over, and odd", _table("Rows with remarks", heads, noted))
    pairs = [
        [from_file(one.one), from_file(one.other), from_file(one.why)] for one in outcome.pairs
    ]
    yield _section(
        "Perhaps one person",
        element("p", "Proposed to whoever decides; nothing was merged.")
        + _table("Pairs", ("number", "and", "why"), pairs),
    )
    yield _section("Held now without an order in force", _bullets(outcome.without_order))
    yield _section("Taken over before, and no longer in the file", _bullets(outcome.gone))


def _noted(one: RowResult) -> list[str]:
    return [from_file(one.file), f"{one.row}", escape(one.result.value), from_file(one.person),
            from_file("; ".join(one.notes))]  # fmt: skip


def _section(title: str, inside: str) -> str:
    return element("section", element("h2", escape(title)) + inside)


def _table(caption: str, heads: Sequence[str], lines: list[list[str]]) -> str:
    return table(caption, heads, lines) if lines else element("p", "None.")


def _bullets(lines: list[str]) -> str:
    return bullets(from_file(line) for line in lines) if lines else element("p", "None.")
