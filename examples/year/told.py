"""Чем кончился год (told): the cases, the registers, the ledger, the report and the indicators on the last day."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from law189 import History
from law189.audit.indicators import indicators_on
from law189.casebook.ledger import Ledger
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import report_of
from law189.profile.profile import Profile
from law189.verdict import plain
from year.played import LAST_DAY, Found, Played
from year.steps import ORDER

__all__ = ["finding", "tell"]


def finding(one: Found) -> dict[str, Any]:
    """A row of the file of findings: all of it but the line, which is another in a town of another size."""
    return {
        "history": one.history,
        "lifecycle": one.lifecycle,
        "kind": one.kind,
        "on": one.on,
        "rule": one.rule,
        "outcome": one.outcome.value,
        "text": plain(one.text),
    }


def tell(played: Played, ledger: Ledger, profile: Profile) -> Iterator[str]:
    """The year in figures."""
    cases = list(played.book.cases())
    states = Counter((case.lifecycle, case.state) for case in cases)
    for cycle in dict.fromkeys(cycle for cycle, _ in states):
        own = sorted((state, count) for (of, state), count in states.items() if of == cycle)
        yield f"{cycle}: " + ", ".join(f"{state} {count}" for state, count in own)
    yield f"steps handed in: {played.handed}; refused: {played.refused}"
    outcomes = Counter(one.outcome.value for one in played.found)
    yield "findings: " + ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items()))
    held = {}
    for kind in RegisterKind:
        rows = register(kind, cases, profile, LAST_DAY).rows
        held[kind] = sum(row.held for row in rows)
        yield f"register of {kind.value}: {len(rows)} rows, {held[kind]} in force on {LAST_DAY}"
    for row in ledger.services:
        names = ("share", "formed", "returned", "expired", "rendered", "remainder")
        yield f"{row.service}: " + ", ".join(f"{name} {getattr(row, name).amount}" for name in names)
    agreed, paid, kept, back = (
        sum(getattr(row, name).amount for row in ledger.money)
        for name in ("agreed", "paid", "kept", "given_back")
    )
    yield f"roubles: agreed {agreed}, paid {paid}, left over and kept {kept}, given back {back}"
    for line in report_of(cases, profile, ORDER, LAST_DAY).rows:
        yield f"report, {line.service}: by certificate {line.share.amount}, rendered {line.rendered.amount}"
    for judged in indicators_on(profile, _reported(cases, held), LAST_DAY):
        if judged.reported is not None:
            yield f"indicator {judged.indicator.id}: {judged.reported}, {judged.verdict.outcome.value}"
    yield f"duties open on {LAST_DAY}: {sum(1 for _ in played.book.due(LAST_DAY))}"


def _reported(cases: list[History[Any]], held: dict[RegisterKind, int]) -> dict[str, Decimal]:
    """What the body reports of the indicators that the cases show."""
    selections = sum(case.lifecycle == "selection" for case in cases)
    return {"app5.2.2": Decimal(selections), "app5.2.3": Decimal(held[RegisterKind.PROVIDERS])}
