"""The three commands of the register, as functions that print through what they are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from throughcare.register.export import export
from throughcare.register.heads import read_head, text_of, write_head
from throughcare.register.order import Tell
from throughcare.register.reading import Source, last_head
from throughcare.register.signing import Keys
from throughcare.register.verify import verify

SOUND, BROKEN = 0, 3  # exit status

Say = Callable[[str], None]


def verify_command(
    source: Source,
    *,
    keys: Keys,
    say: Say,
    head: Path | None = None,
    tell: Tell = lambda done, total: None,
) -> int:
    """Verify against a head file, or the last checkpoint. 0 if all is sound, 3 if not.

    Raises BadHead.
    """
    kept = None if head is None else read_head(head, keys)
    found = verify(source, keys=keys, head=kept, tell=tell)
    if found.trouble is not None:
        say(_("The register was tampered with or is damaged. The first bad entry:"))
        say(f"  {found.trouble}")
        say(_("Change nothing. Keep a copy of the database, and tell the inspector."))
        return BROKEN
    say(
        _("Sound: %(sealed)s sealed entries, %(waiting)s not yet sealed, %(rows)s living rows.")
        % {"sealed": found.sealed, "waiting": found.unsealed, "rows": found.compared}
    )
    return SOUND


def head_command(source: Source, *, say: Say, file: Path | None = None) -> int:
    """Print the last signed head, or write it to a file that is to be kept elsewhere."""
    last = last_head(source)
    if last is None:
        say(_("There is no head: nothing was sealed yet. Start the service, which seals."))
        return BROKEN
    if file is None:
        say(text_of(last).rstrip())
        return SOUND
    write_head(file, last)
    say(
        _("Written: %(file)s. Keep it where no administrator of this machine can change it.")
        % {"file": file}
    )
    return SOUND


def export_command(source: Source, *, say: Say) -> int:
    """Print every entry as a line of JSON, in the one order."""
    for line in export(source):
        say(line)
    return SOUND
