"""Чем сеют (making): right steps of a case of the district, of which a planted one changes a fact."""

from collections.abc import Iterator
from typing import Any

from year.steps import BODY, ELECTRONIC, HOURS, Step, hours, step
from year.town import provider_facts

__all__ = [
    "CUT",
    "EXTRA",
    "PARTY",
    "RARE",
    "SPECIAL",
    "agreed",
    "applied",
    "certified",
    "concluded",
    "entered",
    "formed",
    "line_of",
    "offered",
    "registered",
    "reported",
]

EXTRA, CUT = "2024/2", "2024/3"
"""The orders of the district; the second is one that is cut."""
PARTY, SPECIAL, RARE = "804200О.99.0.ББ52АЕ11000", "804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ35000"
"""The services of the district; the last is that of the order that is cut."""


def line_of(service: str, share: int) -> dict[str, Any]:
    """A line of the order: 400 hours by the municipal task, the rest by certificate."""
    parts = [{"way": "municipal-task", "amount": 400}, {"way": "certificate", "amount": share}]
    return {"service": service, "unit": HOURS, "total": 400 + share, "parts": parts}


def reported(service: str, share: int) -> dict[str, Any]:
    """A line of the report: the municipal task as ordered, and so much by certificate."""
    parts = [{"way": "municipal-task", "amount": 400}, {"way": "certificate", "amount": share}]
    return {"service": service, "unit": HOURS, "amount": 400 + share, "parts": parts}


def entered(
    number: int,
    services: list[str],
    *,
    included: str = "2023-10-17",
    told: tuple[str, ...] = (),
    **more: Any,
) -> Iterator[Step]:
    """An entry of the register."""
    case, provider = f"selection/{number}", provider_facts(number, **more)
    yield step(
        case, "applied", "2023-10-16", "provider", provider=provider, services=services, document=ELECTRONIC
    )
    yield step(case, "included", included, BODY, told, record=f"{number}")


def agreed(
    number: int, services: list[str], *, concluded: str = "2023-12-27", told: tuple[str, ...] = ()
) -> Iterator[Step]:
    """An agreement in force with the provider of that number."""
    case, entry = f"agreement/С-{number}", {"provider": f"{number}"}
    yield step(
        case,
        "drafted",
        "2023-12-21",
        BODY,
        number=f"С-{number}",
        mode="provision",
        sums=[{"year": 2024, "roubles": "100000.00"}],
        services=services,
        ends_on="2024-12-31",
        document=ELECTRONIC,
        refers_to={**entry, "order": EXTRA},
    )
    yield step(case, "signed_by_provider", "2023-12-25", "provider", signature="qualified")
    yield step(case, "concluded", concluded, BODY, told, signature="qualified", refers_to=entry)


def applied(
    name: str, on: str = "2024-01-10", told: tuple[str, ...] = (), by: str = "representative", **facts: Any
) -> Step:
    """An application for a certificate; the file of the child is named as the case is."""
    usual = {
        "document": ELECTRONIC,
        "recipient": {"file": name, "born": "2014-05-01"},
        "services": [PARTY],
        "asks": ["enrolment", "certificate"],
    }
    return step(f"certificate/{name}", "applied_for", on, by, told, **{**usual, **facts})


def registered(name: str, on: str = "2024-01-11", told: tuple[str, ...] = (), **facts: Any) -> Step:
    """The child entered in the register of recipients."""
    return step(f"certificate/{name}", "recipient_registered", on, BODY, told, record=f"П-{name}", **facts)


def formed(name: str, on: str = "2024-01-12", told: tuple[str, ...] = (), **facts: Any) -> Step:
    """A certificate of 72 hours on the order of the district."""
    usual = {
        "number": f"К-{name}",
        "nominal": hours(72),
        "valid_until": "2024-12-31",
        "document": ELECTRONIC,
        "refers_to": {"order": EXTRA},
    }
    return step(f"certificate/{name}", "formed", on, BODY, told, **{**usual, **facts})


def certified(name: str) -> Iterator[Step]:
    """A certificate that is formed as it should be."""
    yield from (applied(name), registered(name), formed(name))


def offered(
    name: str, provider: int, on: str = "2024-02-01", told: tuple[str, ...] = (), **facts: Any
) -> Step:
    """A contract of 72 hours offered by the provider of that number."""
    usual = {
        "number": f"Д-{name}",
        "provider": provider_facts(provider)["inn"],
        "service": PARTY,
        "volume": hours(72),
        "ends_on": "2024-05-31",
        "terms": ["schedule", "place"],
    }
    return step(f"contract/Д-{name}", "offered", on, "provider", told, **{**usual, **facts})


def concluded(
    name: str, under: str, on: str = "2024-02-01", told: tuple[str, ...] = (), **facts: Any
) -> Step:
    """The contract concluded on the certificate of that name."""
    usual = {"document": ELECTRONIC, "refers_to": {"certificate": f"К-{under}"}}
    return step(f"contract/Д-{name}", "concluded", on, "representative", told, **{**usual, **facts})
