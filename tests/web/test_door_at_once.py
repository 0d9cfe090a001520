"""Many at the door in the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection

from tests.web.arrival import a_code_app, an_account
from throughcare.web.sign_in.code_app import accept_code
from throughcare.web.sign_in.recovery import make_recovery_codes, use_recovery_code

pytestmark = pytest.mark.usefixtures("own_database")
AT = datetime(2026, 11, 24, 9, 0, 15, tzinfo=UTC)
MANY = 8


def _all_at_once(send: Callable[[], bool]) -> list[bool]:
    together, counted = threading.Barrier(MANY), list[bool]()

    def one() -> None:
        together.wait()
        counted.append(send())
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(counted)


def test_of_one_code_sent_many_times_at_once_one_counts() -> None:
    account = an_account()
    code = a_code_app(account).at(AT)
    said = _all_at_once(lambda: accept_code(account=account.pk, code=code, at=AT))
    assert said == [False] * (MANY - 1) + [True]


def test_of_one_recovery_code_sent_many_times_at_once_one_counts() -> None:
    account = an_account()
    code = make_recovery_codes(account=account.pk, at=AT)[0]
    said = _all_at_once(lambda: use_recovery_code(account=account.pk, typed=code, at=AT))
    assert said == [False] * (MANY - 1) + [True]
