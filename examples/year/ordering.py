"""Заказ (the order): the meeting that advises, the order of the year with its amendment, and the report."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from year.steps import BODY, ELECTRONIC, HOURS, ORDER, Step, step
from year.town import SERVICES, Town

__all__ = ["meeting", "order", "used_up"]

TASK = 8_000
AMENDED, LAST_DAY = date(2024, 6, 17), date(2024, 9, 10)
ACT = "вымышленное решение о бюджете № 7"


def meeting(seats: tuple[str, ...]) -> Iterator[Step]:
    """Рабочая группа рекомендует заказ."""
    case, on = "meeting/1", "2023-10-09"
    votes = dict.fromkeys(seats[:6], "for") | {seats[6]: "abstain"}
    yield step(case, "convened", "2023-10-06", "chair", held_on=on)
    yield step(case, "opened", on, "chair", present=list(seats[:7]))
    question: dict[str, Any] = {
        "question": "Предложения по социальному заказу",
        "question_kind": "order-proposals",
    }
    yield step(case, "item_voted", on, "chair", votes=votes, **question)
    yield step(case, "closed", on, "chair")
    yield step(case, "minutes_drafted", "2023-10-10", "member-1")
    yield step(case, "minutes_signed", "2023-10-11", "chair")
    yield step(case, "copies_sent", "2023-10-12", "member-1", copies_to=list(seats))


def order(town: Town) -> Iterator[Step]:
    """Заказ на год: утверждён на весну, в июне изменён на весь год, исполнен, с отчётом."""
    case = "order/1"
    spring, year = (_lines(town, by) for by in (date(2024, 1, 31), LAST_DAY))
    yield step(case, "drafted", "2023-10-16", BODY, number=ORDER, year=2024, lines=spring)
    advice = {"as_of": "2023-10-16", "held_on": "2023-10-09", "question": "О заказе", "adopted": True}
    yield step(case, "advice_attached", "2023-10-16", "chair", advice=advice)
    yield step(case, "approved", "2023-12-18", "media-committee", ("roles.acting",), enabling_act=ACT)
    yield step(case, "approved", "2023-12-18", BODY, enabling_act=ACT)
    yield step(case, "published", "2023-12-20", BODY, place="budget-portal", evidence="запись 1")
    yield step(
        case, "amended", AMENDED, BODY, status=2, lines=year, reason="набор на осень", enabling_act=ACT
    )
    yield step(case, "published", "2024-06-19", BODY, place="budget-portal", evidence="запись 2")
    achieved = [_achieved(service, town.rendered(service)) for service in SERVICES]
    yield step(case, "report_formed", "2025-01-27", BODY, achieved=achieved)
    late = ("deadlines.within",)
    yield step(case, "report_published", "2025-02-20", BODY, late, place="budget-portal", evidence="запись 3")
    yield step(case, "closed", "2025-02-21", BODY)


def _lines(town: Town, by: date) -> list[dict[str, Any]]:
    """The order as the certificates applied for by the day use it up."""
    return [_line(service, town.taken(service, by)) for service in SERVICES]


def _line(service: str, share: int) -> dict[str, Any]:
    parts = [{"way": "municipal-task", "amount": TASK}, {"way": "certificate", "amount": share}]
    return {"service": service, "unit": HOURS, "total": TASK + share, "parts": parts}


def _achieved(service: str, share: int) -> dict[str, Any]:
    parts = [{"way": "municipal-task", "amount": TASK}, {"way": "certificate", "amount": share}]
    return {"service": service, "unit": HOURS, "amount": TASK + share, "parts": parts}


def used_up(town: Town) -> Iterator[Iterator[Step]]:
    """Двум отказано: доля заказа исчерпана, и дела это подтверждают."""

    def refused(number: int, service: str) -> Iterator[Step]:
        case = f"certificate/{number}"
        recipient = {"file": f"{number}", "born": "2014-05-01"}
        asks = ["enrolment", "certificate"]
        yield step(
            case,
            "applied_for",
            LAST_DAY,
            "representative",
            document=ELECTRONIC,
            recipient=recipient,
            services=[service],
            asks=asks,
        )
        because = "в доле заказа на услугу нет остатка"
        yield step(case, "recipient_refused", "2024-09-11", BODY, ground="limit-exhausted", because=because)

    for more, service in enumerate(SERVICES, start=1):
        yield refused(town.certificates + more, service)
