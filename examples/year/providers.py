"""Исполнители (providers): how each comes into the register and out of it, its agreements, and what it is paid."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from year.steps import BODY, ELECTRONIC, HOURS, ORDER, Step, step
from year.town import EXCLUDED, LICENCE_ENDS, SERVICES, SUCCEEDED, Town, provider_facts, working

__all__ = ["ADVANCE", "PRICE", "SUCCESSOR", "Agreed", "agreements", "paid", "selected"]

PRICE, ADVANCE, RESERVE = 250, 4500, 5000
SUCCESSOR = 1000
"""By how much the number of a successor is greater than that of whom it succeeds."""
CLAIMS = {
    2: ("2024-02-29", "2024-03-01", "2024-03-05"),
    3: ("2024-03-31", "2024-04-01", "2024-04-04"),
    4: ("2024-04-30", "2024-05-02", "2024-05-06"),
    5: ("2024-05-31", "2024-06-03", "2024-06-05"),
    9: ("2024-09-30", "2024-10-01", "2024-10-03"),
    10: ("2024-10-31", "2024-11-01", "2024-11-06"),
    11: ("2024-11-30", "2024-12-02", "2024-12-04"),
    12: ("2024-12-25", "2024-12-26", "2024-12-27"),
}
"""For each month with lessons the last day of the act, the day of the act and of the claim, the day of payment."""


def selected(number: int) -> Iterator[Step]:
    """Исполнитель включён в реестр; одного исключают, у одного кончается лицензия, один реорганизован."""
    case, days = f"selection/{number}", [*working(date(2023, 10, 16), 12)]
    applied, included = days[number % 10], days[number % 10 + 1]
    licence = {"number": f"Л-{number}", "issued_on": "2019-09-02"}
    if number == LICENCE_ENDS:
        licence["ends_on"] = "2024-08-15"
    told = provider_facts(number, licence=licence)
    services = [SERVICES[number % 2]]
    yield step(case, "applied", applied, "provider", provider=told, services=services, document=ELECTRONIC)
    yield step(case, "included", included, BODY, record=f"{number}")
    if number == EXCLUDED:
        yield step(
            case, "excluded", "2024-04-01", BODY, ground="own-request", because="заявление исполнителя"
        )
    if number == LICENCE_ENDS:
        yield step(case, "excluded", "2024-08-16", BODY, ground="licence-lost", because="лицензия окончилась")
    if number == SUCCEEDED:
        successor = provider_facts(number + SUCCESSOR)
        paper = "лист записи о преобразовании"
        yield step(case, "succeeded", "2024-07-01", BODY, provider=successor, succession=paper)


class Agreed(NamedTuple):
    """Соглашение с исполнителем: when it is made, for which months, how it ends."""

    number: str
    provider: int
    made: tuple[str, str, str]
    advance: str
    months: Sequence[int]
    ended: str | None = None
    because: str = ""


AT_ONCE, IN_JULY = ("2023-12-21", "2023-12-25", "2023-12-27"), ("2024-07-03", "2024-07-04", "2024-07-05")


def agreements(number: int) -> Iterator[Agreed]:
    """The agreements of a provider; a successor makes one of its own."""
    first = Agreed(f"С-{number}", number, AT_ONCE, "2024-01-31", [*CLAIMS])
    if number == EXCLUDED:
        yield first._replace(ended="2024-04-08", because="исполнитель исключён из реестра")
    elif number == LICENCE_ENDS:
        yield first._replace(ended="2024-08-19", because="лицензия исполнителя окончилась")
    elif number == SUCCEEDED:
        yield first._replace(months=[2, 3, 4, 5], ended="2024-07-02", because="исполнитель реорганизован")
        yield Agreed(f"С-{number}/2", number, IN_JULY, "2024-08-30", [9, 10, 11, 12])
    else:
        yield first


def paid(town: Town, of: Agreed) -> Iterator[Step]:
    """Соглашение от проекта до остатка: аванс, помесячно акт, требование и оплата."""
    case, service = f"agreement/{of.number}", SERVICES[of.provider % 2]
    given = {month: town.given[of.provider, month] for month in of.months}
    sum_of_year = f"{sum(given.values()) * PRICE + ADVANCE + RESERVE}.50"
    drafted, signed, concluded = of.made
    yield step(
        case,
        "drafted",
        drafted,
        BODY,
        number=of.number,
        mode="provision",
        sums=[{"year": 2024, "roubles": sum_of_year}],
        services=[service],
        ends_on="2024-12-31",
        document=ELECTRONIC,
        refers_to={"provider": f"{of.provider}", "order": ORDER},
    )
    yield step(case, "signed_by_provider", signed, "provider", signature="qualified")
    yield step(
        case, "concluded", concluded, BODY, signature="qualified", refers_to={"provider": f"{of.provider}"}
    )
    yield step(case, "advance_paid", of.advance, BODY, roubles=str(ADVANCE))
    for month, amount in given.items():
        if amount:
            yield from _month(case, month, service, amount)
    if of.ended is None:
        yield step(case, "completed", "2024-12-31", BODY)
    else:
        yield step(case, "terminated", of.ended, BODY, ground="исключение", because=of.because)
    kept = of.provider % 7 != 5  # some did not keep the conditions of the agreement
    kind = "remainder_kept" if kept else "remainder_returned"
    yield step(case, kind, "2025-01-15", BODY, year=2024, roubles=str(ADVANCE), conditions_kept=kept)


def _month(case: str, month: int, service: str, amount: int) -> Iterator[Step]:
    until, on, paid_on = CLAIMS[month]
    days: dict[str, Any] = {"since": f"2024-{month:02d}-01", "until": until}
    rendered = [{"service": service, "unit": HOURS, "amount": amount}]
    act, roubles = f"А-{month}", str(amount * PRICE)
    yield step(case, "act_drawn", on, "provider", number=act, rendered=rendered, **days)
    yield step(case, "claimed", on, "provider", number=f"Т-{month}", roubles=roubles, acts=[act], **days)
    yield step(case, "claim_paid", paid_on, BODY, claim=f"Т-{month}", roubles=roubles)
