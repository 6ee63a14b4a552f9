"""Исполнение и прекращение (ending): the act of what was rendered, or the termination.

>>> lifecycle.clause("fulfilled").target
'fulfilled'
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from law189.cases.given.documents import ActOfRendering
from law189.cases.given.grounds import Because
from law189.cases.given.volumes import Rendered
from law189.cases.lifecycle import Heading, Moment
from law189.law import Text
from law189.profile.parties import Party
from law189.rules import asking, contracts, volumes
from law189.verdict import Verdict
from law189.workflows.contract.offer import Concluded, Offered
from law189.workflows.contract.table import CONSUMERS, UNREAD, ContractEvent, State, lifecycle, of_age

__all__ = ["Fulfilled", "Terminated"]


# ─── Исполнение и прекращение ────────────────────────────────────────────────────────────────────────────


class Fulfilled(ContractEvent):
    """Договор исполнен по акту: номер акта и оказанный объём."""

    kind: Literal["fulfilled"] = "fulfilled"
    act: ActOfRendering
    rendered: Rendered


@lifecycle.on(
    Fulfilled,
    Heading(
        title=Text("договор исполнен по акту", "contract fulfilled by act"),
        source=State.CONCLUDED,
        target=State.FULFILLED,
        basis=UNREAD,
        by=(Party.PROVIDER,),
        given=(lambda case: contracts.fulfilled_in_time(case.on, case.history.the(Offered).ends_on),),
        duty=Text("оказать услугу и составить акт", "render the service and draw up the act"),
        until=lambda history: history.the(Offered).ends_on,
    ),
)
def fulfil(m: Moment[Fulfilled]) -> Iterator[Verdict]:
    """Оказано больше нуля и не больше, чем по договору."""
    yield volumes.positive(m.event.rendered)
    yield volumes.covered(m.event.rendered, m.history.the(Offered).volume)


class Terminated(ContractEvent):
    """Договор расторгнут: кто (`by`), почему, сколько оказано."""

    kind: Literal["terminated"] = "terminated"
    because: Because
    rendered: Rendered


@lifecycle.on(
    Terminated,
    Heading(
        title=Text("договор расторгнут", "contract terminated"),
        source=State.CONCLUDED,
        target=State.TERMINATED,
        basis=UNREAD,
        by=(*CONSUMERS, Party.PROVIDER),
        given=(lambda case: contracts.terminated_in_time(case.on, case.history.the(Offered).ends_on),),
    ),
)
def terminate(m: Moment[Terminated]) -> Iterator[Verdict]:
    """Расторгает сторона договора; неоказанное возвращается в сертификат."""
    yield volumes.covered(m.event.rendered, m.history.the(Offered).volume)
    recorded = replace(asking.CERTIFICATE, path="case.certificate")
    yield from of_age(m, m.history.the(Concluded).certificate, recorded)
