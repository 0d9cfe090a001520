"""The catalogues of the five languages: see what is said in code and pages, and compile.

    .venv/bin/python tools/catalogues.py           # lists what each catalogue lacks, then compiles

A catalogue is throughcare/locale/<language>/LC_MESSAGES/django.po. English stands in the code.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent / "throughcare"
LANGUAGES = ("fr", "ar", "ru", "kk")
_CALLS = frozenset({"gettext", "gettext_lazy"})
_IN_TEMPLATES = re.compile(r"""\{%\s*translate\s+(["'])(.+?)\1""")


def said() -> set[str]:
    """Every text that code or pages show in English."""
    return set(_in_code()) | set(_in_templates()) | set(_in_profiles())


def _in_code() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_bytes()
        if b"gettext" in source:
            for found in extract("python", io.BytesIO(source), dict.fromkeys(_called(source))):
                text = found[1]
                yield text if isinstance(text, str) else text[0]


def _called(source: bytes) -> set[str]:
    """What a module calls the two functions by which a text is said: their names and all others."""
    names = set(_CALLS)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names |= {one.asname for one in node.names if one.name in names and one.asname}
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            names |= {
                one.id for one in node.targets
                if node.value.id in names and isinstance(one, ast.Name)
            }  # fmt: skip
    return names


def _in_templates() -> Iterator[str]:
    for path in sorted((PACKAGE / "templates").rglob("*.html")):
        for found in _IN_TEMPLATES.finditer(path.read_text(encoding="utf-8")):
            yield found[2]


def _in_profiles() -> Iterator[str]:
    """What the profiles of release dates say of themselves: shown beside each computed line."""
    for path in sorted((PACKAGE.parent / "rulebooks" / "release_dates").glob("*.yaml")):
        yield from _texts(yaml.safe_load(path.read_text(encoding="utf-8")))


def _texts(node: object) -> Iterator[str]:
    for name, one in node.items() if isinstance(node, dict) else ():
        if isinstance(one, str) and name in ("name", "note", "source"):
            yield one
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _texts(one)


def file_of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """The catalogue as it is written."""
    with file_of(language).open("rb") as written:
        return read_po(written, locale=language)


def faults(language: str) -> list[str]:
    """What the catalogue lacks, leaves empty or fuzzy, or has and nobody says any more."""
    known = catalogue(language)
    entries = {str(entry.id): entry for entry in known if entry.id}
    wanted = said()
    found = [f"missing: {text}" for text in sorted(wanted - set(entries))]
    found += [f"no longer said: {text}" for text in sorted(set(entries) - wanted)]
    found += [f"empty: {text}" for text, entry in entries.items() if not entry.string]
    found += [f"fuzzy: {text}" for text, entry in entries.items() if entry.fuzzy]
    return found


def compiled(language: str) -> bytes:
    """The catalogue in the form that is read at run time."""
    out = io.BytesIO()
    write_mo(out, catalogue(language))
    return out.getvalue()


def main() -> int:
    """List the faults; compile. 1 if there is a fault."""
    wrong = 0
    for language in LANGUAGES:
        for fault in faults(language):
            print(f"{language}: {fault}")
            wrong = 1
        file_of(language).with_suffix(".mo").write_bytes(compiled(language))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
