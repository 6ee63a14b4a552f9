"""Потребители (consumers): whether a service is for this consumer, and what a certificate may give.

The ages, the categories and the nominal stand in the profile, each with its address. What it leaves out is not
asked; a category that the case does not tell leaves the step UNKNOWN.

>>> from law189.law import Citation
>>> cite = Citation("town-5", "p3", Text("п. 3 постановления № 5", "item 3 of decree No 5"))
>>> of_age_group(date(2010, 5, 1), date(2024, 1, 9), Consumers(age_from=5, age_to=17), cite).outcome
<Outcome.HOLDS: 'holds'>
>>> of_age_group(date(2006, 1, 9), date(2024, 1, 9), Consumers(age_from=5, age_to=17), cite).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from law189.extracts import Recipient
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import Unit, Volume
from law189.profile.parameters import Consumers, Nominal, Parameters
from law189.rules import asking
from law189.rules.cures import step
from law189.rules.step.roles import full_years
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = [
    "categories_of",
    "in_category",
    "in_season",
    "nominal_kept",
    "nominal_of",
    "of_age_group",
    "served",
    "served_still",
]

AGE = Rule(
    "consumers.age",
    Text(
        "Полных лет потребителю на {on}: {age:рождение позже шага, проверьте дату рождения}; возраст, для "
        "которого услуга, полных лет:{age_from: от …|}{age_to: до …|} включительно.",
        "Full years of the consumer on {on}: {age:the birth is after the step, check the day of birth}; the "
        "service is for the ages, in full years:{age_from: from …|}{age_to: to …|} inclusive.",
    ),
    assumed=Text(
        "Тому, для кого услуга не предназначена, её не дают: ни сертификата, ни договора, ни больше или дольше по "
        "ним. О возрасте спрашивают в день шага; уменьшить то, что уже дано, он не мешает. Год возраста "
        "прибавляется в сам день рождения, а у родившегося 29 февраля в невисокосный год — 28 февраля.",
        "Whom a service is not for is not given it: no certificate, no contract, and nothing more or longer by "
        "them. The age is asked on the day of the step; it does not keep what was given from being made less. A "
        "year of age is added on the birthday itself, and for whoever was born on 29 February on 28 February of a "
        "year that has no 29th.",
    ),
    cure=step.AGE,
)
CATEGORY = Rule(
    "consumers.category",
    Text(
        "Категория потребителя: {told:нет}; категории, которым оказывают услугу: {served:все}; исключённые "
        "категории: {excluded:нет}.",
        "Category of the consumer: {told:none}; categories served: {served:all}; categories left out: "
        "{excluded:none}.",
    ),
    unknown=Text(
        "Категория потребителя: {told:не указана}{strange:; в профиле нет: …|}; категории, которым оказывают "
        "услугу: {served:все}; исключённые категории: {excluded:нет}; укажите (пустой список, если категории "
        "нет): {asks}.",
        "Category of the consumer: {told:not told}{strange:; not in the profile: …|}; categories served: "
        "{served:all}; categories left out: {excluded:none}; give (an empty list where there is none): {asks}.",
    ),
    assumed=Text(
        "Тому, для кого услуга не предназначена, её не дают: ни сертификата, ни договора, ни больше или дольше по "
        "ним; уменьшить то, что уже дано, категория не мешает. При договоре её знают по выписке из сертификата, и "
        "где выписка о ней не говорит, о ней не спрашивают.",
        "Whom a service is not for is not given it: no certificate, no contract, and nothing more or longer by "
        "them; it does not keep what was given from being made less. With a contract the category is known by the "
        "extract of the certificate, and is not asked where the extract does not tell it.",
    ),
    cure=step.CATEGORY,
)
NOMINAL = Rule(
    "consumers.nominal",
    Text(
        "Номинал сертификата: {told}; акт устанавливает не более: {needed}.",
        "The nominal of the certificate: {told}; the act sets at most: {needed}.",
    ),
    cure=Text(
        "Уменьшите номинал или внесите в профиль акт, который его изменил.",
        "Make the nominal smaller, or write the act that changed it in the profile.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Номинал сертификата: {told}; акт устанавливает: {needed}; {differ:единицы разные, сравнить их "
        "нельзя|номинал зависит от категории потребителя, а она не указана}; нужно: {asks}.",
        "The nominal of the certificate: {told}; the act sets: {needed}; {differ:the units differ and are not "
        "compared|the nominal depends on the category of the consumer, which is not told}; needed: {asks}.",
    ),
    assumed=Text(
        "Сертификат с номиналом больше установленного действует, но порядок нарушен.",
        "A certificate of a larger nominal than is set holds, but breaks the order.",
    ),
)
SEVERAL = Text(
    "Номинал сертификата: {told}; акт устанавливает не более: {needed}; из нескольких сравнивают наибольший в "
    "единице сертификата.",
    "The nominal of the certificate: {told}; the act sets at most: {needed}; of several the largest in the unit of "
    "the certificate is compared.",
)
"""Where the act sets several nominals for the consumer."""
OTHERS = Text("для остальных", "for all others")

RECORDED_CATEGORIES = replace(asking.CATEGORIES, path="case.recipient.categories")
"""The categories as the application told them."""
SEASON = Rule(
    "consumers.season",
    Text(
        "Договор действует по {ends_on}; сроки оказания услуги: {periods:или}.",
        "The contract runs to {ends_on}; the service is rendered: {periods}.",
    ),
    cure=Text(
        "Назначьте последний день договора в пределах этих сроков.",
        "Let the contract end within those periods.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Договор, который кончается вне сроков программы, действует, но порядок нарушен.",
        "A contract that ends outside the periods of the programme holds, but breaks the order.",
    ),
)


@asked
def of_age_group(born: date, on: date, consumers: Consumers, *cites: Citation) -> Verdict:
    """Whether the consumer is of the ages served on the day, in full years, both bounds included."""
    age, first, last = full_years(born, on), consumers.age_from, consumers.age_to
    holds = age is not None and (first is None or age >= first) and (last is None or age <= last)
    return AGE.judge(holds, *cites, born=born, on=on, age=age, age_from=first, age_to=last)


@asked
def categories_of(parameters: Iterable[Parameters]) -> dict[str, Text | None]:
    """Every category of consumers that the profile names, with its words; None where only a nominal is for it."""
    found: dict[str, Text | None] = {}
    for one in parameters:
        named = [each.category for each in one.nominals] + [each.category for each in one.normatives]
        found |= {category: None for category in named if category is not None}
    for one in parameters:
        who = one.consumers
        found |= {each.id: each.title for each in (() if who is None else (*who.categories, *who.excluded))}
    return found


@asked
def in_category(
    told: Collection[str] | None, consumers: Consumers, *cites: Citation, known: Collection[str] = ()
) -> Verdict:
    """Whether the consumer is of a category served, and of none left out.

    `told` is None where nobody told the categories, and empty where there are none. UNKNOWN in the first case, and
    where the answer would turn on a category that neither `consumers` nor `known` has: nobody knows which is meant.
    """
    served, excluded = (
        {one.id: one.title for one in of} for of in (consumers.categories, consumers.excluded)
    )
    titles = {**served, **excluded}
    said = () if told is None else told
    strange = [one for one in said if one not in titles and one not in known]
    among, out = not served or any(one in served for one in said), any(one in excluded for one in said)
    open_ = told is None or (strange and not out and (excluded or not among))
    holds = None if open_ else among and not out
    return CATEGORY.judge(
        holds,
        *cites,
        lacks=(asking.CATEGORIES,),
        told=[titles.get(one, one) for one in said],
        strange=strange,
        served=list(served.values()),
        excluded=list(excluded.values()),
    )


@asked
def served(
    recipient: Recipient, parameters: Iterable[Parameters], on: date, *, known: Collection[str] = ()
) -> Iterator[Verdict]:
    """Whether the service is for the consumer: the age and the category, where the act sets them.

    `known` are the categories that the profile names anywhere.
    """
    for one in parameters:
        who = one.consumers
        if who is not None and (who.age_from, who.age_to) != (None, None):
            yield of_age_group(recipient.born, on, who, one.cite)
        if who is not None and (who.categories or who.excluded):
            yield in_category(recipient.categories, who, one.cite, known=known)


@asked
def served_still(
    recipient: Recipient, parameters: Iterable[Parameters], on: date, *, known: Collection[str] = ()
) -> Iterator[Verdict]:
    """Whether the service is for the consumer on the day of a later step, by what the certificate shows of them.

    What it does not show was asked when the certificate was given, and is not asked again.
    """
    for verdict in served(recipient, parameters, on, known=known):
        if verdict.outcome is not Outcome.UNKNOWN:
            yield verdict


@asked
def in_season(ends_on: date, parameters: Iterable[Parameters]) -> Iterator[Verdict]:
    """Whether the contract ends in a period in which the service is rendered; a BREACH where it does not."""
    for one in parameters:
        if one.periods:
            periods = [period.days for period in one.periods if period.days is not None]
            holds = any(period.in_force(ends_on) for period in one.periods)
            yield SEASON.judge(holds, one.cite, ends_on=ends_on, periods=periods)


@asked
def nominal_of(told: Collection[str], nominals: Collection[Nominal], unit: Unit) -> Nominal | None:
    """The nominal for the categories told: the largest of theirs, else that for all others; None without one.

    One in another unit than `unit` only where they have none in that.
    """
    own = [one for one in nominals if one.category in told]
    rest = [one for one in nominals if one.category is None]
    return max(own or rest, key=lambda one: (one.volume.unit is unit, one.volume.amount), default=None)


@asked
def nominal_kept(
    nominal: Volume, told: Collection[str] | None, parameters: Iterable[Parameters]
) -> Iterator[Verdict]:
    """Whether the nominal is no more than the act sets; a BREACH where it is.

    UNKNOWN where the units differ, and where the answer turns on a category that nobody told (`told` is None).
    """
    for one in parameters:
        named = dict.fromkeys(each.category for each in one.nominals if each.category is not None)
        may_be = [(), *((category,) for category in named)] if told is None else [told]
        limits = [nominal_of(said, one.nominals, nominal.unit) for said in may_be]
        shown = next((limit for limit in limits if limit is not None), None)
        if shown is not None:
            answers = {_within(nominal, limit) for limit in limits}
            needed = _all_set(one.nominals, told)
            rule = NOMINAL if len(needed) == 1 else replace(NOMINAL, text=SEVERAL)
            yield rule.judge(
                answers.pop() if len(answers) == 1 else None,
                one.cite,
                lacks=(DECISION,) if None in answers or not answers else (RECORDED_CATEGORIES,),
                told=nominal.text,
                needed=shown.volume.text if len(needed) == 1 else needed,
                differ=None in answers or not answers,
            )


def _all_set(nominals: Collection[Nominal], told: Collection[str] | None) -> tuple[Text, ...]:
    """Every nominal that may be the consumer's, with its category; those of all others where none is."""
    own = [one for one in nominals if told is None or one.category in told]
    return tuple(_with_category(one) for one in own or nominals if own or one.category is None)


def _with_category(one: Nominal) -> Text:
    volume = one.volume.text
    whose = OTHERS if one.category is None else Text(one.category, one.category)
    return Text(f"{volume.ru} ({whose.ru})", f"{volume.en} ({whose.en})")


def _within(nominal: Volume, limit: Nominal | None) -> bool | None:
    """Whether the nominal is within the limit; where there is none it is, and None where the units differ."""
    if limit is None:
        return True
    return nominal.amount <= limit.volume.amount if limit.volume.unit is nominal.unit else None
