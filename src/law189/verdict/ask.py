"""Что нужно дать (ask): what a person must give to end an UNKNOWN, who can give it, and where it is written.

The path says what kind of thing it is, and where it goes:

- `event.document.system`, `event.event_on[forming_term]`: a fact of the step that is judged;
- `case.provider.ogrn`: a fact that an earlier step of the case left out; a step that changes it gives it, or the
  record is annulled and made again;
- `meeting.minutes.signed_by`: a fact of a meeting written down as a whole;
- `profile.act.published_on`, `profile.adopted[subsidy]`, `profile.adopted[town-12].act.published_on`: what the
  profile of the municipality does not say;
- `slot certificate.forming_term`: a value that the law leaves to a local act, and no act has set;
- `calendar 2028`: the days off of a year;
- `indicator 1`: a reported value of that indicator;
- `service 8042000`: a number of a service that can be read, in place of this one;
- `decision`: nothing but an office's decision, as the rule finds its answer in no fact.

A decision of an office may stand in for anything that is asked; it is itself asked for only where nothing else ends
the UNKNOWN. Where several things are asked for, they are needed together.

>>> from law189.law import Text, WrongValue
>>> system = Ask("event.document.system", Text("система", "system"))
>>> system.told.en, system.kind
('system (document.system)', 'event')
>>> Ask("document system", Text("система", "system"))
Traceback (most recent call last):
    ...
law189.law.text.WrongValue: an ask has no path like 'document system'; it is one of event.…, case.…, meeting.…, \
profile.…, slot …, calendar …, indicator …, service …, done …, decision
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from law189.facts import plain
from law189.law import Text, WrongValue
from law189.law.fixed import fixed
from law189.telling import joined

__all__ = ["DECISION", "Ask", "gathered", "listed"]

_FIELD = r"[^\W\d]\w*(?:\[[^\[\]\s]+\])?"
_PATH = re.compile(
    rf"(?:event|case|meeting|profile)\.(?P<field>{_FIELD}(?:\.{_FIELD})*)"
    r"|slot (?P<slot>[a-z0-9_]+(?:\.[a-z0-9_]+)*)"
    r"|calendar [0-9]{1,5}"
    r"|(?:indicator|service|done) .*"
    r"|decision",
    re.DOTALL,
)


@fixed
@dataclass(frozen=True, slots=True)
class Ask:
    """Что нужно дать: the typed path, the title in words, and who can give it (None where that is not known).

    Raises `WrongValue` on a path of another form.
    """

    path: str
    title: Text
    who: Text | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.path, str) or not _PATH.fullmatch(self.path):
            raise WrongValue(
                f"an ask has no path like {self.path!r}; it is one of event.…, case.…, meeting.…, profile.…, "
                "slot …, calendar …, indicator …, service …, done …, decision"
            )

    @property
    def kind(self) -> str:
        """The first word of the path: `event`, `case`, `meeting`, `profile`, `slot`, `calendar` and so on."""
        return re.split(r"[. ]", self.path, maxsplit=1)[0]

    @property
    def told(self) -> Text:
        """The title as a sentence names it, with the path where a file is written by it."""
        found = _PATH.fullmatch(self.path)
        field = found and (found["field"] or found["slot"])
        if not field:
            return self.title
        return Text(f"{self.title.ru} ({field})", f"{self.title.en} ({field})")

    def as_json(self) -> dict[str, Any]:
        """The ask as plain JSON values."""
        return {"path": self.path, "title": plain(self.title), "who": self.who and plain(self.who)}


DECISION = Ask(
    "decision",
    Text("решение органа", "a decision of an office"),
    Text(
        "орган, который не является стороной дела, не позднее дня шага",
        "an office, no party to the case, by the day of the step",
    ),
)
"""What ends an UNKNOWN that no fact ends: an office answers for the step."""


def gathered(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """The asks in order, each path once."""
    found: dict[str, Ask] = {}
    for ask in asks:
        found.setdefault(ask.path, ask)
    return tuple(found.values())


def listed(asks: Iterable[Ask]) -> Text:
    """The asks as a sentence lists them, after a colon: each with who gives it, those of one office together.

    The sentence says what to do («приложите: …»), so that in Russian what is asked for stands in the accusative.
    """
    offices: dict[tuple[str, Text | None], list[Text]] = {}
    for ask in asks:
        extract = ask.title.ru.startswith("выписка")
        verb = "предоставляет" if extract else _GIVES.get(ask.kind, "указывает")
        told = Text(ask.told.ru.replace(ask.title.ru, accusative(ask.title.ru), 1), ask.told.en)
        offices.setdefault((verb, ask.who), []).append(told)
    ru = [joined((one.ru for one in told), "ru") + _by(verb, who) for (verb, who), told in offices.items()]
    en = [
        joined((one.en for one in told), "en") + (f" — from {who.en}" if who else "")
        for (_, who), told in offices.items()
    ]
    return Text("; ".join(ru), "; ".join(en))


_GIVES = {
    "meeting": "сообщает",
    "indicator": "сообщает",
    "profile": "вносит",
    "calendar": "вносит",
    "slot": "устанавливает",
    "service": "исправляет",
    "decision": "принимает",
}


def _by(verb: str, who: Text | None) -> str:
    """Who gives what is asked for; nothing where that is not known."""
    return f" — {verb} {who.ru}" if who else ""


def accusative(title: str) -> str:
    """The Russian title after a verb: «приложите: выписку из дела о сертификате».

    >>> accusative("выписка из дела о договоре"), accusative("дата заседания"), accusative("номера услуг")
    ('выписку из дела о договоре', 'дату заседания', 'номера услуг')
    """
    words = title.split(" ")
    for at, word in enumerate(words):
        bare = word.rstrip(",")
        words[at] = _CHANGED.get(bare, bare) + word[len(bare) :]
        if not bare.endswith(("ая", "яя", "ый", "ий")):
            break
    return " ".join(words)


_CHANGED = {
    **{word: word[:-1] + "у" for word in (
        "база", "величина", "веха", "выписка", "группа", "дата", "единица", "команда", "норма", "подгруппа",
        "повестка", "причина", "программа", "сила", "система", "строка", "сумма", "услуга", "форма", "ячейка",
    )},
    **{word: word[:-1] + "ю" for word in ("версия", "доля", "категория", "лицензия", "нумерация", "рекомендация")},
    **{word: word[:-2] + "ую" for word in ("базовая", "первая", "рабочая", "техническая", "ожидаемая")},
    "избранный": "избранного",
    "председательствующий": "председательствующего",
}  # fmt: skip
"""The first words of titles that differ in the accusative; all others are the same in it."""
