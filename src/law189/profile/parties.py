"""Стороны (parties): bodies and parties of a case, each named by office, never by person.

>>> Party("provider")
<Party.PROVIDER: 'provider'>
>>> Party("school")
Traceback (most recent call last):
    ...
ValueError: 'school' is not a valid Party
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from law189.law import Entry, Text, Vocabulary
from law189.profile.words import acts as words
from law189.profile.words.common import Cited, Titled

__all__ = ["NO_TITLES", "SPOKEN", "Body", "Party", "deputy_of", "is_office", "named"]

NO_TITLES: Mapping[str, Text] = MappingProxyType({})
"""Nobody is known by another name than the id."""


class Party(Vocabulary):
    """Сторона дела, кроме органов: органы называют по их имени в профиле.

    `AUTHORIZED_BODY` stands in a heading for whatever body the profile names so.
    """

    AUTHORIZED_BODY = "authorized-body", "уполномоченный орган", "the authorised body"
    PROVIDER = "provider", "исполнитель", "provider"
    CONSUMER = "consumer", "потребитель", "consumer"
    REPRESENTATIVE = "representative", "представитель потребителя", "the consumer's representative"


SPOKEN: Mapping[str, Party] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("родитель", "родители", "мать", "отец", "мама", "папа", "бабушка", "дедушка", "опекун"),
                *("попечитель", "представитель", "законный представитель", "представитель ребёнка"),
                *("представитель ребенка", "parent", "parents", "mother", "father", "guardian"),
            ),
            Party.REPRESENTATIVE,
        ),
        **dict.fromkeys(
            (
                *("ребёнок", "ребенок", "получатель", "получатель услуги", "получатель сертификата"),
                *("обучающийся", "child", "recipient"),
            ),
            Party.CONSUMER,
        ),
        **dict.fromkeys(
            ("исполнитель услуг", "исполнитель услуги", "поставщик", "поставщик услуг"), Party.PROVIDER
        ),
    }
)
"""What people call a party, and the party; its own words are not repeated here."""
_OF_A_PARTY = re.compile(
    r".* (?:(?:исполнителя|поставщика)(?: услуги?)?|потребителя|реб[её]нка|получателя(?: услуги| сертификата)?"
    r"|родителя|опекуна|the (?:provider|consumer|parent|child|guardian))"
    r"|(?:the )?(?:provider|consumer|parent|child|guardian)['’]s .*"
)
"""Whoever acts for a party: «директор исполнителя», the provider's director."""
_NUMBER = re.compile(r"\d{10}")
"""A number of a person or an organisation, as an INN or an OGRN is."""


def is_office(by: str) -> bool:
    """Whether the words may name an office: no party, however people call it, nobody of a party, and no number.

    The stand-in for the body that a profile names (`authorized-body`) is the word of a heading, and names nobody.

    >>> is_office("заместитель главы города"), is_office("мама"), is_office("директор исполнителя")
    (True, False, False)
    >>> is_office("4205000016"), is_office("authorized-body")
    (False, False)
    """
    said = " ".join(by.split()).casefold()
    own = {word for party in Party for word in (party.value, party.text.ru, party.text.en)}
    if said.removeprefix("the ") in {word.casefold().removeprefix("the ") for word in (*own, *SPOKEN)}:
        return False
    if _OF_A_PARTY.fullmatch(said) or _NUMBER.search("".join(said.split())):
        return False
    return any(sign.isalpha() for sign in said)


class Body(Entry):
    """Орган: a body that the decree names, by its title."""

    id: Annotated[str, words.BODY_ID]
    title: Titled
    cite: Cited


def named(by: str, titles: Mapping[str, Text] = NO_TITLES) -> str | Text:
    """A party, or whom `titles` know (bodies, seats), in words; anybody else as written.

    >>> named("provider").ru, named("watchman")
    ('исполнитель', 'watchman')
    """
    return titles[by] if by in titles else Party.worded(by)


def deputy_of(head: str) -> str:
    """The deputy of who leads the group: «заместитель председателя»; any other word stands in brackets.

    >>> deputy_of("руководитель"), deputy_of("глава")
    ('заместитель руководителя', 'заместитель (глава)')
    """
    first, *rest = head.split(" ")
    return f"заместитель {' '.join((first[:-1] + 'я', *rest)) if first.endswith('ель') else f'({head})'}"
