"""Отбор исполнителей (selection of providers): the register of providers under certificates.

One history is one application of one provider. Of the law's ways of selection the district chose that of
189-ФЗ, ст. 9, ч. 2, п. 1 (its п. 3); that it is the way by certificate shows in the rest of its decree. The order
of forming the register is the municipality's (ч. 16); the plans put the register on application and on a
licence (Kemerovo: п. 5.1 прил. 4; the district: п. 5.1 прил. 2). What is wrong with an applicant does not void
the application: it makes inclusion void and refusal right.

>>> from law189.extracts import Licence
>>> from law189.cases.history import Decision
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> school = Provider(kind="legal-entity", inn="4205000009", ogrn="1024200000000",
...                   licence=Licence(number="17", issued_on="2020-02-03"))
>>> applied = Applied(on="2023-10-02", by="provider", provider=school, services=("804200О.99.0.ББ52АЖ48000",))
>>> lifecycle.judge(lifecycle.begin("17"), applied, kemerovo).outcome  # the act is not adopted yet
<Outcome.UNKNOWN: 'unknown'>
>>> decision = Decision(by="head of department", on="2023-10-02", reason="приняли до акта о реестре")
>>> history = lifecycle.advance(lifecycle.begin("17"), applied, kemerovo, decision=decision)
>>> lifecycle.judge(history, Withdrawn(on="2023-10-03", by="provider"), kemerovo).outcome
<Outcome.HOLDS: 'holds'>
>>> refused = ApplicationRefused(on="2023-10-03", by="education", ground="no-licence", because="нет лицензии")
>>> lifecycle.judge(history, refused, kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from law189.cases.acts import value_unset
from law189.cases.given.documents import Document
from law189.cases.given.grounds import ApplicationRefusal, Because, ExclusionGround, Reason
from law189.cases.given.numbers import RegisterRecord
from law189.cases.given.people import ProviderTold
from law189.cases.given.volumes import ServicesNamed
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment, Within
from law189.extracts import Provider, RegisterExtract, Services, Way
from law189.kinds import must_be
from law189.law import Text, Vocabulary
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import adoption, eligibility, identifiers, ways
from law189.verdict import Verdict

__all__ = [
    "ApplicationRefused",
    "Applied",
    "Changed",
    "Excluded",
    "Included",
    "SelectionEvent",
    "Withdrawn",
    "extract",
    "lifecycle",
    "provider_of",
    "services_of",
]


class State(Vocabulary):
    """Состояние заявки исполнителя."""

    EXPECTED = "expected", "заявки ещё нет", "no application yet"
    APPLIED = "applied", "заявка подана", "application handed in"
    INCLUDED = "included", "исполнитель в реестре", "provider in the register"
    REFUSED = "refused", "во включении отказано", "inclusion refused"
    EXCLUDED = "excluded", "исполнитель исключён", "provider excluded"
    WITHDRAWN = "withdrawn", "заявка отозвана", "application withdrawn"


class SelectionEvent(Event):
    """Событие отбора исполнителя: what every step of the selection of a provider is."""


lifecycle: Lifecycle[SelectionEvent] = Lifecycle(
    "selection", Text("отбор исполнителей", "selection of providers"), State, State.EXPECTED
)

# ─── Заявка ──────────────────────────────────────────────────────── 189-ФЗ, ст. 9, ч. 2, п. 1 ───────────


class Applied(SelectionEvent):
    """Исполнитель подал заявку: кто он и какие услуги будет оказывать (уникальные номера)."""

    kind: Literal["applied"] = "applied"
    provider: ProviderTold
    services: ServicesNamed
    document: Document = None


def _begun(case: Moment[Any]) -> Verdict | None:
    item = case.edition.milestone(Milestone.SELECTION)
    return None if item is None else eligibility.begun(case.on, item.term, item.cite)


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


def _applied_on(history: History[SelectionEvent]) -> date:
    return history.the(Applied).on


DECISION = Within("selection.decision_term", since=_applied_on)


def _admission(edition: Edition) -> eligibility.Admission:
    """What the decree asks of a provider on that day; what is lacking is a fact of an earlier step."""
    return eligibility.Admission(
        edition.excluded_providers,
        edition.numbers,
        (edition.basis("direction"),),
        None if edition.licence is None else edition.licence.basis,
        edition.readings,
        "case.provider",
    )


def _admissible(case: Moment[Any]) -> Verdict:
    latest = _latest(case.history)
    return eligibility.admissible(_admission(case.edition), latest.provider, latest.services, case.on)


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
    own = _objected(m)
    if own is None or m.event.ground == eligibility.Objection.WRONG_IDENTIFIERS:
        yield _grounded(m, "selection.refusal_grounds")
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


# ─── Запись реестра: изменить или исключить ──────────────────────────── 189-ФЗ, ст. 9, ч. 16 ────────────


class Changed(SelectionEvent):
    """Запись реестра изменена: исполнитель и услуги, какими они стали, и почему."""

    kind: Literal["changed"] = "changed"
    provider: ProviderTold
    services: ServicesNamed
    reason: Reason


@lifecycle.on(
    Changed,
    Heading(
        title=Text("запись реестра изменена", "register entry changed"),
        source=State.INCLUDED,
        target=State.INCLUDED,
        basis=Assumed(
            Text(
                "Порядок реестра, который это описывает, принимает муниципалитет; для этой библиотеки он "
                "не прочитан.",
                "The order of the register, which describes this, is the municipality's; none was read for "
                "this library.",
            )
        ),
        by=(Party.PROVIDER, Party.AUTHORIZED_BODY),
    ),
)
def change(m: Moment[Changed]) -> Iterator[Verdict]:
    """Изменённая запись отвечает тем же условиям, что и новая; исполнитель в ней тот же."""
    told = _admission(m.edition)._replace(told_at="event.provider")
    yield identifiers.same_provider(provider_of(m.history).inn, m.event.provider.inn)
    yield eligibility.admissible(told, m.event.provider, m.event.services, m.event.on)


class Excluded(SelectionEvent):
    """Исполнитель исключён из реестра: основание (его имя в перечне) и в чём оно состоит."""

    kind: Literal["excluded"] = "excluded"
    ground: ExclusionGround
    because: Because


@lifecycle.on(
    Excluded,
    Heading(
        title=Text("исполнитель исключён из реестра", "provider excluded from the register"),
        source=State.INCLUDED,
        target=State.EXCLUDED,
        basis="189-fz/art9.part16",
        by=(Party.AUTHORIZED_BODY,),
    ),
)
def exclude(m: Moment[Excluded]) -> Iterator[Verdict]:
    """Исключают по перечню акта; основание, которое видно по записи, запись и подтверждает."""
    yield _grounded(m, "selection.exclusion_grounds")
    own = _objected(m)
    if own is not None:
        yield own


def _objected(m: Moment[ApplicationRefused] | Moment[Excluded]) -> Verdict | None:
    """Whether a ground that follows from the decree itself is borne out; None for any other ground."""
    if m.event.ground not in set(eligibility.Objection):
        return None
    latest = _latest(m.history)
    return eligibility.objected(
        eligibility.Objection(m.event.ground),
        m.event.because,
        _admission(m.edition),
        latest.provider,
        latest.services,
        m.event.on,
    )


def _grounded(m: Moment[ApplicationRefused] | Moment[Excluded], slot_id: str) -> Verdict:
    """Whether the ground is in the list that the municipality's act sets."""
    edition = m.edition
    fill = edition.fill_on(slot_id, m.event.on)
    if fill is None:
        return value_unset(slot_id, edition)
    return adoption.grounded(m.event.ground, m.event.because, edition.federal.slot(slot_id), fill)


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Applied, Included, Changed)
def way_chosen(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран: без него реестра исполнителей по сертификату нет."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services)


# ─── Что показывают другим делам ─────────────────────────────────────────────────────────────────────────


def _latest(history: History[SelectionEvent], by: date = date.max) -> Applied | Changed:
    """The latest application or change by that day."""
    for record in reversed(history.standing):
        if isinstance(record.event, Applied | Changed) and record.event.on <= by:
            return record.event
    raise LookupError(f"{history.lifecycle} {history.id}: nobody has applied yet (state: {history.state})")


def provider_of(history: History[SelectionEvent]) -> Provider:
    """The provider as last applied for or changed. Raises LookupError where nobody has applied."""
    return _latest(history).provider


def services_of(history: History[SelectionEvent]) -> Services:
    """The services as last applied for or changed. Raises LookupError where nobody has applied."""
    return _latest(history).services


def extract(history: History[SelectionEvent], as_of: date) -> RegisterExtract:
    """Выписка из реестра: the entry as it stood on the day `as_of`, its services the latest by that day.

    Raises LookupError where the provider was not included by that day.
    """
    must_be(as_of, date)
    included = next(
        (event for event in must_be(history, History).events(Included) if event.on <= as_of), None
    )
    if included is None:
        raise LookupError(
            f"{history.lifecycle} {history.id}: not in the register by {as_of.isoformat()} (state: "
            f"{history.state}); an extract is taken from the day of inclusion on"
        )
    excluded = next((event for event in history.events(Excluded) if event.on <= as_of), None)
    latest = _latest(history, as_of)
    return RegisterExtract(
        as_of=as_of,
        provider=latest.provider.inn,
        record=included.record,
        services=latest.services,
        included_on=included.on,
        excluded_on=None if excluded is None else excluded.on,
    )
