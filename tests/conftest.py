"""What all tests share: the database of the service, started only for tests that ask for it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connections

from tests import service
from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import NoPostgres
from throughcare.cluster.folder import DataFolder

# A busy machine is no fault of what is tested: speed is measured in bench/. In CI Hypothesis has a
# profile of its own that says so, with the same examples each time.
if not os.environ.get("CI"):
    hypothesis.settings.register_profile(
        "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
    )
    hypothesis.settings.load_profile("house")


SWEEP_EVERY = 25
_USED: list[tuple[DataFolder, str]] = []  # the database of this worker, once a test asked for it
_done = 0


def pytest_configure(config: pytest.Config) -> None:
    """One folder for the cluster of this run: the first process names it, the workers see it."""
    settings.SECRET_KEY = "only for tests"
    if not hasattr(config, "workerinput"):
        os.environ["THROUGHCARE_TEST_ROOT"] = tempfile.mkdtemp(prefix="throughcare-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process takes the cluster away again."""
    if not hasattr(config, "workerinput"):
        root = Path(os.environ["THROUGHCARE_TEST_ROOT"])
        if (root / "data").exists():
            service.stop_shared(root)
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> DataFolder:
    """The running cluster of this test run."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    return service.shared_cluster(Path(os.environ["THROUGHCARE_TEST_ROOT"]))


@pytest.fixture(scope="session")
def django_db_setup(cluster: DataFolder, worker_id: str, django_db_blocker: object) -> None:
    """This worker's own database, made by the owner; tests see it as the service does."""
    name = f"test_{worker_id}"
    service.copy_of_template(cluster, name)
    _point_at(cluster, name)
    _USED.append((cluster, name))


def pytest_runtest_logfinish() -> None:
    """Sweep this worker's database now and then, between two tests."""
    global _done
    _done += 1
    if _USED and _done % SWEEP_EVERY == 0:
        service.sweep(*_USED[0])


@pytest.fixture
def own_database(
    django_db_setup: None, cluster: DataFolder, worker_id: str, django_db_blocker: Any
) -> Iterator[str]:
    """A fresh database for a test that commits: several connections, triggers at commit."""
    name = f"own_{worker_id}"
    service.copy_of_template(cluster, name)
    before = str(settings.DATABASES["default"]["NAME"])
    _point_at(cluster, name)
    with django_db_blocker.unblock():
        yield name
    connections.close_all()
    _point_at(cluster, before)
    service.drop(cluster, name)


@pytest.fixture
def seen_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever counts questions: that a session is seen is written once a minute.

    That is one question more whenever the minute comes, which on a busy machine is in between.
    """
    monkeypatch.setattr("throughcare.web.sign_in.sessions.SEEN_EVERY", timedelta(days=1))


def _point_at(cluster: DataFolder, name: str) -> None:
    connections.close_all()
    for known in (settings.DATABASES["default"], connections["default"].settings_dict):
        known["NAME"], known["HOST"] = name, str(cluster.socket)
