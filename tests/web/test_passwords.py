"""What the service makes of a password, and what the tests make of theirs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.utils.module_loading import import_string

from tests.hasher import QuickArgon2
from throughcare.config import settings as of_the_service


def test_the_service_makes_digests_that_cost_a_thief_at_least_what_owasp_asks() -> None:
    made = import_string(of_the_service.PASSWORD_HASHERS[0])().params()
    assert made.memory_cost >= 19 * 1024
    assert made.time_cost >= 2


def test_a_password_of_the_tests_is_the_same_kind_of_digest_with_less_work() -> None:
    assert make_password("seven green kettles").startswith("argon2$argon2id$")
    assert QuickArgon2.algorithm == Argon2PasswordHasher.algorithm


def test_the_tests_differ_from_the_service_in_nothing_else(settings: Any) -> None:
    theirs = settings.PASSWORD_HASHERS
    assert theirs == ["tests.hasher.QuickArgon2", *of_the_service.PASSWORD_HASHERS[1:]]
    assert of_the_service.PASSWORD_HASHERS[0].endswith(".Argon2PasswordHasher")
