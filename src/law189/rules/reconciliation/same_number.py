"""Дела одного номера (same number): which of them a step means, and an order of a year that the book has not.

Neither the law as far as it is known here nor the decrees say how cases of one number are told apart; each
consequence is this library's choice, with its reason.

>>> held = {"o1": Text("год заказа: 2024", "year: 2024"), "o2": Text("год заказа: 2025", "year: 2025")}
>>> several_named("order", "1", held).outcome
<Outcome.UNKNOWN: 'unknown'>
>>> several_named("order", "1", {"o1": held["o1"]}).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Collection, Mapping

from law189.kinds.asked import asked
from law189.law import Text
from law189.rules import asking
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["order_of_year", "several_named"]

SEVERAL = Rule(
    "reconciliation.several_named",
    Text(
        "Шаг ссылается на номер {number}; дела с этим номером, которые ему подходят: {held}.",
        "The step refers to the number {number}; cases of this number that suit it: {held}.",
    ),
    unknown=Text(
        "Шаг ссылается на номер {number}; дела с этим номером, которые ему подходят: {held}; которое из них "
        "имеется в виду, неизвестно; вместо номера приложите из нужного дела: {asks}.",
        "The step refers to the number {number}; cases of this number that suit it: {held}; which of them is meant "
        "is not known; in place of the number add, of the case that is meant: {asks}.",
    ),
    assumed=Text(
        "Из дел с одним номером шаг опирается на то, которое подходит ему по году, сроку, дню, услугам и стороне; "
        "если таких несколько, выбирает тот, кто совершает шаг.",
        "Of cases of one number a step rests on the one that suits its year, term, day, services and party; where "
        "several do, whoever takes the step says which.",
    ),
)
YEAR = Rule(
    "reconciliation.order_of_year",
    Text(
        "Заказ № {number} по выписке — на {year} год; в книге с этим номером — заказы на годы: {held}.",
        "The order {number} is by the extract for {year}; of this number the book has orders for: {held}.",
    ),
    unknown=Text(
        "Заказ № {number} по выписке — на {year} год; этого заказа в книге нет, с этим номером — заказы на годы: "
        "{held}; исправьте год в выписке, внесите заказ или получите: {asks}.",
        "The order {number} is by the extract for {year}; that order is not in the book, which of this number has "
        "orders for: {held}; mend the year in the extract, record the order, or obtain: {asks}.",
    ),
    assumed=Text(
        "Заказ другого года — другой заказ. Пока его в книге нет, его долю не проверить, и описка в годе не "
        "отличается от заказа, который не внесён; решает человек.",
        "An order for another year is another order. While it is not in the book its share cannot be checked, and "
        "a slip in the year looks like an order that is not recorded; a person decides.",
    ),
    asks=(DECISION,),
)


@asked
def several_named(fact: str, number: str, cases: Mapping[str, Text]) -> Verdict:
    """Whether one case alone is meant by the number; `fact` takes its extract, `cases` are those that suit.

    Each stands with what tells it from the others. UNKNOWN where there are several.
    """
    held = tuple(Text(f"{one} ({said.ru})", f"{one} ({said.en})") for one, said in cases.items())
    lacks = (asking.extract(fact),)
    return SEVERAL.judge(
        None if len(cases) > 1 else True, lacks=lacks, fact=fact, number=number, cases=tuple(cases), held=held
    )


@asked
def order_of_year(number: str, year: int, held: Collection[int]) -> Verdict:
    """Whether the book has the order for that year; `held` are the years of its orders of that number."""
    years = tuple(sorted(held))
    return YEAR.judge(True if year in years else None, number=number, year=year, held=years)
