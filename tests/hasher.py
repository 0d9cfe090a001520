"""Passwords of tests: the service's own kind of digest, made with as little work as it allows.

A digest of the service costs 100 MB and almost half a second of a processor, to slow down whoever
steals it. Nobody steals these, and hundreds of tests sign somebody in.
"""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Argon2id, once over 64 KB."""

    time_cost = 1
    memory_cost = 64
    parallelism = 1
