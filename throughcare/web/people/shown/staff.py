"""Who wrote something: the name of the account, for the number that a row keeps."""

from __future__ import annotations

from collections.abc import Iterable

from throughcare.access.queries import account_names


def names_of(accounts: Iterable[str]) -> dict[str, str]:
    """The names by account, as rows keep it; what is no account is left out."""
    numbers = {int(one) for one in accounts if one.isascii() and one.isdigit()}
    return {str(number): name for number, name in account_names(sorted(numbers)).items()}
