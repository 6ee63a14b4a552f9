"""Первый день срока (endless): what is done before its term begins, and in a term that has no last day.

>>> from law189.profile.terms import From
>>> since = From(kind="from", day=date(2023, 9, 1))
>>> [kept_endless(date(2023, month, 1), since).outcome.value for month in (8, 9)]
['breach', 'holds']
>>> from law189.profile.terms import By
>>> autumn = By(kind="by", day=date(2023, 12, 1), since=date(2023, 9, 1))
>>> early(date(2023, 8, 31), autumn).outcome.value, early(date(2023, 9, 1), autumn)
('breach', None)
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.terms import Before, By, From, Term
from law189.rules.cures import step
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["early", "kept_endless"]

ENDLESS = Rule(
    "periods.endless",
    Text(
        "Срок: {term}; последнего дня у него нет; {first:первый день: …|первый день не назван}; исполнено: "
        "{done_on}.",
        "The term is {term} and has no last day; first day: {first:…|not named}; done: {done_on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Исполненное до первого дня исполнено; срок нарушен.",
        "What is done before the first day is done; the term is broken.",
    ),
    cure=step.ENDLESS,
)


EARLY = Rule(
    "periods.early",
    Text(
        "Срок: {term}; первый день: {first}; исполнено: {done_on}.",
        "The term is {term}; first day: {first}; done: {done_on}.",
    ),
    missed=Outcome.BREACH,
    assumed=ENDLESS.assumed,
    cure=step.ENDLESS,
)


@asked
def early(done_on: date, term: Term, *cites: Citation) -> Verdict | None:
    """That it was done before the first day that the term names beside its last: BREACH; None where it was not.

    A term of whole months names none: it says when something is planned, and it may be done before.
    """
    first = term.since if isinstance(term, Before | By) else None
    if first is None or done_on >= first:
        return None
    return EARLY.judge(False, *cites, term=term.text, first=first, done_on=done_on)


@asked
def kept_endless(done_on: date, term: Term, *cites: Citation) -> Verdict:
    """Whether what was done in a term without a last day was not done before its first; BREACH where it was."""
    first = term.day if isinstance(term, From) else None
    early = first is not None and done_on < first
    return ENDLESS.judge(not early, *cites, term=term.text, first=first, done_on=done_on)
