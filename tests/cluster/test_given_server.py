"""A server of one's own: named by a URL, looked at in words, and served from."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.journeys.walking import COMMAND, Browser, free_port, run, wait_for
from tests.standards.properties.running import SLOW
from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import CannotReach, NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.given import Given
from throughcare.cluster.roles import APP, OWNER, connect, make_roles
from throughcare.cluster.server import CARELESS, SUPERUSER, start, stop
from throughcare.config.database import database_settings, given_server
from throughcare.demo.plan import plan

Typed = Callable[..., tuple[int, str]]
SECRETS = {APP: "p@ss/word: one", OWNER: "another one"}
# Passwords for everybody but the server's own administrator, as on a real server.
_HBA = f"local all {SUPERUSER} trust\nlocal all all scram-sha-256\n"


@dataclass(frozen=True)
class Server:
    folder: DataFolder

    def url(self, role: str, *, password: str | None = None, database: str = "kept") -> str:
        secret = quote(SECRETS.get(role, "x") if password is None else password, safe="")
        return f"postgresql://{role}:{secret}@/{database}?host={quote(str(self.folder.socket))}"

    def given(self, **changed: str) -> Given:
        return Given(service=self.url(APP, **changed), owner=self.url(OWNER, **changed))

    def do(self, *lines: str, database: str = "postgres") -> None:
        with connect(self.folder, database, SUPERUSER) as root:
            for line in lines:
                root.execute(line)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Somebody else's server: roles with passwords, a database that belongs to the owner."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    root = Path(tempfile.mkdtemp(prefix="throughcare-server-"))
    root.chmod(0o711)
    one = Server(DataFolder(root / "data"))
    start(one.folder, settings=CARELESS)
    try:
        make_roles(one.folder)
        (one.folder.cluster / "pg_hba.conf").write_text(_HBA)
        one.do(
            *(f"ALTER ROLE {role} PASSWORD '{secret}'" for role, secret in SECRETS.items()),
            f"CREATE DATABASE kept OWNER {OWNER}", "SELECT pg_reload_conf()",
            "CREATE ROLE somebody LOGIN PASSWORD 'x'",
        )  # fmt: skip
        yield one
    finally:
        stop(one.folder)
        shutil.rmtree(root, ignore_errors=True)


def test_both_roles_are_let_in_and_the_database_is_made_ready(server: Server) -> None:
    server.given().make_ready()
    with connect(server.folder, "kept", SUPERUSER) as root:
        there = {name for (name,) in root.execute("SELECT extname FROM pg_extension")}
    assert {"btree_gist", "pg_trgm", "unaccent"} <= there
    server.given().make_ready()


def test_a_wrong_password_is_said_without_saying_it(server: Server) -> None:
    right = Given(service=server.url(APP), owner=server.url(OWNER))
    right.look()
    wrong = Given(service=server.url(APP, password="guessed"), owner=server.url(OWNER))
    with pytest.raises(CannotReach) as refusal:
        wrong.look()
    assert f"the server refuses the password of '{APP}'" in str(refusal.value)
    assert "put the right one into DATABASE_URL" in str(refusal.value)
    assert "guessed" not in str(refusal.value)


def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(CannotReach, match="there is no database 'lost' on the server"):
        server.given(database="lost").look()


def test_an_address_of_another_role_is_refused(server: Server) -> None:
    wrong = Given(service=server.url("somebody"), owner=server.url(OWNER))
    with pytest.raises(CannotReach, match=f"signs in as 'somebody', and must sign in as '{APP}'"):
        wrong.look()


def test_a_database_that_belongs_to_somebody_else_is_refused(server: Server) -> None:
    server.do("CREATE DATABASE theirs OWNER somebody")
    with pytest.raises(CannotReach, match=f"the database must belong to {OWNER}"):
        server.given(database="theirs").make_ready()
    server.do(f"ALTER DATABASE theirs OWNER TO {OWNER}")
    server.given(database="theirs").make_ready()


def test_a_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    nobody = f"postgresql://{APP}:x@/kept?host={tmp_path}"
    with pytest.raises(CannotReach, match=r"the server does not answer[\s\S]*see that it runs"):
        Given(service=nobody, owner=nobody.replace(APP, OWNER)).look()


def test_what_is_no_address_is_refused_with_the_form_of_one() -> None:
    with pytest.raises(CannotReach, match=r"DATABASE_URL[\s\S]*postgresql://throughcare_app"):
        database_settings({"DATABASE_URL": "kept at home"})


def test_the_owners_address_is_asked_for() -> None:
    assert given_server({}) is None
    with pytest.raises(CannotReach, match="DATABASE_OWNER_URL is missing"):
        given_server({"DATABASE_URL": "postgresql://x@/y"})


def test_every_part_of_an_address_is_kept() -> None:
    url = "postgresql://u:p%40ss@h:5433/n?sslmode=require"
    kept = database_settings({"DATABASE_URL": url})
    assert [kept[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "u", "p@ss", "h", "5433", "n",
    ]  # fmt: skip
    assert kept["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("around", [{}, {"DATABASE_URL": "postgresql://u@h/n"}])
def test_short_questions_are_not_compiled_on_any_server(around: dict[str, str]) -> None:
    assert database_settings(around)["OPTIONS"]["options"] == "-c jit=off"


def test_the_commands_say_what_the_server_said(
    server: Server, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", server.url(APP, password="guessed"))
    monkeypatch.setenv("DATABASE_OWNER_URL", server.url(OWNER))
    for command in (("up", "--port", "0"), ("demo", "--port", "0"), ("doctor", "--port", "0")):
        status, said = typed(*command)
        assert status == (1 if command[0] == "doctor" else 2), said
        assert f"the server refuses the password of '{APP}'" in said
        assert "guessed" not in said


def around(server: Server, place: Path, database: str) -> dict[str, str]:
    """The surroundings of somebody who has a server."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHCARE", "DJANGO"))}
    return {
        **own, "THROUGHCARE_DATA": str(place), "NO_COLOR": "1",
        "DATABASE_URL": server.url(APP, database=database),
        "DATABASE_OWNER_URL": server.url(OWNER, database=database),
    }  # fmt: skip


def test_the_first_account_is_made_on_the_server_and_signs_in(
    server: Server, tmp_path: Path
) -> None:
    """The commands themselves, each in a process of its own."""
    surroundings = around(server, tmp_path / "data", "kept")
    secret = "seven green kettles"
    first = ("user", "first", "amel", "--password-from-input")
    status, said = run(surroundings, *first, typed=f"{secret}\n")
    assert status == 0, said
    status, said = run(surroundings, "doctor", "--port", "0")
    assert status == 0, said
    assert "both roles are let in" in said
    assert "Tables: up to date" in said
    status, said = run(surroundings, "user", "list")
    assert (status, "amel: " in said) == (0, True), said
    with serving(surroundings, "up") as address:
        page = Browser(address).post("/sign-in", name="amel", password=secret)
        assert "Sign out" in page
    assert "server of yours" in run(surroundings, "down")[1]
    status, said = run(surroundings, "demo", "--port", "0")
    assert (status, "records that are not of the demo" in said) == (2, True), said
    assert not (tmp_path / "data" / "cluster").exists()


@pytest.mark.skipif(not SLOW, reason="builds the demo once more: only in the slow form")
def test_the_demo_is_built_on_a_server_too(server: Server, tmp_path: Path) -> None:
    server.do(f"CREATE DATABASE invented OWNER {OWNER}")
    surroundings = around(server, tmp_path / "data", "invented")
    with serving(surroundings, "demo") as address:
        page = Browser(address).post("/sign-in", name="chaplain", password=plan().password)
        assert "Demo data, invented" in page


@contextmanager
def serving(surroundings: dict[str, str], command: str) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [COMMAND, command, "--port", str(port)], env=surroundings, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
