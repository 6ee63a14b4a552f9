"""Виды значений (kinds): what a public function must be given, and the refusal of anything else.

A rule answers of facts; a value of another kind is a slip of the program that calls, and is told as one: what was
given, what is needed, and how to get it.

>>> from datetime import datetime
>>> must_be(date(2024, 1, 9), date)
datetime.date(2024, 1, 9)
>>> must_be(datetime(2024, 1, 9, 12), date)
Traceback (most recent call last):
    ...
law189.kinds.WrongType: a day (date) is needed, not the moment 2024-01-09 12:00:00; value.date() gives one
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar

from law189.law import Lang, Law189Error, Text, Vocabulary, WrongValue
from law189.law.days import PLAIN, is_day, plain_day
from law189.law.entry import EARLIEST, LATEST, beyond
from law189.law.signs import shown

__all__ = ["NoSuchNumber", "NoneOfThese", "WrongType", "a_day", "as_plain", "given", "must_be", "refusal"]

T = TypeVar("T")
LONGEST = 40
"""How many signs of a text that was given are told back."""


class _Worded(Law189Error):
    """A refusal that is told in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def told(self, lang: Lang) -> str:
        """What is wrong and what to do, in one language."""
        return self.text[lang]

    def __str__(self) -> str:
        return self.told("en")


class WrongType(_Worded, TypeError):
    """A value of another kind than the function takes; `text` says what was given, and how to get the right one."""


class NoSuchNumber(_Worded, WrongValue):
    """A number that nothing is counted by: endless, or of more digits than anybody writes; `text` says so."""


class NoneOfThese(WrongType, ValueError):
    """A word that is none of those that a function knows, such as a third language."""


def must_be(value: T, *kinds: type) -> T:
    """The value, where it is of one of the kinds; a moment (`datetime`) is no day, and a `bool` is no number.

    A day of a class of another program is given back as a plain `date`.
    `NoneType` among the kinds lets None pass. Raises `WrongType` on anything else.
    """
    if type(value) in kinds or (isinstance(value, kinds) and not isinstance(value, TAKEN_FOR_ANOTHER)):
        return as_plain(value) if date in kinds and type(value) not in PLAIN else value
    fits = isinstance(value, kinds) and not (date in kinds and isinstance(value, datetime))
    if not fits or (int in kinds and isinstance(value, bool)):
        raise refusal(value, " | ".join(kind.__name__ for kind in kinds if kind is not NoneType))
    return as_plain(value)


def as_plain(value: T) -> T:
    """The value; a day of whatever class as a plain `date`."""
    plain: Any = value if type(value) in PLAIN or not is_day(value) else plain_day(value)
    return plain  # type: ignore[no-any-return]


TAKEN_FOR_ANOTHER = (datetime, bool)
"""The kinds that Python takes for another: a moment for a day, yes or no for a number."""


class FarDay(_Worded, ValueError):
    """A day on which nothing here is, as no file may have it either; `text` says so."""


def a_day(day: date) -> date:
    """The day, where a file may have it too. Raises `WrongType` on what is no day, `FarDay` on one too far."""
    if type(day) in PLAIN and EARLIEST <= day <= LATEST:
        return day
    if (words := beyond(must_be(day, date))) is not None:
        raise FarDay(words)
    return day


NEEDED = {
    "date": Text("день (date)", "a day (date)"),
    "Profile": Text("профиль (Profile)", "a profile (Profile)"),
    "Edition": Text("редакция (Edition)", "an edition (Edition)"),
    "History": Text("история (History)", "a history (History)"),
    "Event": Text("событие (Event)", "an event (Event)"),
    "type": Text("класс события", "the class of an event"),
    "Decision": Text("решение (Decision)", "a decision (Decision)"),
    "MeetingRecord": Text("запись о заседании (MeetingRecord)", "the record of a meeting (MeetingRecord)"),
    "MeetingAnswer": Text("ответ о заседании (MeetingAnswer)", "the answer for a meeting (MeetingAnswer)"),
    "ItemOnDay": Text("пункт плана на день (ItemOnDay)", "an item of the plan on a day (ItemOnDay)"),
    "Lifecycle": Text("жизненный цикл (Lifecycle)", "a lifecycle (Lifecycle)"),
    "Line": Text("строка (Line)", "a line (Line)"),
    "Verdict": Text("вердикт (Verdict)", "a verdict (Verdict)"),
    "Mapping": Text("соответствие (dict)", "a mapping (dict)"),
    "tuple": Text("кортеж (tuple)", "a tuple (tuple)"),
    "Iterable": Text("список (list)", "a list (list)"),
    "Done": Text("запись о сделанном (Done)", "a record of what is done (Done)"),
    "Reported": Text("сообщённое значение (Reported)", "a reported value (Reported)"),
    "Posting": Text("проводка (Posting)", "a posting (Posting)"),
    "MemoryShelf": Text("полка (MemoryShelf)", "a shelf (MemoryShelf)"),
    "Fact": Text(
        "факт (текст, точное число, день, слова, адрес, их список или соответствие)",
        "a fact (text, an exact number, a day, words, an address, a list or mapping of these)",
    ),
    "object": Text("объект, такой как строка таблицы", "an object, such as a row of a table"),
    "bool": Text("да или нет (bool)", "yes or no (bool)"),
    "Decimal": Text("точное число (Decimal)", "an exact number (Decimal)"),
    "Citation": Text("адрес нормы (Citation)", "an address in law (Citation)"),
    "Norm": Text("норма (Norm)", "a norm (Norm)"),
    "Threshold": Text("порог (Threshold)", "a threshold (Threshold)"),
    "WorkingGroup": Text("рабочая группа (WorkingGroup)", "a working group (WorkingGroup)"),
    "Calendar": Text("календарь (Calendar)", "a calendar (Calendar)"),
    "Volume": Text("объём (Volume)", "a volume (Volume)"),
    "Text": Text("слова (Text)", "words (Text)"),
    "(str, str)": Text("пара (str, str)", "a row (str, str)"),
    "'ru' | 'en'": Text("язык, на котором говорят: ru или en", "a language, as it is told in ru or en,"),
    "int": Text("целое число (int)", "a whole number (int)"),
    "str": Text("текст (str)", "a text (str)"),
    "Path": Text("путь (Path)", "a path (Path)"),
    "RecordBatch": Text("партия (pyarrow.RecordBatch)", "a record batch (pyarrow.RecordBatch)"),
    "str | Path": Text("путь файла", "the path of a file"),
    "str | Path | Mapping": Text(
        "имя профиля из поставки, путь или соответствие", "a shipped name, a path or a mapping"
    ),
}
"""What a function needs, in words, by the names of its classes."""

HOW = {
    "date": "date(2024, 1, 9)",
    "Profile": 'load_profile("kemerovo")',
    "Edition": "profile.on(day)",
    "History": 'lifecycle.begin("17")',
    "Event": 'order.Approved(on=date(2024, 1, 9), by="education")',
    "type": "order.Approved",
    "Decision": 'Decision(by="head of the city", on=date(2024, 1, 9), reason="…")',
    "MeetingRecord": "MeetingRecord.model_validate(facts)",
    "MeetingAnswer": "judge_record(record, profile)",
    "ItemOnDay": "plan_on(profile, day)",
    "Lifecycle": "order.lifecycle",
    "Line": "LINE.validate_python(facts)",
    "Verdict": "lifecycle.judge(history, event, profile)",
    "Path": 'Path("steps.jsonl")',
    "RecordBatch": "table.to_batches()",
    "tuple": "tuple(values)",
}
"""What gives one, as a program writes it; None where a program needs no telling."""


def refusal(value: object, name: str, at: str = "") -> WrongType:
    """The refusal of a value where one of the kind `name` is needed; `at` is the argument, as it is named."""
    needed, told = _needed(name), given(value)
    how, where = _how(value, name), f"{at}: " if at else ""
    ru, en = ("", "") if how is None else (f"; его даёт {how}", f"; {how} gives one")
    of_words = name.startswith("'")
    return (NoneOfThese if of_words else WrongType)(
        Text(
            f"{where}нужно: {needed.ru}, а дано: {told.ru}{ru}",
            f"{where}{needed.en} is needed, not {told.en}{en}",
        )
    )


def _needed(name: str) -> Text:
    """What is needed, in words; of a union each of its kinds."""
    parts = [name] if name in NEEDED else name.split(" | ")
    told = [NEEDED.get(one, Text(one, one)) for one in parts]
    return Text(" или ".join(one.ru for one in told), " or ".join(one.en for one in told))


def given(value: object) -> Text:
    """What was given, in words. Of an object nothing but its class is told: it may hold what nobody should see."""
    match value:
        case None:
            return Text("ничего (None)", "nothing (None)")
        case str():
            said = shown(value if len(value) <= LONGEST else f"{value[:LONGEST]}…")
            return Text(f"текст «{said}»", f"the text «{said}»")
        case datetime():
            return Text(f"момент времени {value}", f"the moment {value}")
        case bool() | date():
            return Text(f"{value} ({type(value).__name__})", f"{value} ({type(value).__name__})")
        case int() if abs(value) < 10**LONGEST:
            return Text(f"{value} (int)", f"{value} (int)")
        case float() | Decimal():
            said = f"{str(value)[:LONGEST]} ({type(value).__name__})"
            return Text(said, said)
        case type():
            return Text(f"сам класс {value.__name__}", f"the class {value.__name__} itself")
    return Text(type(value).__name__, type(value).__name__)


def _how(value: object, name: str) -> str | None:
    """How to get what is needed, or the first of several kinds, from what was given where that is possible."""
    parts = [name] if name in NEEDED else name.split(" | ")
    return next((told for one in parts if (told := _gives(value, one)) is not None), None)


def _gives(value: object, name: str) -> str | None:
    match name, value:
        case "date", datetime():
            return "value.date()"
        case "date", str():
            return 'date.fromisoformat("2024-01-09")'
        case "Profile", str() if value.isidentifier() and len(value) <= LONGEST:
            return f'load_profile("{value}")'
        case "Event", Mapping():
            return "lifecycle.events.validate_python(facts)"
        case "History", Mapping():
            return "lifecycle.load(data)"
        case "Mapping", str() if value.lstrip().startswith("{"):
            return "json.loads(text)"
    return HOW.get(name) or _among(value, name)


def _among(value: object, name: str) -> str | None:
    """One of the words of a vocabulary: the one that was given as a text, else the first."""
    words = next((one for one in Vocabulary.__subclasses__() if one.__name__ == name), None)
    if words is None:
        return None
    found = next((one for one in words if one == value), next(iter(words)))
    return f"{name}.{found.name}"
