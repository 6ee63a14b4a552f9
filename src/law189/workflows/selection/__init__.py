"""Отбор исполнителей (selection of providers): the register of providers under certificates.

One history is one application of one provider. Of the law's ways of selection the district chose that of
189-ФЗ, ст. 9, ч. 2, п. 1 (its п. 3); that it is the way by certificate shows in the rest of its decree. The order
of forming the register is the municipality's (ч. 16); the plans put the register on application and on a
licence (Kemerovo: п. 5.1 прил. 4; the district: п. 5.1 прил. 2). What is wrong with an applicant does not void
the application: it makes inclusion void and refusal right. A reorganised provider's entry passes to the successor.

>>> from law189.extracts import Licence, Provider
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
from typing import Any

from law189.cases.history import History
from law189.cases.lifecycle import Moment
from law189.errors import NothingYet
from law189.extracts import RegisterExtract, Way
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.rules.orders import ways
from law189.verdict import Verdict
from law189.workflows.selection.application import ApplicationRefused, Applied, Included, Withdrawn
from law189.workflows.selection.case import (
    SelectionEvent,
    State,
    before,
    entry,
    lifecycle,
    provider_of,
    services_of,
)
from law189.workflows.selection.register import Changed, Excluded, Succeeded

__all__ = [
    "ApplicationRefused",
    "Applied",
    "Changed",
    "Excluded",
    "Included",
    "SelectionEvent",
    "State",
    "Succeeded",
    "Withdrawn",
    "extract",
    "lifecycle",
    "provider_of",
    "services_of",
]


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Applied, Included, Succeeded)
def way_chosen(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран: без него реестра исполнителей по сертификату нет."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services, silence=m.edition.whole)


# ─── Что показывают другим делам ─────────────────────────────────────────────────────────────────────────


@asked
def extract(history: History[SelectionEvent], as_of: date) -> RegisterExtract:
    """Выписка из реестра: the entry as it stood on the day `as_of`, its services the latest by that day.

    Raises `NothingYet` where the provider was not included by that day.
    """
    must_be(as_of, date)
    included = next(
        (event for event in must_be(history, History).events(Included) if event.on <= as_of), None
    )
    if included is None:
        raise NothingYet(
            f"{history.lifecycle} {history.id}: not in the register by {as_of.isoformat()} (state: "
            f"{history.state}); an extract is taken from the day of inclusion on"
        )
    excluded = next((one for one in history.events(Excluded) if included.on <= one.on <= as_of), None)
    latest = entry(history, as_of)
    return RegisterExtract(
        as_of=as_of,
        provider=latest.provider.inn,
        record=included.record,
        services=latest.services,
        included_on=included.on,
        excluded_on=None if excluded is None else excluded.on,
        before=before(history, as_of),
    )
