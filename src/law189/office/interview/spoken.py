"""Сказанное (spoken): what a person answers in words, as the value that a file writes for it.

A reader only turns words into a plain value. Whether that is a right one the model says, with the words that it
has for a file, so that a wrong day or an impossible share is refused here as it is there.

>>> Day().read("22 сентября 2023 года", {}), Day().read("31.02.2024", {})
('2023-09-22', '2024-02-31')
>>> Address().read("п. 5.5 приложения 3", {})
'app3.5.5'
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law189.errors import FaultyInput
from law189.files.hint import Hint
from law189.files.meant import meant
from law189.files.parser import read_tree
from law189.files.wording import word
from law189.law import Text, Vocabulary
from law189.law.act import Grade
from law189.law.text import in_russian
from law189.office.interview.addresses import address_in, in_document
from law189.profile.months import GENITIVES, NUMBERS

__all__ = [
    "GRADES",
    "YES_NO",
    "Address",
    "Choice",
    "Choices",
    "Day",
    "Misread",
    "Offered",
    "Reader",
    "Values",
    "Word",
    "Words",
    "YesNo",
    "by_code",
    "day_in",
    "no_day",
    "of_entries",
    "of_vocabulary",
]

Values = Mapping[str, Any]
"""The plain values of the file so far."""
Offered = tuple[tuple[Any, Text], ...]
"""What may be chosen: each value with its words."""


class Misread(Exception):
    """What was said is no answer of the kind that is needed; `words` say which is."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Reader:
    """Как читают ответ: what may be chosen, a hint of the form, and the value of what is said."""

    hint: Text | None = None

    def offered(self, values: Values) -> Offered:  # noqa: ARG002  # only some readers offer anything
        """The choices in the order in which they are numbered; empty where there are none."""
        return ()

    def read(self, said: str, values: Values) -> Any:
        """The plain value of what is said. Raises `Misread`."""
        raise NotImplementedError


@dataclass(frozen=True)
class Word(Reader):
    """Слово: an id, a number of an act or of a service, as it is."""

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The word itself."""
        return said


@dataclass(frozen=True)
class Words(Reader):
    """Слова: a text in Russian; an English one is added by hand."""

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The text under `ru`."""
        return {"ru": said}


YES_NO = {"да": True, "yes": True, "нет": False, "no": False, "true": True, "false": False}
_YES_NO_HINT = Text("да или нет", "yes or no")


@dataclass(frozen=True)
class YesNo(Reader):
    """Да или нет."""

    hint: Text | None = _YES_NO_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """True or False. Raises `Misread` on another word."""
        found = YES_NO.get(said.casefold())
        if found is None:
            raise Misread(Text("ответьте «да» или «нет»", "answer «yes» or «no»"))
        return found


_DAY_HINT = Text("день, например 22.09.2023", "a day such as 2023-09-22")


@dataclass(frozen=True)
class Day(Reader):
    """День: «22.09.2023», «22 сентября 2023 года» or `2023-09-22`."""

    hint: Text | None = _DAY_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The day as a file writes it, in the calendar or not. Raises `Misread` on what is none."""
        if (day := day_in(said)) is None:
            raise Misread(no_day(said))
        return day


def no_day(said: str) -> Text:
    """That the words are no day, and which they may be, in the form that the question shows."""
    hint = meant("day_form", said)
    more = Text("", "") if hint is None else Text(f"; {hint.ru}", f"; {hint.en}")
    if isinstance(hint, Hint):
        day = date.fromisoformat(str(hint.value))
        more = Text(f"; пишите {in_russian(day)}", f"; write {day}")
    return Text(
        f"нужен день, например 22.09.2023, а указано: «{word(said)}»{more.ru}",
        f"a day is needed, such as 2023-09-22, not «{word(said)}»{more.en}",
    )


_NOT_A_VALUE = Text(
    "это не значение YAML; исправьте скобки и кавычки",
    "that is no value of YAML; mend its brackets and quotes",
)


def by_code(said: str) -> Any:
    """A value written as a file has it. Raises `Misread`."""
    try:
        return read_tree(said, "").plain()
    except FaultyInput:
        raise Misread(_NOT_A_VALUE) from None


def day_in(said: str) -> str | None:
    """The day `YYYY-MM-DD` that is said; None where the words have no such form."""
    if found := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})( ?(г\.?|года))?", said):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    months = "|".join(GENITIVES)
    if found := re.fullmatch(rf"«?([0-9]{{1,2}})»? ({months}) ([0-9]{{4}})( ?(г\.?|года))?", said.lower()):
        return f"{found[3]}-{NUMBERS[found[2]]:02}-{int(found[1]):02}"
    return said if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", said) else None


_ADDRESS_HINT = Text(
    "адрес, например: п. 3.1; п. 5.5 прил. 3; разд. IV; или как в файле: p3.1, app3.5.5",
    "the address as a file has it: p3.1, app3.5.5 or art20.part1",
)


@dataclass(frozen=True)
class Address(Reader):
    """Адрес нормы: «п. 3.1», «п. 5.5 прил. 3» or `p3.1`, `app3.5.5`."""

    hint: Text | None = _ADDRESS_HINT

    def read(self, said: str, values: Values) -> Any:
        """The address as a file writes it; what is none, as it is, for the model to refuse."""
        return address_in(said) or in_document(said, values.get("approvals") or ()) or said


# ─── Выбор ───────────────────────────────────────────────────────────────────────────────────────────────


def of_vocabulary(*lists: Iterable[Vocabulary]) -> Callable[[Values], Offered]:
    """The members of vocabularies, each with its words."""
    found = tuple((member.value, member.text) for one in lists for member in one)
    return lambda _values: found


def of_entries(what: str) -> Callable[[Values], Offered]:
    """The entries of a list of the file that have an id, each with its title."""

    def offered(values: Values) -> Offered:
        entries = [one for one in values.get(what) or () if isinstance(one, dict) and "id" in one]
        return tuple((one["id"], _title(one)) for one in entries)

    return offered


def _title(entry: dict[str, Any]) -> Text:
    title = entry.get("title")
    ru = title.get("ru") if isinstance(title, dict) else None
    return Text(str(ru or entry["id"]))


_MOST = 12  # so many words are listed again in a refusal; longer lists stand in the question only


def _no_choice(offered: Offered) -> Text:
    """That there is no such answer, with the words of the list where it is not long."""
    listed = offered if len(offered) <= _MOST else ()
    ru, en = ("; ".join(word(told[lang]) for _, told in listed) for lang in ("ru", "en"))
    return Text(
        f"такого ответа нет; ответьте номером или словами из списка{ru and ': '}{ru}",
        f"there is no such answer; give a number or the words of the list{en and ': '}{en}",
    )


@dataclass(frozen=True)
class Choice(Reader):
    """Выбор одного: by its number, its words or its code; `worded` reads what else an act says for a code."""

    of: Callable[[Values], Offered] = field(default=lambda _values: ())
    worded: Callable[[str], str | None] = field(default=lambda _said: None)

    def offered(self, values: Values) -> Offered:
        """What may be chosen."""
        return self.of(values)

    def read(self, said: str, values: Values) -> Any:
        """The value chosen; a code that the list does not have, as it is, for the model to refuse.

        Raises `Misread` on a number beyond the list and on words that are not in it.
        """
        offered = self.offered(values)
        if re.fullmatch("[0-9]{1,3}", said) and 1 <= int(said) <= len(offered):
            return offered[int(said) - 1][0]
        for value, words in offered:
            if said.casefold() in (words.ru.casefold(), words.en.casefold(), str(value)):
                return value
        if (code := self.worded(said)) is not None:
            return code
        if re.fullmatch("[a-z][a-z0-9_-]*", said):
            return said
        raise Misread(_no_choice(offered))


_CHOICES_HINT = Text("можно несколько, через запятую", "several may be given, with commas")


@dataclass(frozen=True)
class Choices(Choice):
    """Выбор нескольких: numbers, words or codes, with commas between them; `alone` writes one without a list."""

    hint: Text | None = _CHOICES_HINT
    alone: bool = False

    def read(self, said: str, values: Values) -> Any:
        """The values chosen, as a list. Raises `Misread` as a single choice does."""
        found = [super(Choices, self).read(one.strip(), values) for one in said.split(",") if one.strip()]
        return found[0] if self.alone and len(found) == 1 else found


GRADES = Choice(of=of_vocabulary(Grade))
"""How well a value is known, where the decree does not name it in so many words."""
