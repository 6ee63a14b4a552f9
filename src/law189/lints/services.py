"""Замечания о перечне услуг (lints of the list of services).

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in digit_in_service_number.find(load_profile("novokuznetsk_district").latest)]
['app1.1']
>>> list(digit_in_service_number.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.numbers import SIGN, sign_of, unread
from law189.profile.edition import Edition
from law189.rules.identifiers import named

__all__ = ["digit_in_service_number", "service_listed_twice"]


@declared(
    "A1",
    Severity.WARNING,
    Text(
        "номер услуги не такой, как в общероссийском перечне", "a service number unlike the all-Russian list"
    ),
    Text(
        "Седьмой знак номера — буква «О» общероссийского перечня. С цифрой номер не находится поиском; "
        "сверьте его с перечнем и исправьте акт. До тех пор услуги сравниваются по толкованию S1, а номер, "
        "который не читается, не сравнивается ни с чем.",
        "The seventh character is the letter «О» of the all-Russian list. With a digit a search does not find "
        "the number; check the list and mend the act. Until then services are compared by reading S1, and a "
        "number that does not read is compared with nothing.",
    ),
)
def digit_in_service_number(edition: Edition) -> Iterator[Place]:
    """Services whose number has another seventh character than the classifier, or does not read at all."""
    for service in edition.services:
        number, sign, why = service.number, sign_of(service.number), unread(service.number)
        if why is not None:
            yield service.cite, Text(f"номер {number} {why.ru}", f"the number {number} {why.en}")
        elif sign != SIGN:
            yield (
                service.cite,
                Text(
                    f"в номере {number} седьмой знак — «{sign}», а не буква «О»",
                    f"in the number {number} the seventh character is «{sign}», not the letter «О»",
                ),
            )


@declared(
    "A20",
    Severity.WARNING,
    Text("услуга названа в перечне дважды", "a service named twice in the list"),
    Text(
        "Две строки перечня обозначают одну услугу (при толковании S1): к какой из них относится документ, "
        "не понять. Оставьте одну или сверьте номера с общероссийским перечнем.",
        "Two lines of the list mean one service (by reading S1), so nobody can tell of which a document speaks. "
        "Leave one, or check the numbers against the all-Russian list.",
    ),
)
def service_listed_twice(edition: Edition) -> Iterator[Place]:
    """Services of the list that an earlier line of it names already."""
    listed: list[str] = []
    for service in edition.services:
        if named(service.number, listed, edition.readings):
            number = service.number
            yield service.cite, Text(f"{number} уже есть в перечне", f"{number} is in the list already")
        listed.append(service.number)
