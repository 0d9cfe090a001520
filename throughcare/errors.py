"""What a command says when it cannot go on: one clear sentence and how to mend it."""

from __future__ import annotations


class BadInput(Exception):
    """Input that cannot be used. Exit status 2.

    `where` is a file, with row or line where there is one; `remedy` is what to do now.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        place = f"{where}: " if where else ""
        mend = f"\n  What to do: {remedy}" if remedy else ""
        super().__init__(f"{place}{what}{mend}")
