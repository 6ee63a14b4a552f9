"""Срок соглашения и год заказа (order term): whether an agreement may outlast the year of its order.

>>> term_of_order(date(2024, 12, 31), 2024).outcome, term_of_order(date(2025, 1, 1), 2024).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.UNKNOWN: 'unknown'>)
>>> term_of_order(date(2025, 1, 1), 2024, agreed_to=date(2025, 3, 1)).outcome
<Outcome.HOLDS: 'holds'>
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.rules.cures import money
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["term_of_order"]

TERM_OF_ORDER = Rule(
    "funding.term_of_order",
    Text(
        "Последний день соглашения: {ends_on}; заказ на {order_year} год; срок соглашения — срок услуги в "
        "заказе{decided:; срок по … принят раньше|}.",
        "The last day of the agreement: {ends_on}; the order is for {order_year}; the term of the agreement is "
        "that of the service in the order{decided:; a term to … was taken before|}.",
    ),
    unknown=Text(
        "Последний день соглашения: {ends_on}, а заказ — на {order_year} год; срок соглашения — "
        "срок услуги в заказе; назначен ли он после {year_end}, неизвестно; сверьте его с "
        "заказом и сократите срок соглашения либо оформите: {asks}.",
        "The last day of the agreement: {ends_on}, yet the order is for {order_year}; the term of the "
        "agreement is that of the service in the order; whether it runs beyond {year_end} is not known; "
        "check the order, and shorten the agreement or record: {asks}.",
    ),
    assumed=Text(
        "Срок услуги в заказе может быть дольше его года и лимитов; здесь от заказа известен только год, "
        "поэтому решает человек. Решают один раз: изменение, которое не удлиняет решённого срока, о нём больше "
        "не спрашивает.",
        "The term of a service in an order may exceed its year and the budget limits; of the order only the "
        "year is known here, so a person decides. It is decided once: an amendment that makes the term no longer "
        "than it was decided asks no more of it.",
    ),
    asks=(DECISION,),
    cure=money.TERM_OF_ORDER,
)


@asked
def term_of_order(ends_on: date, order_year: int, *cites: Citation, agreed_to: date | None = None) -> Verdict:
    """Whether the agreement ends within the year of its order; UNKNOWN where it runs on.

    The term is that of the service in the order, and may exceed the budget limits (БК РФ, ст. 78.4, п. 3). An
    amended agreement was `agreed_to` that day before: where it ends no later, it was decided then.
    """
    year_end = date(order_year, 12, 31)
    decided = agreed_to if agreed_to is not None and year_end < ends_on <= agreed_to else None
    return TERM_OF_ORDER.judge(
        True if ends_on <= year_end or decided is not None else None,
        *cites,
        ends_on=ends_on,
        order_year=order_year,
        year_end=year_end,
        decided=decided,
    )
