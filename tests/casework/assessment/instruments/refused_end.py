"""Bad instruments: final judgements, and what is hardly YAML."""

from __future__ import annotations

from tests.casework.assessment.instruments.bad import Bad

_VIEW = """\
  - id: prisoner_view
    title: The prisoner's own view
    type: text
    required: true
    allow: [declined, not_reached]
"""
_LEVEL = "    options: [ordinary, increased, intensive]\n"
_RULE = "rule: chosen and reasoned by the assessor; software must not suggest a value"
JUDGEMENTS = [
    Bad("the prisoner is not heard", _VIEW, "", "final_judgements",
        "there is no final judgement 'prisoner_view'", "the person is heard"),
    Bad("the prisoner's view may be left out", "    required: true\n", "    required: false\n",
        "required: false", "'required' is not true", "the person is heard"),
    Bad("nobody may decline", "    allow: [declined, not_reached]\n", "", "- id: prisoner_view",
        "'allow' does not say how the view may be missing", "nobody is asked why"),
    Bad("the prisoner's view is a choice",
        "    type: text\n    required: true\n    allow: [declined, not_reached]\n",
        "    type: list\n    required: true\n", "final_judgements",
        "'prisoner_view' is not a text", "type: text"),
    Bad("what is not known is not asked",
        "  - id: gaps\n    title: What is not known\n    type: list\n", "", "final_judgements",
        "there is no final judgement 'gaps'", "not known"),
    Bad("nothing is recommended", "- id: recommendations", "- id: orders", "final_judgements",
        "there is no final judgement 'recommendations'", "made to help"),
    Bad("the software chooses", "    chosen_by: assessor\n    options: [ordinary",
        "    chosen_by: software\n    options: [ordinary", "chosen_by: software",
        "this choice is not the assessor's", "chosen_by: assessor"),
    Bad("nobody is said to choose", "    chosen_by: assessor\n    options: [ordinary",
        "    options: [ordinary", "- id: support_and", "this choice is not the assessor's",
        "chosen_by: assessor"),
    Bad("a level is computed",
        "    type: choice\n    chosen_by: assessor\n    options: [ordinary",
        "    type: computed\n    options: [ordinary", "type: computed", "'type' is 'computed'",
        "text, list, choice"),
    Bad("a level is filled in already", _LEVEL, _LEVEL + "    default: increased\n", "default:",
        "'default' would let the software judge", "a person judges"),
    Bad("a level has a formula", _LEVEL, _LEVEL + "    formula: A1 + A2\n", "formula:",
        "'formula' would let the software judge", "suggests nothing"),
    Bad("a rule lets the software suggest", _RULE, "rule: the software suggests a level",
        "the software suggests", "support_and_supervision_level, 'rule' lets the software judge",
        "leave it to the assessor"),
    Bad("a level is calculated from the ratings", _RULE, "rule: calculated from the ratings",
        "rule: calculated", "lets the software judge ('calculated')", "with reasons"),
    Bad("a level is a number", "options: [ordinary, increased, intensive]",
        "options: [level 1, level 2]", "options: [level", "an option is a number", "in words"),
    Bad("a level is a colour", "options: [ordinary, increased, intensive]",
        "options: [yellow, orange]", "options: [yellow", "an option is a colour", "in words"),
    Bad("there is nothing to choose", "options: [ordinary, increased, intensive]",
        "options: [ordinary]", "options: [ordinary]", "there is nothing to choose from",
        "two options"),
    Bad("two judgements have one id", "- id: confidence", "- id: gaps",
        "  - id: gaps\n    title: What is not", "two final judgements have the id 'gaps'",
        "another id"),
]  # fmt: skip
YAML = [
    Bad("a quote is not closed", "title: Violence or threats now",
        "title: 'Violence or threats now", "", "this is not YAML", "missing quote"),
    Bad("a key stands twice", "validity_days: 180", "validity_days: 180\nvalidity_days: 90",
        "validity_days: 90", "'validity_days' is written twice; the first is on line ",
        "one of the two"),
    Bad("an alias repeats a part", "help: [violence-reduction work",
        "help: &all [violence-reduction work", "&all", "an anchor or alias",
        "write the text out"),
    Bad("a tag would make an object", "validity_days: 180",
        "validity_days: !!python/object:os.system 1", "!!python", "a tag (!name) is used",
        "only text"),
    Bad("a second document follows", "  NA: {label: does not apply}\n",
        "  NA: {label: does not apply}\n---\n", "---", "a second document begins here",
        "one instrument"),
    Bad("lists stand in lists in lists", "validity_days: 180",
        "validity_days: [[[[[[[[180]]]]]]]]", "[[[[", "more than 8 levels inside each other",
        "flatter"),
]  # fmt: skip
