"""Measure a certificate's whole life, judged and recorded, against a bare class-level machine in the same run.

`python benchmarks/certificate_life.py` prints events a second, and how many steps of a bare machine one costs.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from law189 import load_profile
from law189.extracts import ContractExtract, OrderExtract, Recipient
from law189.measures import Volume
from law189.profile.documents import Handed
from law189.profile.loader import shipped_source
from law189.profile.profile import Profile
from law189.workflows.certificate import (
    AppliedFor,
    CertificateEvent,
    Contracted,
    ContractEnded,
    Formed,
    RecipientRegistered,
    Used,
)
from law189.workflows.certificate import lifecycle as certificate

WINDOWS, TIMES = 400, 10
ACTS = Path(__file__).parent.parent / "examples" / "adopted_acts.yaml"
SERVICE = "804200О.99.0.ББ52АЖ48000"
ELECTRONIC = Handed(form="electronic", system="navigator")


def hours(amount: int) -> Volume:
    """So many person-hours."""
    return Volume(amount=amount, unit="person-hours")


def contract(number: str, day: str, ended: str | None = None, rendered: int | None = None) -> ContractExtract:
    """A contract on 72 person-hours, running or ended."""
    return ContractExtract(
        as_of=ended or day,
        number=number,
        provider="4205000009",
        certificate="17",
        service=SERVICE,
        volume=hours(72),
        concluded_on=day,
        ended_on=ended,
        rendered=None if rendered is None else hours(rendered),
        fulfilled=rendered == 72,
    )


ORDER = OrderExtract(
    as_of="2024-01-12",
    number="1",
    year=2024,
    status=1,
    services=(SERVICE,),
    approved_on="2023-12-20",
    published_on="2023-12-25",
)
LIFE: tuple[CertificateEvent, ...] = (
    AppliedFor(
        on="2024-01-10",
        by="representative",
        document=ELECTRONIC,
        recipient=Recipient(file="17", born="2014-05-01"),
        services=(SERVICE,),
        asks=("enrolment", "certificate"),
    ),
    RecipientRegistered(on="2024-01-11", by="education", record="17"),
    Formed(
        on="2024-01-12",
        by="education",
        document=ELECTRONIC,
        number="17",
        nominal=hours(72),
        valid_until="2024-12-31",
        order=ORDER,
    ),
    Contracted(on="2024-02-02", by="provider", contract=contract("5", "2024-02-02")),
    ContractEnded(on="2024-03-02", by="provider", contract=contract("5", "2024-02-02", "2024-03-02", 0)),
    Contracted(on="2024-03-04", by="provider", contract=contract("6", "2024-03-04")),
    Used(on="2024-05-31", by="provider", contract=contract("6", "2024-03-04", "2024-05-31", 72)),
)


class Row:
    """A bare object that a class-level machine moves."""

    __slots__ = ("state",)

    def __init__(self) -> None:
        self.state = "expected"


def judged(profile: Profile) -> None:
    """The whole life, each step judged, cited and recorded."""
    history = certificate.begin("17")
    for event in LIFE:
        history = certificate.advance(history, event, profile)


def bare() -> None:
    """The same path on a bare object."""
    row = Row()
    for kind in KINDS:
        MACHINE.events[kind].trigger(row)


MACHINE = certificate.machine
KINDS = tuple(str(type(event).model_fields["kind"].default) for event in LIFE)


def least(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Seconds of either action, the least of many short windows taken in turn, so that noise falls on both."""
    found = [float("inf"), float("inf")]
    for _ in range(WINDOWS):
        for place, action in enumerate((ours, theirs)):
            start = time.process_time()
            for _ in range(TIMES):
                action()
            found[place] = min(found[place], (time.process_time() - start) / TIMES)
    return found[0], found[1]


def with_acts() -> Profile:
    """Kemerovo's decree with the invented acts of the examples, as a clerk would put them together."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kemerovo.yaml"
        path.write_text(shipped_source("kemerovo") + ACTS.read_text(encoding="utf-8"), encoding="utf-8")
        return load_profile(path)


def main() -> int:
    """Print the figures."""
    profile = with_acts()
    judged(profile)
    ours, theirs = least(lambda: judged(profile), bare)
    steps = len(LIFE)
    print(f"a certificate's life of {steps} events, judged and recorded: {steps / ours:,.0f} events a second")
    print(f"the same path on a bare class-level machine:        {steps / theirs:,.0f} events a second")
    print(f"a step costs {ours / theirs:.0f} bare triggers (aim: at most 10)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
