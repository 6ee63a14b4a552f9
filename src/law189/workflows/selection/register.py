"""Запись реестра исполнителей (register): changed, passed to a successor, and closed.

The order of forming the register is the municipality's (189-ФЗ, ст. 9, ч. 16).
"""

from collections.abc import Iterator
from typing import Any, Literal

from law189.cases.given.documents import Succession
from law189.cases.given.grounds import Because, ExclusionGround, Reason
from law189.cases.given.people import ProviderTold, SuccessorTold
from law189.cases.given.volumes import ServicesNamed
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.extracts import Way
from law189.law import Text
from law189.numbers import same_inn
from law189.profile.documents import LocalAct
from law189.profile.parties import Party
from law189.rules import identifiers, providers
from law189.rules.orders import ways
from law189.rules.providers import eligibility
from law189.rules.reconciliation import once
from law189.verdict import Outcome, Verdict
from law189.workflows.selection.case import (
    SelectionEvent,
    State,
    admission,
    entry,
    grounded,
    lifecycle,
    objected,
    provider_of,
)

__all__ = ["Changed", "Excluded", "Succeeded"]

# ─── Запись реестра: изменить, передать или исключить ───────────────────────── 189-ФЗ, ст. 9, ч. 16 ────────────


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
        acts=(LocalAct.PROVIDER_REGISTER,),
    ),
)
def change(m: Moment[Changed]) -> Iterator[Verdict]:
    """О том, чего в записи не было, — как при включении; исполнитель в ней тот же.

    Услуг, которые в записи уже есть, новый акт не отбирает; об исполнителе спрашивают, если о нём сказано новое.
    """
    told = admission(m.edition)._replace(told_at="event.provider")
    was, now = provider_of(m.history), m.event.provider
    yield identifiers.same_provider(was.inn, now.inn)
    fits = identifiers.ogrn_fits(now.ogrn, now.kind).outcome is Outcome.HOLDS  # else it is told by itself
    if fits and same_inn(was.inn, now.inn) and now.contradicts(was):
        yield once.registered_alike(now.inn, now.ogrn, [f"{was.inn}, {was.ogrn} ({m.history.id})"])
    before, services = entry(m.history).services, m.event.services
    yield providers.widened(before, services, m.event.by, m.edition.readings)
    added = [one for one in services if identifiers.named(one, before, m.edition.readings) is not True]
    if added:
        yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, added, silence=m.edition.whole)
    if added or now != was:
        yield eligibility.admissible(told, now, added, m.event.on)


class Succeeded(SelectionEvent):
    """Исполнитель реорганизован: запись перешла к правопреемнику; документ о правопреемстве."""

    kind: Literal["succeeded"] = "succeeded"
    provider: SuccessorTold
    succession: Succession = None


@lifecycle.on(
    Succeeded,
    Heading(
        title=Text("запись перешла к правопреемнику", "entry passed to a successor"),
        source=State.INCLUDED,
        target=State.INCLUDED,
        basis=Assumed(
            Text(
                "О реорганизации исполнителя известные нам акты молчат; без этого шага запись осталась бы за тем, "
                "кого больше нет.",
                "The acts known here are silent on the reorganisation of a provider; without this step the entry "
                "would stay with somebody who is no more.",
            )
        ),
        by=(Party.AUTHORIZED_BODY,),
        acts=(LocalAct.PROVIDER_REGISTER,),
    ),
)
def succeed(m: Moment[Succeeded]) -> Iterator[Verdict]:
    """Правопреемник отвечает тем же условиям с теми же услугами; номер и день записи остаются."""
    before, after = entry(m.history), m.event.provider
    told = admission(m.edition)._replace(told_at="event.provider")
    yield providers.succeeded(before.provider, after, m.event.succession)
    yield eligibility.admissible(told, after, before.services, m.event.on)


class Excluded(SelectionEvent):
    """Исполнитель исключён из реестра: основание (его имя в перечне) и в чём оно состоит."""

    kind: Literal["excluded"] = "excluded"
    ground: ExclusionGround
    because: Because


def _licence_ran_out(case: Moment[Any]) -> bool:
    """Лицензия, без которой в реестр не войти, кончилась; срока на исключение никто не назвал."""
    last_day = admission(case.edition).licence_ends(provider_of(case.history), case.on)
    return last_day is not None and last_day < case.on


@lifecycle.on(
    Excluded,
    Heading(
        title=Text("исполнитель исключён из реестра", "provider excluded from the register"),
        source=State.INCLUDED,
        target=State.EXCLUDED,
        basis="189-fz/art9.part16",
        by=(Party.AUTHORIZED_BODY,),
        duty=Text(
            "исключить исполнителя, если к концу лицензии нет новой",
            "exclude the provider where there is no new licence when this one ends",
        ),
        owed=_licence_ran_out,
    ),
)
def exclude(m: Moment[Excluded]) -> Iterator[Verdict]:
    """Исключают по перечню акта; основание, которое видно по записи, запись и подтверждает."""
    yield grounded(m, "selection.exclusion_grounds")
    own = objected(m)
    if own is not None:
        yield own
