"""Стороны дела (people): whom a step is about, never by name."""

from typing import Annotated

from law189.extracts import Provider, Recipient, Words
from law189.law import About
from law189.numbers import Inn
from law189.profile.parties import Party

__all__ = ["AgreedBy", "Group", "Programme", "ProviderInn", "ProviderTold", "RecipientTold", "SuccessorTold"]

AgreedBy = Annotated[
    Party | None,
    About.of(
        "кто согласен",
        "who agrees",
        "Другая сторона договора, которая согласна: исполнитель, потребитель или его представитель.",
        "The other side of the contract that agrees: the provider, the consumer or who represents them.",
        needed=True,
    ),
]
Group = Annotated[
    Words,
    About.of("группа", "group", "В какую группу перевели.", "The group to which one was moved.", example="2"),
]
Programme = Annotated[
    Words | None,
    About.of(
        "программа",
        "programme",
        "Какая программа у этой группы, если она другая.",
        "The programme of that group, where it is another one.",
        example="Робототехника",
    ),
]

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
