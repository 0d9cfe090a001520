"""One browser and one running service for each worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.house import House, house
from tests.browser.visitors import Visitors
from throughcare.cluster.folder import DataFolder

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Ended with the module: its loop would stop the database of other tests."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is missing. As root, run: apt-get install -y chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running(cluster: DataFolder) -> Iterator[House]:
    """The running service over the invented country."""
    with house(cluster) as found:
        yield found


@pytest.fixture(scope="module")
def visitors(chromium: Browser, running: House) -> Visitors:
    """Who looks: one for each role, signed in once for a module."""
    return Visitors(chromium, running)
