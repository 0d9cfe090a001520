"""Ask the pages as one person would, one after the other, and say what they took.

    .venv/bin/python -m bench.web --size national

Starts the demo (builds it where there is none), signs in as four roles, and asks for list, search,
file and the pages of custody so many times each. What counts are ratios within the run: against the
page that reads no file. Milliseconds are of this machine on this day.
"""

from __future__ import annotations

import argparse
import http.cookiejar
import os
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROLES = (
    "admissions officer", "prison director", "case manager", "npm inspector",
    "security officer", "teacher instructor", "chaplain", "intelligence officer",
)  # fmt: skip
PLAIN = "/what-may-i"  # behind the door like the others, and reads no file
# Pages of custody: of one file, and of a whole prison.
SECTIONS = (
    "", "/orders", "/reception", "/places", "/movements", "/dates", "/release",
    "/separation", "/restrictions", "/discipline", "/restraint", "/judgement", "/classification",
    "/plan", "/plan/versions", "/team", "/programmes", "/observations", "/contact", "/religion",
    "/work",
)  # fmt: skip
# What the rules say of a file, and its line of time.
JUDGED = ("duties", "timeline", "statements", "intelligence", "observe")
LISTS = (
    "/morning", "/without-order", "/releases", "/movements", "/places", "/separation",
    "/separation/conflicts", "/rules", "/coverage", "/what-if", "/judgements", "/reliability",
    "/plans", "/team", "/team/tasks", "/team/calendar", "/programmes", "/programmes/waiting",
    "/observe", "/contact", "/chaplaincy", "/intelligence",
    "/intelligence/queue", "/intelligence/received",
)  # fmt: skip


@dataclass(frozen=True)
class Visitor:
    """Somebody who has signed in."""

    address: str
    open: Callable[..., object]

    def get(self, way: str) -> str:
        """The page's text."""
        with self.open(f"{self.address}{way}") as answer:  # type: ignore[attr-defined]
            return str(answer.read().decode())


def sign_in(address: str, name: str, password: str) -> Visitor:
    """By the door, as a browser does."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(f"{address}/sign-in").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    said = {"name": name, "password": password, "csrfmiddlewaretoken": token[1]}
    asked = urllib.request.Request(
        f"{address}/sign-in", urllib.parse.urlencode(said).encode(),
        headers={"Referer": f"{address}/sign-in"},
    )  # fmt: skip
    with opener.open(asked) as answer:
        assert "/sign-in" not in answer.url, f"{name} could not sign in"
    return Visitor(address, opener.open)


def took(visitor: Visitor, ways: list[str]) -> list[float]:
    """Milliseconds of each page, one after the other."""
    visitor.get(ways[0])
    times = []
    for way in ways:
        began = time.perf_counter()
        visitor.get(way)
        times.append((time.perf_counter() - began) * 1000)
    return times


def opens(visitor: Visitor, way: str) -> bool:
    """Whether the page is there for this visitor."""
    try:
        visitor.get(way)
    except urllib.error.HTTPError as error:
        if error.code in (403, 404):
            return False
        raise
    return True


def ways_of(visitor: Visitor, times: int, chance: random.Random) -> dict[str, list[str]]:
    """What is asked of each page: files and names that this visitor sees."""
    files, names, way = [], [], "/people"
    for _page in range(4):
        text = visitor.get(way)
        files += re.findall(r'href="(/people/[0-9a-f-]{36})"', text)
        names += [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one)).strip()
            for one in re.findall(r'href="/people/[0-9a-f-]{36}"[^>]*>(.*?)</a>', text, re.S)
        ]
        onward = re.search(r'href="([^"]*after=[^"]+)"', text)
        if onward is None:
            break
        way = onward[1].replace("&amp;", "&")
        way = way if way.startswith("/") else f"/people{way}"
    lists = ["/people", way]
    searched = [" ".join(name.split()[:2]) for name in names if name]
    return {
        "list": [chance.choice(lists) for _ in range(times)],
        "search": [
            f"/people?q={urllib.parse.quote(chance.choice(searched))}" for _ in range(times)
        ],
        "file": [chance.choice(files) for _ in range(times)],
        **{
            f"custody{section}": [f"{chance.choice(files)}/custody{section}" for _ in range(times)]
            for section in SECTIONS
        },
        **{one: [f"{chance.choice(files)}/{one}" for _ in range(times)] for one in JUDGED},
        **{one: [one] * times for one in LISTS},
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench.web")
    parser.add_argument("--size", default="small", choices=["small", "large", "national"])
    parser.add_argument("--times", type=int, default=100, help="how often each page is asked for")
    parser.add_argument("--only", default="", help="of the pages only those that match this")
    parser.add_argument("--port", type=int, default=8977)
    given = parser.parse_args()
    environment = {**os.environ}
    environment.setdefault("THROUGHCARE_DATA", str(Path("build") / f"bench-{given.size}"))
    words = [str(Path(sys.executable).with_name("throughcare")), "demo", "--size", given.size]
    words += ["--port", str(given.port), "--workers", "1"]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as service:
        try:
            measure(f"http://127.0.0.1:{given.port}", waited(service), given.times, given.only)
        finally:
            service.terminate()


def waited(service: subprocess.Popen[str]) -> str:
    """The password, once the service says its address."""
    assert service.stdout is not None
    password = ""
    for line in service.stdout:
        print(line, end="", file=sys.stderr)
        if "password" in line:
            password = line.split(": ", 1)[1].strip()
        if "answers at" in line:
            return password
    raise SystemExit("the service did not start")


def measure(address: str, password: str, times: int, only: str) -> None:
    """Ask, and print; of pages whose name matches `only` alone, where that is given."""
    for _try in range(100):
        try:
            urllib.request.urlopen(f"{address}/health", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    print(f"{'role':20} {'page':18} {'median ms':>9} {'95 % ms':>8} {'times the plain page':>21}")
    for role in ROLES:
        visitor = sign_in(address, role, password)
        plain = statistics.median(took(visitor, [PLAIN] * times))
        for page, ways in ways_of(visitor, times, random.Random(1)).items():
            if not re.search(only, page) or not opens(visitor, ways[0]):
                continue  # not open to this role
            found = took(visitor, ways)
            middle = statistics.median(found)
            slow = statistics.quantiles(found, n=20)[-1]
            print(f"{role:20} {page:18} {middle:9.1f} {slow:8.1f} {middle / plain:21.1f}")


if __name__ == "__main__":
    main()
