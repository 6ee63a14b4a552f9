"""Законы одного дела (laws of one case): what must hold of every history, whatever was recorded.

Each raises AssertionError with what differs, under `python -O` too. They work it out afresh and ask no more of the
library than that.

>>> from law189.workflows.certificate import lifecycle
>>> is_fold_of_what_stands(lifecycle, lifecycle.begin("17"))
>>> is_fold_of_what_stands(lifecycle, lifecycle.begin("17")._replace(state="formed"))
Traceback (most recent call last):
    ...
AssertionError: the records lead to expected, the state is formed
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from law189.cases.history import Event, History, Record, RecordAnnulled
from law189.cases.lifecycle import Lifecycle
from law189.cases.outlook import Option
from law189.measures import EXACT, total
from law189.rules import RULES
from law189.verdict import Outcome, Rule, Verdict, worst
from law189.workflows import certificate

__all__ = [
    "adds_up",
    "balance",
    "explained",
    "has_grown",
    "is_fold_of_what_stands",
    "is_last",
    "no_better_than_foreseen",
    "read_back",
    "standing",
    "told",
]

CODES: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
"""Every rule of the library by its code."""


def has_grown(old: History[Any], new: History[Any], last: Record[Any]) -> None:
    """A history only grows: the old records stay what they are, and the step is added as it was judged."""
    if len(new.records) != len(old.records) + 1:
        raise AssertionError("a step is one record")
    if not all(one is other for one, other in zip(old.records, new.records, strict=False)):
        raise AssertionError("an old record is another now")
    if new.records[-1] != last:
        raise AssertionError(f"recorded is {new.records[-1]!r}, not {last!r}")


def is_fold_of_what_stands(lifecycle: Lifecycle[Any], history: History[Any]) -> None:
    """The state is the fold of the standing records over the look-up, and the last record names it.

    A step that leaves the case in its state while something else holds it there is asked on the records before it.
    """
    state = str(lifecycle.initial.value)
    before: tuple[Record[Any], ...] = ()
    for record in standing(history):
        clause = lifecycle.lookup.get((state, type(record.event)))
        if clause is None:
            raise AssertionError(f"{record.event!r} stands, and does not lead from {state}")
        state = clause.leads(History(history.lifecycle, history.id, state, before))
        before = (*before, record)
    if history.state != state:
        raise AssertionError(f"the records lead to {state}, the state is {history.state}")
    if [*map(id, history.standing)] != [*map(id, standing(history))]:
        raise AssertionError("others stand")


def read_back(lifecycle: Lifecycle[Any], history: History[Any]) -> History[Any]:
    """The history as it comes back from JSON, which says the same."""
    said = lifecycle.dump(history)
    saved = lifecycle.load(json.loads(json.dumps(said, ensure_ascii=False)))
    facts, read = ([record.event for record in one.records] for one in (history, saved))
    if lifecycle.dump(saved) != said:
        raise AssertionError("what was read says something else than was written")
    if facts != read:
        raise AssertionError("other events were read than were written")
    if (saved.state, saved.annulled) != (history.state, history.annulled):
        raise AssertionError("another state was read than was written")
    return saved


def adds_up(history: History[Any]) -> None:
    """The balance of a certificate is its nominal less what was rendered and what is held, never below zero."""
    events = [record.event for record in standing(history)]
    formed = [event for event in events if isinstance(event, certificate.Formed | certificate.Amended)]
    if formed:
        nominal, left = formed[-1].nominal, balance(events)
        if not 0 <= left <= nominal.amount:
            raise AssertionError(f"the balance is {left} of {nominal.amount}")
        if certificate.balance(history).amount != left:
            raise AssertionError("the balance does not add up")
        if certificate.balance(history).unit is not nominal.unit:
            raise AssertionError("the balance has another unit")


def standing(history: History[Any]) -> list[Record[Any]]:
    """The records that count, worked out afresh from the last one to the first."""
    annulled: set[int] = set()
    found = []
    for number in range(len(history.records), 0, -1):
        record = history.records[number - 1]
        if number in annulled:
            continue
        if isinstance(record.event, RecordAnnulled):
            if record.verdict.outcome is not Outcome.VOID:  # without force it annuls nothing
                annulled.add(record.event.record)
        else:
            found.append(record)
    return found[::-1]


def is_last(event: Event, history: History[Any]) -> bool:
    """Whether an annulment is of the last record that counts, which the options are about; any other event is."""
    if not isinstance(event, RecordAnnulled):
        return True
    counting = standing(history)
    return bool(counting) and history.records[event.record - 1 :][:1] == (counting[-1],)


def no_better_than_foreseen(option: Option, event: Event, verdict: Verdict) -> None:
    """What the option of the day says against a step, or who may take it, is said when it is judged too."""
    if worst((option.verdict.outcome, verdict.outcome)) is not verdict.outcome:
        foreseen = f"{option.kind} is {option.verdict.outcome} among the options"
        raise AssertionError(f"{foreseen}, {verdict.outcome} when judged")
    if option.by is not None and event.by not in option.by and verdict.outcome is Outcome.HOLDS:
        raise AssertionError(f"{event.by} may not take {option.kind}, and nothing is said against it")


def balance(events: Iterable[Event]) -> Decimal:
    """Nominal less rendered less held, worked out afresh.

    Contracts on several services are held at once, each by its number. One that an office let end with its volume
    unknown has used up all that it held.
    """
    nominal = rendered = Decimal(0)
    held: dict[str, Decimal] = {}
    for event in events:
        match event:
            case certificate.Formed() | certificate.Amended():
                nominal = event.nominal.amount
            case certificate.Contracted() | certificate.ContractChanged():
                held[event.contract.number] = event.contract.volume.amount
            case certificate.ContractEnded() | certificate.Used():
                used, ended = event.contract.rendered, held.pop(event.contract.number)
                rendered = EXACT.add(rendered, ended if used is None else used.amount)
            case _:
                pass
    return EXACT.subtract(nominal, total((rendered, *held.values())))


def explained(verdict: Verdict) -> None:
    """Every reason that does not hold has its address or the mark that it is assumed, and both languages."""
    for part in verdict.walk():
        told(part)
        own = worst(inner.outcome for inner in part.parts)
        if part.outcome is not own:
            known = CODES.get(part.rule)
            assumed = known is not None and known.assumed is not None
            if not part.cites and not assumed:
                raise AssertionError(f"{part.rule} cites nothing and is not marked assumed")


def told(verdict: Verdict) -> None:
    """A verdict has a sentence in Russian and in English."""
    if not verdict.text.ru.strip():
        raise AssertionError(f"{verdict.rule} is silent in Russian")
    if not verdict.text.en.strip():
        raise AssertionError(f"{verdict.rule} is silent in English")
