"""Запись реестра исполнителей (register): changed, and closed.

The order of forming the register is the municipality's (189-ФЗ, ст. 9, ч. 16).
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.grounds import Because, ExclusionGround, Reason
from law189.cases.given.people import ProviderTold
from law189.cases.given.volumes import ServicesNamed
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.profile.parties import Party
from law189.rules import eligibility, identifiers
from law189.verdict import Verdict
from law189.workflows.selection.case import (
    SelectionEvent,
    State,
    admission,
    grounded,
    lifecycle,
    objected,
    provider_of,
)

__all__ = ["Changed", "Excluded"]

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
    told = admission(m.edition)._replace(told_at="event.provider")
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
    yield grounded(m, "selection.exclusion_grounds")
    own = objected(m)
    if own is not None:
        yield own
