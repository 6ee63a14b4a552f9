"""Срок без последнего дня (endless): what is done in a term that has no end, and not before its first day.

>>> from law189.profile.terms import From
>>> since = From(kind="from", day=date(2023, 9, 1))
>>> [kept_endless(date(2023, month, 1), since).outcome.value for month in (8, 9)]
['breach', 'holds']
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.terms import From, Term
from law189.rules.cures import step
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["kept_endless"]

ENDLESS = Rule(
    "periods.endless",
    Text(
        "Срок: {term}; последнего дня у него нет; {first:первый день: …|первый день не назван}; исполнено: "
        "{done_on}.",
        "The term is {term} and has no last day; first day: {first}; done: {done_on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Исполненное до первого дня исполнено; срок нарушен.",
        "What is done before the first day is done; the term is broken.",
    ),
    cure=step.ENDLESS,
)


@asked
def kept_endless(done_on: date, term: Term, *cites: Citation) -> Verdict:
    """Whether what was done in a term without a last day was not done before its first; BREACH where it was."""
    first = term.day if isinstance(term, From) else None
    early = first is not None and done_on < first
    return ENDLESS.judge(not early, *cites, term=term.text, first=first, done_on=done_on)
