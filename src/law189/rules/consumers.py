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
from datetime import date

from law189.extracts import Recipient
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import Volume
from law189.profile.parameters import Consumers, Nominal, Parameters
from law189.rules import asking
from law189.rules.cures import step
from law189.rules.roles import full_years
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = ["in_category", "in_season", "nominal_kept", "nominal_of", "of_age_group", "served"]

AGE = Rule(
    "consumers.age",
    Text(
        "Полных лет потребителю на {on}: {age:рождение позже шага, проверьте дату рождения}; услугу "
        "оказывают в возрасте"
        "{age_from: с …|}{age_to: по …|} лет.",
        "Full years of the consumer on {on}: {age:the birth is after the step, check the day of birth}; the "
        "service is rendered{age_from: from …|}{age_to: to …|}.",
    ),
    assumed=Text(
        "Тому, для кого услуга не предназначена, сертификат на неё не дают.",
        "Whom a service is not for gets no certificate for it.",
    ),
    cure=step.AGE,
)
CATEGORY = Rule(
    "consumers.category",
    Text(
        "Категория потребителя: {told:не указана}; услугу оказывают: {served:всем}; кроме: {excluded:никого}.",
        "Category of the consumer: {told:not told}; served: {served:all}; left out: {excluded:nobody}.",
    ),
    unknown=Text(
        "Категория потребителя не указана; услугу оказывают: {served:всем}; кроме: {excluded:никого}; "
        "укажите: {asks}.",
        "The category of the consumer is not told; served: {served:all}; left out: {excluded:nobody}; "
        "give: {asks}.",
    ),
    assumed=AGE.assumed,
    asks=(asking.CATEGORIES,),
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
        "Номинал сертификата: {told}; акт устанавливает: {needed}; единицы разные, сравнить их нельзя; "
        "нужно: {asks}.",
        "The nominal of the certificate: {told}; the act sets: {needed}; the units differ and are not compared; "
        "needed: {asks}.",
    ),
    assumed=Text(
        "Сертификат с номиналом больше установленного действует, но порядок нарушен.",
        "A certificate of a larger nominal than is set holds, but breaks the order.",
    ),
    asks=(DECISION,),
)

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
def in_category(told: Collection[str], consumers: Consumers, *cites: Citation) -> Verdict:
    """Whether the consumer is of a category served, and of none left out; UNKNOWN where none is told."""
    served, excluded = (
        {one.id: one.title for one in of} for of in (consumers.categories, consumers.excluded)
    )
    titles = {**served, **excluded}
    among = not served or any(one in served for one in told)
    holds = None if not told else among and not any(one in excluded for one in told)
    words = [titles.get(one, one) for one in told]
    return CATEGORY.judge(
        holds, *cites, told=words, served=list(served.values()), excluded=list(excluded.values())
    )


@asked
def served(recipient: Recipient, parameters: Iterable[Parameters], on: date) -> Iterator[Verdict]:
    """Whether the service is for the consumer: the age and the category, where the act sets them."""
    for one in parameters:
        who = one.consumers
        if who is not None and (who.age_from, who.age_to) != (None, None):
            yield of_age_group(recipient.born, on, who, one.cite)
        if who is not None and (who.categories or who.excluded):
            yield in_category(recipient.categories, who, one.cite)


@asked
def in_season(ends_on: date, parameters: Iterable[Parameters]) -> Iterator[Verdict]:
    """Whether the contract ends in a period in which the service is rendered; a BREACH where it does not."""
    for one in parameters:
        if one.periods:
            periods = [period.days for period in one.periods if period.days is not None]
            holds = any(period.in_force(ends_on) for period in one.periods)
            yield SEASON.judge(holds, one.cite, ends_on=ends_on, periods=periods)


@asked
def nominal_of(told: Collection[str], nominals: Collection[Nominal]) -> Nominal | None:
    """The nominal for the categories told: the largest of theirs, else that for all others; None without one."""
    own = [one for one in nominals if one.category in told]
    rest = [one for one in nominals if one.category is None]
    return max(own or rest, key=lambda one: one.volume.amount, default=None)


@asked
def nominal_kept(
    nominal: Volume, told: Collection[str], parameters: Iterable[Parameters]
) -> Iterator[Verdict]:
    """Whether the nominal is no more than the act sets; a BREACH where it is, UNKNOWN where the units differ."""
    for one in parameters:
        found = nominal_of(told, one.nominals)
        if found is not None:
            same = found.volume.unit is nominal.unit
            holds = nominal.amount <= found.volume.amount if same else None
            yield NOMINAL.judge(holds, one.cite, told=nominal.text, needed=found.volume.text)
