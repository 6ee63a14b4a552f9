"""Верные шаги отбора исполнителей (right steps of a selection of providers).

>>> from law189.testing.cases import RIGHT
>>> next(iter(RIGHT["selection"]))
'applied'
>>> RIGHT["selection"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.extracts import Licence, Provider, ProviderKind
from law189.profile.documents import DocumentKind
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import providers
from law189.rules.providers import eligibility
from law189.testing.cases import INN, OGRN, body_of, entries_of, handed_for, right, service_of
from law189.verdict import Outcome
from law189.workflows import selection


def _provider(licence: Licence | None) -> Provider:
    return Provider(kind=ProviderKind.LEGAL_ENTITY, inn=INN, ogrn=OGRN, licence=licence)


SUCCESSOR = ("4205000016", "1234200000011")
"""INN and OGRN of another legal entity."""
LICENCE = Licence(number="17", issued_on=date(2020, 2, 3))


@right("selection", "applied")
def _applied(case: Moment[None], draw: DrawFn) -> Event:
    """Not before the selection begins; an applicant without a licence may apply too, and will be refused."""
    item = case.edition.milestone(Milestone.SELECTION)
    first = None if item is None else eligibility.begun(case.on, item.term).facts["first"]
    on = max(case.on, first) if isinstance(first, date) else case.on
    return selection.Applied(
        on=on,
        by=Party.PROVIDER,
        provider=_provider(draw(st.sampled_from((LICENCE, LICENCE, None)))),
        services=(service_of(case),),
        document=handed_for(DocumentKind.PROVIDER_APPLICATION, replace(case, on=on)),
    )


@right("selection", "included")
def _included(case: Moment[None], _: DrawFn) -> Event:
    return selection.Included(on=case.on, by=body_of(case), record="12")


@right("selection", "application_refused")
def _application_refused(case: Moment[None], draw: DrawFn) -> Event:
    """On the decree's own ground where the application bears it out, else on one from the act's list."""
    listed = entries_of("selection.refusal_grounds", case)
    grounds = [one for one in listed if one not in set(eligibility.Objection)] or ["incomplete-application"]
    unlicensed = selection.provider_of(case.history).licence is None
    ground = eligibility.Objection.NO_LICENCE if unlicensed else draw(st.sampled_from(grounds))
    return selection.ApplicationRefused(on=case.on, by=body_of(case), ground=ground, because="из заявки")


@right("selection", "withdrawn")
def _withdrawn(case: Moment[None], _: DrawFn) -> Event:
    return selection.Withdrawn(on=case.on, by=Party.PROVIDER)


@right("selection", "changed")
def _changed(case: Moment[None], draw: DrawFn) -> Event:
    """A provider may take services away; what it did not have the body adds."""
    services = tuple(service.number for service in case.edition.services) or (service_of(case),)
    now = services[: draw(st.integers(1, len(services)))]
    wider = providers.widened(case.services, now, Party.PROVIDER).outcome is not Outcome.HOLDS
    return selection.Changed(
        on=case.on,
        by=body_of(case) if wider else draw(st.sampled_from((Party.PROVIDER.value, body_of(case)))),
        provider=selection.provider_of(case.history).model_copy(update={"licence": LICENCE}),
        services=now,
        reason="новая лицензия",
    )


@right("selection", "succeeded")
def _succeeded(case: Moment[None], draw: DrawFn) -> Event:
    """To a legal entity with numbers of its own; each successor may be succeeded in its turn."""
    before = selection.provider_of(case.history)
    inn, ogrn = (SUCCESSOR, (INN, OGRN))[before.inn != INN]
    return selection.Succeeded(
        on=case.on,
        by=body_of(case),
        provider=Provider(kind=ProviderKind.LEGAL_ENTITY, inn=inn, ogrn=ogrn, licence=LICENCE),
        succession=draw(st.sampled_from(("передаточный акт", "запись ЕГРЮЛ от 01.03.2024"))),
    )


@right("selection", "excluded")
def _excluded(case: Moment[None], draw: DrawFn) -> Event:
    grounds = entries_of("selection.exclusion_grounds", case) or ("own-request",)
    ground = draw(st.sampled_from(grounds))
    return selection.Excluded(on=case.on, by=body_of(case), ground=ground, because="заявление")
