"""Законы одного дела (laws of one case): what must hold of every history, whatever was recorded.

Each raises AssertionError with what differs. They work it out afresh and ask no more of the library than that.

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
from law189.rules import RULES
from law189.verdict import Rule, Verdict, worst
from law189.workflows import certificate

__all__ = [
    "adds_up",
    "balance",
    "explained",
    "has_grown",
    "is_fold_of_what_stands",
    "is_last",
    "read_back",
    "standing",
]

CODES: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
"""Every rule of the library by its code."""


def has_grown(old: History[Any], new: History[Any], last: Record[Any]) -> None:
    """A history only grows: the old records stay what they are, and the step is added as it was judged."""
    assert len(new.records) == len(old.records) + 1, "a step is one record"
    assert all(one is other for one, other in zip(old.records, new.records, strict=False)), (
        "an old record is another now"
    )
    assert new.records[-1] == last, f"recorded is {new.records[-1]!r}, not {last!r}"


def is_fold_of_what_stands(lifecycle: Lifecycle[Any], history: History[Any]) -> None:
    """The state is the fold of the standing records over the look-up, and the last record names it.

    A step that leaves the case in its state while something else holds it there is asked on the records before it.
    """
    state = str(lifecycle.initial.value)
    before: tuple[Record[Any], ...] = ()
    for record in standing(history):
        clause = lifecycle.lookup.get((state, type(record.event)))
        assert clause is not None, f"{record.event!r} stands, and does not lead from {state}"
        state = clause.leads(History(history.lifecycle, history.id, state, before))
        before = (*before, record)
    assert history.state == state, f"the records lead to {state}, the state is {history.state}"
    assert [*map(id, history.standing)] == [*map(id, standing(history))], "others stand"


def read_back(lifecycle: Lifecycle[Any], history: History[Any]) -> History[Any]:
    """The history as it comes back from JSON, which says the same."""
    said = lifecycle.dump(history)
    saved = lifecycle.load(json.loads(json.dumps(said, ensure_ascii=False)))
    facts, read = ([record.event for record in one.records] for one in (history, saved))
    assert lifecycle.dump(saved) == said, "what was read says something else than was written"
    assert facts == read, "other events were read than were written"
    assert (saved.state, saved.annulled) == (history.state, history.annulled), (
        "another state was read than was written"
    )
    return saved


def adds_up(history: History[Any]) -> None:
    """The balance of a certificate is its nominal less what was rendered and what is held, never below zero."""
    events = [record.event for record in standing(history)]
    formed = [event for event in events if isinstance(event, certificate.Formed)]
    if formed:
        nominal, left = formed[-1].nominal, balance(events)
        assert 0 <= left <= nominal.amount, f"the balance is {left} of {nominal.amount}"
        assert certificate.balance(history).amount == left, "the balance does not add up"
        assert certificate.balance(history).unit is nominal.unit, "the balance has another unit"


def standing(history: History[Any]) -> list[Record[Any]]:
    """The records that count, worked out afresh from the last one to the first."""
    annulled: set[int] = set()
    found = []
    for number in range(len(history.records), 0, -1):
        record = history.records[number - 1]
        if number in annulled:
            continue
        if isinstance(record.event, RecordAnnulled):
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


def balance(events: Iterable[Event]) -> Decimal:
    """Nominal less rendered less held, worked out afresh.

    Contracts on several services are held at once, each by its number. One that an office let end with its volume
    unknown has used up all that it held.
    """
    nominal = rendered = Decimal(0)
    held: dict[str, Decimal] = {}
    for event in events:
        match event:
            case certificate.Formed():
                nominal = event.nominal.amount
            case certificate.Contracted():
                held[event.contract.number] = event.contract.volume.amount
            case certificate.ContractEnded() | certificate.Used():
                used, ended = event.contract.rendered, held.pop(event.contract.number)
                rendered += ended if used is None else used.amount
            case _:
                pass
    return nominal - rendered - sum(held.values())


def explained(verdict: Verdict) -> None:
    """Every reason that does not hold has its address or the mark that it is assumed, and both languages."""
    for part in verdict.walk():
        assert part.text.ru.strip(), f"{part.rule} is silent in Russian"
        assert part.text.en.strip(), f"{part.rule} is silent in English"
        own = worst(inner.outcome for inner in part.parts)
        if part.outcome is not own:
            known = CODES.get(part.rule)
            assumed = known is not None and known.assumed is not None
            assert part.cites or assumed, f"{part.rule} cites nothing and is not marked assumed"
