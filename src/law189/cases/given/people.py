"""Стороны дела (people): whom a step is about, never by name."""

from typing import Annotated

from law189.extracts import Provider, Recipient
from law189.law import About
from law189.numbers import Inn

__all__ = ["ProviderInn", "ProviderTold", "RecipientTold", "SuccessorTold"]

ProviderTold = Annotated[
    Provider,
    About.of(
        "исполнитель",
        "provider",
        "Кто подаёт заявку, по данным реестров.",
        "Who applies, as the registers tell it.",
    ),
]
SuccessorTold = Annotated[
    Provider,
    About.of(
        "правопреемник",
        "successor",
        "К кому перешла запись при реорганизации, по данным реестров.",
        "To whom the entry passed on reorganisation, as the registers tell it.",
    ),
]
ProviderInn = Annotated[
    Inn,
    About.of(
        "ИНН исполнителя",
        "INN of the provider",
        "ИНН из реестра исполнителей.",
        "The INN in the register of providers.",
        example="4205000009",
    ),
]
RecipientTold = Annotated[
    Recipient,
    About.of(
        "потребитель",
        "consumer",
        "Номер дела и день рождения, без имени.",
        "The number of a file and the day of birth, no name.",
    ),
]
