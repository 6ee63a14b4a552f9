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
from typing import Annotated, Protocol

from law189.law import Entry, Text, Vocabulary
from law189.profile.words import acts as words
from law189.profile.words.common import Cited, Titled

__all__ = [
    "CONSUMERS",
    "NO_TITLES",
    "SPOKEN",
    "Body",
    "Party",
    "deputy_of",
    "headed_as",
    "headed_in",
    "named",
]

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


CONSUMERS = (Party.CONSUMER, Party.REPRESENTATIVE)
"""The consumer and who represents them: one side of a case."""


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


_CHAIR = re.compile(r"([Пп])редседател(ем|[ьюяе])\b")
_CHAIR_IN_ENGLISH = re.compile(r"\b([Tt]he) chair\b")
_WHOM = {"ю": "тому", "я": "того", "ем": "тем", "е": "том"}


def headed_as(words: Text, head: Text) -> Text:
    """The words with what the regulation calls who leads the group, in the case in which «председатель» stands.

    A word of another declension stands in quotes where it is not the subject. Without an English word: «chair».

    >>> headed_as(Text("Голос председателя решает.", "The chair decides."), Text("руководитель", "head"))
    Text(ru='Голос руководителя решает.', en='The head decides.')
    >>> headed_as(Text("Голос председателя; решает председатель", "The chair decides."), Text("глава")).ru
    'Голос того, кого положение называет «глава»; решает глава'
    """
    if head.ru == "председатель":
        return words
    first, *rest = head.ru.split(" ")

    def said(found: re.Match[str]) -> str:
        if first.endswith("ель"):
            name = " ".join((first[:-1] + found[2], *rest))
        else:
            name = head.ru if found[2] == "ь" else f"{_WHOM[found[2]]}, кого положение называет «{head.ru}»"
        return name[:1].upper() + name[1:] if found[1] == "П" else name

    ru = _CHAIR.sub(said, words.ru.replace("заместитель председателя", deputy_of(head.ru)))
    own = head.en if re.search("[а-яё]", head.en.lower()) is None else "chair"
    return Text(ru, _CHAIR_IN_ENGLISH.sub(rf"\1 {own}", words.en))


class _Headed(Protocol):
    """A group, which knows what the regulation calls who leads it."""

    @property
    def head(self) -> Text: ...


def headed_in(words: Text, group: _Headed | None) -> Text:
    """The words as `headed_as` has them of a working group; of none as they stand."""
    return words if group is None else headed_as(words, group.head)
