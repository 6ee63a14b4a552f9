"""Названный день события (events told): the day that a step itself tells, from which an act counts a term.

>>> told({"hearing_term": date(2024, 1, 9)}, {}, date(2024, 1, 10)).__next__().rule
'events_told.unasked'
"""

from collections.abc import Iterator, Mapping
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.terms import Ahead, Term, Until
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["told"]

UNASKED = Rule(
    "events_told.unasked",
    Text(
        "День события для срока «{name}» у этого шага не нужен; нужен для сроков: {known:ни для каких}.",
        "The step needs no day of an event for the term «{name}»; it needs one for: {known:none}.",
    ),
    cure=Text("Исправьте имя срока или уберите день.", "Correct the name of the term, or take the day out."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Лишний день ничего не решает: имя срока могло быть написано с ошибкой, а день уже известен.",
        "A day too many decides nothing; the name of the term may be misspelt, and the day is known already.",
    ),
)
LATER = Rule(
    "events_told.come",
    Text(
        "Срок: {term}; событие наступило {event_on}, шаг сделан {on}.",
        "The term is {term}; the event came on {event_on}, the step was taken on {on}.",
    ),
    cure=Text(
        "Исправьте день события или сделайте шаг не раньше него.",
        "Correct the day of the event, or take the step no sooner than it.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Шаг раньше события, от которого считают его срок, опережает его; силы его это не лишает.",
        "A step before the event from which its term is counted is early; that does not take its effect.",
    ),
)


@asked
def told(days: Mapping[str, date], terms: Mapping[str, Term], on: date) -> Iterator[Verdict]:
    """Each day of an event that the step tells: whether its term needs one, and whether the event has come.

    `terms` are those that need a day, each by its name. A term that ends before its event does not wait for it.
    """
    for name, day in days.items():
        term = terms.get(name)
        if term is None:
            yield UNASKED.judge(False, name=name, known=[*terms])
        elif not isinstance(term, Ahead | Until):
            yield LATER.judge(day <= on, term=term.text, event_on=day, on=on)
