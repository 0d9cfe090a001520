"""What the walk of the plan does again and again: offers, refusals, papers, closed doors."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from playwright.sync_api import Page

from tests.browser.visitors import Visitors
from tests.browser.walking import Walking, fill

_TICKED: Final = frozenset({"sure", "read"})
_SEVERAL: Final = frozenset({"shares", "roles"})
_BY_LABEL: Final = ("who_", "owner_")
_LABELS: Final = frozenset({"account", "chair", "group", "leader", "programme"})


class PlannedWalk(Walking):
    """One person, the pages of that file, and the person's own account."""

    album = "planned"

    def __init__(self, visitors: Visitors, person: str, own: str) -> None:
        super().__init__(visitors)
        self.person, self.own = person, own
        self.file = f"/people/{person}"
        self.plan, self.programmes = f"{self.file}/plan", f"{self.file}/custody/programmes"
        self._suffix = f"{datetime.now(UTC):%H%M%S}"

    def fill(self, page: Page, name: str, said: str) -> None:
        """As any field; ticks, lists by label, and the rows of minutes and reviews."""
        if name in _TICKED:
            page.locator(f"#id_{name}").check()
        elif name in _SEVERAL:
            for value in said.split():
                page.locator(f"input[name={name}][value={value}]").press("Space")
        elif name == "who":
            page.locator(f"#who_{said}").check()
        elif name == "programme":
            page.locator("#id_programme").select_option(value=self.programme(said))
        elif name in _LABELS or name.startswith(_BY_LABEL):
            page.locator(f"#id_{name}").select_option(label=said)
        elif name in ("said", "told", "moved"):
            _each(page, name, said)
        else:
            fill(page, name, said)

    def name(self, course: str) -> str:
        """The name of a programme of this run alone."""
        return f"{course} {self._suffix}"

    def of(self, deed: str, course: str) -> str:
        """What a link about a programme is called."""
        return f"{deed}: {self.name(course)}"

    def programme(self, course: str) -> str:
        """Its row."""
        return str(self._row("programme", course))

    def taken_up(self, who: str, way: str) -> str:
        """Where a goal is written of what the person proposed."""
        with self.visitors.looking(who) as page:
            page.goto(way)
            return page.locator("a[href*='goal?from=']").first.get_attribute("href") or ""

    def offered(self, course: str, kind: str, who: str) -> None:
        """A programme stands in the catalogue."""
        self.form(
            who, "/programmes/new", f"{kind}-new", kind=kind, name=self.name(course),
            provider="Ministry of Education", places="12", for_sex="any", for_age="any",
            for_whom="Whoever wishes to.",
        )  # fmt: skip

    def register(self, who: str, group: str, on: str) -> None:
        """All of a group came to the session of a day."""
        row = self._row("group", group, whole=True)
        way = f"/programmes/groups/{row}/register?on={on}"
        with self.visitors.looking(who) as page:
            page.goto(way)
            page.locator("button[name=all]").click()
            page.wait_for_load_state()
            assert page.locator("input[value=attended]").is_checked()
            self.look(page, "register")
            page.locator("form.group-register button.main").click()
            page.wait_for_load_state()
        page_words = self.words(who, way, "register-saved")
        assert "Attended" in page_words or "attended" in page_words
        assert "Attended: 1" in self.words(who, self.programmes, "attended")

    def refused(self, role: str, way: str, name: str, /, **typed: str) -> str:
        """A form that is not taken: the words of the page that says why."""
        with self.visitors.looking(role) as page:
            page.goto(way)
            for field, said in typed.items():
                self.fill(page, field, said)
            page.locator("form.write .buttons button.main").click()
            page.wait_for_load_state()
            assert "done=" not in page.url
            self.look(page, name)
            return page.locator("main").inner_text()

    def closed(self, role: str, way: str) -> bool:
        """Whether this account is refused it."""
        with self.visitors.looking(role) as page:
            answer = page.goto(way)
            return answer is not None and answer.status in (403, 404)

    def answers_pdf(self, role: str, way: str) -> None:
        """A paper comes, for this account."""
        with self.visitors.looking(role) as page:
            answer = page.request.get(self.visitors.house.address + way)
            assert answer.status == 200 and answer.body().startswith(b"%PDF"), answer.status

    def _row(self, table: str, name: str, *, whole: bool = False) -> object:
        return self.visitors.house.one(
            f"SELECT first FROM programmes_{table} WHERE name = %s AND stood_until IS NULL",
            name if whole else self.name(name),
        )


def _each(page: Page, name: str, said: str) -> None:
    """The same in each row: what members said, how goals moved, and in which words."""
    fields = {"said": "textarea[id^=id_said_]", "told": "textarea[id^=id_words_]",
              "moved": "select[id^=id_moved_]"}  # fmt: skip
    for field in page.locator(fields[name]).all():
        if name == "moved":
            field.select_option(said)
        else:
            field.fill(said)
