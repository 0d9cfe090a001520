"""Words of the lists are found in every form and language, and ordinary words are left alone."""

from __future__ import annotations

import pytest

from tests.casework.assessment.instruments.conftest import TEXT, Change
from throughcare.casework.assessment.instruments.counting import counting_key
from throughcare.casework.assessment.instruments.groups import named_in, written
from throughcare.casework.assessment.instruments.protected import (
    characteristics,
    is_offer,
    languages,
)
from throughcare.casework.assessment.instruments.reading import read_instrument
from throughcare.kernel.folding import fold, mixed_word, words_of

PROTECTED, COUNTING = "protected.yaml", "counting.yaml"


def named(text: str, lists: str = PROTECTED) -> list[str]:
    return [group.says for group, _ in named_in(lists, words_of(text))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # English
        ("Does he pray five times a day", "worship"),
        ("RELIGIOUS zeal", "religion"),
        ("reading of the Qur’an", "religion"),
        ("an ex-Muslim", "religion"),
        ("grew a beard", "dress or hair"),
        ("asks for kosher meals", "diet or fasting"),
        ("speaks with an accent", "language or accent"),
        ("from a tribal family", "ethnicity or descent"),
        ("an asylum seeker", "nationality or origin"),
        ("criticism of the State", "political opinion"),
        ("women in the wing", "sex or gender"),
        ("in a wheelchair", "disability or diagnosis"),
        ("sexual orientation", "sexuality"),
        # French: accents or none, an article joined by an apostrophe
        ("L’islam radical", "religion"),
        ("fréquente la mosquée", "worship"),
        ("prieres du vendredi", "worship"),
        ("porte la barbe", "dress or hair"),
        ("le jeûne du ramadan", "diet or fasting"),
        ("observe un jeûne", "diet or fasting"),
        ("langue maternelle", "language or accent"),
        ("sa nationalité", "nationality or origin"),
        ("opinions politiques", "political opinion"),
        ("handicapé", "disability or diagnosis"),
        ("son origine ethnique", "ethnicity or descent"),
        ("le sexe de la personne", "sex or gender"),
        ("homosexualité", "sexuality"),
        # Russian: cases
        ("ходит в мечеть", "worship"),
        ("перед намазом", "worship"),
        ("верующим", "religion"),
        ("носит бороду", "dress or hair"),
        ("соблюдает пост", "diet or fasting"),
        ("родного языка", "language or accent"),
        ("гражданства другой страны", "nationality or origin"),
        ("политических взглядов", "political opinion"),
        ("инвалидностью", "disability or diagnosis"),
        ("женщинам", "sex or gender"),
        ("этнической группы", "ethnicity or descent"),
        ("гомосексуальности", "sexuality"),
        # Arabic: article, particles, vowel signs, several forms of one letter
        ("والصلاة في المسجد", "worship"),
        ("بالتديّن", "religion"),
        ("الإسلام", "religion"),
        ("لحيته طويلة", "dress or hair"),
        ("وَالصِّيام", "diet or fasting"),
        ("بلهجته", "language or accent"),
        ("جنسيته", "nationality or origin"),
        ("آراؤه السياسية", "political opinion"),
        ("من ذوي الإعاقة", "disability or diagnosis"),
        ("النساء", "sex or gender"),
        ("قبيلته", "ethnicity or descent"),
        ("ميوله الجنسية", "sexuality"),
        # Kazakh: endings
        ("намазға барады", "worship"),
        ("намаздарын қаза қылмайды", "worship"),
        ("дінге бет бұрды", "religion"),
        ("сақалы бар", "dress or hair"),
        ("ораза ұстайды", "diet or fasting"),
        ("тілінде сөйлейді", "language or accent"),
        ("азаматтығы", "nationality or origin"),
        ("саяси көзқарасы", "political opinion"),
        ("мүгедектігі", "disability or diagnosis"),
        ("әйелдер", "sex or gender"),
        ("ұлтына қарай", "ethnicity or descent"),
        ("гомосексуалды", "sexuality"),
    ],
)
def test_a_characteristic_is_found_in(text: str, says: str) -> None:
    assert named(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "address and phone", "in good faith", "sexual violence", "violence against women",
        "a veiled threat", "abusive language", "political violence", "raced to the gate",
        "fil barbelé", "jeunes détenus", "le secteur B", "ce genre de propos", "à l’étranger",
        "bonne foi",
        "библиотека", "на пол", "секторе", "такого рода", "вернулся", "верно", "посты охраны",
        "عليه دين", "نقابة", "اعتداءات جنسية", "جامعة", "أمام الباب", "لهجة تهديد", "حامل سلاح",
        "la pratique du jeune détenu", "намазал масло на хлеб", "намазать хлеб",
        "тілек білдірді", "қызмет", "ұлғайды", "ұлттық қауіпсіздік",
    ],
)  # fmt: skip
def test_an_ordinary_word_is_left_alone_in(text: str) -> None:
    assert named(text) == []


def test_a_phrase_that_is_not_meant_covers_itself_only() -> None:
    assert named("in good faith") == []
    assert named("in good faith and in his faith") == ["religion"]


@pytest.mark.parametrize("hidden", ["re\u00adligion", "re\u200bligion", "religion", "ᵣeligion"])
def test_hidden_signs_hide_no_word(hidden: str) -> None:
    assert named(hidden) == ["religion"]


def test_letters_of_another_alphabet_are_seen() -> None:
    assert mixed_word(words_of("the prаyer")) == "prаyer"  # with a Cyrillic letter
    assert mixed_word(words_of("СМС-сообщение, чат Telegram, кафе café, رسالة SMS")) == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Score of the person", "a total"),
        ("sum of the ratings", "a total"),
        ("12 points", "a total"),
        ("cut-off at ten", "a cut-off"),
        ("three or more items", "a cut-off"),
        ("≥ 10", "a cut-off"),
        ("rated 2 or higher", "a cut-off"),
        (">= 5", "a cut-off"),
        ("weighted by time", "a weight"),
        ("20 %", "a rank among people"),
        ("the top decile", "a rank among people"),
        ("a traffic light", "a colour"),
        ("🔴", "a colour"),
        ("somme des cotes", "a total"),
        ("seuil de dix", "a cut-off"),
        ("pondération", "a weight"),
        ("code couleur", "a colour"),
        ("pourcentage", "a rank among people"),
        ("двенадцать баллов", "a total"),
        ("пороговое значение", "a cut-off"),
        ("взвешенная оценка", "a weight"),
        ("рейтинг", "a rank among people"),
        ("светофор", "a colour"),
        ("بمجموع النقاط", "a total"),
        ("عتبة الخطر", "a cut-off"),
        ("نسبة مئوية", "a rank among people"),
        ("ұпай саны", "a total"),
        ("шекті мәні", "a cut-off"),
        ("бағдаршам", "a colour"),
    ],
)
def test_a_number_of_a_person_is_found_in(text: str, says: str) -> None:
    assert says in named(text, COUNTING)


@pytest.mark.parametrize(
    "text",
    [
        "a role, rank or duty", "lost weight", "cut off from family", "a sum of money",
        "settle scores",
        "seen in the last 6 months, two sources", "older than six months", "points to a plan",
        "one or two", "no money or visits", "total isolation", "A1-A4",
    ],
)  # fmt: skip
def test_an_ordinary_number_is_left_alone_in(text: str) -> None:
    assert named(text, COUNTING) == []


@pytest.mark.parametrize(
    "key", ["total", "total_risk", "min_score", "weight", "cut_off", "cutoff", "threshold_high",
            "colour", "color_ramp", "rank", "points", "балл", "seuil"]
)  # fmt: skip
def test_a_key_that_counts_is_known(key: str) -> None:
    assert counting_key(key)


def test_every_characteristic_has_words_in_every_language_of_the_service() -> None:
    assert languages() == ("ar", "en", "fr", "kk", "ru")
    assert {group.says for group in characteristics()} == {
        "religion", "worship", "dress or hair", "diet or fasting", "ethnicity or descent",
        "nationality or origin", "language or accent", "political opinion", "sex or gender",
        "disability or diagnosis", "sexuality",
    }  # fmt: skip
    for group in written(PROTECTED)["groups"].values():
        assert all(len(set(group[code])) == len(group[code]) >= 5 for code in languages())
    assert set(written(PROTECTED)["offers"]) == set(languages())


@pytest.mark.parametrize("language", ["ar", "fr", "kk", "ru"])
def test_an_instrument_in_each_language_can_pass(language: str, change: Change) -> None:
    """What must never count is named in the words of its own language."""
    said = [group[language][0].replace("*", "") for group in written(PROTECTED)["groups"].values()]
    begin, end = TEXT.index("never_evidence:"), TEXT.index("ratings:\n")
    path = change(TEXT[begin:end], f"never_evidence: [{', '.join(said)}]\n")
    path.write_text(
        path.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8"
    )
    assert read_instrument(path).problems == ()


def test_no_beginning_is_so_short_that_it_finds_half_the_dictionary() -> None:
    phrases = [
        phrase
        for name in (PROTECTED, COUNTING)
        for group in written(name)["groups"].values()
        for code in languages()
        for phrase in group.get(code, ())
    ]
    assert len(phrases) > 900
    assert [one for one in phrases if one.endswith("*") and len(fold(one.split()[-1])) < 4] == []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("choice of chaplain if asked for", True), ("Aumônier, si la personne le demande", True),
        ("встреча со священником по желанию", True), ("لقاء مرشد ديني بناء على طلبه", True),
        ("қаласа, имаммен кездесу", True), ("weekly talks with a chaplain", False),
    ],
)  # fmt: skip
def test_an_offer_is_told_from_an_order(text: str, offered: bool) -> None:
    assert is_offer(words_of(text)) is offered
    assert named(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("not: [arguments,", "not: [going to the mosque, arguments,"),
        ("  - making complaints,", "  - a score of another tool, halal food, making complaints,"),
        ("help: [violence-reduction work,", "help: [meeting an imam if wanted, work,"),
        ("tool: Throughcare generic instrument", "tool: Course of the Islamic University"),
        (
            "status: unvalidated",
            "status: unvalidated\n"
            "studies: [{citation: Scores of women in prison, double_rated: 12, found: poor}]",
        ),
    ],
    ids=[
        "what must not count",
        "what is never evidence",
        "an offer of help",
        "the name of a course",
        "the title of a study",
    ],
)
def test_a_word_may_stand_in(old: str, new: str, change: Change) -> None:
    assert read_instrument(change(old, new)).problems == ()
