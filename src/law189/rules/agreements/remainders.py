"""Остаток субсидии (remainders): what a provider did not use in the year, and whose it is then.

It stays with a provider that kept the conditions of the agreement (БК РФ, ст. 78.4, п. 4). What becomes of it where
they were not kept the article does not say; here it is returned.

>>> year_over(2024, date(2024, 12, 31)).outcome, year_over(2024, date(2024, 12, 30)).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> stays(kept=True).outcome, stays(kept=None).outcome, goes_back(kept=True).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.UNKNOWN: 'unknown'>, <Outcome.VOID: 'void'>)
"""

from datetime import date
from decimal import Decimal

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import EXACT
from law189.rules import asking
from law189.rules.agreements.payments import Account
from law189.rules.cures import money
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["goes_back", "left_over", "stays", "to_settle", "told_alike", "year_over"]

YEAR_OVER = Rule(
    "remainders.year_over",
    Text(
        "Остаток за {year} год; год оканчивается {year_end}; день шага: {on}; остаток учитывают не раньше "
        "последнего дня года.",
        "What is left of {year}; the year ends on {year_end}; the day of the step: {on}; it is settled not "
        "before the last day of the year.",
    ),
    assumed=Text(
        "Остаток отчётного финансового года известен, когда год окончен; последний его день считается окончанием.",
        "What is left of a reporting year is known when the year is over; its last day counts as over.",
    ),
    cure=money.REMAINDER_YEAR,
)
LEFT_OVER = Rule(
    "remainders.left_over",
    Text(
        "Остаток за {year} год, руб.: {roubles}; выплачено за год: {paid}; уже учтено остатком: {settled}.",
        "Left of {year}, roubles: {roubles}; paid for the year: {paid}; of that already told as left: {settled}.",
    ),
    assumed=Text(
        "Остаться может только то, что выплачено; один и тот же остаток учитывают один раз.",
        "Only what was paid can be left; what is left is told once.",
    ),
    cure=money.LEFT_OVER,
)
TO_SETTLE = Rule(
    "remainders.to_settle",
    Text(
        "Годы, из выплаченного за которые остаток ещё не учтён, руб.: {open:…|нет}; из них окончены к {on}: "
        "{over:…|нет}.",
        "Years of whose payments something is not told as left yet, roubles: {open:…|none}; over by {on}: "
        "{over:…|none}.",
    ),
    assumed=Text(
        "Остаток бывает у оконченного года, за который выплачено больше, чем уже учтено остатком.",
        "Something can be left of a year that is over, and for which more was paid than is told as left.",
    ),
    cure=money.TO_SETTLE,
)
STAYS = Rule(
    "remainders.stays",
    Text(
        "Условия соглашения исполнитель {kept:соблюдал|не соблюдал}; остаток остаётся у того, кто их соблюдал.",
        "The provider kept the conditions of the agreement: {kept:yes|no}; what is left stays with one that "
        "did.",
    ),
    unknown=Text(
        "Остаток остаётся у исполнителя, который соблюдал условия соглашения; так ли это, неизвестно; укажите: "
        "{asks}.",
        "What is left stays with a provider that kept the conditions of the agreement; whether it did is not "
        "known; give: {asks}.",
    ),
    asks=(asking.CONDITIONS_KEPT,),
    cure=money.STAYS,
)
GOES_BACK = Rule(
    "remainders.goes_back",
    Text(
        "Условия соглашения исполнитель {kept:соблюдал|не соблюдал}; остаток возвращает тот, кто их не соблюдал.",
        "The provider kept the conditions of the agreement: {kept:yes|no}; one that did not returns what is "
        "left.",
    ),
    unknown=Text(
        "Остаток возвращает исполнитель, который не соблюдал условий соглашения; так ли это, неизвестно; укажите: "
        "{asks}.",
        "A provider that did not keep the conditions of the agreement returns what is left; whether it did is not "
        "known; give: {asks}.",
    ),
    assumed=Text(
        "Что делают с остатком, если условия не соблюдены, статья не говорит; здесь он возвращается. У того, кто "
        "условия соблюдал, возвращать его нет основания.",
        "What becomes of it where the conditions were not kept the article does not say; here it is returned. From "
        "one that kept them there is no ground to take it.",
    ),
    asks=(asking.CONDITIONS_KEPT,),
    cure=money.GOES_BACK,
)
TOLD_ALIKE = Rule(
    "remainders.told_alike",
    Text(
        "Остаток за {year} год; условия соглашения исполнитель {kept:соблюдал|не соблюдал}; при другой части этого "
        "остатка записано: {before:соблюдал|не соблюдал}.",
        "What is left of {year}; the provider kept the conditions of the agreement: {kept:yes|no}; with "
        "another part of it it was told: {before:yes|no}.",
    ),
    unknown=Text(
        "Остаток за {year} год; условия соглашения исполнитель {kept:соблюдал|не соблюдал}; при другой части этого "
        "остатка записано: {before:соблюдал|не соблюдал}; что верно, неизвестно; исправьте ошибочную запись либо "
        "оформите: {asks}.",
        "What is left of {year}; the provider kept the conditions of the agreement: {kept:yes|no}; with "
        "another part of it it was told: {before:yes|no}; which is right is unknown; mend the wrong record, "
        "or record: {asks}.",
    ),
    assumed=Text(
        "Соблюдал ли исполнитель условия соглашения в году — один вопрос; если записи отвечают на него по-разному, "
        "решает человек.",
        "Whether the provider kept the conditions of the agreement in the year is one question; where the records "
        "answer it differently a person decides.",
    ),
    asks=(DECISION,),
)


@asked
def year_over(year: int, on: date) -> Verdict:
    """Whether the financial year is over on the day; its last day counts as over."""
    year_end = date(year, 12, 31)
    return YEAR_OVER.judge(on >= year_end, year=year, year_end=year_end, on=on)


@asked
def to_settle(account: Account, on: date) -> Verdict:
    """Whether something can be told as left on the day: of a year that is over, of what was paid for it."""
    years = dict.fromkeys(sorted(one.year for one in account.paid))
    left = {year: EXACT.subtract(account.paid_in(year), account.settled_in(year)) for year in years}
    open_ = {str(year): roubles for year, roubles in left.items() if roubles > 0}
    over = tuple(year for year in open_ if on >= date(int(year), 12, 31))
    return TO_SETTLE.judge(bool(over), open=open_, over=over, on=on)


@asked
def left_over(roubles: Decimal, year: int, account: Account) -> Verdict:
    """Whether so much can be left of what was paid for the year, besides what was told already."""
    paid, settled = account.paid_in(year), account.settled_in(year)
    holds = EXACT.add(settled, roubles) <= paid
    return LEFT_OVER.judge(holds, year=year, roubles=roubles, paid=paid, settled=settled)


@asked
def told_alike(year: int, kept: bool, before: bool) -> Verdict:
    """Whether another part of what is left of the year was told to be of a provider that did the same."""
    return TOLD_ALIKE.judge(True if kept is before else None, year=year, kept=kept, before=before)


@asked
def stays(*cites: Citation, kept: bool | None) -> Verdict:
    """Whether what is left stays with the provider; UNKNOWN where nobody says that it kept the conditions."""
    return STAYS.judge(kept, *cites, kept=kept)


@asked
def goes_back(*cites: Citation, kept: bool | None) -> Verdict:
    """Whether what is left is returned: the provider did not keep the conditions."""
    return GOES_BACK.judge(None if kept is None else not kept, *cites, kept=kept)
