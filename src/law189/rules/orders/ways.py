"""Способы исполнения (ways of execution): which of them the municipality chose, and what a certificate needs.

A municipal task needs no choice, nor does an institution that is kept by its budget estimate, unless the decree
lists that way. Any other way is open only on the days for which the decree chose it: a certificate or a competition
(the district: п. 3, the years 2023-2024; Kemerovo's plan speaks of the register under certificates, п. 2.2 прил.
4). A certificate also needs an act that provides for it (189-ФЗ, ст. 19, ч. 2).

>>> from law189.profile.loader import load_profile
>>> district = load_profile("novokuznetsk_district")
>>> way_chosen(Way.CERTIFICATE, date(2024, 12, 31), district.latest.selection).outcome
<Outcome.HOLDS: 'holds'>
>>> way_chosen(Way.CERTIFICATE, date(2025, 1, 1), district.latest.selection).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from law189.extracts import OrderLine, Way
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.services import Selection
from law189.rules import asking
from law189.rules.acts import force
from law189.rules.cures import order
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["enabled", "enabled_for", "open_to", "used", "way_chosen"]

IN_ORDER = tuple(Way)
"""The ways as the law lists them."""

CHOSEN = Rule(
    "ways.chosen",
    Text(
        "Способ исполнения на {on}: {way}; {chosen:способ выбран или выбора не требует|способ "
        "не выбран: укажите другой или внесите в профиль акт, который его выбрал}; выбранные способы: {ways}.",
        "Way of execution: {way}; on the day: {on}; {chosen:it is chosen or needs no choice|it is not chosen: "
        "give another, or write the act that chose it in the profile}; chosen are: {ways}.",
    ),
    assumed=Text(
        "Способ, который муниципалитет на этот день не выбрал, не применяется: по нему не подают ни заявки, ни "
        "заявления и не предлагают договора. Заказ исполняют в его году, поэтому его составляют и утверждают и до "
        "первого дня способа, если этот день — в году заказа.",
        "A way that the municipality has not chosen for the day is not open to it: nobody applies under it, "
        "provider or consumer, and no contract is offered. An order is executed in its year, so it is drafted and "
        "approved before the first day of the way too, where that day is in the year of the order.",
    ),
    cure=order.CHOSEN,
)
CHOSEN_FOR = Rule(
    "ways.chosen_for",
    Text(
        "Способ исполнения услуги {service} на {on}: {way}; {chosen:способ выбран|способ для неё не выбран: "
        "укажите другой способ или внесите в профиль акт, который выбрал этот}; выбранные способы: {ways}.",
        "Way of execution of the service {service}: {way}; on the day: {on}; {chosen:it is chosen for it|it is not "
        "chosen for it: give another, or write the act that chose this one in the profile}; chosen are: {ways}.",
    ),
    assumed=CHOSEN.assumed,
)
UNLISTED = Rule(
    "ways.unlisted",
    Text("Способ исполнения: {way}.", "Way of execution: {way}."),
    unknown=Text(
        "Способ исполнения на {on}: {way}; в профиле он не указан, и что это за способ, неизвестно; укажите: "
        "{asks}.",
        "Way of execution on {on}: {way}; the profile does not list it, and which way it is nobody knows; give: "
        "{asks}.",
    ),
    assumed=Text(
        "Какие способы есть, кроме названных, решает закон и акт; здесь о них ничего не прочитано.",
        "Which ways there are besides those named is for the law and an act to say; nothing on them was read here.",
    ),
    asks=(asking.unsaid("selection", Text("способ, который назвал акт", "the way that an act named")),),
)
WAYS = Text("способ исполнения", "the way of execution")
ENABLED = Rule(
    "ways.enabled",
    Text(
        "Акт, предусматривающий оказание услуг по сертификату: {act}.",
        "The act named as providing for services under a certificate: {act}.",
    ),
    unknown=Text(
        "Не указан акт, предусматривающий оказание услуг по сертификату; укажите: {asks}.",
        "No act that provides for services under a certificate is named; give: {asks}.",
    ),
    asks=(asking.ENABLING_ACT,),
)


@asked
def used(lines: Iterable[OrderLine]) -> tuple[Way, ...]:
    """The ways that have a share of more than zero in any line, as the law lists them."""
    found = {part.way for line in lines for part in line.parts if part.amount > 0}
    return tuple([way for way in IN_ORDER if way in found])


@asked
def way_chosen(
    way: Way,
    on: date,
    selections: Collection[Selection],
    services: Collection[str] = (),
    *,
    silence: Citation | None = None,
) -> Verdict:
    """Whether the way may be used on the day: chosen for that day and each of the services, or needing no choice.

    A treasury institution needs no choice, and another way is UNKNOWN, where the decree does not list them. UNKNOWN
    too where the decree lists no way at all: it is silent, and another act may have chosen.
    Cites the choices that hold on the day, with their provisions of the law; where a service has none, every choice
    made; the act as a whole (`silence`) where it is silent. Where no service is named yet, a choice for any is one.
    """
    listed = way in [one.way for one in selections]
    if way is Way.OTHER and not listed:
        return UNLISTED.judge(None, way=way.text, on=on)
    if way is Way.MUNICIPAL_TASK or (way is Way.TREASURY_INSTITUTION and not listed):
        return CHOSEN.judge(
            True, way=way.text, on=on, chosen=True, ways=tuple(one.text for one in selections)
        )
    if not selections:
        return force.silent("selection", WAYS, *(() if silence is None else (silence,)))
    told = tuple([one.text for one in selections])
    held = [one for one in selections if one.way is way and one.in_force(on)]
    if not held:
        return CHOSEN.judge(False, *_cites(selections), way=way.text, on=on, chosen=False, ways=told)
    found = held[:0] if services else held[:1]
    for service in services:
        one = next((one for one in held if one.of(service)), None)
        if one is None:
            made = _cites(selections)
            return CHOSEN_FOR.judge(
                False, *made, service=service, way=way.text, on=on, chosen=False, ways=told
            )
        found.append(one)
    return CHOSEN.judge(True, *_cites(found), way=way.text, on=on, chosen=True, ways=told)


def _cites(selections: Iterable[Selection]) -> tuple[Citation, ...]:
    """Where each is made, and its provision of the law; each once."""
    cites = [cite for one in selections for cite in (one.cite, one.law) if cite is not None]
    return tuple(dict.fromkeys(cites))


@asked
def open_to(
    lines: Iterable[OrderLine],
    on: date,
    selections: Collection[Selection],
    *,
    until: date | None = None,
    silence: Citation | None = None,
) -> Iterator[Verdict]:
    """Whether each way that has a share in the lines and needs a choice is chosen on the day, or later by `until`.

    `until` is the last day of the order's year, None where only the day itself is asked. Services may have their
    way from days of their own. `silence` is the act as a whole, cited where it lists no way.
    """
    lines = tuple(lines)
    for way in used(lines):
        if way is not Way.MUNICIPAL_TASK:
            services = [line.service for line in lines if way in used([line])]
            begun = {one.since for one in selections if one.way is way and one.since is not None}
            later = sorted(day for day in begun if until is not None and on < day <= until)
            for day in (on, *later):
                chosen = [one for one in services if _chosen(way, day, selections, one)]
                services = [one for one in services if one not in chosen]
                if chosen:
                    yield way_chosen(way, day, selections, chosen, silence=silence)
            if services:
                yield way_chosen(way, on, selections, services, silence=silence)


def _chosen(way: Way, on: date, selections: Collection[Selection], service: str) -> bool:
    """Whether the way is chosen for that service on the day."""
    return way_chosen(way, on, selections, [service]).outcome is Outcome.HOLDS


@asked
def enabled_for(lines: Iterable[OrderLine], act: str | None, *cites: Citation) -> Iterator[Verdict]:
    """The same as `enabled`, of lines that give the certificate a share; nothing of any others."""
    if Way.CERTIFICATE in used(lines):
        yield enabled(act, *cites)


@asked
def enabled(act: str | None, *cites: Citation) -> Verdict:
    """Whether an act that provides for the certificate is named; UNKNOWN where none is."""
    return ENABLED.judge(None if act is None else True, *cites, act=act)
