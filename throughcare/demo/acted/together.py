"""Plans and meetings of the team, in the order in which they happened, and about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from throughcare.demo.acted import marked, people, plans, release, team, team_words
from throughcare.demo.acted.cast import BEGAN, OF_THE_TEAM, Cast
from throughcare.demo.country import Country

_OLD: Final = timedelta(days=61 * 366)
# Of the men in the order of their numbers: the first are those whose judgement is acted.
_MARKED, _LEARNER, _DISAGREES, _WITHOUT, _OTHERS = 0, 2, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Whom:
    """About whom. `without`: sentenced and without a plan."""

    marked: UUID
    learner: UUID
    disagrees: UUID
    without: UUID
    woman: UUID
    young: UUID
    older: UUID
    leaves: UUID
    unready: UUID


def together(made: Country, cast: Cast, men: Sequence[UUID], women: Sequence[UUID]) -> None:
    """Let it happen; nothing of it where somebody of those whom it is about is not there."""
    house = made.home.code
    days = release.days_of_release(
        cast.viewer("records", made.on), [*men, *women], house, at=made.on
    )
    whom = _whom(made, men, women, days)
    if whom is None:
        return
    for person in astuple(whom):
        since = made.on - (people.LATELY if person == whom.young else BEGAN)
        cast.give_cases(person, house, at=since)
        if person in (whom.marked, whom.learner, whom.woman, whom.young, whom.leaves):
            cast.give_cases(person, house, at=since, parts=OF_THE_TEAM)
    marked.convicted(cast, whom.leaves)
    _plans(cast, whom)
    _own(made, cast)
    release.prepared(cast, whom.leaves, days[whom.leaves])
    release.unprepared(cast, whom.unready, days[whom.unready])
    release.woman(cast, whom.woman, days[whom.woman])
    _meetings(cast, house, whom)


def _plans(cast: Cast, whom: Whom) -> None:
    plans.looked_at_again(cast, whom.learner)
    plans.marked(cast, whom.marked)
    plans.not_agreed(cast, whom.disagrees)
    plans.woman(cast, whom.woman)
    plans.young(cast, whom.young)
    plans.older(cast, whom.older)


def _own(made: Country, cast: Cast) -> None:
    """Of the person who signs in to the demo, where that person was there by then."""
    file = people.with_own_account(made)
    me = next((one for one in made.visitors if one.person is not None), None)
    if file is None or me is None:
        return
    cast.give_cases(file, made.home.code, at=made.on - people.LATELY)
    plans.own(cast, file, me.number)


def _meetings(cast: Cast, house: str, whom: Whom) -> None:
    team.first(
        cast, house,
        {whom.learner: team_words.LEARNER, whom.woman: team_words.MOTHER,
         whom.young: team_words.YOUNG},
    )  # fmt: skip
    team.before_release(
        cast, house, {whom.leaves: team_words.LEAVER, whom.marked: team_words.TALKER}
    )
    team.called(cast, house, asked=(whom.disagrees, whom.without), turn=(whom.older,))


def _whom(
    made: Country, men: Sequence[UUID], women: Sequence[UUID], days: dict[UUID, date]
) -> Whom | None:
    near = [one for one in men[_OTHERS:] if one in days and _is_near(made, days[one])]
    old = {one.id for one in made.people_at(made.home) if made.on.date() - one.born > _OLD}
    older = [one for one in men[_OTHERS:] if one in old and one not in near]
    young = list(people.children(made))
    mothers = [one for one in women if one in days]
    if len(near) < 2 or not (older and young and mothers):
        return None
    return Whom(
        marked=men[_MARKED], learner=men[_LEARNER], disagrees=men[_DISAGREES],
        without=men[_WITHOUT], woman=mothers[0], young=young[0], older=older[0],
        leaves=near[0], unready=near[1],
    )  # fmt: skip


def _is_near(made: Country, day: date) -> bool:
    return release.NEAR[0] <= day - made.on.date() <= release.NEAR[1]
