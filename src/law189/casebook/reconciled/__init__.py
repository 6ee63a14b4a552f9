"""Что видно только по многим делам (reconciled): the rules of reconciliation, each asked at its steps.

A step of one case is judged beside all others: whether its number is used, whether the consumer has a live
certificate already, whether the share of the order and the limits of the act still cover it, whether a report says
what the cases say. An annulment is asked what its case holds by it and did not hold before: a rule does not matter
less because it is met on the way back. What the book does not hold is not asked.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By
from law189.casebook.reconciled import claims
from law189.casebook.reconciled.acted import acts_before, acts_covered, of_contracts
from law189.casebook.reconciled.agreeing import licence_runs, report_agrees
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claimed import claim_served, claims_before, claims_covered, claims_over
from law189.casebook.reconciled.grounded import rendered_without
from law189.casebook.reconciled.once import (
    number_of,
    one_certificate,
    one_consumer,
    one_contract,
    one_licence,
    one_provider,
    one_record,
)
from law189.casebook.reconciled.serving import could_serve
from law189.casebook.reconciled.sufficient import (
    cut_below,
    exhausted,
    of_certificate,
    of_share,
    within_limits,
)
from law189.casebook.shelf import Shelf
from law189.cases.as_given import References
from law189.cases.history import Event, History, Record, RecordAnnulled
from law189.law import Text
from law189.profile.edition import Edition
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["gives_back", "on_annulment", "reconciled"]


class Question(NamedTuple):
    """Вопрос сверки: at which steps it is asked, who judges it, and what of a case it is about.

    Without `takes` it is about its steps themselves. The first of the steps says what the others change.
    """

    steps: tuple[type[Event], ...]
    judge: Callable[[Beside], Iterator[Verdict]]
    takes: claims.Claimed | None = None

    def claimed(self, history: History[Any], of: Beside) -> claims.Claims:
        """What the case claims of the others, that this question is about."""
        if self.takes is None:
            return claims.of_steps(self.steps, history)
        return self.takes(history, of.on)


def reconciled(
    shelf: Shelf, history: History[Any], event: Event, edition: Edition, cases: Mapping[str, History[Any]]
) -> Iterator[Verdict]:
    """Every verdict on the step that only the other cases give; `cases` are those that its extracts are of."""
    asked = [one for one in ASKED.get(history.lifecycle, ()) if type(event) in one.steps]
    if asked:
        of = Beside(shelf, history, _after(history, event), event, event.on, edition, cases)
        for question in asked:
            yield from question.judge(of)


def _after(history: History[Any], event: Event) -> History[Any]:
    """The case with the step, which is not judged yet."""
    state = CYCLES[history.lifecycle].lookup[history.state, type(event)].leads(history)
    return history._replace(state=state, records=(*history.records, Record(event, state, NOT_JUDGED)))


NOT_JUDGED = Verdict("", Outcome.HOLDS, Text("", ""), {})


def on_annulment(
    shelf: Shelf,
    history: History[Any],
    after: History[Any],
    event: RecordAnnulled,
    edition: Edition,
    cases_of: Callable[[History[Any], Event, References], Mapping[str, History[Any]]],
) -> Iterator[Verdict]:
    """Every verdict on what holds again because a record is annulled; `after` is the case with the annulment.

    `cases_of` gives the cases that the extracts of a step of the case are of, by the numbers that it named.
    """
    of = Beside(shelf, history, after, None, event.on, edition, {})
    for question in ASKED.get(history.lifecycle, ()):
        if claims.more(question.claimed(history, of), question.claimed(after, of)):
            again = _holds_again(question.steps, of)
            if again is None:
                yield from question.judge(of)
                continue
            today = again.event.model_copy(update={"on": of.on})
            cases = cases_of(after, today, again.given.refers_to)
            yield from question.judge(of._replace(event=again.event, cases=cases))


def gives_back(before: History[Any], after: History[Any], on: date) -> bool:
    """Whether the case leaves more of something to the others than before, and takes no more of anything."""
    own = [one.takes for one in ASKED.get(before.lifecycle, ()) if one.takes is not None]
    pairs = [(takes(before, on), takes(after, on)) for takes in own]
    return any(claims.more(now, was) for was, now in pairs) and not any(
        claims.more(was, now) for was, now in pairs
    )


def _holds_again(steps: tuple[type[Event], ...], of: Beside) -> Record[Any] | None:
    """The record of the step that holds again: one that did not stand, else the one that all the others change."""
    before = {*claims.of_steps(steps, of.history)}
    standing = [*claims.of_steps(steps, of.after)]
    anew = [place for place in standing if place not in before]
    first = [place for place in standing if isinstance(of.after.records[place].event, steps[0])]
    found = anew or first
    return of.after.records[found[-1]] if found else None


GIVES_LESS = (contract.Amended, contract.Suspended, contract.Fulfilled, contract.Terminated)
"""The steps by which a contract may give less than before, or on fewer days."""
ASKED: Mapping[str, tuple[Question, ...]] = {
    order.lifecycle.name: (
        Question((order.Drafted,), number_of(By.ORDER), claims.of_number(order.Drafted)),
        Question((order.Amended, order.Cancelled), cut_below, claims.of_less_share),
        Question((order.ReportFormed, order.PeriodReported), report_agrees),
    ),
    selection.lifecycle.name: (
        Question((selection.Applied, selection.Changed, selection.Succeeded), one_provider),
        Question((selection.Applied, selection.Changed, selection.Succeeded), one_licence),
        Question((selection.Included, selection.Changed, selection.Succeeded), one_record, claims.of_entry),
        Question((selection.Included,), number_of(By.RECORD), claims.of_number(selection.Included)),
    ),
    agreement.lifecycle.name: (
        Question((agreement.Drafted,), number_of(By.AGREEMENT), claims.of_number(agreement.Drafted)),
        Question((agreement.Drafted, agreement.Concluded, agreement.Amended), licence_runs),
        Question((agreement.ActDrawn,), of_contracts),
        Question((agreement.ActDrawn, agreement.Claimed, agreement.ClaimPaid), could_serve),
        Question((agreement.Claimed, agreement.ClaimPaid), claim_served),
        Question((agreement.Completed, agreement.Terminated), claims_over),
    ),
    certificate.lifecycle.name: (
        Question((certificate.AppliedFor,), one_consumer),
        Question(
            (certificate.RecipientRegistered,),
            number_of(By.RECIPIENT),
            claims.of_number(certificate.RecipientRegistered),
        ),
        Question((certificate.RecipientRefused,), exhausted),
        Question((certificate.Formed,), number_of(By.CERTIFICATE), claims.of_number(certificate.Formed)),
        Question((certificate.Formed, certificate.Renewed), one_certificate, claims.of_right),
        Question((certificate.Formed, certificate.Amended), within_limits, claims.of_limits),
        Question((certificate.Formed, certificate.Amended), of_share, claims.of_share),
        Question((certificate.Contracted,), one_contract),
    ),
    contract.lifecycle.name: (
        Question((contract.Offered,), number_of(By.CONTRACT), claims.of_number(contract.Offered)),
        Question((contract.Concluded, contract.Amended), of_certificate, claims.of_certificate),
        Question((contract.Concluded, contract.Amended), licence_runs),
        Question((contract.Concluded,), acts_before),
        Question((contract.Concluded,), claims_before),
        Question((contract.Amended, contract.Fulfilled, contract.Terminated), rendered_without),
        Question(GIVES_LESS, acts_covered, claims.of_less_given),
        Question(GIVES_LESS, claims_covered, claims.of_less_given),
    ),
}
"""Which rules of many cases the steps of each lifecycle are asked."""
