"""A tool in several languages: each is whole and guarded as its original, or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.casework.assessment.instruments.conftest import GENERIC, TEXT, changed
from tests.casework.assessment.instruments.licensed import LICENSED
from tests.casework.assessment.instruments.translated import FRENCH, LANGUAGES, translated
from throughcare.casework.assessment.instruments.catalogue import (
    Catalogue,
    catalogue_of,
    find_instruments,
)
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.protected import protected_problems
from throughcare.casework.assessment.instruments.sheet import sheet_of
from throughcare.casework.assessment.instruments.texts import texts_of

PACKAGE = GENERIC.parent
SAYS = "translation: {of: tc-generic 0.1.0, status: not_reviewed}"


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    """What comes with the package."""
    found = catalogue_of(())
    assert found.problems == ()
    return found


def shape(one: Instrument) -> Any:
    """All of a tool but its words: what is kept of an assessment refers to nothing else."""
    scales = [
        [(rating.code, rating.sources, bool(rating.meaning)) for rating in scale.ratings]
        for scale in (one.ratings, one.strength_ratings)
    ]
    items = [
        (item.id, len(item.look_for), len(item.not_evidence), list(item.anchors), len(item.help))
        for item in one.items()
    ]
    ends = [
        (last.id, last.form, last.required, len(last.prompts), len(last.fields), len(last.options),
         last.chosen_by, last.may_be)
        for last in one.judgements
    ]  # fmt: skip
    return scales, items, ends, [(part.id, part.protective) for part in one.domains]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_is_there_whole_in_each_language_and_says_that_no_native_speaker_reviewed_it(
    language: str, ours: Catalogue
) -> None:
    (original,) = ours.instruments
    others = {one.language: one for one in ours.in_other_words(original)}
    words = others[language]
    assert words.translation is not None and not words.translation.reviewed
    assert "not confirmed" in words.translation.standing
    assert shape(words) == shape(original)
    same = replace(
        words, language="en", title=original.title, translation=None, domains=original.domains,
        ratings=original.ratings, strength_ratings=original.strength_ratings,
        judgements=original.judgements, never_evidence=original.never_evidence,
    )  # fmt: skip
    assert same == original, "id, version, digest and every condition are those of the original"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_never_counts_became_evidence_in_a_translation_of_ours(language: str) -> None:
    """Looked for in the file itself, apart from the code that lays it over the original."""
    sheet = sheet_of(PACKAGE / f"generic.{language}.yaml")
    assert list(protected_problems(sheet.top, sheet.file)) == []
    original = sheet_of(GENERIC)
    left_out = frozenset({"translation", "language"})
    assert _places(sheet.top, left_out) == _places(original.top, left_out)


def _places(top: Any, left_out: frozenset[str]) -> list[str]:
    """Where texts stand: a translation has one for one where its original has them."""
    stays = {"id", "version", "status", "licence", "scoring", "validity_days", "requires", "type",
             "not_for", "untried_persons", "chosen_by", "allow", "scale"}  # fmt: skip
    found = texts_of(top, left_out | stays)
    return [said.place for said in found if said.key not in stays]


BAD = [
    ("an item left out", "      - id: A2", "      - id: A3",
     "domain 'conduct': item 'A3' stands twice", "use each id of the original once"),
    ("an item of its own", "      - id: A4", "      - id: Z4",
     "domain 'conduct': item 'A4' is not translated", "what is not whole is not shown"),
    ("a domain left out", "  - id: ties", "  - id: bonds",
     "translation: domain 'bonds' does not stand in the original", "each id of the original once"),
    ("an entry without an id", "  - id: gaps\n    title:", "  - title:",
     "translation: an entry of 'final_judgements' without an id does not stand", "use each id"),
    ("a question left out", "        ask: Qui remarquerait", "        asks: Qui remarquerait",
     "item 'C2': 'ask' is not translated", "translate it"),
    ("an anchor left out", '"1": peu, ', "",
     "item 'C2', 'anchors': '1' is not translated", "translate it"),
    ("an anchor more", '"1": peu, ', '"1": peu, "3": trop, ',
     "item 'C2', 'anchors': '3' does not stand in the original", "remove it"),
    ("a rating left out", "  NA: {label: sans objet}\n", "",
     "ratings: 'NA' is not translated", "translate it"),
    ("a piece of evidence left out", ", intimidation]", "]",
     "item 'A1': 'look_for' has 3 texts, and the original has 4", "in the same order"),
    ("what never counts left out", "[disputes, voix élevée, ", "[disputes, ",
     "item 'A1': 'not' has 3 texts, and the original has 4", "in the same order"),
    ("never evidence left out", "  - porter plainte, voir", "# - porter plainte, voir",
     "translation: 'never_evidence' has 5 texts, and the original has 6", "in the same order"),
    ("words of the original", "title: Solitude et appartenance", "title: Loneliness and belonging",
     "item 'C2': 'title' has the very words of the original", "translate it"),
    ("a number for a word", "title: Solitude et appartenance", "title: 7",
     "item 'C2': 'title' is not a text", "in quotes"),
    ("a list for a word", "title: Solitude et appartenance", "title: [a, b]",
     "item 'C2': 'title' is not a text", "in quotes"),
    ("a word for a list", "help: [contact avec la famille, agent référent, mentor, activité",
     "help: mentor\n        #", "item 'C2': 'help' is not a list", "one for each"),
    ("a word for anchors", 'anchors: {"0": plusieurs personnes de confiance',
     'anchors: peu\n        # {"0', "item 'C2': 'anchors' has no keys of its own", "indented"),
    ("a condition", "language: fr\n", "language: fr\nvalidity_days: 30\n",
     "translation: 'validity_days' is no word of the tool", "all else is the original's"),
    ("a licence", "language: fr\n", "language: fr\nlicence: {kind: open, name: CC0-1.0}\n",
     "translation: 'licence' is no word of the tool", "remove it"),
    ("who chooses", "    title: Danger immédiat\n",
     "    title: Danger immédiat\n    chosen_by: software\n",
     "'immediate_safety_concern': 'chosen_by' is no word of the tool", "remove it"),
    ("how many sources", "{label: stable, meaning", "{label: stable, sources: 1, meaning",
     "strength_ratings, '2': 'sources' is no word of the tool", "remove it"),
    ("no language", "language: fr\n", "",
     "translation: 'language' is missing", "in which language"),
    ("the language of the original", "language: fr", "language: en",
     "it is in the language of the original", "mend the language"),
    ("a language without a list", "language: fr", "language: uz",
     "there is no list of words in this language", "protected.yaml"),
    ("no original", "of: tc-generic 0.1.0, ", "", "does not say which tool and version", "of: tc-"),
    ("no status", ", status: not_reviewed", "", "translation: 'status' is missing", "reviewed"),
    ("reviewed by nobody", "not_reviewed}", "reviewed, on: 2026-11-02}",
     "translation: 'by' is missing", "which native speaker"),
    ("reviewed on no day", "not_reviewed}", "reviewed, by: A. Martin}",
     "translation: the date 'on' is missing", "write a date"),
    ("not reviewed by somebody", "not_reviewed}", "not_reviewed, by: A. Martin}",
     "'by' is not a known key", "remove it"),
    ("an empty head", SAYS, "translation:", "translation: 'translation' is empty", "of: tc-"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said", "remedy"), [one[1:] for one in BAD], ids=[one[0] for one in BAD]
)
def test_a_translation_is_refused_with_its_line_and_what_to_do(
    old: str, new: str, said: str, remedy: str, tmp_path: Path
) -> None:
    outcome = translated(tmp_path, changed(old, new, FRENCH))
    assert outcome.instrument is None
    assert any(said in one.what and remedy in one.remedy for one in outcome.problems), "\n".join(
        map(str, outcome.problems)
    )
    assert all(one.file.endswith("tool.fr.yaml") and one.remedy for one in outcome.problems)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[agressions consignées,", "[prières à la mosquée,", "built on worship ('prières')"),
        ("visites de la famille]", "visites à l'église]", "brings in worship ('église')"),
        ('"1": peu', '"1": porte la barbe', "built on dress or hair ('barbe')"),
        ("title: Danger immédiat", "title: Danger au-dessus du seuil", "speaks of a cut-off"),
        ("options: [ordinaires,", "options: [vert,", "an option is a colour, not a word"),
        ("label: sans objet", "label: note 3", "the label of 'NA' is a number"),
        ("choisi et motivé par la personne qui évalue", "calculé par le logiciel",
         "lets the software judge ('calculé')"),
        ("[plans, messages,", "[seuls savoir-faire passés, messages,",
         "a text stands under 'not' and is evidence too"),
        ("les vêtements, les cheveux, ", "", "'never_evidence' does not name dress or hair"),
    ],
)  # fmt: skip
def test_the_same_guard_stands_before_a_translation_in_its_own_language(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    outcome = translated(tmp_path, changed(old, new, FRENCH))
    assert outcome.instrument is None
    (problem,) = outcome.problems
    line = (tmp_path / "tool.fr.yaml").read_text(encoding="utf-8").split("\n")[problem.line - 1]
    assert said in problem.what and problem.remedy
    assert line.strip(), "the line is that of the translation"


def test_a_reviewed_one_names_who_reviewed_it_and_when(tmp_path: Path) -> None:
    words = changed("not_reviewed}", "reviewed, by: A. Martin, on: 2026-11-02}", FRENCH)
    outcome = translated(tmp_path, words)
    assert outcome.problems == () and outcome.instrument is not None
    told = outcome.instrument.translation
    assert told is not None and told.reviewed
    assert told.standing == "translation, reviewed by A. Martin on 2026-11-02"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_house_keeps_its_tool_in_two_languages_in_whatever_order_the_files_lie(
    tmp_path: Path,
) -> None:
    put(tmp_path, "a.fr.yaml", FRENCH.replace("of: tc-generic", "of: house-tool"))
    put(tmp_path, "b.yaml", LICENSED)
    found = find_instruments(tmp_path)
    assert found.problems == ()
    (tool,) = found.of("house-tool")
    (words,) = found.in_other_words(tool)
    assert words.key == ("house-tool", "0.1.0", "fr") and words.digest == tool.digest


@pytest.mark.parametrize("of", ["house-tool 0.2.0", "other-tool 0.1.0"])
def test_a_translation_of_what_is_not_at_hand_is_refused_and_says_what_to_do(
    of: str, tmp_path: Path
) -> None:
    put(tmp_path, "b.yaml", LICENSED)
    put(tmp_path, "b.fr.yaml", FRENCH.replace("of: tc-generic 0.1.0", f"of: {of}"))
    found = find_instruments(tmp_path)
    (problem,) = found.problems
    assert "the tool that it translates is not at hand" in problem.what
    assert problem.line == 3 and "name the file of the tool as well" in problem.remedy
    assert len(found.of("house-tool")) == 1, "the tool itself is not taken along"


def test_one_language_stands_once_and_ours_is_not_put_in_other_words(tmp_path: Path) -> None:
    put(tmp_path, "mine.fr.yaml", FRENCH)
    (problem,) = find_instruments(tmp_path).problems
    assert "stands already in" in problem.what and "generic.fr.yaml" in problem.what
    assert "an id of its own" in problem.remedy


def test_a_second_whole_tool_of_the_version_in_another_language_is_to_be_a_translation(
    tmp_path: Path,
) -> None:
    put(tmp_path, "a.yaml", LICENSED)
    put(tmp_path, "b.yaml", LICENSED.replace("language: en", "language: fr"))
    (problem,) = find_instruments(tmp_path).problems
    assert problem.file.endswith("b.yaml") and "make a translation" in problem.remedy


def test_a_broken_translation_takes_neither_the_tool_nor_the_others_with_it(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", LICENSED)
    french = FRENCH.replace("of: tc-generic", "of: house-tool")
    put(tmp_path, "b.fr.yaml", changed("language: fr", "language: kk", french))
    put(tmp_path, "c.fr.yaml", changed('"1": peu, ', "", french))
    found = find_instruments(tmp_path)
    assert len(found.problems) == 1 and found.problems[0].file.endswith("c.fr.yaml")
    (tool,) = found.of("house-tool")
    assert [one.language for one in found.in_other_words(tool)] == ["kk"]


def test_the_original_with_a_text_under_not_and_as_evidence_is_refused_too(tmp_path: Path) -> None:
    text = changed("not: [arguments, raised voice", "not: [arguments, intimidation", TEXT)
    path = put(tmp_path, "tool.yaml", text.replace("id: tc-generic", "id: house-tool"))
    (problem,) = catalogue_of([path]).problems
    assert "item 'A1': a text stands under 'not' and is evidence too" in problem.what
