"""На чём стоит соглашение (agreements): the provider in the register, the order, their services; its form.

The questions themselves are those of extracts, funding and identifiers; here stands which of them an agreement
asks, and of what.

>>> electronic(None, None, None), electronic(Handed(form=Form.PAPER), None, None)
(True, False)
"""

from collections.abc import Iterator, Sequence
from datetime import date

from law189.extracts import OrderExtract, RegisterExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.documents import Asked, Form, Handed
from law189.readings import NO_CHOICES, Chosen
from law189.rules import asking, extracts, identifiers
from law189.rules.agreements import funding
from law189.rules.cures import money
from law189.rules.deadlines.periods import Ends
from law189.rules.providers import successors
from law189.rules.step.roles import Signature
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["electronic", "evaded", "grounds", "party", "some_listed"]

AGREEMENT = Text("соглашение", "agreement")
EVADED = Rule(
    "agreements.evaded",
    Text(
        "Последний день подписания соглашения исполнителем: {last_day:…|не наступит}; день шага: {on}; проект "
        "теряет силу, когда срок истёк.",
        "The last day for the provider to sign: {last_day:…|none}; the day of the step: {on}; a draft "
        "lapses when the term is over.",
    ),
    unknown=Text(
        "Последний день подписания соглашения исполнителем неизвестен; день шага: {on}; проект теряет силу, когда "
        "срок истёк; нужно: {asks}.",
        "The last day for the provider to sign is not known; the day of the step: {on}; a draft lapses when the "
        "term is over; needed: {asks}.",
    ),
    assumed=Text(
        "Пока срок подписания идёт, исполнитель не уклонился.",
        "While the term to sign runs, the provider has not evaded signing.",
    ),
    cure=money.EVADED,
)


@asked
def evaded(ends: Ends, on: date, *cites: Citation) -> Verdict:
    """Whether the term for the provider to sign is over on the day; UNKNOWN where its last day is not known."""
    over = ends.over(on)
    asks = () if over is not None else asking.days_off(ends.missing_year) or ends.asks or (DECISION,)
    return EVADED.judge(over, *cites, lacks=asks, last_day=ends.last_day, on=on)


@asked
def grounds(
    entry: RegisterExtract | None,
    order: OrderExtract | None,
    services: Sequence[str],
    on: date,
    register: Citation,
    plan: Sequence[Citation] = (),
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether the provider is in the register and the order stands on the day, each with these services.

    `register` is where the law speaks of the register, `plan` the item of the plan that wants agreements. Whether
    the agreement reaches the year of a later order is not asked: it may be amended to run longer.
    """
    yield extracts.included(entry, on, register)
    yield extracts.ordered(order, on, *plan)
    if order is not None:
        yield extracts.of_year(order, on, *plan)
        yield from identifiers.each_among(services, order.services, identifiers.ORDER, choices)
    if entry is not None:
        yield from identifiers.each_among(services, entry.services, identifiers.REGISTER, choices)


@asked
def party(
    entry: RegisterExtract | None,
    drafted: RegisterExtract | None,
    services: Sequence[str],
    on: date,
    register: Citation,
    choices: Chosen = NO_CHOICES,
    *,
    begun: str | None = None,
) -> Iterator[Verdict]:
    """Whether the provider is in the register on the day with these services, and is the one of the draft.

    `begun` is the number of an agreement that is in force: where the record of its provider has passed to a
    successor since, it is UNKNOWN whether the agreement has.
    """
    yield extracts.included(entry, on, register)
    if entry is not None:
        if begun is not None and drafted is not None and successors.succeeds(entry, drafted.provider):
            yield successors.begun_before(AGREEMENT, begun, drafted.provider, entry)
        else:
            yield funding.of_provider(entry, drafted)
        yield from identifiers.each_among(services, entry.services, identifiers.REGISTER, choices)


SOME_LISTED = Rule(
    "agreements.some_listed",
    Text(
        "Услуги соглашения, которые стоят в перечне: {kept}; исключённые из него: {gone:нет}.",
        "The services of the agreement that are in the list: {kept}; that left it: {gone:none}.",
    ),
    unknown=Text(
        "Услуги соглашения, которые стоят в перечне: {kept}; исключённые из него: {gone}. Больше или дольше платят "
        "за услуги перечня, а суммы соглашения названы не по услугам; за какие из них прибавлено, неизвестно; "
        "заключите на услуги перечня своё соглашение или получите: {asks}.",
        "The services of the agreement that are in the list: {kept}; that left it: {gone}. More is paid, or for "
        "longer, for services of the list, and the sums of an agreement are not by service; for which of them "
        "it is is unknown; conclude an agreement of their own on the services of the list, or get: {asks}.",
    ),
    assumed=Text(
        "Соглашение, одна из услуг которого исключена из перечня, действует: по ней исполняют заключённое, по "
        "остальным ничего не изменилось. Платить больше или дольше можно за остальные; за что прибавлено, "
        "соглашение не говорит, и решает человек. Реестр спрашивают об остальных.",
        "An agreement one of whose services left the list is in force: for that one what was concluded is carried "
        "out, and for the others nothing has changed. More can be paid, or for longer, for the others; for what it "
        "is the agreement does not say, and a person decides. The register is asked for the others.",
    ),
    asks=(DECISION,),
)


@asked
def some_listed(kept: Sequence[str], gone: Sequence[str], *cites: Citation) -> Verdict:
    """Whether no service of an agreement that is to pay more has left the list; UNKNOWN where some have.

    `kept` are those in the list. Where none is, each is told of by `law189.rules.providers.eligibility.listed`.
    """
    return SOME_LISTED.judge(None if gone else True, *cites, kept=tuple(kept), gone=tuple(gone))


@asked
def electronic(document: Handed | None, asked: Asked | None, first: Signature | None) -> bool:
    """Whether it is electronic: as handed in, else as the decree asks, else unless first signed by hand."""
    if document is not None:
        return document.form is Form.ELECTRONIC
    return first is not Signature.HANDWRITTEN if asked is None else asked.rule.form is Form.ELECTRONIC
