"""The door: a statement, graded and sanitised, by a recorded decision; and to withdraw one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.casework.intelligence.checks import need_grades, need_short, need_words
from throughcare.casework.intelligence.errors import BadReport, BadTime, Over
from throughcare.casework.intelligence.held import destroy, hold_item
from throughcare.casework.intelligence.keys import need_key, opened
from throughcare.casework.intelligence.models import Sealed, Statement
from throughcare.casework.intelligence.naming import need_no_name
from throughcare.casework.intelligence.writing import end, enter, put
from throughcare.casework.people.files import Holding, entering, fresh_id
from throughcare.casework.rows.anew import anew


@entering
def share(
    *, by: Viewer, at: datetime, item: UUID, text: str, source: str, information: str,
    decision: str, expires_at: datetime, confirmed: bool = False,
) -> Statement:  # fmt: skip
    """Let a statement of an item out. It says no source, no method and nothing raw.

    Raises NoKey, BadReport, TooLong, MayNameSource, BadTime, Over, NotThere, Refused.
    """
    need_key()
    holding, row = hold_item(item, by=by, at=at)
    need_words(text=text, decision=decision)
    need_short(text, decision)
    said = opened(Sealed.objects.get(id=item).words, row=item)
    need_grades(source, information, said["handling"])
    if not at < expires_at <= row.expires_at:
        raise BadTime(
            _("a statement ends after now, and not after the report that it is of"),
            remedy=_("look at the day on which it ends"),
        )
    _need_nothing_raw(text, said)
    if not confirmed:
        need_no_name(
            [text, decision], code=said["code"], house=holding.person.held_at,
            person=holding.person.id,
        )  # fmt: skip
    statement = Statement(item=item, decided_at=at, expires_at=expires_at)
    words = {
        "text": text.strip(), "source": source, "information": information,
        "decision": decision.strip(), "officer": str(by.account),
    }  # fmt: skip
    return put(
        holding, statement, words, kind="statement", item=item, expires_at=expires_at,
        event="intelligence.shared",
    )  # fmt: skip


@entering
def withdraw(*, by: Viewer, at: datetime, statement_id: UUID) -> Statement:
    """Take a statement back: nobody reads it from now on. Raises Over, NotThere, Refused."""
    found = Statement.objects.filter(first=statement_id, stood_until=None).first()
    if found is None:
        raise NotThere
    holding, _row = hold_item(found.item, by=by, at=at)
    if found.ended_at is not None:
        raise Over(_("this statement is withdrawn already"), remedy=_("go back to the list"))
    ended = anew(found, ended_at=at)
    _replace(holding, found, ended)
    destroy(holding, Sealed.objects.get(id=found.first), "withdrawn")
    return ended


def _replace(holding: Holding, found: Statement, ended: Statement) -> None:
    end(holding, found)
    ended.id = fresh_id(holding.at)
    ended.person_id, ended.replaces = found.person_id, found
    ended.recorded_at, ended.recorded_by = holding.at, str(holding.by.account)
    ended.save(force_insert=True)
    enter(holding, "intelligence.withdrawn", ended)


def _need_nothing_raw(text: str, said: dict[str, str]) -> None:
    """The raw text is never the statement, whatever is confirmed. Raises BadReport."""
    if text.strip() == said["raw"] and said["raw"] != said["sanitised"]:
        raise BadReport(
            _("this is the raw text of the report"),
            remedy=_("share the sanitised text, without source and method"),
        )
