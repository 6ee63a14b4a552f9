"""Толкование о номере услуги (services): whether two ways of writing it name one service."""

from law189.law import Text
from law189.readings.reading import Reading

__all__ = ["S1"]

S1 = Reading(
    "S1",
    Text(
        "Седьмой знак номера услуги: буква «О» в одном акте, цифра 0 в другом. Это одна услуга?",
        "The seventh character of a service number: the letter О here, the digit 0 there. One service?",
    ),
    {
        "one_service": Text("да: цифра — опечатка", "yes: the digit is a slip"),
        "by_letter": Text("нет: номера разные", "no: the numbers differ"),
    },
    "one_service",
    Text(
        "Седьмой знак — признак перечня, а не часть кода услуги.",
        "The seventh character is the sign of a list, not a part of the service's code.",
    ),
    about="act",
)
