"""Правомочность заседания (competence of a meeting): who is present, who presides, is there a quorum.

Shares are exact fractions: half of five members is two and a half, so two are too few. The numbers come
from the regulation of the working group (Kemerovo: п. 5.2 and 5.5 прил. 3; the district: п. 5.1 and 5.6
прил. 4).

>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> quorum(3, 5, group.quorum).text.ru
'Присутствуют: 3 из 5; для кворума нужно не менее 3.'
>>> quorum(2, 5, group.quorum).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from law189.kinds.asked import asked, made_asked, methods_asked, unasked
from law189.law import Lang, Law189Error, Norm, Text
from law189.profile.thresholds import Threshold, Whole
from law189.readings import NO_CHOICES, Q1, Q2, Q4, Chosen, outcome, said, under
from law189.rules.cures import meeting
from law189.verdict import Rule, Verdict

__all__ = [
    "NO_CHOICES",
    "CannotBe",
    "Voteless",
    "members_of",
    "people",
    "quorum",
    "reached",
    "reaching",
]

QUORUM = Rule(
    "quorum.present",
    Text(
        "Присутствуют: {present} из {members}; для кворума нужно не менее {needed}.",
        "Present: {present} of {members}; the quorum is at least {needed}.",
    ),
    cure=meeting.QUORUM,
)


@methods_asked
class CannotBe(Law189Error, ValueError):
    """More are present or vacant than there are seats, or a number is negative."""

    def __init__(self, present: int, vacant: int, seats: int) -> None:
        super().__init__(present, vacant, seats)
        self.present, self.vacant, self.seats = present, vacant, seats

    def told(self, lang: Lang) -> str:
        """Which numbers cannot be together, in one language."""
        if lang == "ru":
            return f"не бывает: присутствуют {self.present}, вакантно {self.vacant}, всего мест {self.seats}"
        return f"{self.present} present and {self.vacant} vacant of {self.seats} seats cannot be"

    def __str__(self) -> str:
        return self.told("en")


@made_asked
@methods_asked
class Voteless(NamedTuple):
    """Места без права голоса: how many the composition has, how many of them nobody holds, and how many came."""

    seats: int = 0
    vacant: int = 0
    present: int = 0

    def counted(self, of: Whole, choices: Chosen) -> bool:
        """Whether a share of that whole counts them: one of the seats, by reading Q4."""
        return of in OF_SEATS and Q4.chosen(choices) == "counted"

    def told_by(self, rule: Rule, of: Whole, choices: Chosen) -> tuple[Rule, dict[str, Any]]:
        """The rule with a sentence on how many do not count, and the fact; the rule alone where all count."""
        if not self.seats or of not in OF_SEATS or self.counted(of, choices):
            return rule, {}
        text = Text(f"{rule.text.ru} {UNCOUNTED.ru}", f"{rule.text.en} {UNCOUNTED.en}")
        return replace(rule, text=text), {"uncounted": self.seats}


UNCOUNTED = Text(
    "Мест без права голоса, которые в счёт не входят: {uncounted}.",
    "Seats without a vote, which do not count: {uncounted}.",
)
NO_VOTELESS = Voteless()
OF_SEATS = (Whole.MEMBERS, Whole.LIST, Whole.FILLED)
"""The wholes that are counted of the seats of the composition."""


@asked
def members_of(seats: int, vacant: int, choices: Chosen = NO_CHOICES) -> int:
    """How many members the group has on the day; reading Q2 says whether vacant seats count."""
    return seats - vacant if Q2.chosen(choices) == "not_member" else seats


@asked
def people(threshold: Threshold, whole: int, choices: Chosen = NO_CHOICES) -> int:
    """How many people reach the threshold, at least one; reading Q1 says how a broken share is made whole."""
    return threshold.people(whole, round_down=Q1.chosen(choices) == "round_down") or 1


_members, _people = unasked(members_of), unasked(people)


def whole_of(
    of: Whole,
    seats: int,
    vacant: int,
    choices: Mapping[str, str] = NO_CHOICES,
    voteless: Voteless = NO_VOTELESS,
) -> int:
    """Of how many seats a share is taken: the members by reading Q2, the whole list, or the filled seats.

    `seats` and `vacant` are those that have a vote; reading Q4 says whether the others count with them.
    """
    if voteless.counted(of, choices):
        seats, vacant = seats + voteless.seats, vacant + voteless.vacant
    if of is Whole.MEMBERS:
        return _members(seats, vacant, choices)
    return seats if of is Whole.LIST else seats - vacant


def needed_for(
    threshold: Threshold,
    seats: int,
    vacant: int,
    choices: Mapping[str, str] = NO_CHOICES,
    voteless: Voteless = NO_VOTELESS,
) -> tuple[int, int]:
    """Of how many seats the share is taken, and how many of them make the quorum."""
    members = whole_of(threshold.of, seats, vacant, choices, voteless)
    return members, _people(threshold, members, choices)


@asked
def reached(
    present: int,
    seats: int,
    threshold: Threshold,
    *,
    vacant: int = 0,
    choices: Chosen = NO_CHOICES,
    voteless: Voteless = NO_VOTELESS,
) -> bool:
    """Whether `present` members are enough under the choices; why they are, and what turns on it, says `quorum`."""
    needed = needed_for(threshold, seats, vacant, choices, voteless)[1]
    return _came(present, threshold, choices, voteless) >= needed


def _came(present: int, threshold: Threshold, choices: Mapping[str, str], voteless: Voteless) -> int:
    return present + voteless.present if voteless.counted(threshold.of, choices) else present


@asked
def reaching(
    choices: Chosen,
    told: Callable[[Mapping[str, str]], Verdict],
    threshold: Threshold,
    whole: int,
    vacant: int,
    *,
    by: Callable[[Verdict], object] = outcome,
    voteless: Voteless = NO_VOTELESS,
) -> Verdict:
    """The answer on a threshold; it names Q2 or Q4 where it turns on it, else what moves a fact of it.

    `told` answers under any choices; `by` is what makes one answer another. Q2 is about `vacant` seats, Q4 about
    those without a vote, Q1 about a share of the `whole` that is not a whole number: where there is none of them,
    nothing turns on them.
    """
    of_seats = voteless.seats if threshold.of in OF_SEATS else 0
    turning = (*((Q2,) if vacant or (of_seats and voteless.vacant) else ()), *((Q4,) if of_seats else ()))
    if not turning:
        broken = threshold.counted(whole)[1]
        return under(choices, told, Q1, by=said) if broken else told(choices)
    verdict = under(choices, told, *turning, by=by)
    return verdict if verdict.reading is not None else under(choices, told, Q1, *turning, by=said)


@asked
def quorum(
    present: int,
    seats: int,
    threshold: Norm[Threshold],
    *,
    vacant: int = 0,
    choices: Chosen = NO_CHOICES,
    rule: Rule = QUORUM,
    voteless: Voteless = NO_VOTELESS,
) -> Verdict:
    """Whether `present` members make the meeting competent; VOID where they are too few.

    `seats` counts all voting seats of the composition, `vacant` those that nobody holds, `voteless` the seats
    without a vote (reading Q4); `rule` says it of a meeting, or of a poll. The verdict names the reading on which
    it turns (see `reaching`). Raises `CannotBe` where more are present or vacant than
    there are seats, or a number is negative.
    """
    if not (0 <= present <= seats and 0 <= vacant <= seats):
        raise CannotBe(present, vacant, seats)

    def told(choices: Mapping[str, str]) -> Verdict:
        members, needed = needed_for(threshold.value, seats, vacant, choices, voteless)
        came = _came(present, threshold.value, choices, voteless)
        telling, left_out = voteless.told_by(rule, threshold.value.of, choices)
        facts = {"present": came, "members": members, "needed": needed, **left_out}
        return telling.judge(came >= needed, threshold.basis, **facts)

    return unasked(reaching)(choices, told, threshold.value, seats, vacant, voteless=voteless)
