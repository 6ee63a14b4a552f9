"""Основание оказанного (grounded): what a contract says was rendered, beside the cases that it rested on then.

A contract whose ground is gone is told of while it runs (`law189.casebook.dependants`). Its end and its
amendment, which say how much was rendered, do not mend that: they are asked whether some of it can have been
rendered after the ground was lost: where it was gone on the eve of the last day on which the contract ran. What an
earlier amendment says was rendered is of the days up to that one.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import Dependant, of_case
from law189.casebook.reconciled.beside import Beside
from law189.casebook.rendered.capacity import last_served
from law189.casebook.rendered.told import served
from law189.cases.history import History
from law189.law import Text
from law189.measures import EXACT, Volume
from law189.rules.reconciliation import without_ground
from law189.verdict import Verdict
from law189.workflows import contract

__all__ = ["rendered_without"]

DAY = timedelta(1)


class _Since(NamedTuple):
    """What was rendered since the last word of it, and on which days it can have been."""

    rendered: Volume
    begun: date
    until: date


def rendered_without(of: Beside) -> Iterator[Verdict]:
    """Оказанное с прежней записи могло быть оказано и после того, как основания договора не стало.

    Of a ground that was gone when the contract was concluded the step that concluded it is told.
    """
    since = _since(of.history, of.event)
    if since is None:
        return
    number, concluded = of.history.the(contract.Offered).number, of.history.the(contract.Concluded).on
    for found in of_case(of.shelf, of.history, since.until - DAY):
        ground = _ground(found)
        if ground.lost <= concluded:
            continue
        yield without_ground.rendered_without(
            number,
            since.rendered,
            (since.begun, since.until),
            ground=ground.title,
            named=ground.named,
            state=ground.state,
            since=ground.lost,
        )


def _since(before: History[Any], event: Any) -> _Since | None:
    """What the step says was rendered beyond what was known; None where that is nothing, or no day was for it."""
    days = served(before)
    told = [one for one in before.events(contract.Amended) if one.rendered.unit is event.rendered.unit]
    known = max((one.rendered.amount for one in told), default=None)
    amount = event.rendered.amount if known is None else EXACT.subtract(event.rendered.amount, known)
    if not days or amount <= 0:
        return None
    until = last_served(days, event.on)
    begun = last_served(days, told[-1].on) + DAY if told else days[0].since
    return _Since(Volume(amount=amount, unit=event.rendered.unit), min(begun, until), until)


class _Ground(NamedTuple):
    """What a contract rested on, its number, in what state that is, and since when."""

    title: Text
    named: str
    state: Text
    lost: date


def _ground(found: Dependant) -> _Ground:
    facts: Any = found.verdict.facts
    if "ground" in facts:
        return _Ground(facts["ground"], facts["named"], facts["state"], facts["since"])
    passed = Text(f"у правопреемника (ИНН {facts['successor']})", f"of a successor ({facts['successor']})")
    return _Ground(CYCLES[found.ground.lifecycle].title, facts["record"], passed, facts["since"])
