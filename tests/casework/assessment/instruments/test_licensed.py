"""The words of a licensed instrument are in no repr, log, export, message or cache."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import pprint
import traceback
from dataclasses import asdict
from pathlib import Path

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import given

from standards.rulebook.located import read_located
from tests.casework.assessment.instruments.bad import Bad
from tests.casework.assessment.instruments.conftest import GENERIC, changed
from tests.casework.assessment.instruments.damaged import damaged
from tests.casework.assessment.instruments.licensed import LICENSED, SECRETS, told
from tests.casework.assessment.instruments.refused import ALL
from throughcare.casework.assessment.instruments.catalogue import load_instruments
from throughcare.casework.assessment.instruments.errors import InstrumentError
from throughcare.casework.assessment.instruments.head import is_licensed
from throughcare.casework.assessment.instruments.leaving import may_leave
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.reading import read_instrument
from throughcare.casework.assessment.instruments.wording import HIDDEN, Wording


def read(path: Path, text: str = LICENSED) -> Instrument:
    path.write_text(text, encoding="utf-8")
    instrument = read_instrument(path).instrument
    assert instrument is not None
    return instrument


@pytest.fixture
def tool(tmp_path: Path) -> Instrument:
    """The licensed instrument."""
    return read(tmp_path / "tool.yaml")


def test_with_its_licence_it_is_read_whole_and_the_assessor_sees_it(tool: Instrument) -> None:
    assert tool.licence.statement == "licensed by House of Tools, Agreement 7, from 2026-01-01"
    first = next(tool.items())
    assert first.title.shown == "Violence or threats now"
    assert len(list(tool.items())) == 20
    assert len(SECRETS) > 150


def test_no_way_of_writing_it_out_has_its_words(tool: Instrument) -> None:
    written = [repr(tool), str(tool), f"{tool}", pprint.pformat(tool), pprint.pformat(asdict(tool)),
               repr(copy.deepcopy(tool)), repr(tool.domains), repr(tool.ratings)]  # fmt: skip
    for item in tool.items():
        written += [repr(item), f"{item.title} {item.ask!r} {item.look_for}", f"{item.ask:>30}"]
        written += ["%s" % item.ask, " ".join(map(str, item.help))]  # noqa: UP031 - as a log does
    assert [told(text) for text in written if told(text)] == []
    assert HIDDEN in written[0]


def test_it_can_be_kept_in_no_cache_and_written_as_no_json(tool: Instrument) -> None:
    item = next(tool.items())
    for refused in (
        lambda: pickle.dumps(tool),
        lambda: pickle.dumps(item.ask),
        lambda: json.dumps(asdict(tool)),
        lambda: json.dumps({"ask": item.ask}),
        lambda: json.dumps([item.ask], cls=DjangoJSONEncoder),
        lambda: "".join([item.ask]),  # type: ignore[list-item]
    ):
        with pytest.raises(TypeError):
            refused()


def test_its_words_are_not_changed_behind_its_guard(tool: Instrument) -> None:
    ask = next(tool.items()).ask
    with pytest.raises(AttributeError):
        ask.licensed = False
    assert not hasattr(ask, "__dict__")


def test_a_log_says_nothing_of_it(
    tool: Instrument, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        log = logging.getLogger("throughcare.assessment")
        for item in tool.items():
            log.info("rated %s of %r: %s", item, tool, item.ask)
            log.error({"item": item, "anchors": item.anchors})
    assert len(caplog.records) == 40
    assert told(caplog.text) == set()
    out = capsys.readouterr()
    assert told(out.out + out.err) == set()


def test_reading_it_writes_no_line_anywhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        read(tmp_path / "tool.yaml")
    out = capsys.readouterr()
    assert (caplog.text, out.out, out.err) == ("", "", "")


def test_only_ids_version_licence_and_status_may_leave(tool: Instrument) -> None:
    left = may_leave(tool)
    assert told(json.dumps(left, ensure_ascii=False)) == set()
    assert set(left) == {
        "id", "version", "language", "translation", "title", "status", "licence", "licensed",
        "validity_days", "items", "digest",
    }  # fmt: skip
    assert left["items"] == [item.id for item in tool.items()]
    assert left["status"] == "NOT VALIDATED: for structured conversation and planning only"


def test_of_our_own_no_more_leaves_than_of_a_licensed_one(tool: Instrument) -> None:
    own = read_instrument(GENERIC).instrument
    assert own is not None
    assert set(may_leave(own)) == set(may_leave(tool))
    assert told(json.dumps(may_leave(own))) == set()
    assert "Violence or threats now" in repr(own)


@pytest.mark.parametrize(
    "licence", ["", "licence: CC0-1.0\n", "licence: {kind: ours}\n", "licence: []\n"]
)
def test_whatever_is_not_plainly_open_is_guarded(licence: str, tmp_path: Path) -> None:
    """A slip in the licence opens nothing: the file is refused, and its words are not told."""
    head, _, rest = LICENSED.partition("licence: ")
    broken = head + licence + rest.partition("\n")[2]
    path = tmp_path / "tool.yaml"
    path.write_text(broken, encoding="utf-8")
    outcome = read_instrument(path)
    assert outcome.instrument is None
    assert is_licensed(read_located(broken.encode(), str(path))[0])
    assert told(" ".join(map(str, outcome.problems))) == set()


def test_a_sentence_that_slipped_in_as_a_key_is_not_repeated(tmp_path: Path) -> None:
    """Once it is an unknown key, twice a double one: neither message has its words."""
    secret = "How has the person acted when refused"
    for times in (1, 2):
        path = tmp_path / "tool.yaml"
        path.write_text(LICENSED + f"{secret}: a\n" * times, encoding="utf-8")
        (problem,) = read_instrument(path).problems
        assert "(not repeated here)" in problem.what
        assert secret not in str(problem)


@pytest.mark.parametrize("bad", ALL, ids=[bad.change for bad in ALL])
def test_a_refusal_repeats_none_of_its_words(bad: Bad, tmp_path: Path) -> None:
    """The word that is refused is named; the sentence around it is not."""
    path = tmp_path / "tool.yaml"
    path.write_text(LICENSED.replace(bad.old, bad.new, 1), encoding="utf-8")
    said = " ".join(map(str, read_instrument(path).problems))
    assert told(said) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ask: What has", "ask: [a secret of the house, another]\n        was: What has"),
        ("title: Conduct", "title: {a secret of the house: 1}\n    was: Conduct"),
        ("look_for: [recorded", "look_for: a secret of the house\n        was: [recorded"),
        ("look_for: [recorded", "look_for: [[a secret of the house], recorded"),
        ("validity_days: 180", "validity_days: [a secret of the house]"),
        ("type: choice", "type: a secret of the house"),
        ("allow: [declined", "allow: [a secret of the house, declined"),
        ("protective: true", "protective: a secret of the house"),
        ("- id: A1", "- id: a secret of the house"),
        ("scale: strength_ratings", "scale: a secret of the house"),
        ("allowed_domains: [needs", "allowed_domains: [a secret of the house, needs"),
    ],
)
def test_a_text_in_the_wrong_place_is_not_repeated(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "tool.yaml"
    path.write_text(changed(old, new, LICENSED), encoding="utf-8")
    problems = read_instrument(path).problems
    assert problems
    assert "a secret of the house" not in " ".join(map(str, problems))


@given(text=damaged(LICENSED))
def test_no_damaged_line_makes_reading_fail_or_tell(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "tool.yaml"
    path.write_text(text, encoding="utf-8")
    outcome = read_instrument(path)
    assert (outcome.instrument is None) == bool(outcome.problems)
    assert told(" ".join(map(str, outcome.problems))) == set()


def test_the_service_cannot_start_on_a_broken_one_and_its_trace_tells_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / "tool.yaml").write_text(
        LICENSED.replace(
            "        help: [violence-reduction work", "        helps: [violence work", 1
        ),
        encoding="utf-8",
    )
    with pytest.raises(InstrumentError) as refused:
        load_instruments(tmp_path)
    trace = "".join(traceback.format_exception(refused.value))
    assert "item 'A1': 'helps' is not a known key" in trace
    assert told(trace) == set()


def test_two_words_that_are_equal_are_equal_whoever_owns_them() -> None:
    one, other = Wording("none", licensed=True), Wording("none", licensed=False)
    assert one == other and hash(one) == hash(other) and one != "none"
    assert pickle.loads(pickle.dumps(other)) == other
