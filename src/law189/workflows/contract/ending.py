"""Исполнение и прекращение (ending): the act of what was rendered, or the termination.

>>> lifecycle.clause("fulfilled").target
'fulfilled'
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from law189.cases.given.documents import ActOfRendering
from law189.cases.given.grounds import BecauseOfSide
from law189.cases.given.volumes import Rendered
from law189.cases.lifecycle import Heading, Moment
from law189.law import Text
from law189.profile.parties import CONSUMERS, Party
from law189.rules import contracts, volumes
from law189.rules.agreements import rendering
from law189.rules.contracts import contract_changes
from law189.verdict import Verdict
from law189.workflows.contract.changing import no_less_rendered, terms_of
from law189.workflows.contract.offer import of_age_recorded
from law189.workflows.contract.table import (
    SIDES,
    UNREAD,
    ContractEvent,
    State,
    lifecycle,
)

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
        given=(lambda case: contracts.fulfilled_in_time(case.on, terms_of(case.history).ends_on),),
        duty=Text("оказать услугу и составить акт", "render the service and draw up the act"),
        until=lambda history: terms_of(history).ends_on,
    ),
)
def fulfil(m: Moment[Fulfilled]) -> Iterator[Verdict]:
    """Оказано больше нуля и не больше, чем по договору."""
    yield volumes.positive(m.event.rendered)
    yield rendering.rendered(m.event.rendered, terms_of(m.history).volume)
    yield from no_less_rendered(m)


class Terminated(ContractEvent):
    """Договор расторгнут: кто (`by`), почему, сколько оказано. Потребителю причина не нужна."""

    LATER = ContractEvent.LATER | {"because"}

    kind: Literal["terminated"] = "terminated"
    because: BecauseOfSide = None
    rendered: Rendered


TERMINATED = Heading(
    title=Text("договор расторгнут", "contract terminated"),
    source=State.CONCLUDED,
    target=State.TERMINATED,
    basis=UNREAD,
    by=SIDES,
    given=(lambda case: contracts.terminated_in_time(case.on, terms_of(case.history).ends_on),),
    in_person=of_age_recorded,
)


@lifecycle.on(
    Terminated,
    replace(
        TERMINATED,
        source=State.SUSPENDED,
        duty=Text("возобновить или расторгнуть договор", "resume or terminate the contract"),
        instead=("resumed",),
        until=lambda history: terms_of(history).ends_on,
    ),
)
@lifecycle.on(Terminated, TERMINATED)
def terminate(m: Moment[Terminated]) -> Iterator[Verdict]:
    """Потребитель отказывается от услуги без причины, исполнитель называет её; неоказанное возвращается."""
    event, refusal = m.event, m.edition.cite("189-fz/art3.item4")
    cites = [refusal] if event.by in CONSUMERS else []
    yield contract_changes.cause_told(event.by, event.because, *cites, titles=m.edition.titles)
    yield rendering.rendered(event.rendered, terms_of(m.history).volume)
    yield from no_less_rendered(m)
