"""Жалоба потребителя (complaints): to the authorised body, on what was not rendered or rendered improperly.

The law names it among the rights of consumers (189-ФЗ, ст. 3, п. 5). The number of the article is inferred: the
list stands right before article 4. How long the body may take to answer is set by no act that is known here.

>>> [lifecycle.clause(kind).basis for kind in ("complained", "answered")]
['189-fz/art3.item5', '189-fz/art3.item5']
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Answer, Because, ComplaintMatter
from law189.cases.history import History
from law189.cases.lifecycle import Heading, Moment, Owing, Within
from law189.law import Text
from law189.law.text import in_russian
from law189.profile.parties import CONSUMERS, Party
from law189.rules.contracts import complaints
from law189.verdict import Verdict
from law189.workflows.contract.offer import of_age_recorded
from law189.workflows.contract.table import (
    ContractEvent,
    State,
    lifecycle,
)

__all__ = ["Answered", "Complained", "unanswered_since"]

BASIS = "189-fz/art3.item5"


class Complained(ContractEvent):
    """Потребитель пожаловался в уполномоченный орган: на что и чем подтверждает."""

    kind: Literal["complained"] = "complained"
    matter: ComplaintMatter
    because: Because


COMPLAINED = Heading(
    title=Text("жалоба в уполномоченный орган", "complaint to the authorised body"),
    source=State.CONCLUDED,
    target=State.CONCLUDED,
    basis=BASIS,
    by=CONSUMERS,
    in_person=of_age_recorded,
)


@lifecycle.on(Complained, replace(COMPLAINED, source=State.TERMINATED, target=State.TERMINATED))
@lifecycle.on(Complained, replace(COMPLAINED, source=State.FULFILLED, target=State.FULFILLED))
@lifecycle.on(Complained, replace(COMPLAINED, source=State.SUSPENDED, target=State.SUSPENDED))
@lifecycle.on(Complained, COMPLAINED)
def complain(_: Moment[Complained]) -> Iterator[Verdict]:
    """Жалуются и по идущему договору, и по законченному; потребитель сам — с возраста."""
    yield from ()


class Answered(ContractEvent):
    """Уполномоченный орган ответил на самую раннюю жалобу без ответа; что он решил."""

    kind: Literal["answered"] = "answered"
    answer: Answer
    event_on: EventDays = NO_DAYS


def _waiting(history: History[Any]) -> list[Complained]:
    """The complaints without an answer; answers come in turn."""
    made, answers = list(history.events(Complained)), list(history.events(Answered))
    return made[len(answers) :]


def unanswered_since(history: History[Any]) -> date | None:
    """The day of the earliest complaint without an answer; None where there is none."""
    waiting = _waiting(history)
    return waiting[0].on if waiting else None


def _unanswered(case: Moment[Any]) -> tuple[Owing, ...]:
    """Each complaint without an answer, with its day."""
    return tuple(
        Owing(Text(f"от {in_russian(one.on)}", f"of {one.on.isoformat()}"), one.on)
        for one in _waiting(case.history)
    )


def _to_answer(case: Moment[Any]) -> Verdict:
    return complaints.answered(unanswered_since(case.history), case.on, case.edition.cite(BASIS))


ANSWERED = Heading(
    title=Text("ответ на жалобу", "complaint answered"),
    source=State.CONCLUDED,
    target=State.CONCLUDED,
    basis=BASIS,
    by=(Party.AUTHORIZED_BODY,),
    within=Within(
        "contract.complaint_term", since=unanswered_since, counted=Text("со дня жалобы", "from the complaint")
    ),
    given=(_to_answer,),
    duty=Text("ответить на жалобу потребителя", "answer the consumer's complaint"),
    owing=_unanswered,
)


@lifecycle.on(Answered, replace(ANSWERED, source=State.TERMINATED, target=State.TERMINATED))
@lifecycle.on(Answered, replace(ANSWERED, source=State.FULFILLED, target=State.FULFILLED))
@lifecycle.on(Answered, replace(ANSWERED, source=State.SUSPENDED, target=State.SUSPENDED))
@lifecycle.on(Answered, ANSWERED)
def answer(_: Moment[Answered]) -> Iterator[Verdict]:
    """На каждую жалобу отвечают отдельно, начиная с самой ранней."""
    yield from ()
