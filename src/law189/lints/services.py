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
from law189.profile.profile import Profile
from law189.rules.identifiers import SIGN, sign_of


@declared(
    "A1",
    Severity.WARNING,
    Text("цифра вместо буквы в номере услуги", "a digit where a service number has a letter"),
    Text(
        "Седьмой знак номера — буква «О» общероссийского перечня. С цифрой номер не находится поиском; "
        "сверьте его с перечнем и исправьте акт. До тех пор услуги сравниваются по толкованию S1.",
        "The seventh character is the letter «О» of the all-Russian list. With a digit a search does not find "
        "the number; check the list and mend the act. Until then services are compared by reading S1.",
    ),
)
def digit_in_service_number(profile: Profile) -> Iterator[Place]:
    """Services whose number has another seventh character than the classifier."""
    for service in profile.services:
        sign = sign_of(service.number)
        if sign != SIGN:
            yield (
                service.cite,
                Text(
                    f"в номере {service.number} седьмой знак — «{sign or '?'}», а не буква «О»",
                    f"in the number {service.number} the seventh character is «{sign or '?'}», not the letter «О»",
                ),
            )
