"""What was said at the meetings that are acted, about each person: invented, and of nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from throughcare.casework.team.team_terms import Because, Heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A decision: what, who of the cast does it, and so many days after the meeting."""

    words: str
    by: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The minutes about one person. `said`, `against`: words by the part of whoever said them.

    `because`: why the person came on the agenda.
    """

    considered: str
    heard: Heard
    heard_words: str
    reasons: str
    said: Mapping[str, str]
    tasks: Sequence[Task]
    against: Mapping[str, str] = field(default_factory=dict)
    because: Because = Because.TURN


LEARNER: Final = Spoken(
    considered="Three months of lessons; the workshop that was shut; a quarrel on the stairs.",
    heard=Heard.THERE,
    heard_words="I read the headlines now. I want the workshop, not the laundry.",
    reasons="He came to every lesson, and spoke with the other man after the quarrel.",
    said={
        "manager": "He asks for the workshop each week.",
        "psychologist": "He told of the quarrel by himself.",
        "colleague": "On the wing he is calm in the evening.",
        "teacher": "He is the first in the room.", "security": "He kept to the hours.",
    },
    against={"security": "A month more without a quarrel first: the tools lie open there."},
    tasks=(
        Task(words="Two lessons a week more, from Monday.", by="teacher", days=14),
        Task(words="A place in the workshop, and the answer in writing.", by="manager", days=70),
    ),
)  # fmt: skip
MOTHER: Final = Spoken(
    considered="The visits of the grandmother; the way from the gate to the room; her work.",
    heard=Heard.BEFORE, heard_words="An hour is short when a child has travelled for four.",
    reasons="Each visit was kept, and the child asks for more time.",
    said={
        "manager": "The grandmother rang, and would come on Fridays.",
        "womens_officer": "After a visit she works twice as well.",
        "psychologist": "She sleeps badly before a visit, and well after it.",
    },
    tasks=(Task(words="Two hours once a month, in the garden.", by="womens_officer", days=60),),
)  # fmt: skip
YOUNG: Final = Spoken(
    considered="The tests of her school; the lessons here; the aunt who comes each week.",
    heard=Heard.THROUGH,
    heard_words="She asked her aunt to say it: she wants to write the tests as the others do.",
    reasons="She does her lessons alone, and asked for the tests herself.",
    said={
        "juvenile": "She counts the days to the tests.", "teacher": "She helps the other girl.",
        "manager": "The school answers slowly.",
    },
    tasks=(
        Task(words="Call the head of her school, and fix the day of the tests.", by="juvenile",
             days=50),
    ),
)  # fmt: skip
LEAVER: Final = Spoken(
    because=Because.RELEASE,
    considered="The room, the identity card, the two days of leave, and the debt.",
    heard=Heard.WRITTEN, heard_words="I wrote it down: the room is cold, but the door is mine.",
    reasons="He came back from both days of leave on the hour.",
    said={
        "manager": "The card is applied for.", "colleague": "He sold his radio for the deposit.",
        "psychologist": "He speaks about the debt before he is asked.",
        "probation": "The first appointment is set.", "security": "Both searches were quiet.",
    },
    against={"security": "Three nights of leave are one too many so soon."},
    tasks=(
        Task(words="See the room once more, and look at the stove.", by="probation", days=24),
        Task(words="Bring the card from the office.", by="colleague", days=20),
        Task(words="A search list that lets him take his tools along.", by="security", days=8),
    ),
)  # fmt: skip
TALKER: Final = Spoken(
    because=Because.STATUS,
    considered="The talks about the debts; the month without a threat; the sister's letters.",
    heard=Heard.DECLINED, heard_words="He was asked twice, and wished to say nothing this time.",
    reasons="No threat since then; both men say that they talk with him.",
    said={
        "psychologist": "He names what makes him angry.", "colleague": "He lends nothing any more.",
        "probation": "A mediator from outside may come on Tuesdays.",
    },
    tasks=(Task(words="One more talk with both men.", by="psychologist", days=30),),
)  # fmt: skip
