"""Заявка исполнителя (application): handed in, decided, withdrawn.

What is wrong with an applicant does not void the application: it makes inclusion void and refusal right.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from law189.cases.given.documents import Document
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import ApplicationRefusal, Because
from law189.cases.given.numbers import RegisterRecord
from law189.cases.given.people import ProviderTold
from law189.cases.given.volumes import ServicesNamed
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment, Within
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules.providers import eligibility
from law189.verdict import Verdict
from law189.workflows.selection.case import (
    SelectionEvent,
    State,
    admission,
    entry,
    grounded,
    lifecycle,
    objected,
)

__all__ = ["ApplicationRefused", "Applied", "Included", "Withdrawn"]

# ─── Заявка ──────────────────────────────────────────────────────── 189-ФЗ, ст. 9, ч. 2, п. 1 ───────────


class Applied(SelectionEvent):
    """Исполнитель подал заявку: кто он и какие услуги будет оказывать (уникальные номера)."""

    kind: Literal["applied"] = "applied"
    provider: ProviderTold
    services: ServicesNamed
    document: Document = None


def _begun(case: Moment[Any]) -> Verdict | None:
    item = case.edition.milestone(Milestone.SELECTION)
    if item is None or case.edition.absent(item.cite):
        return None
    return eligibility.begun(case.on, item.term, item.cite)


@lifecycle.on(
    Applied,
    Heading(
        title=Text("заявка подана", "application handed in"),
        source=State.EXPECTED,
        target=State.APPLIED,
        basis="189-fz/art9.part2.item1",
        by=(Party.PROVIDER,),
        document=DocumentKind.PROVIDER_APPLICATION,
        acts=(LocalAct.PROVIDER_REGISTER,),
        given=(_begun,),
    ),
)
def apply(_: Moment[Applied]) -> Iterator[Verdict]:
    """Недостатки заявителя заявку не обесценивают: о них скажет решение."""
    yield from ()


# ─── Решение: включить или отказать ──────────────────────────────────── 189-ФЗ, ст. 9, ч. 16 ────────────


class Included(SelectionEvent):
    """Исполнитель включён в реестр под номером записи `record`."""

    kind: Literal["included"] = "included"
    record: RegisterRecord
    event_on: EventDays = NO_DAYS


def _applied_on(history: History[SelectionEvent]) -> date:
    return history.the(Applied).on


DECISION = Within(
    "selection.decision_term", since=_applied_on, counted=Text("со дня заявки", "from the application")
)


def _admissible(case: Moment[Any]) -> Verdict:
    latest = entry(case.history)
    return eligibility.admissible(admission(case.edition), latest.provider, latest.services, case.on)


@lifecycle.on(
    Included,
    Heading(
        title=Text("исполнитель включён в реестр", "provider included in the register"),
        source=State.APPLIED,
        target=State.INCLUDED,
        basis="189-fz/art9.part16",
        by=(Party.AUTHORIZED_BODY,),
        acts=(LocalAct.PROVIDER_REGISTER,),
        within=DECISION,
        given=(_admissible,),
        duty=Text("принять решение по заявке исполнителя", "decide on the provider's application"),
        instead=("application_refused",),
    ),
)
def include(_: Moment[Included]) -> Iterator[Verdict]:
    """Всё, что нужно для включения, известно из заявки: лицензия, школа, услуги, номера."""
    yield from ()


class ApplicationRefused(SelectionEvent):
    """Во включении отказано: основание (его имя в перечне) и в чём оно состоит."""

    kind: Literal["application_refused"] = "application_refused"
    ground: ApplicationRefusal
    because: Because
    event_on: EventDays = NO_DAYS


@lifecycle.on(
    ApplicationRefused,
    Heading(
        title=Text("во включении отказано", "inclusion refused"),
        source=State.APPLIED,
        target=State.REFUSED,
        basis="189-fz/art9.part16",
        by=(Party.AUTHORIZED_BODY,),
        within=DECISION,
    ),
)
def refuse(m: Moment[ApplicationRefused]) -> Iterator[Verdict]:
    """Отказывают по основанию из самого постановления, если заявка его подтверждает, или из перечня акта.

    О номерах постановления молчат: основание «wrong-identifiers» должно быть и в перечне.
    """
    own = objected(m)
    if own is None or m.event.ground == eligibility.Objection.WRONG_IDENTIFIERS:
        yield grounded(m, "selection.refusal_grounds")
    if own is not None:
        yield own


class Withdrawn(SelectionEvent):
    """Исполнитель отозвал заявку."""

    kind: Literal["withdrawn"] = "withdrawn"


@lifecycle.on(
    Withdrawn,
    Heading(
        title=Text("заявка отозвана", "application withdrawn"),
        source=State.APPLIED,
        target=State.WITHDRAWN,
        basis=Assumed(
            Text(
                "Об отзыве известные нам акты молчат; никто не обязан оставаться заявителем.",
                "The acts known here are silent on withdrawing; nobody must remain an applicant.",
            )
        ),
        by=(Party.PROVIDER,),
    ),
)
def withdraw(_: Moment[Withdrawn]) -> Iterator[Verdict]:
    """Отозвать заявку можно, пока по ней нет решения."""
    yield from ()
