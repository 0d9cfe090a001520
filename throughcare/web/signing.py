"""What a page that asks for a signature carries: the digest of the words that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from throughcare.web.request import Request

SEEN: Final = "seen"


@dataclass(slots=True)
class Shown:
    """The digest that the page carries; empty for a page that asks for no signature.

    A form that is refused for something else keeps the one that was sent, so that nobody signs what
    changed while a reason was being typed. Only who is told of the change is given the new one.
    """

    words: str
    sent: str | None

    @property
    def seen(self) -> str:
        """For the page that is shown now."""
        return self.words if self.sent is None else self.sent

    def anew(self) -> None:
        """The signer is told that the words are others: these are shown now."""
        self.sent = None


def shown_words(request: Request, words: str) -> Shown:
    """Of the page as it is read now, or of the form that was sent."""
    return Shown(words, request.POST.get(SEEN, "")[:64] if request.method == "POST" else None)
