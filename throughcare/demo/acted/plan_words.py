"""What stands in the plans that are acted: goals as people say them, all invented and of nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from throughcare.casework.plans.terms import Actor, Serves


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is done by whom: `by` is a part of the cast, or nobody of the staff and then `who`.

    `days`: until when, from the draft on. `done`: how it went, where it is done by then.
    """

    words: str
    days: int
    by: str = ""
    actor: Actor = Actor.STAFF
    who: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal in the person's own words."""

    words: str
    serves: Serves
    because: str
    measure: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One plan as it is written down with the person."""

    parts: Mapping[str, str]
    goals: Sequence[Goal]
    choice: str = ""


_WHOLE: Final = {
    "staff": "The case manager asks each month how it goes, and writes it down.",
    "family": "Visits on Saturdays, a call on Wednesdays; the sister looks after the papers.",
    "release": "A room, papers, and work with the hands.",
}
# What is asked of somebody because of who that is, where the words of the plan do not say it.
ASKED: Final = {
    **_WHOLE,
    "care": "Nobody is in her care.",
    "children": "She has none.",
    "programmes": "The sewing course.",
    "school": "Lessons each morning.",
    "guardian": "An aunt reads each version.",
    "adjustments": "A lower bed, and papers in large print.",
}
READING: Final = Goal(
    words="I want to read a letter from my daughter without asking anybody.",
    serves=Serves.LEARNING, because="I left school when I was nine.",
    measure="We read a page together each month, and see how far I come.",
    steps=(
        Step(words="Keep a place in the reading class.", by="teacher", days=30,
             done="The place is his since Monday."),
        Step(words="Come to the class twice a week.", actor=Actor.PRISONER, days=60,
             done="He came to every lesson."),
    ),
)  # fmt: skip
TRADE: Final = Goal(
    words="I want a trade that feeds us.", serves=Serves.WORK,
    because="I have only carried loads.", measure="The instructor and I look at my first table.",
    steps=(
        Step(words="Ask the workshop for a place, and tell the answer.", by="manager", days=100),
        Step(words="Lend me the tools book.", actor=Actor.RELATIVE, who="my sister", days=95),
    ),
)  # fmt: skip
TALKING: Final = Goal(
    words="I want to talk before I shout.", serves=Serves.SAFETY,
    because="I was hit when I was small, and I hit back too fast.",
    measure="We count nothing: we speak on Sundays about the week.",
    steps=(
        Step(words="A talk each week about the quarrel over debts.", by="psychologist", days=90),
    ),
)  # fmt: skip
AGAIN: Final = Words(parts=_WHOLE, goals=(READING, TRADE))
MARKED: Final = Words(parts=_WHOLE, goals=(TALKING, TRADE))
NOT_AGREED: Final = Words(
    parts={**_WHOLE, "family": "He wants nobody to visit now; the case manager asks again."},
    goals=(
        Goal(
            words="I want to be left in peace and to work.", serves=Serves.WORK,
            because="In the wing it is loud.", measure="I have a place in the garden, or none.",
            steps=(Step(words="Ask the garden for a place.", by="manager", days=30),),
        ),
    ),
)  # fmt: skip
WOMAN: Final = Words(
    parts={
        **_WHOLE, "family": "The grandmother brings the daughter on the first Saturday.",
        "care": "She looks after her own mother, who is ill, and sends her what she earns.",
        "children": "A daughter of six, with the grandmother. They speak each week.",
        "programmes": "The sewing course, and the talks for mothers.",
        "violence": "She lived in a shelter. She asks that staff knock before they open.",
    },
    choice="said",
    goals=(
        Goal(
            words="I want to be the mother whom my daughter knows.", serves=Serves.FAMILY,
            because="She is six, and I am away.",
            measure="She tells me herself whether it is enough.",
            steps=(
                Step(words="A longer visit once a month.", by="womens_officer", days=30,
                     done="The first was in the garden, for two hours."),
                Step(words="Bring her drawings.", actor=Actor.RELATIVE, who="her grandmother",
                     days=35, done="Three drawings hang on her wall."),
            ),
        ),
    ),
)  # fmt: skip
YOUNG: Final = Words(
    parts={
        "staff": "The specialist for young people sees her twice a week.",
        "school": "Lessons each morning; the teacher of her old school sends the books.",
        "guardian": "Her aunt reads each version, and was there when this one was written.",
        "care": "Nobody is in her care.", "children": "She has none.",
        "programmes": "Handball with the girls, and drawing.",
    },
    choice="not_said",
    goals=(
        Goal(
            words="I do not want to lose the school year.", serves=Serves.LEARNING,
            because="I am good at numbers.", measure="I write the same tests as my class.",
            steps=(
                Step(words="Ask my school for the tests.", by="juvenile", days=40),
                Step(words="Two hours of numbers each day.", by="teacher", days=55),
            ),
        ),
    ),
)  # fmt: skip
OLDER: Final = Words(
    parts={
        **_WHOLE, "staff": "The nurse and the case manager look in each Monday.",
        "adjustments": "A lower bed, papers in large print, and more time on the stairs.",
    },
    goals=(
        Goal(
            words="I want to walk to the gate on my own feet.", serves=Serves.HEALTH,
            because="My knees are worse since the winter.",
            measure="I say on Mondays how far I came.",
            steps=(
                Step(words="A walk in the yard with somebody beside me.", by="third", days=25,
                     done="Twice a week now, with a stick."),
                Step(words="Send my glasses.", actor=Actor.RELATIVE, who="my son", days=60),
            ),
        ),
    ),
)  # fmt: skip
OWN: Final = Words(
    parts={"staff": "The case manager answers each letter within a week."},
    goals=(
        Goal(
            words="I want to cook for many people.", serves=Serves.STRENGTH,
            because="I cooked at every wedding of my street.",
            measure="The cook lets me do one dish alone.",
            steps=(
                Step(words="Ask the kitchen for a place.", by="manager", days=35),
                Step(words="Teach me to read the recipes.", by="teacher", days=60),
            ),
        ),
    ),
)  # fmt: skip
BEFORE_RELEASE: Final = Words(
    parts={**_WHOLE, "conditions": "He reports to probation on the first Monday of each month."},
    goals=(
        Goal(
            words="I want to sleep in a room of my own and pay for it.", serves=Serves.HOME,
            because="My brother has no place for me.", measure="I hold the key in my hand.",
            steps=(
                Step(words="See the room with him, on a day of leave.", by="probation", days=100),
                Step(words="Apply for an identity card.", by="manager", days=40,
                     done="It is ready, and is fetched before the day."),
                Step(words="Keep the room free.", actor=Actor.AGENCY, who="the housing office",
                     days=110),
            ),
        ),
    ),
)  # fmt: skip
