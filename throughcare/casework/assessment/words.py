"""What is written about a person, looked through for what somebody is or believes.

Nothing is understood here: words of the lists are found, and the writer is asked what was done. A
text that needs such a word may keep it, beside an answer without one.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from throughcare.casework.assessment.errors import BeliefAlone, NotSaid
from throughcare.casework.assessment.instruments.groups import named_in
from throughcare.kernel.folding import words_of

_LIST: Final = "protected.yaml"
# Whether somebody is a man or ill is said in any account of what happened, and explains nothing.
_TOLD_ANYHOW: Final = frozenset({"sex", "disability"})
# An act has somebody or something that it is done to: one word alone names none. Our own choice.
_FEWEST_WORDS: Final = 3


def named(text: str) -> list[str]:
    """The words of a text that say what somebody is or believes, each once, as written."""
    found = named_in(_LIST, words_of(text))
    return list(dict.fromkeys(said for group, said in found if group.key not in _TOLD_ANYHOW))


def need_said(**said: str) -> None:
    """Refuse where one of these was left empty. The names are those of the form. Raises NotSaid."""
    missing = [name.replace("_", " ") for name, text in said.items() if not text.strip()]
    if missing:
        raise NotSaid(
            _("this is not said: %(what)s") % {"what": ", ".join(missing)},
            remedy=_("write it in a sentence; what else was typed is kept"),
        )


def need_act(act: str, besides: str) -> None:
    """Refuse an account that names belief, worship, dress, diet or origin, and no act beside it.

    `besides` answers the question what was done when all that is left aside. Raises BeliefAlone.
    """
    found = named(act)
    if not found:
        return
    if not besides.strip():
        raise BeliefAlone(
            _("this speaks of what somebody is or believes: %(words)s")
            % {"words": ", ".join(found)},
            remedy=_("answer the question below it: leaving that aside, what did the person do?"),
        )
    again = named(besides)
    if again:
        raise BeliefAlone(
            _("the answer speaks of it again: %(words)s") % {"words": ", ".join(again)},
            remedy=_(
                "say what was done, to whom and when, without it; where nothing was done, there is "
                "nothing to refer"
            ),
        )
    if len(besides.split()) < _FEWEST_WORDS:
        raise BeliefAlone(
            _("the answer does not say what was done"),
            remedy=_("write it in a sentence: what was done, to whom and when"),
        )
