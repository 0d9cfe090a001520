"""An officer with a tablet at the unit: one's own window, with the policy of the service on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.house import House
from tests.browser.visitors import Visitors
from throughcare.demo.plan import plan

LONGEST: Final = 25_000  # milliseconds in which a line that is back is surely found
TABLET: Final[ViewportSize] = {"width": 360, "height": 780}
ON: Final = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
# The clock of a device, so many milliseconds fast.
FAST: Final = """(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...words) { words.length ? super(...words) : super(Real.now() + %d); }
    static now() { return Real.now() + %d; }
  };
})()"""
LEFT_BEHIND: Final = """async () => {
  const base = await new Promise((found) => {
    const asked = indexedDB.open("throughcare-day", 1);
    asked.onsuccess = () => found(asked.result);
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of [["accounts", "id"], ["entries", "key"], ["pages", "way"]])
        asked.result.createObjectStore(name, { keyPath });
    };
  });
  const left = {};
  for (const name of ["accounts", "entries", "pages"]) {
    left[name] = await new Promise((found) => {
      const asked = base.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => found(asked.result.map((one) => ({
        ...one, key: one.key instanceof CryptoKey ? { extractable: one.key.extractable } : one.key,
        iv: undefined, box: one.box && one.box.constructor.name })));
    });
  }
  base.close();
  return left;
}"""


@dataclass
class Tablet:
    """A window, what it complained of, and the ways on its page."""

    context: BrowserContext
    page: Page
    way: str
    faults: list[str] = field(default_factory=list)

    def open(self, way: str = "") -> None:
        """The page of the day, with its script at work."""
        self.page.goto(way or self.way)
        self.ready()

    def ready(self) -> None:
        """The script has begun, and the worker stands before the line."""
        self.page.wait_for_selector("#device[data-ready]", state="attached")
        self.page.wait_for_function("navigator.serviceWorker.controller !== null")

    def type(self, person: str, since: str, until: str, slot: str = "out") -> None:
        """Hours in a row."""
        self.page.locator(f"[name='{slot}.from.{person}']").fill(since)
        self.page.locator(f"[name='{slot}.to.{person}']").fill(until)

    def save(self) -> None:
        """The one button."""
        self.page.get_by_role("button", name="Save everything on this page").click()

    def waits(self, number: int) -> None:
        """So many entries wait on this device, and the page says so: nothing is under way."""
        expect(self.page.locator("#device")).not_to_have_attribute("aria-busy", "true")
        part = self.page.locator("[data-said=waiting]")
        if number:
            expect(part.locator("[data-text]")).to_have_text(
                f"Entries that wait on this device: {number}"
            )
            expect(part).to_be_visible()
        else:
            expect(part).to_be_hidden(timeout=LONGEST)

    def left(self) -> Any:
        """What lies on the device."""
        return self.page.evaluate(LEFT_BEHIND)


@contextmanager
def tablet(visitors: Visitors, role: str, way: str, *, fast: int = 0) -> Iterator[Tablet]:
    """Somebody in this role, signed in for this test alone. `fast`: the clock, by so many hours."""
    context = visitors.browser.new_context(
        base_url=visitors.house.address, viewport=TABLET, storage_state=visitors._sign_in(role)
    )
    if fast:
        wrong = fast * 3_600_000
        context.add_init_script(FAST % (wrong, wrong))
    page = context.new_page()
    mine = Tablet(context, page, way)
    page.on("pageerror", lambda error: mine.faults.append(str(error)))
    page.on(
        "console",
        lambda said: mine.faults.append(said.text) if "Content Security" in said.text else None,
    )
    try:
        yield mine
        assert mine.faults == []
    finally:
        context.close()


def sign_in(page: Page, role: str) -> None:
    """At the door, once more."""
    page.get_by_label("Name").fill(role.replace("_", " "))
    page.get_by_label("Password").fill(plan().password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def written(house: House, person: str, table: str = "safety_outofcell") -> list[tuple[str, str]]:
    """The hours that stand of a person, by the clock on the wall."""
    zone = house.one(
        "SELECT time_zone FROM kernel_place p JOIN people_person q ON q.held_at = p.path "
        "WHERE q.id = %s", person,
    )  # fmt: skip
    rows = house.rows.execute(
        f"SELECT to_char(since AT TIME ZONE %s, 'HH24:MI'), to_char(until AT TIME ZONE %s, "
        f"'HH24:MI') FROM {table} WHERE person_id = %s AND stood_until IS NULL ORDER BY since",
        (zone, zone, person),
    )
    return [(str(one), str(other)) for one, other in rows.fetchall()]
