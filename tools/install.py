"""Make `.venv` with everything Throughcare needs: the first step of every `make` target.

It runs on Debian's bare python3, which has neither pip nor ensurepip, and imports nothing but
the standard library. It needs no root. What it installs is pinned by hash in
`requirements/locked.txt`. The second run finds its own mark and ends at once.
"""

from __future__ import annotations

import configparser
import hashlib
import importlib.util
import os
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
COMMAND = VENV / "bin" / "throughcare"
MARK = VENV / "installed"
LOCKED = ROOT / "requirements" / "locked.txt"
OLDEST = (3, 11)
DEFAULT_INDEX = "https://pypi.org/simple"
PATIENCE = 60


class CannotInstall(Exception):
    """What stops the installation, and what to do about it."""


def main() -> int:
    try:
        install()
    except CannotInstall as error:
        print(f"\nThroughcare cannot be installed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run `make install` again to go on.", file=sys.stderr)
        return 130
    return 0


def install() -> None:
    if sys.version_info < OLDEST:
        raise CannotInstall(
            f"{sys.executable} is Python {sys.version.split()[0]}, and 3.11 or newer is needed. "
            "Name a newer one: make install PYTHON=/path/to/python3"
        )
    if is_up_to_date():
        return
    print(f"Installing Throughcare into {VENV} (about a minute the first time) ...", flush=True)
    MARK.unlink(missing_ok=True)
    make_venv()
    run_pip("install", "--require-hashes", "--no-deps", "-r", str(LOCKED))
    run_pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    if not COMMAND.exists():
        raise CannotInstall(f"{COMMAND} was not made. Delete {VENV} and run `make install` again.")
    MARK.write_text(fingerprint())
    print(f"Installed. The command is {COMMAND}", flush=True)


def fingerprint() -> str:
    """Changes when the environment must be made anew."""
    whole = hashlib.sha256(str(ROOT).encode())
    for path in (LOCKED, ROOT / "pyproject.toml", Path(__file__)):
        whole.update(path.read_bytes())
    packages = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))
    whole.update(" ".join(packages).encode())
    return whole.hexdigest()


def is_up_to_date() -> bool:
    return COMMAND.exists() and MARK.exists() and MARK.read_text() == fingerprint()


def make_venv() -> None:
    """A virtual environment with pip in it, by whichever way this machine allows."""
    if venv_works():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("ensurepip"):
        run(sys.executable, "-m", "venv", str(VENV))
        return
    run(sys.executable, "-m", "venv", "--without-pip", str(VENV))
    try:
        put_pip_in()
    except (OSError, ValueError) as error:
        print(f"pip could not be fetched: {error}", flush=True)
        install_python3_venv()
        run(sys.executable, "-m", "venv", "--clear", str(VENV))


def venv_works() -> bool:
    """Whether an earlier environment is whole, ours, and not moved here from elsewhere."""
    if not PYTHON.exists() or not (VENV / "bin" / "pip").exists():
        return False
    question = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    answered = subprocess.run([str(PYTHON), "-c", question], check=False, capture_output=True)
    first_line = (VENV / "bin" / "pip").read_text(errors="replace").split("\n", 1)[0]
    return answered.returncode == 0 and str(VENV) in first_line


def put_pip_in() -> None:
    """Fetch the one pip that the lock file names, check its hash, and let it install itself."""
    version, hashes = locked_pip()
    name = f"pip-{version}-py3-none-any.whl"
    wheel = read_wheel(name)
    if hashlib.sha256(wheel).hexdigest() not in hashes:
        raise ValueError(f"{name} is not the file that {LOCKED.name} names (its hash differs)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(wheel)
        run(str(PYTHON), f"{path}/pip", "install", "-q", "--no-index", "--no-deps", str(path))


def locked_pip() -> tuple[str, set[str]]:
    text = LOCKED.read_text()
    entry = re.search(r"^pip==(\S+) (.*?)(?=^\S)", text + "\nend", re.MULTILINE | re.DOTALL)
    if entry is None:
        raise CannotInstall(f"{LOCKED} names no pip.")
    return entry[1], set(re.findall(r"sha256:([0-9a-f]{64})", entry[2]))


def read_wheel(name: str) -> bytes:
    """From a folder named to pip by `find-links`, else from the index pip would ask."""
    for folder in pip_setting("find-links", "").split():
        path = Path(folder.removeprefix("file://")) / name
        if path.is_file():
            return path.read_bytes()
    index = pip_setting("index-url", DEFAULT_INDEX).rstrip("/") + "/pip/"
    page = fetch(index).decode("utf-8", "replace")
    link = re.search(rf'href="([^"#]*{re.escape(name)})', page)
    if link is None:
        raise ValueError(f"{index} does not offer {name}")
    return fetch(urllib.parse.urljoin(index, link[1]))


def fetch(address: str) -> bytes:
    context = ssl.create_default_context(cafile=pip_setting("cert", "") or None)
    with urllib.request.urlopen(address, timeout=PATIENCE, context=context) as answer:
        return bytes(answer.read())


def pip_setting(name: str, default: str) -> str:
    """What pip itself would read: environment first, then its files, the user's last."""
    in_environment = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if in_environment:
        return in_environment
    home = Path.home()
    places = [Path("/etc/pip.conf"), home / ".pip/pip.conf", home / ".config/pip/pip.conf"]
    if os.environ.get("PIP_CONFIG_FILE"):
        places.append(Path(os.environ["PIP_CONFIG_FILE"]))
    settings = configparser.RawConfigParser(strict=False)
    settings.read(places)
    return settings.get("global", name, fallback="") or default


def install_python3_venv() -> None:
    """The other way to pip: Debian's own package, where we may install it."""
    line = "apt-get update && apt-get install -y python3-venv"
    root: list[str] | None = None
    if os.geteuid() == 0:
        root = []
    elif shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        root = ["sudo", "-n"]
    if root is not None and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        updated = subprocess.run([*root, "apt-get", "update"], check=False, env=environment)
        wanted = [*root, "apt-get", "install", "-y", "--no-install-recommends", "python3-venv"]
        if (
            updated.returncode == 0
            and subprocess.run(wanted, check=False, env=environment).returncode == 0
        ):
            return
    raise CannotInstall(f"pip is missing. As root, run this line, then try again:\n    {line}")


def run_pip(*words: str) -> None:
    quiet = ["--disable-pip-version-check", "--no-input", "--quiet"]
    run(str(PYTHON), "-m", "pip", words[0], *quiet, *words[1:])


def run(*words: str) -> None:
    """Run one step in silence; show what it said only when it fails."""
    finished = subprocess.run(
        words,
        check=False,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if finished.returncode:
        print(finished.stdout, file=sys.stderr)
        step = " ".join(words)
        raise CannotInstall(f"this step failed (its own message is above):\n    {step}")


def succeeds(*words: str) -> bool:
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
