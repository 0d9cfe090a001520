"""A file of an instrument with one line of it damaged."""

from __future__ import annotations

from hypothesis import strategies as st

_INSTEAD = (
    "", "[]", "{}", "null", "5", "true", "[[a]]", "{a: b}", "2024-01-01", "[1, null, true]",
    "as text", "as key", "indented", "outdented",
)  # fmt: skip


def damaged(text: str) -> st.SearchStrategy[str]:
    """The text with another value, or another place, for one of the lines that are not empty."""
    numbers = [number for number, line in enumerate(text.split("\n")) if line.strip()]
    return st.builds(
        _damage, st.just(text), st.sampled_from(numbers), st.sampled_from(_INSTEAD)
    )  # fmt: skip


def _damage(text: str, number: int, instead: str) -> str:
    lines = text.split("\n")
    line = lines[number]
    key, _, value = line.partition(":")
    lines[number] = {
        "": "", "as text": f"{key}: {value.strip().strip('[]{}')}",
        "as key": f'{line[: len(line) - len(line.lstrip())]}"{line.strip()}": 1'.replace('""', '"'),
        "indented": f"  {line}", "outdented": line.removeprefix("  "),
    }.get(instead, f"{key}: {instead}")  # fmt: skip
    return "\n".join(lines)
