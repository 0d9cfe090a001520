"""What can go wrong with a file, in words for the person at the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind
from throughcare.errors import BadInput


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody else changed: what was done, to which kind of fact, by whom."""

    done: str
    kind: str
    by: str

    @property
    def of_what(self) -> str:
        """The kind in words."""
        others = {"file": _("file"), "note": _("note")}
        return others.get(self.kind) or str(Kind(self.kind).label)


class ChangedMeanwhile(BadInput):
    """Somebody else changed the file after it was opened.

    `changes` says what, `typed` is what the person at the screen had typed, `version` the file's
    present one, with which to try again.
    """

    def __init__(self, *, changes: Sequence[Change], typed: object, version: int) -> None:
        self.changes, self.typed, self.version = tuple(changes), typed, version
        told = "; ".join(
            _("%(kind)s: %(done)s by account %(by)s")
            % {"kind": one.of_what, "done": one.done, "by": one.by}
            for one in changes
        )
        super().__init__(
            _("somebody else has changed this file since you opened it: %(told)s") % {"told": told},
            remedy=_(
                "look at what changed; what you typed is kept, save it again if it still holds"
            ),
        )


class BadValue(BadInput):
    """A value that does not have the form of its kind."""


class NoReason(BadInput):
    """An act that needs a written reason has none."""


class AlreadyReplaced(BadInput):
    """A fact or note that no longer stands cannot be changed again."""


class AlertStands(BadInput):
    """An alert of this code is already active for the person."""


class BadPeriod(BadInput):
    """An end that does not come after its beginning."""


class CannotMerge(BadInput):
    """Two files that cannot be merged, or a merge that cannot be undone."""


class BadPicture(BadInput):
    """A file that cannot be kept as a photo."""
