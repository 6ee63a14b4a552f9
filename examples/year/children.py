"""Дети (children): a certificate each, its contracts, and what becomes of both when a child moves."""

from collections.abc import Iterator

from year.providers import SUCCESSOR
from year.steps import BODY, ELECTRONIC, ORDER, Step, hours, step
from year.town import AUTUMN, NOMINAL, SUCCEEDED, Child, Stay, next_working, provider_facts

__all__ = ["certificate", "contract"]


def certificate(child: Child) -> Iterator[Step]:
    """Сертификат: от заявления до последнего часа, аннулирования или конца срока."""
    case = f"certificate/{child.number}"
    alone = child.born.year < 2010
    yield step(
        case,
        "applied_for",
        child.applied,
        "consumer" if alone else "representative",
        document=ELECTRONIC,
        recipient={"file": f"{child.number}", "born": str(child.born)},
        services=[child.service],
        asks=["enrolment", "certificate"],
    )
    registered = next_working(child.applied)
    if child.way == "refused":
        because = "услуга не для этого возраста"
        yield step(case, "recipient_refused", registered, BODY, ground="no-right", because=because)
        return
    yield step(case, "recipient_registered", registered, BODY, record=f"П-{child.number}")
    yield step(
        case,
        "formed",
        next_working(registered),
        BODY,
        number=f"К-{child.number}",
        nominal=hours(NOMINAL),
        valid_until="2024-12-31",
        document=ELECTRONIC,
        refers_to={"order": ORDER},
    )
    if child.way == "smaller":
        yield step(
            case,
            "amended",
            child.season.amended,
            BODY,
            nominal=hours(child.nominal),
            valid_until="2024-12-31",
            reason="занятия начаты позже",
            document=ELECTRONIC,
            refers_to={"order": ORDER},
        )
    if child.way == "leaves":
        yield step(case, "annulled", child.season.left, BODY, reason="семья переехала в другой город")
    if child.way == "unused":
        yield step(case, "expired", "2025-01-09", BODY)


def contract(child: Child, stay: Stay) -> Iterator[Step]:
    """Договор: предложен и заключён в день первого занятия, исполнен по акту или расторгнут."""
    case = f"contract/{stay.contract}"
    reorganised = stay.provider == SUCCEEDED and child.season is AUTUMN
    provider = provider_facts(stay.provider + SUCCESSOR * reorganised)
    yield step(
        case,
        "offered",
        stay.starts,
        "provider",
        number=stay.contract,
        provider=provider["inn"],
        service=child.service,
        volume=hours(stay.volume),
        ends_on=str(stay.runs_to),
        terms=["schedule", "place"],
    )
    yield step(
        case,
        "concluded",
        stay.starts,
        "representative",
        document=ELECTRONIC,
        refers_to={"certificate": f"К-{child.number}"},
    )
    if stay.group:
        yield step(case, "moved", child.season.later, "provider", group="вторая группа")
    rendered = hours(stay.rendered)
    if stay.whole:
        yield step(case, "fulfilled", stay.ended, "provider", act=f"А-{stay.contract}", rendered=rendered)
    else:
        yield step(case, "terminated", stay.ended, "representative", rendered=rendered)
