"""Bad instruments: items, what may be no indicator, and numbers of a person."""

from __future__ import annotations

from tests.casework.assessment.instruments.bad import Bad

_AFTER_A1 = "        title: Violence or threats now\n"
_LOOK_A1 = "look_for: [recorded assaults,"
_ASK_A1 = "ask: What has the person done or threatened to do to others here in the last six months?"
ITEMS = [
    Bad("two items have one id", "- id: A2", "- id: A1", "- id: A1\n        title: Own",
        "two items have the id 'A1'; the first is on line ", "another id"),
    Bad("two domains have one id", "- id: ties", "- id: conduct",
        "- id: conduct\n    title: Ties", "two domains have the id 'conduct'", "another id"),
    Bad("the id of an item tells what it asks", "- id: A1", "- id: threatens", "id: threatens",
        "'id' cannot be used", "must tell nothing"),
    Bad("no domain is protective", "    protective: true\n", "", "domains:\n  - id",
        "no domain is protective", "protective: true"),
    Bad("the protective domain is rated as a danger", "    scale: strength_ratings\n", "",
        "protective: true", "not rated by strengths", "strength_ratings"),
    Bad("a domain has an unknown scale", "scale: strength_ratings", "scale: strength_rating",
        "scale: strength_rating", "'scale' is 'strength_rating'",
        "did you mean 'strength_ratings'?"),
    Bad("an item has no question", f"        {_ASK_A1}\n", "", "- id: A1",
        "item 'A1': 'ask' is missing", "question"),
    Bad("an item says not what to look for",
        "        look_for: [recorded assaults, direct threats heard by named "
        "witness, weapons made or held, intimidation]\n", "", "- id: A1",
        "item 'A1': 'look_for' is missing", "evidence"),
    Bad("an item leads to no help",
        "        help: [violence-reduction work, mediation, change of placement, "
        "safety plan]\n", "", "- id: A1", "item 'A1': 'help' is missing", "label"),
    Bad("an item has no anchors",
        '        anchors: {"0": none found, "1": one minor event or older than six '
        'months, "2": serious or repeated in six months}\n', "", "- id: A1",
        "item 'A1': 'anchors' is missing", "0, 1, 2"),
    Bad("a rating has no anchor", '"0": none found, "1": one minor', '"1": one minor',
        'anchors: {"1"', "item 'A1': there is no anchor for rating '0'", "agree"),
    Bad("an anchor is of no rating", '"0": none found, "1": one minor',
        '"0": none found, "7": all, "1": one minor', '"7"', "'7' under 'anchors' is no level",
        "0, 1, 2"),
    Bad("evidence is a sentence",
        "look_for: [recorded assaults, direct threats heard by named witness, "
        "weapons made or held, intimidation]", "look_for: assaults", "look_for: assaults",
        "'look_for' is not a list", "[one, another]"),
]  # fmt: skip
PROTECTED = [
    Bad(f"an item asks for {what}", _ASK_A1, f"ask: {asked}", "ask: " + asked,
        f"A1, 'ask' is built on {said} ('{found}')", "what the person did")
    for what, asked, said, found in (
        ("religion", "How strong is the religion of the person?", "religion", "religion"),
        ("worship", "How often does the person pray?", "worship", "pray"),
        ("dress", "Does the person wear a beard or a veil?", "dress or hair", "beard"),
        ("diet", "Does the person insist on halal food?", "diet or fasting", "halal"),
        ("ethnicity", "To which tribe does the person belong?", "ethnicity or descent", "tribe"),
        ("nationality", "Is the person a foreign national?", "nationality or origin",
         "foreign national"),
        ("language", "Which languages does the person speak?", "language or accent", "languages"),
        ("political opinion", "Which political opinion has the person?", "political opinion",
         "political"),
        ("sex", "Is the person female?", "sex or gender", "female"),
        ("disability", "Has the person a disability?", "disability or diagnosis", "disability"),
        ("sexuality", "Is the person homosexual?", "sexuality", "homosexual"),
    )
] + [
    Bad("evidence is attendance at a mosque", _LOOK_A1, "look_for: [goes to the mosque daily,",
        "goes to the mosque", "A1, 'look_for' is built on worship ('mosque')", "under 'not'"),
    Bad("a title names a faith", "title: Violence or threats now", "title: Islamist leaning",
        "title: Islamist", "A1, 'title' is built on religion ('Islamist')",
        "what the person did"),
    Bad("an anchor measures piety", '"2": serious or repeated in six months',
        '"2": prays in the cell', "prays in the cell",
        "A1, 'anchors' is built on worship ('prays')", "what the person did"),
    Bad("a domain is a nationality", "title: Ties and pressure on the person",
        "title: Nationality and ties", "title: Nationality",
        "ties, 'title' is built on nationality", "what the person did"),
    Bad("a final judgement asks for conversion", "prompts: [what led here,",
        "prompts: [when the person converted, what led here,", "converted",
        "formulation, 'prompts' is built on religion ('converted')", "what the person did"),
    Bad("help is a sermon for everybody", "help: [violence-reduction work,",
        "help: [weekly sermon,", "weekly sermon", "A1, 'help' brings in worship ('sermon')",
        "offer"),
    Bad("a chaplain is sent unasked", "choice of chaplain if asked for", "talks with a chaplain",
        "talks with a chaplain", "A2, 'help' brings in religion ('chaplain')", "if asked for"),
    Bad("a word looks Latin and is not", _ASK_A1, "ask: How often is the prаyer said?",
        "ask: How often", "a word with letters of two alphabets", "one alphabet"),
]  # fmt: skip
NUMBERS = [
    Bad("items have a total", "validity_days: 180", "validity_days: 180\ntotal: sum", "total:",
        "'total' would make a number of a person", "nothing is counted"),
    Bad("an item has a weight", _AFTER_A1, _AFTER_A1 + "        weight: 2\n", "weight: 2",
        "item 'A1': 'weight' would make a number of a person", "remove it"),
    Bad("it is scored", "scoring: none ", "scoring: sum ", "scoring:", "'scoring' is not none",
        "scoring: none"),
    Bad("it does not say that nothing is counted",
        "scoring: none            # no totals, weights, cut-offs or ranks may be "
        "computed or stored\n", "", "id:", "'scoring' is missing", "scoring: none"),
    Bad("a domain has a cut-off", "    title: Conduct and violence\n",
        "    title: Conduct and violence\n    cut_off: 6\n", "cut_off",
        "domain 'conduct': 'cut_off' would make a number of a person", "remove it"),
    Bad("a domain has a threshold for alarm", "    title: Conduct and violence\n",
        "    title: Conduct and violence\n    alarm_threshold: 6\n", "alarm_threshold",
        "'alarm_threshold' would make a number of a person", "remove it"),
    Bad("people are ranked", "validity_days: 180", "validity_days: 180\nrank_by: conduct",
        "rank_by", "'rank_by' would make a number of a person", "remove it"),
    Bad("an anchor is a score", '"2": serious or repeated in six months', '"2": a score of ten',
        "a score of ten", "A1, 'anchors' speaks of a total ('score')", "in words"),
    Bad("evidence is a cut-off", _LOOK_A1, "look_for: [three or more items rated so,",
        "three or more items", "A1, 'look_for' speaks of a cut-off ('three or more items')",
        "in words"),
    Bad("a rating means a share", "meaning: looked for in more than one source and not found",
        "meaning: below the 20th percentile", "percentile", "speaks of a rank among people",
        "in words"),
    Bad("a rating means a weight", "meaning: looked for in more than one source and not found",
        "meaning: counts double", "counts double", "speaks of a weight ('counts double')",
        "in words"),
    Bad("a domain is a traffic light", "title: Conduct and violence",
        "title: Traffic light of conduct", "Traffic light",
        "conduct, 'title' speaks of a colour ('Traffic light')", "in words"),
    Bad("help depends on a sum", "help: [violence-reduction work,",
        "help: [course if the sum of all is high,", "sum of all",
        "A1, 'help' speaks of a total ('sum of')", "in words"),
]  # fmt: skip
