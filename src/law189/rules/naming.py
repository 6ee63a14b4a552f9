"""Кто и что названо (naming): an INN that somebody can have, and each service named once.

What a document says of a provider is an INN wherever it stands: in an offer, in the register, in an agreement, in a
contract. A service written in two ways is one service, as reading S1 has it, and a list names it once.

>>> named_by_inn("4205000009").outcome, named_by_inn("4205000008").outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> twice = each_once(("804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000"))
>>> twice.outcome, twice.reading.code
(<Outcome.VOID: 'void'>, 'S1')
"""

from collections.abc import Mapping, Sequence

from law189.files.wording import in_latin
from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.numbers import number_key, same_number
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules.cures import step
from law189.rules.identifiers import INN, inn, named
from law189.verdict import Rule, Verdict

__all__ = ["each_once", "look_alike", "named_by_inn"]

_named = unasked(named)

NAMED = Rule(
    "identifiers.named",
    Text(
        "ИНН исполнителя {inn}: {valid:контрольные цифры верны|контрольные цифры неверны}; должно быть цифр: 10 у "
        "юридического лица, 12 у остальных.",
        "The provider's INN {inn}: its control digits are right: {valid:yes|no}; digits needed: 10 of a "
        "legal entity, 12 of anybody else.",
    ),
    assumed=INN.assumed,
    cure=step.NAMED,
)
ONCE = Rule(
    "services.once",
    Text(
        "Услуги: {services}; названы более одного раза: {doubled:…|нет}.",
        "Services: {services}; named more than once: {doubled:…|none}.",
    ),
    cure=Text("Назовите каждую услугу один раз.", "Name each service once."),
    assumed=Text(
        "Услугу называют один раз, как бы ни писали её номер; вторая запись — ошибка того, кто составил список.",
        "A service is named once, however its number is written; a second entry is a slip of whoever made it.",
    ),
)


@asked
def look_alike(one: str | None, other: str | None) -> bool:
    """Whether two numbers differ by nothing but letters of two alphabets that look the same.

    >>> look_alike("К-1", "K-1"), look_alike("К-1", "К-1"), look_alike("К-1", "К-2")
    (True, False, False)
    """
    if one is None or other is None or same_number(one, other):
        return False
    return number_key(in_latin(one.upper())) == number_key(in_latin(other.upper()))


@asked
def named_by_inn(number: str) -> Verdict:
    """Whether the INN has right control digits, whoever it is of: it names a provider."""
    valid = inn(number) is not None
    return NAMED.judge(valid, inn=number, valid=valid)


@asked
def each_once(services: Sequence[str], choices: Chosen = NO_CHOICES) -> Verdict:
    """Whether no service is surely named twice; reading S1 says which numbers mean one service."""

    def told(choices: Mapping[str, str]) -> Verdict:
        doubled: tuple[str, ...] = ()
        for at, one in enumerate(services):
            if _named(one, services[:at], choices) and not _named(one, doubled, choices):
                doubled = (*doubled, one)
        return ONCE.judge(not doubled, services=tuple(services), doubled=doubled)

    return under(choices, told, *([S1] if len(services) > 1 else []))
