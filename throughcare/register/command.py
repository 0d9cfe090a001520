"""The three commands of the register, as functions that print through what they are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from throughcare.register.export import export
from throughcare.register.heads import Head, read_head, text_of, write_head
from throughcare.register.order import NOWHERE, Reached, Tell
from throughcare.register.page import write_page
from throughcare.register.reading import Source, last_head
from throughcare.register.signing import Keys
from throughcare.register.state import read_state, write_state
from throughcare.register.verify import Verified, verify

SOUND, BROKEN = 0, 3  # exit status

Say = Callable[[str], None]


def verify_command(
    source: Source,
    *,
    keys: Keys,
    say: Say,
    head: Path | None = None,
    state: Path | None = None,
    whole: bool = False,
    tell: Tell = lambda done, total: None,
) -> int:
    """Verify against a head file, or the last checkpoint. 0 if all is sound, 3 if not.

    `state` is a file that says how far an earlier run came: this one goes on there, unless `whole`,
    and leaves there how far it came itself. Raises BadHead, BadState.
    """
    kept = None if head is None else read_head(head, keys)
    start = NOWHERE if state is None or whole else _start(state, keys, kept, say)

    def keep(reached: Reached) -> None:
        if state is not None:
            write_state(state, reached)

    found = verify(source, keys=keys, head=kept, start=start, tell=tell, keep=keep)
    if found.trouble is not None and start.size:
        say(f"  {found.trouble}")
        say(_("That was seen from where an earlier run ended. Now everything is looked at."))
        found = verify(source, keys=keys, head=kept, tell=tell)
        if found.trouble is None:
            say(_("The register is sound, so the file of the earlier run is false: %s") % state)
            say(_("Find out who changed it, and run again with --whole."))
            return BROKEN
    return _said(found, say)


def _start(state: Path, keys: Keys, kept: Head | None, say: Say) -> Reached:
    """Where to begin: where the earlier run ended, if that is not past the kept head."""
    start = read_state(state, keys)
    if kept is not None and kept.size < start.size:
        say(_("The head is older than the last verification: everything is looked at."))
        return NOWHERE
    return start


def _said(found: Verified, say: Say) -> int:
    if found.trouble is not None:
        say(_("The register was tampered with or is damaged. The first bad entry:"))
        say(f"  {found.trouble}")
        say(_("Change nothing. Keep a copy of the database, and tell the inspector."))
        return BROKEN
    say(
        _("Sound: %(sealed)s sealed entries, %(waiting)s not yet sealed, %(rows)s living rows.")
        % {"sealed": found.sealed, "waiting": found.unsealed, "rows": found.compared}
    )
    if found.start:
        say(
            _("The first %(start)s were looked at by an earlier run; --whole looks at all again.")
            % {"start": found.start}
        )
    return SOUND


def head_command(
    source: Source, *, say: Say, file: Path | None = None, page: Path | None = None
) -> int:
    """Print the last signed head, or write it as a text or a page that is to be kept elsewhere."""
    last = last_head(source)
    if last is None:
        say(_("There is no head: nothing was sealed yet. Start the service, which seals."))
        return BROKEN
    if file is None and page is None:
        say(text_of(last).rstrip())
    for path, write in ((file, write_head), (page, write_page)):
        if path is not None:
            write(path, last)
            say(_("Written: %s.") % path)
            say(_("Keep it where no administrator of this machine can change it."))
    return SOUND


def export_command(source: Source, *, say: Say) -> int:
    """Print every entry as a line of JSON, in the one order."""
    for line in export(source):
        say(line)
    return SOUND
