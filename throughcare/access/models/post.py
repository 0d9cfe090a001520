"""A role at a place, for a time."""

from __future__ import annotations

from typing import ClassVar, Final

import pgtrigger
from django.db import models

from throughcare.access.duties import administrators, readers
from throughcare.access.models.account import Account
from throughcare.access.models.given import (
    ROLES,
    as_given,
    at_an_establishment,
    ends_no_earlier,
    known_role,
    once,
    only_shorter,
    refusal,
    stays,
)

_APART: Final = "post_administers_accounts_or_reads_files"


def _listed(roles: frozenset[str]) -> str:
    return ", ".join(f"'{role}'" for role in sorted(roles))


# Two posts of one human being at once would otherwise each not see the other: hence the lock. There
# are 512 of them for everybody: one for each would fill the database's memory in a large country.
_NOT_BOTH: Final = f"""
    SELECT holder INTO human FROM access_account WHERE id = NEW.account_id;
    PERFORM pg_advisory_xact_lock(7202, hashtext(human::text) & 511);
    IF EXISTS (
        SELECT 1 FROM access_post p JOIN access_account a ON a.id = p.account_id
        WHERE a.holder = human AND p.id <> NEW.id
        AND tstzrange(p.begins, p.ends) && tstzrange(NEW.begins, NEW.ends)
        AND ((NEW.role IN ({_listed(administrators())}) AND p.role IN ({_listed(readers())}))
          OR (p.role IN ({_listed(administrators())}) AND NEW.role IN ({_listed(readers())})))
    ) THEN
        {refusal(_APART, "nobody administers accounts and reads files at one time")}
    END IF;
    RETURN NULL;
"""


class Post(models.Model):
    """An account's role at an establishment, for a time. `service`: in the whole service.

    One that ends as it begins was withdrawn before its first day.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=40, choices=ROLES)
    establishment = models.CharField(max_length=250)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            known_role("post_role_known"),
            at_an_establishment("post_is_at_an_establishment"),
            ends_no_earlier("post_ends_no_earlier_than_it_begins"),
            once("post_once_at_a_time", "account", "role", "establishment"),
        ]
        triggers: ClassVar = [
            stays("post_stays"),
            as_given("post_as_given", "account", "role", "establishment", "begins"),
            only_shorter("post_only_shorter"),
            pgtrigger.Trigger(
                name=_APART,
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("human", "uuid")],
                func=_NOT_BOTH,
            ),
        ]
