"""What is looked at on each page: names and structure, axe, the keyboard, a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.assessment.tongues_of import Words, looked_at, words_of_tools
from throughcare.access.terms import Role
from throughcare.casework.assessment.instruments.catalogue import catalogue_of

# What a page says in its own words, without what people wrote and what bears a name.
_OWN_WORDS = """() => {
  const own = 'label, legend, button, th[scope=col], dt, summary, .hint, h1, h2, h3, .empty';
  return [...document.querySelectorAll(own)]
    .filter(one => one.checkVisibility() && !one.closest('bdi, [lang]:not(html)')).map(one => {
      const words = one.cloneNode(true);
      words.querySelectorAll('bdi, [lang], select, textarea, kbd, code').forEach(x => x.remove());
      return words.textContent;
    });
}"""
_ACCOUNTS = tuple(role.value.replace("_", " ") for role in Role)
GRAVE = {"serious", "critical"}
_REACHABLE = """() => {
  const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  const seen = one => one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && one.tabIndex >= 0 && !one.closest('details:not([open]) > :not(summary)');
  const groups = new Set();
  return [...document.querySelectorAll(able)].filter(seen).filter(one => {
    if (one.type !== 'radio') return true;
    const group = [...document.forms].indexOf(one.form) + ' ' + one.name;
    if (groups.has(group)) return false;
    groups.add(group); return true;
  }).length;
}"""
# Writes down each thing that the focus comes to, while the keys are pressed.
_WATCH = """() => {
  document.activeElement.blur(); window.scrollTo(0, 0);
  const all = [...document.querySelectorAll('*')];
  window.reached = [];
  document.addEventListener('focusin', event => {
    const one = event.target, style = getComputedStyle(one), box = one.getBoundingClientRect();
    window.reached.push({
      place: one.type === 'radio'
        ? 'radio ' + [...document.forms].indexOf(one.form) + ' ' + one.name
        : String(all.indexOf(one)),
      what: one.outerHTML.slice(0, 120),
      shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inside: box.width > 0 && box.height > 0,
    });
  });
}"""
_OWN_TEXT = 3  # words from which on a text is an instrument's and not by chance somebody's own
_KEYS_AT_ONCE = 10  # more than the stops within one field


def faults_of_axe(page: Page) -> list[str]:
    """The serious and critical faults that axe finds, in a line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['impact']} {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found if one["impact"] in GRAVE for node in one["nodes"]
    ]  # fmt: skip


def faults_of_structure(page: Page, language: str) -> list[str]:
    """One heading, a title, the right language and direction."""
    faults = []
    if page.locator("h1").count() != 1:
        faults.append(f"{page.locator('h1').count()} first headings")
    if page.title().startswith("·"):
        faults.append("no title")
    if page.locator("html").get_attribute("lang") != language:
        faults.append("another language")
    wanted = "rtl" if language == "ar" else "ltr"
    if page.locator("html").get_attribute("dir") != wanted:
        faults.append("another direction")
    return faults


def faults_of_language(page: Page) -> list[str]:
    """What an Arabic page says in Latin letters alone: it was not translated.

    Names of accounts are no words of the page; those of the demo are called like their roles.
    """
    own: Sequence[str] = page.evaluate(_OWN_WORDS)
    said = [" ".join(one.split()) for one in own]
    return [
        f"not in Arabic: {one[:120]}" for one in said
        if re.search(r"[A-Za-z]{3,} [A-Za-z]+", one) and not re.search("[\u0600-\u06ff]", one)
        and not one.startswith(_ACCOUNTS)
    ]  # fmt: skip


def faults_of_tongues(page: Page) -> list[str]:
    """Words of an instrument that do not bear their language and direction (WCAG 3.1.2)."""
    return looked_at(page.content(), _instruments())[1]


@cache
def _instruments() -> Words:
    """The longer texts of our instruments, in each of their languages."""
    found = catalogue_of(())
    there = [*found.instruments, *(one.instrument for one in found.translations)]
    all_words = words_of_tools(there).items()
    return {text: spoken for text, spoken in all_words if len(text.split()) >= _OWN_TEXT}


def faults_of_keyboard(page: Page, *, most: int | None = None) -> list[str]:
    """Whether Tab reaches each thing that can be acted on, visibly, and comes out at the end.

    `most`: only so many things from the top are walked to, and then not to the end.
    """
    there = page.evaluate(_REACHABLE)
    wanted = there if most is None else min(there, most)
    page.evaluate(_WATCH)
    # A date with a time has up to nine stops of its own.
    reached = _walked(page, 9 * wanted + 9, enough=wanted if wanted < there else None)
    faults = [f"focus is not seen on {one['what']}" for one in reached if not one["shown"]]
    faults += [
        f"focus goes to what is not shown: {one['what']}" for one in reached if not one["inside"]
    ]
    if len(reached) < wanted:
        faults.append(f"Tab reaches {len(reached)} of {wanted}: {reached[-1:]}")
    return faults


def _walked(page: Page, longest: int, *, enough: int | None) -> list[dict[str, Any]]:
    """What Tab comes to from the top of the page, until it is where it was before, or enough."""
    reached: list[dict[str, Any]] = []
    for _keys in range(0, longest, _KEYS_AT_ONCE):
        for _key in range(_KEYS_AT_ONCE):
            page.keyboard.press("Tab")
        before, reached = reached, page.evaluate("() => window.reached")
        if len(before) == len(reached):  # the focus has left the page
            return reached
        places = [one["place"] for one in reached]
        once = next((n for n, place in enumerate(places) if place in places[:n]), None)
        if once is not None:
            return reached[:once]
        if enough is not None and len(reached) >= enough:
            return reached
    return reached


def faults_of_width(page: Page) -> list[str]:
    """Whether a narrow screen must be scrolled sideways (WCAG 1.4.10: 320 pixels)."""
    over: Sequence[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth + 1 ? [] :
        [...document.querySelectorAll('main *, header *, footer *, nav *')]
          .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1
            || one.getBoundingClientRect().left < -1)
          .filter(one => !one.closest('.wide'))
          .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).concat(['the page'])"""
    )
    return [f"wider than the screen: {one}" for one in over]


def faults_of_rows(page: Page) -> list[str]:
    """Whether the first choices of a row of parts stand beside one another, not in a stack."""
    stacked: Sequence[str] = page.evaluate(
        """() => [...document.querySelectorAll('nav.sections:not(.grouped) > ul')]
          .filter(row => row.children.length > 1
            && row.children[0].getBoundingClientRect().top
              !== row.children[1].getBoundingClientRect().top)
          .map(row => row.innerText.slice(0, 80))"""
    )
    return [f"one above the other: {one}" for one in stacked]
