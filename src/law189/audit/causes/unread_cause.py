"""Чего не дала непрочитанная строка (unread cause): the line that was not read and would have given what is missed.

A reason that asks for an earlier step (a claim, an act, a complaint, an end) follows from the line of that step
where the line is in the file and could not be read. `ASKS_FOR` says of each such rule of which steps the line may
be; a rule that looks at another case is asked of the lines of that case too.

>>> [one.__name__ for one in ASKS_FOR["complaints.answered"]]
['Complained']
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from law189.audit.causes.reasons import against
from law189.audit.lines.not_read import NotRead
from law189.audit.lines.numbered import Traces
from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.cases.history import Event, History
from law189.numbers import number_key
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["ASKS_FOR", "silent_because", "unread_behind", "unread_end"]

Steps = tuple[type[Event], ...]
FORMED: Steps = (
    certificate.Formed,
    certificate.Amended,
    certificate.Renewed,
    certificate.ContractChanged,
    certificate.ContractEnded,
    certificate.Resumed,
    contract.Amended,
    contract.Fulfilled,
    contract.Terminated,
)
ORDERED: Steps = (order.Approved, order.Published, order.Amended)
INCLUDED: Steps = (selection.Included, selection.Changed, selection.Succeeded)
AGREED: Steps = (agreement.Concluded, agreement.Amended)
PAID: Steps = (agreement.AdvancePaid, agreement.ClaimPaid)
ENDS: Steps = (
    agreement.Completed,
    agreement.Lapsed,
    agreement.Terminated,
    certificate.Annulled,
    certificate.Expired,
    certificate.Used,
    certificate.Withdrawn,
    contract.Declined,
    contract.Fulfilled,
    contract.Terminated,
    order.Cancelled,
    selection.Excluded,
)
ASKS_FOR: Mapping[str, Steps] = {
    "complaints.answered": (contract.Complained,),
    "payments.on_acts": (agreement.ActDrawn,),
    "payments.of_claim": (agreement.Claimed,),
    "payments.in_year": (agreement.Amended,),
    "payments.still_covered": (agreement.ActDrawn, agreement.Amended),
    "debts.claim_covered": (agreement.Amended,),
    "debts.claims_covered": (agreement.Amended, agreement.ClaimPaid),
    "debts.owing": (agreement.Claimed,),
    "debts.acted": (agreement.ActDrawn,),
    "debts.paid_off": PAID,
    "debts.advance_left": (agreement.ActDrawn, agreement.Claimed),
    "remainders.left_over": (*PAID, agreement.Amended, agreement.RemainderKept, agreement.RemainderReturned),
    "deadlines.within": (order.Published, order.Amended),
    "lifecycle.state": ENDS,
    "standing.formed": FORMED,
    "standing.ordered": ORDERED,
    "standing.order_year": ORDERED,
    "standing.included": INCLUDED,
    "standing.agreed": AGREED,
    "volumes.covered": FORMED,
    "changes.covers": FORMED,
    "changes.contract_in_term": FORMED,
    "certificates.still_valid": FORMED,
    "certificates.contract_within": FORMED,
    "contracts.within_agreement": AGREED,
    "reconciliation.of_certificate": FORMED,
    "reconciliation.extract_agrees": (*FORMED, *ORDERED, *INCLUDED, *AGREED, *ENDS),
    "reconciliation.could_serve": INCLUDED,
    "reconciliation.licence_runs": INCLUDED,
    "reconciliation.rendered_without": (*INCLUDED, *ORDERED, *AGREED, *ENDS),
    "reconciliation.rests_on": (*INCLUDED, *ORDERED, *AGREED, *ENDS),
    "reconciliation.number_once": ENDS,
    "reconciliation.record_once": ENDS,
    "reconciliation.certificates_once": ENDS,
}
"""Of which earlier steps each rule asks; an annulment that was not read may be of any of them."""
NUMBERED: Mapping[str, str] = {"payments.on_acts": "missing", "payments.of_claim": "claim"}
"""The fact that has the numbers of the documents that a rule misses; another document is not the one."""
NAMED = (By.CERTIFICATE, By.CONTRACT, By.ORDER, By.AGREEMENT, By.RECORD, By.PROVIDER)
"""By which numbers a reason names the cases that it is about."""


def unread_behind(
    traces: Sequence[Traces], shelf: Shelf, history: History[Any], event: Event, reason: Verdict, line: int
) -> int | None:
    """The earlier line that was not read and would have given what the reason against the step misses."""
    steps = ASKS_FOR.get(reason.rule)
    if steps is None or not any(one.any_unread for one in traces):
        return None
    own = (history.id, *_contracts(shelf, history))
    cases = dict.fromkeys((*own, *_about(shelf, event, reason)))
    lines = (told for case in cases for one in traces for told in one.unread_of(case) if told.line < line)
    return min((told.line for told in lines if _gives(told, steps, reason)), default=None)


def unread_end(traces: Sequence[Traces], history: History[Any]) -> int | None:
    """The line that was not read and may have ended the case; None where there is none."""
    lines = (told for one in traces for told in one.unread_of(history.id))
    return min((told.line for told in lines if told.event is None or told.event in ENDS), default=None)


def silent_because(
    traces: Sequence[Traces], shelf: Shelf, verdict: Verdict, reason: Verdict, line: int
) -> int | None:
    """The line that was not read, so that the case of an extract handed in does not say what it shows.

    `verdict` is the whole one on the step at the line, and `reason` one of those against it.
    """
    if reason.rule != AGREES and not reason.rule.startswith(STANDING):
        return None
    for told in against(verdict):
        if told.rule != AGREES or told.facts["held"] is not None:
            continue
        case = shelf.case(str(told.facts["case"]))
        if case is None or told.facts["number"] != reason.facts.get("number"):
            continue
        lines = (one.broken_by(case, line) for one in traces)
        if (found := next((one for one in lines if one is not None), None)) is not None:
            return found
    return None


AGREES, STANDING = "reconciliation.extract_agrees", "standing."
"""The rule that tells what an extract shows and its case does not, and the rules that ask what stands."""


def _gives(told: NotRead, steps: Steps, reason: Verdict) -> bool:
    """Whether the line may have given what the reason misses."""
    if told.event is not None and told.event not in steps:
        return False
    named = NUMBERED.get(reason.rule)
    if named is None or told.number is None:
        return True
    return told.number in {number_key(one) for one in _words(reason.facts.get(named))}


def _about(shelf: Shelf, event: Event, reason: Verdict) -> Iterator[str]:
    """The ids of the other cases that the reason looks at, and of the contracts of each certificate among them."""
    words = [*_words(tuple(reason.facts.values()))]
    shown = (getattr(event, name, None) for name in type(event).model_fields)
    words += [
        told for one in shown for name in ("number", "record") for told in _words(getattr(one, name, None))
    ]
    for word in dict.fromkeys(words):
        if shelf.case(word) is not None:
            yield word
        for by in NAMED:
            for found in shelf.found(number(by, word)):
                yield found
                if by is By.CERTIFICATE:
                    yield from _contracts(shelf, shelf.case(found))


def _contracts(shelf: Shelf, case: History[Any] | None) -> Iterator[str]:
    """The cases of the contracts that the certificate tells of."""
    if case is None or case.lifecycle != certificate.lifecycle.name:
        return
    told = (getattr(record.event, "contract", None) for record in case.records)
    for one in dict.fromkeys(one.number for one in told if one is not None):
        yield from shelf.found(number(By.CONTRACT, one))


def _words(fact: object) -> Iterable[str]:
    """The texts that a fact holds."""
    if isinstance(fact, str):
        yield fact
    elif isinstance(fact, tuple):
        for one in fact:
            yield from _words(one)
